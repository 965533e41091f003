#include "mail/outbound/backoff.h"

#include <algorithm>
#include <array>

namespace punctual::mail {

std::optional<Instant> next_attempt(int attempts, Instant created_at, Instant now) {
  using std::chrono::minutes;
  constexpr std::array<Seconds, 7> waits = {Seconds{10}, Seconds{30}, minutes{1}, minutes{2},
                                            minutes{5},  minutes{15}, minutes{60}};
  constexpr Seconds longest = std::chrono::days{4};
  const auto step =
      std::clamp<std::size_t>(static_cast<std::size_t>(std::max(attempts, 1)) - 1, 0, waits.size() - 1);
  const auto next = now + waits[step];
  return next - created_at > longest ? std::nullopt : std::optional(next);
}

}  // namespace punctual::mail
