#include "web/limits/rate_limit.h"

#include <algorithm>
#include <vector>

#include "web/http/address.h"

namespace punctual::web {

namespace {
constexpr std::size_t most_keys = 100'000;
}

void RateLimit::make_room(Instant now) {
  std::erase_if(windows_, [&](const auto& entry) { return now - entry.second.began >= window_; });
  if (windows_.size() < most_keys / 2) return;
  std::vector<int> counts;
  for (const auto& [key, window] : windows_) counts.push_back(window.count);
  const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
  std::ranges::nth_element(counts, middle);
  const int least = std::min(*middle, most_ - 1);
  std::erase_if(windows_, [&](const auto& entry) { return entry.second.count <= least; });
  if (windows_.size() >= most_keys) windows_.clear();  // all used up: nobody could come in any more
}

RateLimit::Window& RateLimit::window_of(std::string_view key, Instant now) {
  if (windows_.size() >= most_keys) make_room(now);
  Window& window = windows_[std::string(key)];
  if (now - window.began >= window_ || now < window.began) window = {now, 0};
  return window;
}

bool RateLimit::allow(std::string_view key, Instant now, int amount) {
  const std::lock_guard lock(mutex_);
  return count(key, now, amount);
}

bool RateLimit::allow_of(int most, std::string_view key, Instant now) {
  const std::lock_guard lock(mutex_);
  most_ = most;
  return count(key, now, 1);
}

bool RateLimit::count(std::string_view key, Instant now, int amount) {
  Window& window = window_of(key, now);
  if (window.count > most_ - amount) return false;
  window.count += amount;
  return true;
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
