#include "app/seed/course.h"

#include <gmock/gmock.h>

#include "app/demo/seeded.test.h"
#include "app/seed/seed.h"

namespace punctual::app::seed {
namespace {

using testing::AllOf;
using testing::Ge;
using testing::Le;

TEST(Seed, TwoOfAHundredAreOpenAndAtLeastThree) {
  EXPECT_EQ(Amount::usual(1'000'000).open, 20'000);
  EXPECT_EQ(Amount::usual(1'000).open, 20);
  EXPECT_EQ(Amount::usual(40).open, 3);
  EXPECT_EQ(Amount::usual(2).open, 2);
}

std::size_t text_of(const Course& course) {
  std::size_t bytes = course.request.description.size();
  for (const Step& step : course.steps) {
    if (const auto* reply = std::get_if<command::Reply>(&step.what))
      bytes += reply->body.size() + reply->expectation->what_to_expect.size() +
               reply->expectation->next_step.size();
    if (const auto* resolve = std::get_if<command::Resolve>(&step.what)) bytes += resolve->message.size();
  }
  return bytes;
}

TEST(Seed, CoursesAreTheSameEachTimeAndHaveTheirSixteenHundredBytes) {
  demo::EmptyFolder folder;
  const auto now = demo::instant("2026-11-26T15:00:00Z");
  make(folder.desk(), folder.writer(), Amount::usual(50), now, [](std::int64_t) {});
  const auto catalogue = folder.desk().catalogue();
  const Courses one(*catalogue, Amount::usual(50), now);
  const Courses again(*catalogue, Amount::usual(50), now);
  std::size_t bytes = 0;
  constexpr std::int64_t resolved = 47;
  Instant before{};
  for (std::int64_t n = 0; n < resolved; ++n) {
    const Course course = one.of(n);
    EXPECT_EQ(course.request.description, again.of(n).request.description);
    EXPECT_TRUE(desk::problems_of(course.request).empty());
    EXPECT_LT(before, course.submitted_at);
    EXPECT_LE(course.steps.back().at, now);
    before = course.submitted_at;
    bytes += text_of(course);
  }
  EXPECT_THAT(bytes / resolved, AllOf(Ge(1'550U), Le(1'750U)));
}

}  // namespace
}  // namespace punctual::app::seed
