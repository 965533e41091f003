#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/id.h"
#include "domain/people/rota_change.h"
#include "store/sql/session.h"

namespace punctual::store {

/// Time somebody is not at work: asked for and decided on, or an absence that is a fact and granted at once.
struct TimeOffRow {
  enum class State { requested, granted, declined, withdrawn };
  TimeOffId id;
  PersonId person;
  people::RotaChange change;  ///< time_off or absence
  std::string note;
  State state = State::requested;
  PersonId asked_by;
  Instant asked_at{};
  std::optional<PersonId> decided_by{};
  std::optional<Instant> decided_at{};
  std::string answer{};                  ///< what the decider says to it
  std::optional<std::string> knowing{};  ///< the gaps it was granted in the knowledge of, as they were shown
  std::optional<PersonId> withdrawn_by{};  ///< or ended it before its time, where it is granted still
  std::optional<Instant> withdrawn_at{};
};
std::string_view to_text(TimeOffRow::State state);

TimeOffId insert_time_off(Session& session, const TimeOffRow& row);
/// What becomes of it: its last date, state, who decided or withdrew it and when, the answer and the
/// knowledge.
void write_time_off(Session& session, const TimeOffRow& row);
std::optional<TimeOffRow> find_time_off(Session& session, TimeOffId id);
/// Whatever its state, that ends on `from` or later; by first date, what waits for an answer before all else.
std::vector<TimeOffRow> read_time_off(Session& session, Date from, std::optional<int> at_most = {});
std::vector<TimeOffRow> read_requested_time_off(Session& session);
/// How often they asked since then.
int count_time_off_asked(Session& session, PersonId by, Instant since);

/// Hours taken on on one date for hours given up on another; without the latter they are extra.
struct SwapRow {
  struct Part {
    Date date;
    std::optional<WallInterval> hours;  ///< none: all that starts on the date; never where they are taken on
  };
  SwapId id;
  PersonId person;
  Part on;
  std::optional<Part> off;
  std::string note;
  std::optional<TimeOffId> time_off{};  ///< the one it makes possible
  PersonId made_by;
  Instant made_at{};
  std::optional<PersonId> withdrawn_by{};
  std::optional<Instant> withdrawn_at{};
  std::optional<std::string> knowing{};
};

SwapId insert_swap(Session& session, const SwapRow& row);
void withdraw_swap(Session& session, SwapId id, PersonId by, Instant now);
std::optional<SwapRow> find_swap(Session& session, SwapId id);
/// That was agreed to make the time off possible, and not withdrawn.
std::optional<SwapRow> find_swap_for(Session& session, TimeOffId time_off);
/// Those not withdrawn with a part on `from` or later; by the date they take on.
std::vector<SwapRow> read_swaps(Session& session, Date from);

/// A swap as what differs from the week.
std::vector<people::RotaChange> changes_of(const SwapRow& swap);
/// All that was granted, happened or agreed, ever.
std::map<PersonId, std::vector<people::RotaChange>> read_rota_changes(Session& session);

}  // namespace punctual::store
