#include "domain/ticket/ticket.h"

#include <gtest/gtest.h>

#include "domain/ticket/decide.h"
#include "domain/ticket/impact.h"
#include "domain/ticket/lifecycle.h"

namespace punctual {
namespace {

constexpr Status all_statuses[] = {Status::fresh,    Status::open, Status::waiting,
                                   Status::resolved, Status::spam, Status::merged};
constexpr Verb all_verbs[] = {
    Verb::triage,  Verb::reply,  Verb::note,           Verb::client_reply, Verb::wait,           Verb::resume,
    Verb::resolve, Verb::reopen, Verb::spam,           Verb::merge,        Verb::absorb,         Verb::link,
    Verb::rate,    Verb::redact, Verb::redact_contact, Verb::estimate,     Verb::decide_estimate};

// The whole table, as a coordinator would read it: a line a status, a column a verb, '.' where it is refused.
TEST(Lifecycle, IsThisTable) {
  std::string table;
  for (const Status status : all_statuses) {
    table += std::string(to_text(status)) + ":";
    for (const Verb verb : all_verbs) {
      const auto next = after(status, verb);
      table += " " + std::string(next ? to_text(*next) : ".");
    }
    table += "\n";
  }
  //         triage reply note client_reply wait resume resolve reopen spam
  //         merge absorb link rate redact redact_contact estimate decide_estimate
  EXPECT_EQ(table,
            "new: open . new new . . . . spam merged new new . new new . .\n"
            "open: open open open open waiting . resolved . spam merged open open . open open open open\n"
            "waiting: waiting waiting waiting open . open resolved . spam merged waiting waiting . waiting "
            "waiting waiting waiting\n"
            "resolved: . resolved resolved open . . . open spam merged resolved resolved resolved resolved "
            "resolved resolved resolved\n"
            "spam: . . . . . . . . . . . . . spam spam . .\n"
            "merged: . . . . . . . . . . . merged . merged merged . .\n");
}

TEST(Lifecycle, NamesReadBack) {
  for (const Status status : all_statuses) EXPECT_EQ(status_from(to_text(status)), status);
  EXPECT_FALSE(status_from("fresh"));
}

TEST(Impact, SuggestsATierAndNothingOffTheLiveSiteIsUrgent) {
  EXPECT_EQ(suggested_tier(Impact::business_stopped, true), 1);
  EXPECT_EQ(suggested_tier(Impact::degraded, std::nullopt), 2);
  EXPECT_EQ(suggested_tier(Impact::low_impact, true), 3);
  EXPECT_EQ(suggested_tier(Impact::cosmetic_or_new, true), 4);
  EXPECT_EQ(suggested_tier(Impact::business_stopped, false), 4);
}

TEST(Summary, IsOneLineCutAtAWord) {
  EXPECT_EQ(summary_of("  Nobody\n\ncan   pay\t."), "Nobody can pay .");
  const std::string line =
      summary_of(std::string("The checkout of our shop ") + std::string(20, 'x') + " " +
                 "answers with an error that nobody here has ever seen before, since nine this morning");
  EXPECT_LE(line.size(), 120U);
  EXPECT_TRUE(line.ends_with("…"));
  EXPECT_EQ(summary_of(std::string(200, 'x')).size(), 120U);
  std::string umlauts;
  for (int i = 0; i < 100; ++i) umlauts += "ä";
  EXPECT_EQ(summary_of(umlauts).substr(0, 4), "ää") << "no letter is cut in two";
  EXPECT_EQ(summary_of(umlauts).size() % 2, 1U);
}

}  // namespace
}  // namespace punctual
