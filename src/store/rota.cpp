#include "store/rota.h"

#include <stdexcept>
#include <utility>

namespace punctual::store {
namespace {

using people::RotaChange;
using State = TimeOffRow::State;

constexpr std::pair<State, std::string_view> states[] = {
    {State::requested, "requested"},
    {State::granted, "granted"},
    {State::declined, "declined"},
    {State::withdrawn, "withdrawn"},
};

constexpr std::pair<RotaChange::Kind, std::string_view> kinds[] = {
    {RotaChange::Kind::time_off, "time_off"},
    {RotaChange::Kind::absence, "absence"},
};

template <class Value>
std::string_view text_of(std::span<const std::pair<Value, std::string_view>> table, Value value) {
  for (const auto& [one, text] : table)
    if (one == value) return text;
  throw std::logic_error("no such value is kept");
}

template <class Value>
Value value_of(std::span<const std::pair<Value, std::string_view>> table, std::string_view text) {
  for (const auto& [one, name] : table)
    if (name == text) return one;
  throw std::runtime_error("the row holds \"" + std::string(text) + "\", which this desk does not know");
}

std::optional<WallInterval> hours_in(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return WallInterval{static_cast<int>(row.integer(column)), static_cast<int>(row.integer(column + 1))};
}

std::optional<int> opens(const std::optional<WallInterval>& hours) {
  return hours ? std::optional(hours->open) : std::nullopt;
}
std::optional<int> closes(const std::optional<WallInterval>& hours) {
  return hours ? std::optional(hours->close) : std::nullopt;
}

constexpr std::string_view time_off_columns =
    "SELECT id, person_id, kind, first_date, last_date, opens, closes, note, state, asked_by, asked_at, "
    "decided_by, decided_at, answer, knowing, withdrawn_by, withdrawn_at FROM time_off ";

std::vector<TimeOffRow> time_off_of(Statement& row) {
  std::vector<TimeOffRow> rows;
  while (row.step())
    rows.push_back({.id = row.id<TimeOff>(0),
                    .person = row.id<Person>(1),
                    .change = {value_of<RotaChange::Kind>(kinds, row.text(2)), row.date(3), row.date(4),
                               hours_in(row, 5)},
                    .note = row.string(7),
                    .state = value_of<State>(states, row.text(8)),
                    .asked_by = row.id<Person>(9),
                    .asked_at = row.instant(10),
                    .decided_by = row.optional_id<Person>(11),
                    .decided_at = row.optional_instant(12),
                    .answer = row.string(13),
                    .knowing = row.optional_string(14),
                    .withdrawn_by = row.optional_id<Person>(15),
                    .withdrawn_at = row.optional_instant(16)});
  return rows;
}

constexpr std::string_view swap_columns =
    "SELECT id, person_id, on_date, on_opens, on_closes, off_date, off_opens, off_closes, note, time_off_id, "
    "made_by, made_at, withdrawn_by, withdrawn_at, knowing FROM swap ";

std::vector<SwapRow> swaps_of(Statement& row) {
  std::vector<SwapRow> rows;
  while (row.step()) {
    SwapRow swap{.id = row.id<Swap>(0),
                 .person = row.id<Person>(1),
                 .on = {row.date(2), hours_in(row, 3)},
                 .off = std::nullopt,
                 .note = row.string(8),
                 .time_off = row.optional_id<TimeOff>(9),
                 .made_by = row.id<Person>(10),
                 .made_at = row.instant(11),
                 .withdrawn_by = row.optional_id<Person>(12),
                 .withdrawn_at = row.optional_instant(13),
                 .knowing = row.optional_string(14)};
    if (!row.is_null(5)) swap.off = SwapRow::Part{row.date(5), hours_in(row, 6)};
    rows.push_back(std::move(swap));
  }
  return rows;
}

template <class Rows>
auto first_of(Rows rows) -> std::optional<typename Rows::value_type> {
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

}  // namespace

std::string_view to_text(State state) {
  return text_of<State>(states, state);
}

TimeOffId insert_time_off(Session& session, const TimeOffRow& row) {
  session
      .prepare(
          "INSERT INTO time_off (person_id, kind, first_date, last_date, opens, closes, note, state, "
          "asked_by, "
          "asked_at, decided_by, decided_at, answer, knowing) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .bind(row.person)
      .bind(text_of<RotaChange::Kind>(kinds, row.change.kind))
      .bind(row.change.first)
      .bind(row.change.last)
      .bind(opens(row.change.hours))
      .bind(closes(row.change.hours))
      .bind(row.note)
      .bind(to_text(row.state))
      .bind(row.asked_by)
      .bind(row.asked_at)
      .bind(row.decided_by)
      .bind(row.decided_at)
      .bind(row.answer)
      .bind(row.knowing)
      .run();
  return {session.last_insert_id()};
}

void write_time_off(Session& session, const TimeOffRow& row) {
  session
      .prepare(
          "UPDATE time_off SET last_date = ?, state = ?, decided_by = ?, decided_at = ?, answer = ?, "
          "knowing = ?, withdrawn_by = ?, withdrawn_at = ? WHERE id = ?")
      .bind(row.change.last)
      .bind(to_text(row.state))
      .bind(row.decided_by)
      .bind(row.decided_at)
      .bind(row.answer)
      .bind(row.knowing)
      .bind(row.withdrawn_by)
      .bind(row.withdrawn_at)
      .bind(row.id)
      .run();
}

std::optional<TimeOffRow> find_time_off(Session& session, TimeOffId id) {
  static const std::string sql = std::string(time_off_columns) + "WHERE id = ?";
  auto query = session.prepare(sql);
  query.bind(id);
  return first_of(time_off_of(query));
}

std::vector<TimeOffRow> read_time_off(Session& session, Date from, std::optional<int> at_most) {
  static const std::string sql =
      std::string(time_off_columns) +
      "WHERE last_date >= ? ORDER BY state = 'requested' DESC, first_date, id LIMIT ?";
  auto query = session.prepare(sql);
  query.bind(from).bind(at_most.value_or(-1));
  return time_off_of(query);
}

std::vector<TimeOffRow> read_requested_time_off(Session& session) {
  static const std::string sql = std::string(time_off_columns) + "WHERE state = 'requested' ORDER BY id";
  auto query = session.prepare(sql);
  return time_off_of(query);
}

int count_time_off_asked(Session& session, PersonId by, Instant since) {
  auto query = session.prepare("SELECT count(*) FROM time_off WHERE asked_by = ? AND asked_at > ?");
  query.bind(by).bind(since).step();
  return static_cast<int>(query.integer(0));
}

SwapId insert_swap(Session& session, const SwapRow& row) {
  const auto off_date = row.off ? std::optional(row.off->date) : std::nullopt;
  const auto off_hours = row.off ? row.off->hours : std::nullopt;
  session
      .prepare(
          "INSERT INTO swap (person_id, on_date, on_opens, on_closes, off_date, off_opens, off_closes, note, "
          "time_off_id, made_by, made_at, knowing) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")
      .bind(row.person)
      .bind(row.on.date)
      .bind(row.on.hours.value().open)
      .bind(row.on.hours.value().close)
      .bind(off_date)
      .bind(opens(off_hours))
      .bind(closes(off_hours))
      .bind(row.note)
      .bind(row.time_off)
      .bind(row.made_by)
      .bind(row.made_at)
      .bind(row.knowing)
      .run();
  return {session.last_insert_id()};
}

void withdraw_swap(Session& session, SwapId id, PersonId by, Instant now) {
  session.prepare("UPDATE swap SET withdrawn_by = ?, withdrawn_at = ? WHERE id = ?")
      .bind(by)
      .bind(now)
      .bind(id)
      .run();
}

std::optional<SwapRow> find_swap(Session& session, SwapId id) {
  static const std::string sql = std::string(swap_columns) + "WHERE id = ?";
  auto query = session.prepare(sql);
  query.bind(id);
  return first_of(swaps_of(query));
}

std::optional<SwapRow> find_swap_for(Session& session, TimeOffId time_off) {
  static const std::string sql =
      std::string(swap_columns) + "WHERE time_off_id = ? AND withdrawn_at IS NULL ORDER BY id";
  auto query = session.prepare(sql);
  query.bind(time_off);
  return first_of(swaps_of(query));
}

std::vector<SwapRow> read_swaps(Session& session, Date from) {
  static const std::string sql =
      std::string(swap_columns) +
      "WHERE withdrawn_at IS NULL AND max(on_date, coalesce(off_date, on_date)) >= ? ORDER BY on_date, id";
  auto query = session.prepare(sql);
  query.bind(from);
  return swaps_of(query);
}

std::vector<RotaChange> changes_of(const SwapRow& swap) {
  std::vector<RotaChange> changes{{RotaChange::Kind::swap_extra, swap.on.date, swap.on.date, swap.on.hours}};
  if (swap.off)
    changes.push_back({RotaChange::Kind::swap_off, swap.off->date, swap.off->date, swap.off->hours});
  return changes;
}

std::map<PersonId, std::vector<RotaChange>> read_rota_changes(Session& session) {
  std::map<PersonId, std::vector<RotaChange>> changes;
  auto off = session.prepare(
      "SELECT person_id, kind, first_date, last_date, opens, closes FROM time_off WHERE state = 'granted' "
      "ORDER BY id");
  while (off.step())
    changes[off.id<Person>(0)].push_back(
        {value_of<RotaChange::Kind>(kinds, off.text(1)), off.date(2), off.date(3), hours_in(off, 4)});
  auto swap = session.prepare(
      "SELECT person_id, on_date, on_opens, on_closes, off_date, off_opens, off_closes FROM swap "
      "WHERE withdrawn_at IS NULL ORDER BY id");
  while (swap.step()) {
    SwapRow row{.person = swap.id<Person>(0), .on = {swap.date(1), hours_in(swap, 2)}};
    if (!swap.is_null(4)) row.off = SwapRow::Part{swap.date(4), hours_in(swap, 5)};
    for (const RotaChange& change : changes_of(row)) changes[row.person].push_back(change);
  }
  return changes;
}

}  // namespace punctual::store
