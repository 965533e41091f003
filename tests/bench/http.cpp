// What HTTP alone costs: a process with trivial routes, loaded from this one on the same cores.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "load/load.h"
#include "load/report.h"
#include "web/http/server.h"

namespace {

using namespace punctual;

constexpr std::size_t body_bytes = 700;

std::vector<web::Route> routes() {
  const auto created = [] {
    return web::Reply{.status = 201,
                      .content_type = "application/json",
                      .body = R"({"ref":"P-1042","status":"new","url":"https://desk.example/t/P-1042"})",
                      .headers = {{"ETag", "\"1\""}, {"Location", "/api/v1/tickets/P-1042"}}};
  };
  return {
      {web::Method::get, "/healthz", web::Body::none,
       [](const web::Request&) {
         return web::Reply{.content_type = "application/json", .body = R"({"status":"ok"})"};
       }},
      {web::Method::post, "/api/v1/tickets", web::Body::json, [=](const web::Request&) { return created(); }},
      // The writer is asked, and has nothing to write.
      {web::Method::post, "/api/v1/awaited", web::Body::json, [=](const web::Request&) {
         return web::Write{[](store::Session&) { return store::Keep::discard; },
                           [=](store::Written) { return created(); }};
       }}};
}

std::string get(const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n";
}

std::string post(const std::string& path) {
  return "POST " + path +
         " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAuthorization: Bearer "
         "pk_0123456789abcdef0123456789abcdef\r\nContent-Type: application/json\r\nContent-Length: " +
         std::to_string(body_bytes) + "\r\n\r\n" + std::string(body_bytes, 'x');
}

/// The server's process; it tells its port through the pipe and ends with it.
[[noreturn]] void serve(int tell, int until) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("punctual-bench-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  {
    store::Writer writer((folder / "desk.sqlite").string(), {});
    web::ServerOptions options{
        .port = 0, .upload_folder = folder / "uploads", .now = [] { return Instant{}; }};
    web::Server server(std::move(options), routes(), writer,
                       [](web::Fault, const web::Request&) { return web::Reply{.status = 500}; });
    server.start();
    const std::uint16_t port = server.port();
    if (::write(tell, &port, sizeof port) != sizeof port) std::abort();
    char ignored = 0;
    while (::read(until, &ignored, 1) > 0) {
    }
    server.stop(std::chrono::seconds(1));
  }
  std::filesystem::remove_all(folder);
  std::_Exit(0);
}

}  // namespace

int main(int argc, char** argv) {
  std::array<int, 2> told{};
  std::array<int, 2> alive{};
  if (::pipe(told.data()) != 0 || ::pipe(alive.data()) != 0) return 1;
  const int child = ::fork();
  if (child == 0) {
    ::close(alive[1]);
    serve(told[1], alive[0]);
  }
  std::uint16_t port = 0;
  if (::read(told[0], &port, sizeof port) != sizeof port) return 1;
  bench::Report report("http", argc, argv);
  struct Case {
    const char* name;
    std::string request;
    int status;
  };
  for (const Case& c : {Case{"get", get("/healthz"), 200}, Case{"post", post("/api/v1/tickets"), 201},
                        Case{"awaited", post("/api/v1/awaited"), 201}}) {
    for (const int connections : {1, 16, 128}) {
      const bench::Answered answered = bench::run_load(
          {.port = port, .connections = connections, .expected_status = c.status, .requests = {c.request}},
          child);
      const std::string suffix = std::string(".c") + std::to_string(connections);
      report.add(std::string(c.name) + "_per_s" + suffix, answered.per_second(), "1/s");
      report.add(std::string(c.name) + "_cpu" + suffix, answered.cpu_us_each(), "us");
      report.add(std::string(c.name) + "_p99" + suffix, answered.latencies.p99_ms, "ms");
    }
  }
  ::close(alive[1]);
  ::waitpid(child, nullptr, 0);
  return 0;
}
