#include "app/demo/seed.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "app/demo/demo_desk.h"
#include "app/demo/seeded.test.h"
#include "desk/profile.h"
#include "desk/queries/desk_status.h"
#include "desk/queries/due_figures.h"
#include "desk/queries/ticket_view.h"
#include "store/answers.h"
#include "store/crypto/password.h"
#include "store/journal.h"
#include "store/outbox.h"
#include "store/ticket_check.h"

namespace punctual::app::demo {

namespace {

using ::testing::AllOf;
using ::testing::Ge;
using ::testing::Le;

struct Moment {
  const char* name;
  const char* at;
};
void PrintTo(const Moment& moment, std::ostream* out) {
  *out << moment.name;
}

constexpr Moment moments[] = {
    {"monday_morning", "2026-03-02T09:05:00-05:00"},
    {"first_minute_of_a_day", "2026-06-16T08:00:00-04:00"},
    {"thursday_afternoon", "2026-10-15T15:40:00-04:00"},
    {"saturday_night", "2026-05-16T23:30:00-04:00"},
    {"night_of_the_spring_jump", "2026-03-08T03:00:00-04:00"},
    {"day_after_thanksgiving", "2026-11-27T11:15:00-05:00"},
    {"new_year", "2027-01-01T12:00:00-05:00"},
};

/// Each moment's desk is made once; the tests only read it.
class SeededDesk : public ::testing::TestWithParam<Moment> {
 protected:
  static EmptyFolder& seeded(const Moment& moment) {
    static std::map<std::string_view, EmptyFolder> folders;
    const auto [folder, fresh] = folders.try_emplace(moment.name);
    if (fresh) seed_demo(folder->second.desk(), folder->second.writer(), instant(moment.at), quiet);
    return folder->second;
  }

  EmptyFolder& folder_ = seeded(GetParam());
  Instant now_ = instant(GetParam().at);
};

TEST_P(SeededDesk, StandsInItsJournals) {
  const auto tickets = folder_.tickets();
  EXPECT_THAT(tickets.size(), AllOf(Ge(60U), Le(80U)));
  for (const auto& row : tickets) {
    const auto journal = store::read_journal(folder_.reader(), row.id);
    EXPECT_EQ(store::difference_from_row(folder_.reader(), row.id, fold(journal)), "")
        << desk::ref_of(row.id);
    EXPECT_TRUE(store::chain_holds(folder_.reader(), row.id)) << desk::ref_of(row.id);
    EXPECT_TRUE(std::ranges::is_sorted(journal, {}, &Recorded::at)) << desk::ref_of(row.id);
    EXPECT_LE(journal.back().at, now_) << desk::ref_of(row.id);
    EXPECT_GE(journal.front().at, now_ - std::chrono::days{35}) << desk::ref_of(row.id);
  }
}

TEST_P(SeededDesk, HasALivingQueue) {
  std::map<Status, int> statuses;
  int late = 0, amber = 0, paused = 0;
  for (const auto& row : folder_.tickets()) {
    ++statuses[row.status];
    if (!is_active(row.status)) continue;
    const auto view = desk::view_ticket(folder_.desk(), folder_.reader(), row.id, now_);
    ASSERT_TRUE(view && view->standing.next_due) << desk::ref_of(row.id);
    const auto figures = desk::figures_of(*view->standing.next_due, view->terms().in_force().calendar, now_);
    using State = desk::DueFigures::State;
    late += figures.state == State::breached;
    paused += figures.state == State::paused;
    amber += figures.state == State::running && figures.remaining_seconds * 4 <= figures.target_seconds;
  }
  EXPECT_THAT(statuses[Status::fresh] + statuses[Status::open] + statuses[Status::waiting],
              AllOf(Ge(18), Le(25)));
  EXPECT_THAT(statuses[Status::fresh], AllOf(Ge(3), Le(5)));
  EXPECT_GE(statuses[Status::resolved], 35);
  EXPECT_GE(statuses[Status::spam], 1);
  EXPECT_THAT(late, AllOf(Ge(1), Le(2)));
  EXPECT_THAT(amber, AllOf(Ge(2), Le(6)));
  EXPECT_GE(paused, 3);
}

TEST_P(SeededDesk, LeavesNothingToBeDoneAtItsStart) {
  const auto timer = store::next_timer_at(folder_.reader());
  ASSERT_TRUE(timer);
  EXPECT_GT(*timer, now_);
  EXPECT_FALSE(store::next_outbox_at(folder_.reader()));
  const auto mails = store::newest_outbox(folder_.reader(), 10'000);
  EXPECT_GE(mails.size(), 200U);
  for (const auto& mail : mails) EXPECT_EQ(mail.state, store::MailState::kept);
  EXPECT_FALSE(needs_seed(folder_.reader()));
}

TEST_P(SeededDesk, AnswersOnAverageWithinItsGoal) {
  const auto average = desk::average_of(
      store::first_replies_since(folder_.reader(), now_ - std::chrono::days{desk::average_days}));
  ASSERT_TRUE(average);
  EXPECT_THAT(average->mean, AllOf(Ge(std::chrono::minutes{20}), Le(std::chrono::minutes{45})));
  EXPECT_GE(average->count, 40);
}

TEST_P(SeededDesk, MissedAFewPromisesAndSaysSo) {
  std::map<int, int> stages;
  int reopened = 0;
  for (const auto& row : folder_.tickets()) {
    bool resolved = false;
    for (const auto& recorded : store::read_journal(folder_.reader(), row.id)) {
      if (const auto* warned = std::get_if<event::Warned>(&recorded.event)) {
        ++stages[warned->stage_percent];
        EXPECT_TRUE(warned->stage_percent < 100 || recorded.at > warned->due) << desk::ref_of(row.id);
      }
      reopened += resolved && std::holds_alternative<event::ClientReplied>(recorded.event);
      resolved = std::holds_alternative<event::Resolved>(recorded.event);
    }
  }
  EXPECT_THAT(stages[75], AllOf(Ge(3), Le(20)));
  EXPECT_THAT(stages[100], AllOf(Ge(3), Le(10)));
  EXPECT_GE(reopened, 2);
}

INSTANTIATE_TEST_SUITE_P(, SeededDesk, ::testing::ValuesIn(moments),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(Seed, LeavesADeskOfOnesOwnAlone) {
  EmptyFolder folder;
  ASSERT_TRUE(needs_seed(folder.reader()));
  const Instant now = instant("2026-03-02T09:05:00-05:00");
  ASSERT_EQ(folder.writer().write([&](store::Session& session) {
    desk::Profile own = agency().profile;
    own.name = "Our own desk";
    desk::write_profile(session, own, now);
    return store::Keep::commit;
  }),
            store::Written::committed);
  EXPECT_FALSE(needs_seed(folder.reader()));
  seed_demo(folder.desk(), folder.writer(), now, quiet);
  EXPECT_EQ(desk::read_profile(folder.reader()).name, "Our own desk");
  EXPECT_TRUE(folder.tickets().empty());
}

TEST(Seed, PeopleSignInWithWhatIsPrinted) {
  EmptyFolder folder;
  const Instant now = instant("2026-03-02T09:05:00-05:00");
  Seeding(folder.desk(), folder.writer(), now).advance();
  const auto people = demo_people(folder.desk());
  ASSERT_EQ(people.size(), 12U);
  EXPECT_EQ(people.front().role, people::Role::coordinator);
  for (const DemoPerson& person : people) {
    const auto row = store::find_person_by_email(folder.reader(), person.email);
    ASSERT_TRUE(row && row->password_hash);
    EXPECT_TRUE(row->demo);
    EXPECT_TRUE(store::verify_password(*row->password_hash, person.password));
    EXPECT_EQ(person.password, demo_password(folder.desk(), person.email));
  }
}

/// What must be the same whenever the seeding was cut off: all but salts and message ids.
std::vector<std::string> told(EmptyFolder& folder) {
  std::vector<std::string> lines;
  for (const auto& row : folder.tickets()) {
    lines.push_back(desk::ref_of(row.id) + " " + std::string(to_text(row.status)) + " " + row.summary);
    for (const auto& event : store::read_journal_rows(folder.reader(), row.id))
      lines.push_back(desk::ref_of(row.id) + " " + event.type + " " + format_rfc3339(event.at) + " " +
                      std::to_string(event.actor.id) + " " + event.content.value());
  }
  for (const auto& mail : store::newest_outbox(folder.reader(), 10'000))
    lines.push_back(desk::ref_of(mail.ticket) + " " + std::string(to_text(mail.kind)) + " " +
                    mail.to_address + " " + format_rfc3339(mail.created_at));
  return lines;
}

TEST(Seed, CutOffAnywhereIsCompletedToTheSameDesk) {
  const Instant now = instant("2026-03-02T09:05:00-05:00");
  EmptyFolder whole;
  int transactions = 0;
  for (Seeding seeding(whole.desk(), whole.writer(), now); seeding.advance();) ++transactions;
  const auto expected = told(whole);
  EXPECT_GE(transactions, 20);

  // Cut off after every transaction in turn, the next start a day later each time.
  EmptyFolder cut;
  for (int start = 0; start < transactions; ++start) {
    EXPECT_TRUE(needs_seed(cut.reader()));
    Seeding(cut.desk(), cut.writer(), now + std::chrono::days{start}).advance();
  }
  EXPECT_FALSE(needs_seed(cut.reader()));
  EXPECT_EQ(told(cut), expected);
}

}  // namespace

}  // namespace punctual::app::demo
