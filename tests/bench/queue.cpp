// How the pages people look at all day stand up to growth: 1,000, 100,000 and 1,000,000 tickets, two of a
// hundred open, asked for at a steady pace whether or not the answer before has come.
#include <boost/json.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <stdexcept>

#include "app/seed/agency.h"
#include "app/seed/draw.h"
#include "load/bench.h"
#include "load/desk_process.h"
#include "load/open_load.h"
#include "load/peer.h"
#include "load/seeded_desk.h"

namespace {

using namespace punctual::bench;
using punctual::app::seed::Draw;

constexpr std::int64_t smallest = 1'000;
constexpr std::int64_t middle = 100'000;
constexpr std::int64_t usual_largest = 1'000'000;
constexpr int per_second = 500;
constexpr int rounds = 3;  // a page's p50 is the best of so many, the sizes in turn
constexpr std::int64_t first_ticket = 1001;
constexpr int page_rows = 10;

/// A person's view of a running desk, through its API.
class Asker {
 public:
  explicit Asker(const DeskProcess& desk) : port_(desk.port()), token_(desk.coordinators_token()) {}

  std::string request(const std::string& path) const {
    return "GET /api/v1" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token_ +
           "\r\n\r\n";
  }
  boost::json::value get(const std::string& path) const {
    Peer peer(port_);
    peer.ask(request(path), Peer::Clock::now());
    while (!peer.hear()) {
    }
    if (peer.status() != 200) throw std::runtime_error(path + ": " + peer.reply());
    return boost::json::parse(peer.reply().substr(peer.reply().find("\r\n\r\n") + 4));
  }
  std::uint16_t port() const { return port_; }

 private:
  std::uint16_t port_;
  std::string token_;
};

std::int64_t client_with_three_open(const Asker& asker) {
  for (const auto& client : asker.get("/clients").at("items").as_array())
    if (client.at("name").as_string() == punctual::app::seed::three_open) return client.at("id").as_int64();
  throw std::runtime_error("the seeded desk has no client with three open tickets");
}

std::int64_t person_without_open_tickets(const Asker& asker) {
  for (const auto& person : asker.get("/people").at("items").as_array()) {
    const auto id = person.at("id").as_int64();
    const bool member = person.at("role").as_string() == "member";
    if (member && asker.get("/tickets?assignee=" + std::to_string(id)).at("items").as_array().empty())
      return id;
  }
  throw std::runtime_error("the seeded desk has nobody without open tickets");
}

std::string path_of_page_100(const Asker& asker) {
  const std::string page = "/tickets?state=all&limit=" + std::to_string(page_rows);
  std::string cursor;
  for (int n = 1; n < 100; ++n)
    cursor = "&cursor=" + std::string(asker.get(page + cursor).at("next_cursor").as_string());
  return page + cursor;
}

/// What is asked of a desk of so many tickets. Pages are of one size, so that only the desk's grows.
std::map<std::string, std::function<std::string()>> pages_of(const Asker& asker, std::int64_t tickets) {
  const auto always = [&](const std::string& path) {
    return [request = asker.request(path)] { return request; };
  };
  auto draw = std::make_shared<Draw>(7);
  return {
      {"first_page", always("/tickets?limit=" + std::to_string(page_rows))},
      {"client_three", always("/tickets?client=" + std::to_string(client_with_three_open(asker)))},
      {"assignee_none", always("/tickets?assignee=" + std::to_string(person_without_open_tickets(asker)))},
      {"page_100", always(path_of_page_100(asker))},
      {"ticket", [&asker, draw, tickets] {
         return asker.request("/tickets/P-" + std::to_string(first_ticket + draw->below(tickets)));
       }}};
}

void run(const std::string& program, const std::filesystem::path& parent, std::int64_t largest,
         Report& report) {
  std::map<std::string, std::map<std::int64_t, Latencies>> best;
  for (int round = 0; round < rounds; ++round)
    for (const std::int64_t tickets : std::set{smallest, std::min(middle, largest), largest}) {
      const DeskProcess desk(program, seeded_desk(program, parent, tickets));
      const Asker asker(desk);
      for (const auto& [name, next] : pages_of(asker, tickets)) {
        const auto took = run_open_load({.port = desk.port(),
                                         .per_second = per_second,
                                         .time = std::chrono::milliseconds{4000},
                                         .next = next});
        auto& kept = best[name][tickets];
        if (round == 0 || took.p50_ms < kept.p50_ms) kept = took;
      }
    }
  for (const auto& [name, of] : best) {
    for (const auto& [tickets, took] : of) {
      report.add(name + ".p50." + std::to_string(tickets), took.p50_ms, "ms");
      report.add(name + ".p99." + std::to_string(tickets), took.p99_ms, "ms");
    }
    report.add_beside("growth." + name, of.at(largest).p50_ms, "ms", "1000_tickets", of.at(smallest).p50_ms);
  }
}

}  // namespace

/// `[--largest 1000000]`; the folder keeps the seeded desks and must have room for 6 GB.
int main(int argc, char** argv) {
  return run_bench("queue", argc, argv, [&](const Started& started, Report& report) {
    const auto largest = argument(argc, argv, "--largest");
    run(started.program, started.folder, largest ? std::stoll(*largest) : usual_largest, report);
  });
}
