// Two thousand people look on: half of them staff, who see every ticket, half clients, who see their own.
// Each change must come to those who may know of it and to nobody else; how long that takes, and what a
// listener costs.
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <boost/json.hpp>
#include <deque>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "load/bench.h"
#include "load/desk_process.h"
#include "load/latencies.h"
#include "load/peer.h"

namespace {

using namespace punctual::bench;
using Clock = Peer::Clock;

constexpr int of_staff = 1'000;
constexpr int of_clients = 1'000;
constexpr int changes = 200;
constexpr std::chrono::milliseconds pace{50};  // between two changes
constexpr double most_p99_ms = 1'000;          // what a person takes for "at once"

double resident_kb(pid_t pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6));
  throw std::runtime_error("the desk has ended");
}

/// One open stream; counts the events that come.
struct Stream {
  Peer peer;
  int client = -1;  ///< whose ticket's page it is; -1: a member of staff
  std::size_t seen = 0;
  std::string tail{};
};

/// The listeners and what they hear. A change is expected at all of staff and at the page of its ticket.
class Audience {
 public:
  Audience() : epoll_(::epoll_create1(EPOLL_CLOEXEC)) {}
  Audience(const Audience&) = delete;
  Audience& operator=(const Audience&) = delete;
  ~Audience() { ::close(epoll_); }

  void add(std::uint16_t port, const std::string& request, int client) {
    Stream& stream = streams_.emplace_back(Peer(port), client);
    stream.peer.ask(request, Clock::now());
    epoll_event interest{.events = EPOLLIN, .data = {.ptr = &stream}};
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, stream.peer.socket(), &interest);
  }
  std::size_t size() const { return streams_.size(); }

  /// What comes within the time; each event is counted from `since`.
  void listen(Clock::time_point until, Clock::time_point since) {
    for (auto now = Clock::now(); now < until; now = Clock::now()) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - now).count();
      std::array<epoll_event, 256> events;
      const int count =
          ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), static_cast<int>(left) + 1);
      for (int i = 0; i < count; ++i)
        hear(*static_cast<Stream*>(events[static_cast<std::size_t>(i)].data.ptr), since);
    }
  }

  std::size_t heard(int client) const {
    std::size_t sum = 0;
    for (const Stream& stream : streams_)
      if (stream.client == client) sum += stream.seen;
    return sum;
  }
  std::size_t heard_by_clients() const {
    std::size_t sum = 0;
    for (const Stream& stream : streams_)
      if (stream.client >= 0) sum += stream.seen;
    return sum;
  }
  Waits& waits() { return waits_; }

 private:
  void hear(Stream& stream, Clock::time_point since) {
    std::array<char, 16 * 1024> bytes;
    const auto count = ::recv(stream.peer.socket(), bytes.data(), bytes.size(), 0);
    if (count <= 0) fail("the desk closed a stream");
    stream.tail.append(bytes.data(), static_cast<std::size_t>(count));
    // An event of a stream ends with an empty line; its name says that it is one.
    for (std::size_t at = 0; (at = stream.tail.find("\nevent: ")) != std::string::npos;) {
      stream.tail.erase(0, at + 8);
      ++stream.seen;
      waits_.add(Clock::now() - since);
    }
    if (stream.tail.size() > 64) stream.tail.erase(0, stream.tail.size() - 8);
  }

  int epoll_;
  std::deque<Stream> streams_;
  Waits waits_;
};

class Desk {
 public:
  explicit Desk(const DeskProcess& desk) : port_(desk.port()), token_(desk.coordinators_token()) {}

  std::string listening_as_staff() const {
    return "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token_ + "\r\n\r\n";
  }
  static std::string listening_on(const std::string& page) {
    return "GET " + page + "/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  }
  /// The new ticket's private page, as a path.
  std::string submit(int n) const {
    const std::string who = std::to_string(n);
    const auto made = boost::json::parse(
        sent("POST", "/api/v1/tickets",
             R"({"contact":{"name":"Client )" + who + R"(","email":"client-)" + who +
                 R"(@live.example"},"site":"https://live.example","live":true,)"
                 R"("description":"The opening hours are wrong.","impact":"low_impact"})"));
    const std::string url(made.at("url").as_string());
    return url.substr(url.find("/r/"));
  }
  void write_on(const std::string& page) const {
    Peer peer(port_);
    const std::string body = "body=It+is+still+so.";
    peer.ask("POST " + page + "/replies HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
                 "\r\nOrigin: http://127.0.0.1:" + std::to_string(port_) +
                 "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                 std::to_string(body.size()) + "\r\n\r\n" + body,
             Clock::now());
    while (!peer.hear()) {
    }
    if (peer.status() != 303) throw std::runtime_error("a client's message: " + peer.reply().substr(0, 600));
  }

 private:
  std::string sent(const std::string& method, const std::string& path, const std::string& body) const {
    Peer peer(port_);
    peer.ask(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token_ +
                 "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                 "\r\n\r\n" + body,
             Clock::now());
    while (!peer.hear()) {
    }
    if (peer.status() / 100 != 2) throw std::runtime_error(path + ": " + peer.reply().substr(0, 600));
    return peer.reply().substr(peer.reply().find("\r\n\r\n") + 4);
  }

  std::uint16_t port_;
  std::string token_;
};

void run(const std::string& program, const std::filesystem::path& data, Report& report) {
  const DeskProcess process(program, data);
  const Desk desk(process);
  std::vector<std::string> pages;
  for (int n = 0; n < of_clients; ++n) pages.push_back(desk.submit(n));
  const double before = resident_kb(process.pid());

  Audience audience;
  for (int n = 0; n < of_staff; ++n) audience.add(process.port(), desk.listening_as_staff(), -1);
  for (int n = 0; n < of_clients; ++n)
    audience.add(process.port(), Desk::listening_on(pages[static_cast<std::size_t>(n)]), n);
  const auto settled = Clock::now();
  audience.listen(settled + std::chrono::seconds{3}, settled);
  if (audience.heard(-1) + audience.heard_by_clients() > 0)
    throw std::runtime_error("somebody heard of nothing");
  report.add("kb_a_stream", (resident_kb(process.pid()) - before) / static_cast<double>(audience.size()),
             "kB");

  for (int n = 0; n < changes; ++n) {
    const auto since = Clock::now();
    desk.write_on(pages[static_cast<std::size_t>(n)]);
    audience.listen(since + pace, since);
  }
  const auto last = Clock::now();
  audience.listen(last + std::chrono::seconds{2}, last - pace);

  const auto expected = static_cast<double>(changes) * of_staff;
  report.add_beside("heard_by_staff", static_cast<double>(audience.heard(-1)), "events", "expected",
                    expected);
  std::size_t right = 0;
  for (int n = 0; n < changes; ++n) right += audience.heard(n) == 1;
  report.add_beside("heard_by_the_client", static_cast<double>(right), "events", "expected", changes);
  report.add("heard_by_other_clients", static_cast<double>(audience.heard_by_clients() - right), "events");
  const auto waits = audience.waits().summary();
  report.add("p50_ms", waits.p50_ms, "ms");
  report.add_beside("p99_ms", waits.p99_ms, "ms", "at_once", most_p99_ms);
}

}  // namespace

int main(int argc, char** argv) {
  return run_bench_in_new_folder("live", argc, argv, [&](const Started& started, Report& report) {
    run(started.program, started.folder / "data", report);
  });
}
