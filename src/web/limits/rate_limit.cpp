#include "web/limits/rate_limit.h"

#include "web/http/address.h"

namespace punctual::web {

namespace {
constexpr std::size_t most_keys = 100'000;
}

RateLimit::Window& RateLimit::window_of(std::string_view key, Instant now) {
  if (windows_.size() >= most_keys)
    std::erase_if(windows_, [&](const auto& entry) { return now - entry.second.began >= window_; });
  if (windows_.size() >= most_keys) windows_.clear();
  Window& window = windows_[std::string(key)];
  if (now - window.began >= window_ || now < window.began) window = {now, 0};
  return window;
}

bool RateLimit::allow(std::string_view key, Instant now) {
  const std::lock_guard lock(mutex_);
  Window& window = window_of(key, now);
  if (window.count >= most_) return false;
  ++window.count;
  return true;
}

bool RateLimit::has_room(std::string_view key, Instant now) {
  const std::lock_guard lock(mutex_);
  return window_of(key, now).count < most_;
}

void RateLimit::forget(std::string_view key) {
  const std::lock_guard lock(mutex_);
  windows_.erase(std::string(key));
}

std::string network_of(std::string_view address) {
  const auto parsed = parse_address(address);
  return parsed ? parsed->network().text() : std::string(address);
}

}  // namespace punctual::web
