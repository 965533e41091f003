#include "mail/outbound/backoff.h"

#include <gtest/gtest.h>

namespace punctual::mail {
namespace {

using namespace std::chrono;

TEST(Backoff, grows_to_an_hour_and_ends_after_four_days) {
  const Instant start = sys_days{year{2026} / 11 / 24};
  const Seconds waits[] = {Seconds{10}, Seconds{30}, minutes{1}, minutes{2},
                           minutes{5},  minutes{15}, hours{1}};
  for (int attempt = 1; attempt <= 7; ++attempt) {
    EXPECT_EQ(next_attempt(attempt, start, start), start + waits[attempt - 1]) << attempt;
  }
  Instant now = start;
  int attempts = 1;
  while (const auto next = next_attempt(attempts, start, now)) {
    ASSERT_GT(*next, now);
    now = *next;
    ++attempts;
  }
  EXPECT_GT(now - start, days{4} - hours{1} - minutes{1});
  EXPECT_LE(now - start, days{4});
  EXPECT_LT(attempts, 110);
}

}  // namespace
}  // namespace punctual::mail
