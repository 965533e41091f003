#include "app/demo/plan.h"

#include <gtest/gtest.h>

#include "app/demo/placement.h"
#include "app/demo/seeded.test.h"
#include "app/demo/unwrapped.h"

namespace punctual::app::demo {

namespace {

/// A desk with its people and clients, before its first request.
class FoundedDesk : public ::testing::Test {
 protected:
  void SetUp() override {
    Seeding(folder_.desk(), folder_.writer(), instant("2026-06-01T12:00:00Z")).advance();
  }
  EmptyFolder folder_;
};

TEST_F(FoundedDesk, TellsEveryFinishedStoryToItsEndAtAnyHour) {
  const auto stories = all_stories();
  const auto catalogue = folder_.desk().catalogue();
  for (Instant base = instant("2026-01-05T05:17:00Z"); base < instant("2027-01-05T00:00:00Z");
       base += std::chrono::hours{31}) {
    std::vector<std::size_t> told(stories.size());
    std::vector<Instant> last(stories.size());
    for (const Planned& step : plan_history(stories, *catalogue, base)) {
      EXPECT_LE(step.at, base);
      EXPECT_GE(step.at, last[step.story]);
      last[step.story] = step.at;
      if (!std::holds_alternative<desk::WorkDone>(step.what)) ++told[step.story];
    }
    for (std::size_t i = 0; i < stories.size(); ++i) {
      std::size_t acts = 0;
      while (acts < std::size(stories[i].acts) && stories[i].acts[acts].kind != Act::Kind::none) ++acts;
      EXPECT_EQ(told[i], acts + 1) << stories[i].text.substr(0, 80) << format_rfc3339(base);
    }
  }
}

TEST_F(FoundedDesk, CountsOpenTimeBackwardsOverWeekends) {
  const Calendar& hours = folder_.desk().catalogue()->hours();
  const Instant monday = instant("2026-03-02T09:00:00-05:00");
  EXPECT_EQ(open_time_ago(hours, monday, std::chrono::minutes{30}), instant("2026-03-02T08:30:00-05:00"));
  EXPECT_EQ(open_time_ago(hours, monday, std::chrono::minutes{90}), instant("2026-02-27T16:30:00-05:00"));
  EXPECT_EQ(open_time_ago(hours, instant("2026-02-28T23:00:00-05:00"), std::chrono::hours{10}),
            instant("2026-02-26T16:00:00-05:00"));
}

TEST_F(FoundedDesk, FindsTheWeekendThatIsOver) {
  const Calendar& hours = folder_.desk().catalogue()->hours();
  const Instant saturday = instant("2026-05-30T12:00:00-04:00");
  // The weekend before, with Memorial Day behind it.
  EXPECT_EQ(placed(before_weekend(1, 15, 40), hours, saturday), instant("2026-05-22T15:40:00-04:00"));
  EXPECT_EQ(placed(weekend(2, 19, 30), hours, saturday), instant("2026-05-16T19:30:00-04:00"));
}

TEST(Unwrapped, JoinsTheLinesOfAParagraphAlone) {
  EXPECT_EQ(unwrapped("\nOne\ntwo.\n\nThree:\n\n- four\nfive\n- six\n\n    code\n    more\nend"),
            "One two.\n\nThree:\n\n- four five\n- six\n\n    code\n    more\nend");
  EXPECT_EQ(unwrapped("See:\n```\na\nb\n```\nafter"), "See:\n```\na\nb\n```\nafter");
}

}  // namespace

}  // namespace punctual::app::demo
