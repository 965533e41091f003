#include "desk/agreements/time_log.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/agreements/low_balance.h"
#include "desk/agreements/time_audit.h"
#include "desk/text/one_line.h"
#include "desk/text/wording.h"
#include "domain/agreement/periods.h"
#include "domain/agreement/rounding.h"
#include "domain/time/rfc3339.h"
#include "store/journal.h"
#include "store/json/write.h"
#include "store/statements.h"
#include "store/ticket_queue.h"

namespace punctual::desk {

namespace {

using Why = TimeRefused::Why;
using store::TimeEntryRow;

constexpr std::size_t longest_note = 2000;
constexpr std::int64_t most_minutes = 24 * 60;
constexpr std::chrono::days longest_ago{366};

std::unexpected<TimeRefused> invalid(std::string field, std::string detail) {
  return std::unexpected(TimeRefused{Why::invalid, std::move(field), std::move(detail)});
}

class Writing {
 public:
  Writing(const Catalogue& catalogue, store::Session& session, ClientId client, Instant now)
      : catalogue_(catalogue),
        session_(session),
        client_(client),
        zone_(catalogue.zone_of(client)),
        now_(now) {}

  /// Writes what was done into the row, or says what is wrong.
  std::expected<void, TimeRefused> write(const WorkDone& work, std::int64_t least_minutes,
                                         TimeEntryRow& row) const {
    if (auto taken = work.from || work.to ? take_times(work, row) : take_minutes(work, least_minutes, row);
        !taken)
      return taken;
    if (row.on > zone_.date(now_))
      return invalid("date", "This date is yet to come; write down what was done.");
    if (row.on < zone_.date(now_) - longest_ago)
      return invalid("date", "This is more than a year ago; name a later date.");
    if (auto known = check_kind(work.kind, row.on); !known) return known;
    if (work.note.size() > longest_note)
      return invalid("note", "This is too long; 2,000 characters are the most.");
    if (text::turns_lines(work.note))
      return invalid("note", "This contains characters that cannot be printed; remove them.");
    row.kind = work.kind;
    row.note = work.note;
    row.courtesy = work.courtesy;
    row.counts_on = std::max(row.on, first_open_date());
    row.written_at = now_;
    return {};
  }

 private:
  std::expected<void, TimeRefused> take_times(const WorkDone& work, TimeEntryRow& row) const {
    if (!work.from || !work.to)
      return invalid(work.from ? "to" : "from", "Name both times, or the minutes alone.");
    if (work.minutes) return invalid("minutes", "The times say how long it was; leave the minutes out.");
    if (*work.to <= *work.from) return invalid("to", "This is not after the beginning; name a later time.");
    if (*work.to - *work.from > std::chrono::hours{24})
      return invalid("to", "This is more than a day of work at once; write it down in parts.");
    if (*work.to > now_) return invalid("to", "This is yet to come; write down what was done.");
    const auto all = agreement::whole_minutes(*work.to - *work.from);
    row.on = zone_.date(*work.from);
    row.from = work.from;
    row.to = work.to;
    row.inside = std::min(all, agreement::whole_minutes(catalogue_.hours().elapsed(*work.from, *work.to)));
    row.outside = all - row.inside;
    if (all == 0) return invalid("to", "This is less than a minute; name a later time.");
    return {};
  }

  std::expected<void, TimeRefused> take_minutes(const WorkDone& work, std::int64_t least,
                                                TimeEntryRow& row) const {
    if (!work.minutes) return invalid("minutes", "Say how long it was, in minutes, or from when to when.");
    if (*work.minutes < 0) return invalid("minutes", "Time is never below zero; write 1 to 1,440 minutes.");
    if (*work.minutes < least || *work.minutes > most_minutes)
      return invalid("minutes", "Write 1 to 1,440 minutes; a longer day in parts.");
    row.on = work.on.value_or(zone_.date(now_));
    row.from.reset();
    row.to.reset();
    row.inside = work.outside_hours ? 0 : *work.minutes;
    row.outside = work.outside_hours ? *work.minutes : 0;
    return {};
  }

  std::expected<void, TimeRefused> check_kind(const std::string& kind, Date on) const {
    if (kind.empty()) return {};
    const auto* version = agreement::version_at(catalogue_.agreement(client_), on);
    std::string names;
    if (version)
      for (const auto& known : version->terms.kinds) {
        if (known.name == kind) return {};
        if (!known.name.empty()) names += (names.empty() ? "" : ", ") + known.name;
      }
    return invalid("kind", names.empty()
                               ? "The agreement names no kinds of work; leave it out."
                               : fmt::format("The agreement does not know this kind of work; name one of {}, "
                                             "or leave it out.",
                                             names));
  }

  /// After the last month that is settled.
  Date first_open_date() const {
    const auto last = store::last_stated_month(session_, client_);
    return last ? agreement::next_month(*last) : Date::min();
  }

  const Catalogue& catalogue_;
  store::Session& session_;
  ClientId client_;
  const TimeZone& zone_;
  Instant now_;
};

}  // namespace

std::expected<TimeEntryId, TimeRefused> log_time(const Desk& desk, store::Session& session, TicketId ticket,
                                                 PersonId who, const WorkDone& work, Instant now) {
  const auto found = store::find_ticket(session, ticket);
  if (!found) return std::unexpected(TimeRefused{Why::unknown, {}, "No ticket has this reference."});
  if (is_end(found->status))
    return std::unexpected(TimeRefused{Why::ended,
                                       {},
                                       found->status == Status::merged
                                           ? "The ticket was merged into another; write the time down there."
                                           : "The ticket was marked as spam; no work is done on it."});
  const auto client = found->client.value_or(ClientId{});
  const auto catalogue = desk.catalogue();
  TimeEntryRow row{.ticket = ticket, .client = client, .person = who};
  if (auto written = Writing(*catalogue, session, client, now).write(work, 1, row); !written)
    return std::unexpected(written.error());
  const auto id = store::insert_time_entry(session, row);
  store::append_audit(session, "time_entry", id.value, "time_logged", now, Actor::person(who),
                      json::to_json(LoggedJson{ticket, who, entry_json(row)}));
  tell_low_balance(desk, session, client, now);
  return id;
}

std::expected<void, TimeRefused> correct_time(const Desk& desk, store::Session& session, TimeEntryId id,
                                              int version, const WorkDone& work, std::string_view reason,
                                              PersonId by, people::Role role, Instant now) {
  const auto was = store::find_time_entry(session, id);
  if (!was) return std::unexpected(TimeRefused{Why::unknown, {}, "There is no such entry of time."});
  if (was->person != by && role == people::Role::member)
    return std::unexpected(
        TimeRefused{Why::not_yours, {}, "It is somebody else's; ask them, or a coordinator."});
  if (was->statement)
    return std::unexpected(
        TimeRefused{Why::locked,
                    {},
                    "It is in a statement that was issued, which stays as it is; correct the statement."});
  if (was->version != version)
    return std::unexpected(
        TimeRefused{Why::stale, {}, "Somebody has corrected it meanwhile; look at it again."});
  if (text::one_line(reason, reason.size()).empty())
    return invalid("reason", "Say why; it is kept with the entry.");
  if (reason.size() > longest_note)
    return invalid("reason", "This is too long; 2,000 characters are the most.");
  const auto catalogue = desk.catalogue();
  TimeEntryRow row = *was;
  if (auto written = Writing(*catalogue, session, was->client, now).write(work, 0, row); !written)
    return written;
  store::write_time_entry(session, row);
  store::append_audit(session, "time_entry", id.value, "time_corrected", now, Actor::person(by),
                      json::to_json(CorrectedJson{std::string(reason), entry_json(*was), entry_json(row)}));
  tell_low_balance(desk, session, was->client, now);
  return {};
}

}  // namespace punctual::desk
