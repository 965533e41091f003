#pragma once

#include <mutex>
#include <optional>

#include "desk/desk.h"

namespace punctual::desk {

/// First responses of the last 30 days in business time on the desk's public calendar (SEMANTICS 22).
struct Average {
  Seconds mean{0};
  Seconds median{0};
  Seconds p90{0};
  std::int64_t count = 0;
};

inline constexpr int average_days = 30;
/// Below this many answers no average is shown in public.
inline constexpr std::int64_t fewest_answers = 5;

/// Nothing under `fewest_answers`. Kept until an answer is recorded or a minute has passed.
class Averages {
 public:
  std::optional<Average> read(store::Session& session, Instant now);
  /// An answer was committed.
  void forget();

 private:
  std::mutex mutex_;
  std::optional<Instant> read_at_;
  std::optional<Average> average_;
};

/// Mean rounded half up; the median of an even count is the mean of the middle two; p90 is the nearest rank.
std::optional<Average> average_of(std::vector<std::int64_t> seconds);

struct DeskStatus {
  bool open = false;
  std::optional<Instant> until;  ///< closing when open, the next opening when closed
};
DeskStatus status_of(const Calendar& hours, Instant now);

}  // namespace punctual::desk
