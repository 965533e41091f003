// What a desk of a million tickets takes: how soon it serves, how much memory it holds at rest and after a
// sign-in, how much disk a ticket costs.
#include <sys/wait.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "load/bench.h"
#include "load/desk_process.h"
#include "load/peer.h"
#include "load/seeded_desk.h"

namespace {

using namespace punctual::bench;

constexpr std::int64_t tickets = 1'000'000;
constexpr double most_start_ms = 100;
constexpr double most_idle_mb = 30;
constexpr double most_signed_in_mb = 100;
constexpr int starts = 5;
constexpr std::chrono::seconds at_rest{60};    // the figure is of a desk that nobody has asked for a minute
constexpr std::chrono::seconds given_back{2};  // a sign-in's memory is returned after its answer

double resident_mb(pid_t pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  throw std::runtime_error("the desk has ended");
}

/// From exec to the whole of the public page.
double start_ms(const std::string& program, const std::filesystem::path& data) {
  const auto began = Peer::Clock::now();
  DeskProcess desk(program, data, DeskProcess::Wait::until_it_listens);
  Peer peer(desk.port());
  do {
    peer.ask("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n\r\n", began);
    while (!peer.hear()) {
    }
  } while (peer.status() == 503);
  const double ms = std::chrono::duration<double, std::milli>(Peer::Clock::now() - began).count();
  if (peer.status() != 200) throw std::runtime_error("the public page answers " + peer.reply());
  return ms;
}

void sign_in(const DeskProcess& desk) {
  const std::string body =
      R"({"email":")" + desk.coordinator().mail + R"(","password":")" + desk.coordinator().password + R"("})";
  Peer peer(desk.port());
  peer.ask("POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(desk.port()) +
               "\r\nOrigin: http://127.0.0.1:" + std::to_string(desk.port()) +
               "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n\r\n" + body,
           Peer::Clock::now());
  while (!peer.hear()) {
  }
  if (peer.status() / 100 != 2) throw std::runtime_error("signing in: " + peer.reply());
}

void run(const std::string& program, const std::filesystem::path& parent, Report& report) {
  const auto data = seeded_desk(program, parent, tickets);
  {
    const DeskProcess desk(program, data);
  }  // stopped cleanly, and the page cache warm
  double soonest = start_ms(program, data);
  for (int n = 1; n < starts; ++n) soonest = std::min(soonest, start_ms(program, data));
  report.add_beside("start_ms", soonest, "ms", "asked", most_start_ms);
  {
    const DeskProcess desk(program, data);
    std::this_thread::sleep_for(at_rest);
    report.add_beside("idle_rss_mb", resident_mb(desk.pid()), "MB", "asked", most_idle_mb);
    for (int n = 0; n < 4; ++n) sign_in(desk);
    std::this_thread::sleep_for(given_back);
    report.add_beside("signed_in_rss_mb", resident_mb(desk.pid()), "MB", "asked", most_signed_in_mb);
  }
  const double bytes = static_cast<double>(std::filesystem::file_size(data / "desk.sqlite"));
  report.add("bytes_a_ticket", bytes / tickets, "B");
}

}  // namespace

/// The folder keeps the seeded desk and must have room for 6 GB.
int main(int argc, char** argv) {
  return run_bench("footprint", argc, argv, [&](const Started& started, Report& report) {
    run(started.program, started.folder, report);
  });
}
