#pragma once

#include <expected>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "desk/access/actions.h"
#include "desk/rota/rota_of.h"
#include "store/rota.h"

namespace punctual::desk {

/// What may be changed about who works when and for whom. All of it is looked at before it is done (gate.h).
namespace edit {
struct Swap {
  PersonId person;
  store::SwapRow::Part on;  ///< taken on; with hours
  std::optional<store::SwapRow::Part> off;
  std::string note;
};
/// Of time off that is asked for, with the swap that makes it possible, if one does.
struct GrantTimeOff {
  TimeOffId id;
  std::string answer;
  std::optional<Swap> swap;
};
/// Somebody is not there, whoever says so and whether it suits or not.
struct RecordAbsence {
  PersonId person;
  people::RotaChange change;
  std::string note;
};
struct WithdrawSwap {
  SwapId id;
};
/// Another week, or from a date on. Dates of one's own (days off, other hours) stay as they are.
struct ChangeWeek {
  PersonId person;
  BusinessHours week;
};
/// What somebody knows, in the agency's own words; it opens nothing.
struct ChangeSkills {
  PersonId person;
  std::vector<std::string> skills;
};
struct ChangePod {
  PodId pod;
  std::vector<PersonId> members;  ///< ascending; at least one
  std::optional<PersonId> lead;
  int needed = 1;
};
struct MoveClient {
  ClientId client;
  std::optional<PodId> pod;
};
}  // namespace edit

using RotaEdit = std::variant<edit::GrantTimeOff, edit::RecordAbsence, edit::Swap, edit::WithdrawSwap,
                              edit::ChangeWeek, edit::ChangeSkills, edit::ChangePod, edit::MoveClient>;

/// What must be allowed to somebody who does it.
Action action_of(const RotaEdit& wanted);

struct RotaRefused {
  enum class Why { unknown, invalid, not_now, not_allowed };
  Why why{};
  std::string field;   ///< of `invalid`, as the API names it
  std::string detail;  ///< problem and remedy
};

/// What becomes of somebody's own hours; `own` and the result are without the desk's holidays.
BusinessHours with_week(BusinessHours own, const BusinessHours& week);
/// Who would be taken out of a pod and still has tickets of it; asked in the writer's transaction, too, since
/// no version moves with tickets.
std::optional<RotaRefused> problem_of_leaving(const Catalogue& catalogue, store::Session& session,
                                              const edit::ChangePod& change);

/// The last date of which it says anything; nothing where it holds from now on, or what it is about is gone.
std::optional<Date> last_date_of(store::Session& session, const RotaEdit& wanted);

/// The rota as the edit would leave it, or why it cannot be: every field is looked at here.
std::expected<people::Rota, RotaRefused> edited(const Catalogue& catalogue, const ZoneSource& zones,
                                                store::Session& session, people::Rota rota,
                                                const RotaEdit& wanted, Instant now);

}  // namespace punctual::desk
