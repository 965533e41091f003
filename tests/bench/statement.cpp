// A month of 1,000 clients with 100,000 entries of time: the statement of each, beside the same rows read
// from SQLite and nothing made of them. A third of the clients roll their allowance over, a third are charged
// beyond it, the rest pay as they go; each has ten requests.
#include "desk/agreements/statement.h"

#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>

#include "app/demo/demo_desk.h"
#include "app/seed/draw.h"
#include "desk/commands/submit.h"
#include "desk/configuration/apply.h"
#include "desk/desk.h"
#include "domain/time/rfc3339.h"
#include "load/bench.h"
#include "store/agreements.h"
#include "store/directory_changes.h"
#include "store/migrations/migrations.h"
#include "store/time_entries.h"
#include "store/zones/system_zones.h"

namespace {

using namespace punctual;
using namespace punctual::bench;
using app::seed::Draw;
using Clock = std::chrono::steady_clock;

constexpr int clients = 1000;
constexpr int tickets_a_client = 10;
constexpr int entries_a_ticket = 10;
constexpr int rounds = 7;
constexpr double most_ratio = 3;
const Instant sent = parse_rfc3339("2026-10-01T14:00:00Z").value();
const Instant now = parse_rfc3339("2026-11-05T14:00:00Z").value();
const Date month{std::chrono::year{2026} / 10 / 1};

agreement::Version terms_of(int client) {
  agreement::Version version{.terms = {.from = Date{std::chrono::year{2026} / 8 / 1},
                                       .currency = agreement::Currency::of("USD").value(),
                                       .allowance = agreement::Allowance{.minutes = 1800},
                                       .kinds = {{"design", 9000, true}, {"", 12'000, true}},
                                       .rounding = {}}};
  if (client % 3 == 0) version.terms.allowance->rollover = 3;
  if (client % 3 == 1) version.terms.overage.reset();
  if (client % 3 == 2) {
    version.terms.allowance.reset();
    version.terms.overage.reset();
    version.terms.rounding = {.minimum = 15, .increment = 15};
  }
  version.terms.outside_percent = 150;
  version.terms.credit = {.minutes = 60, .most = 240};
  return version;
}

void write_time(store::Session& session, ClientId client, TicketId ticket, PersonId person, Draw& draw) {
  for (int n = 0; n < entries_a_ticket; ++n) {
    const Date on = month + std::chrono::days{draw.below(31)};
    store::insert_time_entry(session, {.ticket = ticket,
                                       .client = client,
                                       .person = person,
                                       .on = on,
                                       .counts_on = on,
                                       .inside = 5 + draw.below(90),
                                       .outside = draw.below(4) == 0 ? draw.below(60) : 0,
                                       .kind = draw.below(3) == 0 ? "design" : "",
                                       .note = "Looked into what the client wrote and mended it",
                                       .courtesy = draw.below(20) == 0,
                                       .written_at = now});
  }
}

void write_desk(desk::Desk& desk, store::Session& session) {
  store::migrate(session);
  session.execute("BEGIN IMMEDIATE");
  desk::apply_configuration(session, desk::plan_configuration(session, app::demo::agency(), sent),
                            Actor::desk(), sent);
  for (int n = 0; n < clients; ++n) {
    const auto id = store::insert_client(
        session, {.id = {}, .name = "Client " + std::to_string(n), .pod = {}, .policy = "standard"});
    store::insert_contact(session, {{}, id, "Ann", "ann@client-" + std::to_string(n) + ".example"});
    store::write_agreement(session, id, {terms_of(n)}, sent);
  }
  session.execute("COMMIT");
  desk.reload(session);
  const auto person = desk.catalogue()->people().front().id;
  Draw draw(6);
  session.execute("BEGIN IMMEDIATE");
  for (int n = 0; n < clients; ++n)
    for (int t = 0; t < tickets_a_client; ++t) {
      const auto ticket = desk::submit(desk, session,
                                       {.name = "Ann",
                                        .email = "ann@client-" + std::to_string(n) + ".example",
                                        .site = "https://client.example",
                                        .description = "The checkout answers with an error since nine.",
                                        .impact = Impact::low_impact},
                                       Actor::contact({}), sent);
      write_time(session, ticket.ticket.request.client, ticket.id, person, draw);
    }
  session.execute("COMMIT");
}

/// What statements are made of, every column taken out of its row, and that is all.
class SameRows {
 public:
  explicit SameRows(const std::string& path) {
    if (sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) fail();
    for (const char* rows :
         {"* FROM time_entry", "* FROM clock", "* FROM agreement_version", "* FROM client",
          "id, client_id, tier, provisional_tier, status, summary, version, chain_head FROM ticket"})
      prepare(std::string("SELECT ") + rows);
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
  const SystemZones zones;
  desk::Desk desk({.data = folder, .base_url = "http://localhost:8080", .mail_from = {}},
                  std::string(32, 'k'), zones);
  {
    store::Session session(path, store::Session::Mode::read_write);
    write_desk(desk, session);
  }
  store::Session session(path, store::Session::Mode::read_only);
  SameRows same(path);
  double stated = 0;
  double read = 0;
  std::int64_t minutes = 0;
  for (int round = 0; round < rounds; ++round) {
    const double all = milliseconds_of([&] {
      const store::Snapshot snapshot(session);
      const auto catalogue = desk.catalogue();
      minutes = 0;
      for (const auto& client : catalogue->clients())
        for (const auto& ticket : desk::draft_statement(session, *catalogue, client, month, now).tickets)
          minutes += ticket.minutes;
      keep(minutes);
    });
    const double rows = milliseconds_of([&] { keep(same.read()); });
    stated = round == 0 ? all : std::min(stated, all);
    read = round == 0 ? rows : std::min(read, rows);
  }
  report.add("rows", static_cast<double>(same.rows()), "");
  report.add("minutes", static_cast<double>(minutes), "");
  report.add_beside("statements", stated, "ms", "rows_alone", read);
  if (minutes == 0) throw std::runtime_error("nothing was stated, of a month full of work");
  if (stated > most_ratio * read)
    throw std::runtime_error("statements take " + std::to_string(stated / read) +
                             " times as long as reading their rows; 3 is the most");
}

}  // namespace

int main(int argc, char** argv) {
  return run_bench_in_new_folder(
      "statement", argc, argv, [&](const Started& started, Report& report) { run(started.folder, report); });
}
