// How many tickets a second the desk takes through its API, each on disk before it is acknowledged; beside it
// what SQLite alone makes of the very same rows, a hundred tickets a transaction.
#include <array>
#include <filesystem>
#include <stdexcept>

#include "load/bench.h"
#include "load/desk_process.h"
#include "load/load.h"
#include "load/same_rows.h"

namespace {

using namespace punctual::bench;

constexpr int variants = 2000;
constexpr std::int64_t most_tickets_beside = 30'000;
constexpr int group = 100;

/// Always the same sequence: a run can be compared with the last one.
class Sequence {
 public:
  std::size_t below(std::size_t end) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state_ >> 33) % end;
  }

 private:
  std::uint64_t state_ = 42;
};

std::string description(Sequence& sequence) {
  constexpr std::array sentences = {
      "The checkout stops after the address step, and the button stays grey.",
      "It began this morning, about ten minutes past nine, for everybody in the office.",
      "We have tried another browser and a phone, with the same result.",
      "Customers call us because the confirmation mail does not arrive.",
      "The page shows \\\"Something went wrong\\\" and a number: 500-7731.",
      "On the staging site it works, so it may have come with last night's change.",
      "Könnten Sie bitte auch das Kontaktformular prüfen? Es ist ähnlich langsam.",
      "Our campaign starts on Thursday; until then the landing page has to be right.",
      "I attach nothing, because the picture shows an address of a customer.",
      "Please call me if you need access to the hosting account."};
  std::string out;
  while (out.size() < 540 + sequence.below(120)) {
    out += sentences[sequence.below(sentences.size())];
    out += sequence.below(3) == 0 ? "\\n\\n" : " ";
  }
  return out;
}

std::string body(Sequence& sequence, int n) {
  constexpr std::array impacts = {"business_stopped", "degraded", "low_impact", "cosmetic_or_new"};
  const std::string who = std::to_string(n);
  const std::string site = "https://shop-" + std::to_string(sequence.below(300)) + ".example";
  return R"({"contact":{"name":"Contact )" + who + R"(","email":"contact-)" + who +
         R"(@client.example"},"site":")" + site + R"(","page":")" + site +
         R"(/checkout?step=2","live":true,"description":")" + description(sequence) + R"(","impact":")" +
         impacts[sequence.below(impacts.size())] + R"("})";
}

std::vector<std::string> requests(const std::string& token) {
  std::vector<std::string> out;
  Sequence sequence;
  for (int n = 0; n < variants; ++n) {
    const std::string content = body(sequence, n);
    out.push_back(
        "POST /api/v1/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAuthorization: "
        "Bearer " +
        token + "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(content.size()) +
        "\r\n\r\n" + content);
  }
  return out;
}

Answered measure(const DeskProcess& desk, const std::vector<std::string>& all, int connections) {
  const Answered answered = run_load({.port = desk.port(),
                                      .connections = connections,
                                      .warm_up = std::chrono::milliseconds(1000),
                                      .time = std::chrono::milliseconds(5000),
                                      .expected_status = 201,
                                      .requests = all},
                                     desk.pid());
  if (answered.other > 0) throw std::runtime_error("not every ticket was taken: " + answered.first_other);
  return answered;
}

void run(const std::string& program, const std::filesystem::path& folder, Report& report) {
  const auto data = folder / "data";
  const auto database = data / "desk.sqlite";
  const auto before = folder / "before.sqlite";
  std::string token;
  {
    const DeskProcess desk(program, data);
    token = desk.coordinators_token();
  }
  copy_database(database, before);
  double most_busy = 0;
  {
    const DeskProcess desk(program, data);
    const auto all = requests(token);
    for (const int connections : {1, 16, 128}) {
      const Answered answered = measure(desk, all, connections);
      const std::string of = ".c" + std::to_string(connections);
      if (connections != 128) report.add("tickets_per_s" + of, answered.per_second(), "1/s");
      report.add("p50" + of, answered.latencies.p50_ms, "ms");
      report.add("p99" + of, answered.latencies.p99_ms, "ms");
      report.add("server_cpu_a_ticket" + of, answered.cpu_us_each(), "us");
      most_busy = answered.per_second();
    }
  }
  // The best of three: what else the machine does must not make the other way look slow.
  Inserted alone;
  for (const char* name : {"alone-0.sqlite", "alone-1.sqlite", "alone-2.sqlite"}) {
    const Inserted again = insert_same_rows(before, database, folder / name, most_tickets_beside, group);
    if (alone.tickets == 0 || again.seconds < alone.seconds) alone = again;
  }
  report.add("rows_a_ticket", static_cast<double>(alone.rows) / static_cast<double>(alone.tickets), "rows");
  report.add_beside("tickets_per_s.c128", most_busy, "1/s", "sqlite3_groups_100", alone.tickets_per_second());
}

}  // namespace

int main(int argc, char** argv) {
  return run_bench_in_new_folder("intake", argc, argv, [&](const Started& started, Report& report) {
    run(started.program, started.folder, report);
  });
}
