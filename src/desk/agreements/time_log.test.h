#pragma once

#include "desk/agreements/issue.h"
#include "desk/agreements/time_log.h"
#include "desk/configuration/applied.test.h"
#include "store/statements.h"

namespace punctual::desk {

inline constexpr const char* evening = "2026-11-23T23:30:00Z";  // Monday, half past six in New York

/// The bakery has ten hours a month from October on, and a kind of work.
struct TimeLog : Applied {
  TicketId ticket;

  TimeLog() {
    auto wanted = held();
    agreement::Version version{.terms = {.from = Date{std::chrono::year{2026} / 10 / 1},
                                         .currency = agreement::Currency::of("USD").value(),
                                         .allowance = agreement::Allowance{.minutes = 600},
                                         .kinds = {{"design", 9000, true}, {"", 12'000, true}},
                                         .rounding = {}}};
    wanted.clients.front().agreement = {version};
    apply(wanted, "2026-10-01T12:00:00Z");
    ticket = world.submit(monday).id;
  }
  std::expected<TimeEntryId, TimeRefused> log(const WorkDone& work, const char* when = evening) {
    std::expected<TimeEntryId, TimeRefused> done;
    write([&](store::Session& session) {
      done = log_time(*world.desk, session, ticket, world.milo, work, at(when));
    });
    return done;
  }
  store::TimeEntryRow row(TimeEntryId id) { return store::find_time_entry(world.reader(), id).value(); }
  TimeRefused wrong(const WorkDone& work) { return log(work).error(); }
  std::expected<void, TimeRefused> correct(TimeEntryId id, int version, const WorkDone& work,
                                           std::string_view reason, PersonId by, people::Role role) {
    std::expected<void, TimeRefused> done;
    write([&](store::Session& session) {
      done = correct_time(*world.desk, session, id, version, work, reason, by, role, at(evening));
    });
    return done;
  }
  std::expected<StatementId, NotIssued> issue(Date month, const char* when) {
    std::expected<StatementId, NotIssued> done;
    write([&](store::Session& session) {
      done = issue_statement(*world.desk, session, world.bakery, month, world.max, at(when));
    });
    return done;
  }
};

inline const Date october{std::chrono::year{2026} / 10 / 1};
inline const Date november{std::chrono::year{2026} / 11 / 1};

}  // namespace punctual::desk
