// A hundred thousand running clocks: ten thousand of them due in one second, each fired once, while requests
// keep coming in; and what they cost when nothing is due.
#include <atomic>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "app/clock.h"
#include "app/demo/directory.h"
#include "app/folder.h"
#include "app/seed/agency.h"
#include "app/written.h"
#include "desk/commands/change.h"
#include "desk/commands/submit.h"
#include "load/bench.h"
#include "load/desk_process.h"
#include "load/load.h"
#include "load/open_load.h"
#include "store/directory_changes.h"
#include "store/migrations/migrations.h"
#include "store/tickets.h"
#include "store/writer.h"
#include "store/zones/system_zones.h"

namespace {

using namespace punctual;
using namespace punctual::bench;

constexpr int due_at_once = 10'000;
constexpr int others = 90'000;
constexpr int tickets_a_transaction = 250;
constexpr int intake_per_second = 200;
constexpr Seconds lead = std::chrono::seconds{60};  // until they are due, once they are there
constexpr double most_seconds = 10;
constexpr double most_rest_percent = 1;
constexpr std::chrono::seconds rest{30};          // over which the cost at rest is measured
constexpr std::chrono::seconds settled{5};        // after the last request, before that
constexpr std::chrono::seconds intake_before{5};  // intake runs already when they fall due

/// The clocks, written by the desk's own commands before it runs: of a client whose promises hold around the
/// clock, so that the hour of the run does not matter.
class Preparation {
 public:
  explicit Preparation(const std::filesystem::path& data)
      : folder_(app::DataFolder::hold(data).value()),
        desk_({.data = data,
               .base_url = "http://localhost",
               .mail_from = "desk@punctual.example",
               .mail_kept_here = true},
              folder_.key(), zones_),
        writer_(migrated(desk_), {}) {
    const auto passwords = app::demo::hashed_passwords(desk_);
    app::write_or_throw(writer_, [&](store::Session& session) {
      app::demo::write_directory(session, passwords, app::system_now());
      const auto client = store::insert_client(session, {{}, "Night Shift", {}, "round-the-clock"});
      store::insert_contact(session, {{}, client, "Nia Night", "nia@night.example"});
    });
    desk_.reload(desk_.reader());
  }

  void submit(int count, Impact impact, const std::function<Instant(int)>& at) {
    for (int n = 0; n < count; n += tickets_a_transaction)
      app::write_or_throw(writer_, [&](store::Session& session) {
        for (int each = n; each < n + tickets_a_transaction; ++each)
          desk::submit(desk_, session, request(impact), Actor::contact({}), at(each));
      });
  }
  /// Stages that are passed already are not this bench's.
  void fire_until(Instant now) {
    for (bool more = true; more;)
      app::write_or_throw(writer_, [&](store::Session& session) {
        const auto due = store::due_timers(session, now, tickets_a_transaction);
        for (const auto& timer : due) desk::fire(desk_, session, timer.ticket, timer.fire_at);
        more = !due.empty();
      });
  }

 private:
  static std::string migrated(const desk::Desk& desk) {
    store::Session session(desk.database().string(), store::Session::Mode::read_write);
    store::migrate(session);
    return desk.database().string();
  }
  static desk::NewRequest request(Impact impact) {
    desk::NewRequest made;
    made.name = "Nia Night";
    made.email = "nia@night.example";
    made.site = "https://night.example";
    made.live = true;
    made.description = "The checkout stops after the address step, and the button stays grey.";
    made.impact = impact;
    made.source = Source::api;  // a known sender: receipts to strangers are bounded
    return made;
  }

  SystemZones zones_;
  app::DataFolder folder_;
  desk::Desk desk_;
  store::Writer writer_;
};

/// Reads what the running desk has written.
class Journal {
 public:
  explicit Journal(const std::filesystem::path& data)
      : session_((data / "desk.sqlite").string(), store::Session::Mode::read_only) {}

  std::int64_t number(const std::string& sql) {
    auto query = session_.prepare(sql);
    query.step();
    return query.integer(0);
  }

 private:
  store::Session session_;
};

/// Seconds from the due until all of them have been announced; more than the limit where they never are.
double announced_after(const std::filesystem::path& data, std::int64_t before, Instant due) {
  Journal journal(data);
  const std::string count =
      "SELECT count(*) FROM journal WHERE type = 'breached' AND id > " + std::to_string(before);
  const auto due_at = std::chrono::system_clock::time_point{due.time_since_epoch()};
  const auto give_up = due_at + std::chrono::seconds{60};
  while (std::chrono::system_clock::now() < give_up) {
    const auto looked_at = std::chrono::system_clock::now();
    if (journal.number(count) >= due_at_once)
      return std::chrono::duration<double>(looked_at - due_at).count();
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  throw std::runtime_error("after a minute only " + std::to_string(journal.number(count)) +
                           " were announced");
}

std::string one_more(const std::string& token) {
  const std::string body =
      R"({"contact":{"name":"Ann","email":"ann@client.example"},"site":"https://client.example","live":true,)"
      R"("description":"The newsletter form takes the address and then says nothing.","impact":"low_impact"})";
  return "POST /api/v1/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token +
         "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         body;
}

void run(const std::string& program, const std::filesystem::path& data, Report& report) {
  Instant due{};
  {
    Preparation desk(data);
    const Instant now = app::system_now();
    desk.submit(others, Impact::cosmetic_or_new,
                [&](int n) { return now - std::chrono::hours{20} + Seconds{n % 72'000}; });
    due = app::system_now() + lead;
    desk.submit(due_at_once, Impact::business_stopped,
                [&](int) { return due - std::chrono::minutes{30}; });  // tier 1's first reply
    desk.fire_until(app::system_now());
  }
  const DeskProcess desk(program, data);
  const std::string token = desk.coordinators_token();
  Journal journal(data);
  const auto before = journal.number("SELECT max(id) FROM journal");
  const auto running = journal.number("SELECT count(*) FROM ticket WHERE active = 1");
  const auto left = due - app::system_now();
  if (left < Seconds{10})
    throw std::runtime_error("the machine was too slow to be ready before they are due");
  std::this_thread::sleep_for(left - intake_before);

  double seconds = 0;
  std::exception_ptr failed;
  std::thread watching([&] {
    try {
      seconds = announced_after(data, before, due);
    } catch (...) {
      failed = std::current_exception();
    }
  });
  const auto taken = run_open_load({.port = desk.port(),
                                    .per_second = intake_per_second,
                                    .time = std::chrono::milliseconds{15'000},
                                    .expected_status = 201,
                                    .next = [request = one_more(token)] { return request; }});
  watching.join();
  if (failed) std::rethrow_exception(failed);

  const std::string since = " FROM journal WHERE type = 'breached' AND id > " + std::to_string(before);
  report.add("tickets_with_clocks", static_cast<double>(running), "tickets");
  report.add_beside("fired_within_s", seconds, "s", "asked", most_seconds);
  report.add("fired_early",
             static_cast<double>(journal.number("SELECT count(*)" + since + " AND at < " +
                                                std::to_string(due.time_since_epoch().count()))),
             "stages");
  report.add("fired_twice",
             static_cast<double>(journal.number("SELECT count(*) - count(DISTINCT subject_id)" + since)),
             "stages");
  report.add("intake_p50_ms", taken.p50_ms, "ms");
  report.add("intake_p99_ms", taken.p99_ms, "ms");

  std::this_thread::sleep_for(settled);
  const double cpu = cpu_seconds(desk.pid());
  std::this_thread::sleep_for(rest);
  report.add_beside("cpu_at_rest_percent",
                    (cpu_seconds(desk.pid()) - cpu) * 100 / std::chrono::duration<double>(rest).count(), "%",
                    "asked", most_rest_percent);
}

}  // namespace

int main(int argc, char** argv) {
  return run_bench_in_new_folder("timers", argc, argv, [&](const Started& started, Report& report) {
    run(started.program, started.folder, report);
  });
}
