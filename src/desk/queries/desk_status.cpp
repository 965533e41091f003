#include "desk/queries/desk_status.h"

#include <algorithm>
#include <numeric>

#include "store/answers.h"

namespace punctual::desk {

std::optional<Average> average_of(std::vector<std::int64_t> seconds) {
  const auto count = std::ssize(seconds);
  if (count < fewest_answers) return std::nullopt;
  const auto ranked = [&](std::ptrdiff_t rank) {
    std::ranges::nth_element(seconds, seconds.begin() + rank);
    return seconds[static_cast<std::size_t>(rank)];
  };
  const auto half_up = [](std::int64_t sum, std::int64_t n) { return (2 * sum + n) / (2 * n); };
  const std::int64_t sum = std::accumulate(seconds.begin(), seconds.end(), std::int64_t{0});
  const std::int64_t median =
      count % 2 ? ranked(count / 2) : half_up(ranked(count / 2 - 1) + ranked(count / 2), 2);
  return Average{Seconds{half_up(sum, count)}, Seconds{median}, Seconds{ranked((count * 9 + 9) / 10 - 1)},
                 count};
}

std::optional<Average> Averages::read(store::Session& session, Instant now) {
  const std::lock_guard lock(mutex_);
  const bool kept = read_at_ && now >= *read_at_ && now - *read_at_ < std::chrono::minutes{1};
  if (!kept) {
    average_ = average_of(store::first_replies_since(session, now - std::chrono::days{average_days}));
    read_at_ = now;
  }
  return average_;
}

void Averages::forget() {
  const std::lock_guard lock(mutex_);
  read_at_.reset();
}

DeskStatus status_of(const Calendar& hours, Instant now) {
  const bool open = hours.is_open(now);
  return {open, open ? hours.closes_at(now) : hours.next_opening(now)};
}

}  // namespace punctual::desk
