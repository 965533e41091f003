// Every gap of 52 weeks in a desk of 50 pods of 12 people with 500 clients: the rows read and counted on,
// beside the same rows read from SQLite and nothing made of them. A pod is in one zone, half of it works
// Monday to Thursday, half Tuesday to Friday; each has holidays and swaps of their own. Every tenth pod keeps
// clients who were promised the whole week, and works in shifts.
#include "desk/rota/coverage.h"

#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>

#include "app/clock.h"
#include "app/demo/demo_desk.h"
#include "app/seed/draw.h"
#include "desk/catalogue.h"
#include "desk/configuration/apply.h"
#include "load/bench.h"
#include "store/calendars.h"
#include "store/directory_changes.h"
#include "store/migrations/migrations.h"
#include "store/policies.h"
#include "store/rota.h"
#include "store/zones/system_zones.h"

namespace {

using namespace punctual;
using namespace punctual::bench;
using app::seed::Draw;
using Clock = std::chrono::steady_clock;

constexpr int pods = 50;
constexpr int people_a_pod = 12;
constexpr int clients = 500;
constexpr int time_off_each = 3;
constexpr std::chrono::weeks ahead{52};
constexpr int rounds = 15;
constexpr double most_ratio = 5;

/// Where a pod lives, when its day begins there, and what its clients were promised.
struct Home {
  const char* zone;
  int begins;
  const char* policy;
};
constexpr Home homes[] = {
    {"America/New_York", 8, "standard"}, {"America/Denver", 6, "priority"}, {"Europe/London", 7, "early"}};
constexpr bool in_shifts(int pod) {
  return pod % 10 == 0;
}

/// Four days, by turns from Monday and from Tuesday, with or without a break at noon; of a pod in shifts by
/// day, by evening and by night, and as many from Friday to Monday.
BusinessHours week_of(int person, int pod, const Home& home) {
  const int begins = home.begins * 60;
  const DayHours days[] = {{{begins, begins + 4 * 60}, {begins + 5 * 60, begins + 9 * 60}},
                           {{begins, begins + 9 * 60}}};
  const DayHours shifts[] = {{{6 * 60, 14 * 60}}, {{14 * 60, 22 * 60}}, {{22 * 60, 30 * 60}}};
  BusinessHours week{.zone = home.zone};
  const int first = in_shifts(pod) ? (person % 2) * 4 : person % 2;
  for (int day = first; day < first + 4; ++day)
    week.weekly[static_cast<std::size_t>(day % 7)] =
        in_shifts(pod) ? shifts[person / 2 % 3] : days[person / 2 % 2];
  return week;
}

/// A policy that counts on other hours than the desk's, beside those of the example.
void write_early(store::Session& session) {
  auto policy = store::read_policies(session).front();
  BusinessHours early{.zone = "Europe/London"};
  for (std::size_t day = 0; day < 5; ++day) early.weekly[day] = {{7 * 60, 16 * 60}};
  policy.name = "early";
  policy.supersedes = {};
  policy.own_calendar = store::insert_calendar(session, early);
  store::insert_policy(session, policy);
}

void write_changes(store::Session& session, PersonId person, Date today, Draw& draw) {
  const auto some_day = [&] { return today + std::chrono::days{draw.below(360)}; };
  for (int n = 0; n < time_off_each; ++n) {
    const Date first = some_day();
    store::insert_time_off(session, {.person = person,
                                     .change = {people::RotaChange::Kind::time_off, first,
                                                first + std::chrono::days{draw.below(14)}, std::nullopt},
                                     .note = "Holidays",
                                     .state = store::TimeOffRow::State::granted,
                                     .asked_by = person});
  }
  store::insert_swap(session, {.person = person,
                               .on = {some_day(), WallInterval{8 * 60, 17 * 60}},
                               .off = store::SwapRow::Part{some_day(), std::nullopt},
                               .note = "",
                               .made_by = person});
}

void write_desk(store::Session& session, Instant now) {
  store::migrate(session);
  session.execute("BEGIN IMMEDIATE");
  desk::apply_configuration(session, desk::plan_configuration(session, app::demo::agency(), now),
                            Actor::desk(), now);
  Draw draw(5);
  const Date today{std::chrono::floor<std::chrono::days>(now).time_since_epoch()};
  write_early(session);
  std::vector<PodId> made;
  for (int pod = 0; pod < pods; ++pod) {
    const Home& home = homes[pod % 3];
    store::PodRow row{.id = {},
                      .name = "Pod " + std::to_string(pod),
                      .members = {},
                      .needed = in_shifts(pod) ? 1 : 1 + pod % 3};
    for (int n = 0; n < people_a_pod; ++n) {
      const auto number = std::to_string(pod * people_a_pod + n);
      const auto id = store::insert_person(session, {.id = {},
                                                     .name = "Person " + number,
                                                     .email = "person-" + number + "@punctual.example",
                                                     .role = people::Role::member,
                                                     .password_hash = {},
                                                     .hours = week_of(n, pod, home),
                                                     .skills = {"Drupal", "hosting"}});
      write_changes(session, id, today, draw);
      row.members.push_back(id);
    }
    made.push_back(store::insert_pod(session, row));
  }
  for (int n = 0; n < clients; ++n) {
    const int pod = n % pods;
    store::insert_client(session, {.id = {},
                                   .name = "Client " + std::to_string(n),
                                   .pod = made[static_cast<std::size_t>(pod)],
                                   .policy = in_shifts(pod) ? "round-the-clock" : homes[pod % 3].policy,
                                   .skills = {"hosting"}});
  }
  session.execute("COMMIT");
}

/// All that a desk's rota is made of, as the desk asks for it; every column is taken out of its row, and that
/// is all. What is written in a column (hours are JSON) is not looked into: that is part of counting.
class SameRows {
 public:
  explicit SameRows(const std::string& path) {
    if (sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) fail();
    for (const char* table : {"person", "pod", "pod_member", "client", "time_off",
                              "swap WHERE withdrawn_at IS NULL", "policy_version", "calendar", "setting"})
      prepare(std::string("SELECT * FROM ") + table);
  }
  SameRows(const SameRows&) = delete;
  SameRows& operator=(const SameRows&) = delete;
  ~SameRows() {
    for (auto* statement : statements_) sqlite3_finalize(statement);
    sqlite3_close(db_);
  }

  std::int64_t read() {
    std::int64_t bytes = 0;
    rows_ = 0;
    sqlite3_exec(db_, "BEGIN", nullptr, nullptr, nullptr);
    for (auto* statement : statements_) {
      while (sqlite3_step(statement) == SQLITE_ROW) {
        ++rows_;
        for (int column = 0; column < sqlite3_column_count(statement); ++column)
          bytes += take(statement, column);
      }
      sqlite3_reset(statement);
    }
    sqlite3_exec(db_, "COMMIT", nullptr, nullptr, nullptr);
    return bytes;
  }
  std::int64_t rows() const { return rows_; }

 private:
  static std::int64_t take(sqlite3_stmt* statement, int column) {
    if (sqlite3_column_type(statement, column) == SQLITE_INTEGER)
      return sqlite3_column_int64(statement, column) & 1;
    const auto* text = sqlite3_column_text(statement, column);
    const int length = sqlite3_column_bytes(statement, column);
    return text ? std::ssize(
                      std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)))
                : 0;
  }
  void prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail();
    statements_.push_back(statement);
  }
  [[noreturn]] void fail() const { throw std::runtime_error(std::string("sqlite: ") + sqlite3_errmsg(db_)); }

  sqlite3* db_ = nullptr;
  std::vector<sqlite3_stmt*> statements_;
  std::int64_t rows_ = 0;
};

double milliseconds_of(auto&& work) {
  const auto begun = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

/// What was computed is used: nothing may be left out as if nobody asked.
void keep(std::int64_t value) {
  asm volatile("" : : "r"(value) : "memory");
}

void run(const std::filesystem::path& folder, Report& report) {
  const auto path = (folder / "desk.sqlite").string();
  const Instant now = app::system_now();
  {
    store::Session session(path, store::Session::Mode::read_write);
    write_desk(session, now);
  }
  // A desk has its zones and an open session before anybody asks.
  const SystemZones zones;
  store::Session session(path, store::Session::Mode::read_only);
  SameRows same(path);
  double counted = 0;
  double loading = 0;
  double read = 0;
  std::size_t gaps = 0;
  for (int round = 0; round < rounds; ++round) {
    std::shared_ptr<const desk::Catalogue> catalogue;
    const double loaded = milliseconds_of([&] {
      const store::Snapshot snapshot(session);
      catalogue = desk::Catalogue::load(session, zones, nullptr);
    });
    const double computed = milliseconds_of([&] {
      gaps = 0;
      for (const auto& pod : desk::coverage(*catalogue, std::nullopt, ahead, now, people::Cut::nowhere))
        gaps += pod.gaps.size();
      keep(static_cast<std::int64_t>(gaps));
    });
    const double rows = milliseconds_of([&] { keep(same.read()); });
    const auto best = [&](double& kept, double value) { kept = round == 0 ? value : std::min(kept, value); };
    best(counted, loaded + computed);
    best(loading, loaded);
    best(read, rows);
  }
  report.add("rows", static_cast<double>(same.rows()), "");
  report.add("gaps", static_cast<double>(gaps), "");
  report.add("reading_for_it", loading, "ms");
  report.add_beside("coverage", counted, "ms", "rows_alone", read);
  if (gaps == 0) throw std::runtime_error("no gap was found, in pods with one in each week");
  if (counted > most_ratio * read)
    throw std::runtime_error("coverage takes " + std::to_string(counted / read) +
                             " times as long as reading its rows; 5 is the most");
}

}  // namespace

int main(int argc, char** argv) {
  return run_bench_in_new_folder(
      "coverage", argc, argv, [&](const Started& started, Report& report) { run(started.folder, report); });
}
