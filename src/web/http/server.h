#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/fault.h"
#include "web/http/reply.h"
#include "web/http/request.h"

namespace punctual::web {

/// What a route reads of the body: nothing (a body is 400/413), at most `json_bytes`, or a form streamed to
/// disk.
enum class Body { none, json, form };

/// Runs on an I/O thread. The request lives until its answer has been sent or its stream has ended: work may
/// refer to it.
using Handler = std::function<Answer(const Request&)>;

/// One line a route: literal, greppable. `{name}` matches one segment.
struct Route {
  Method method;
  std::string pattern;
  Body body;
  Handler handler;
};

struct ServerOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: any free one
  int threads = 2;
  std::vector<std::string> trusted_proxies{};  ///< addresses or CIDR whose X-Forwarded-For counts
  std::filesystem::path upload_folder;         ///< temporary files of forms, on the blobs' file system
  std::size_t json_bytes = 512 * 1024;
  std::size_t form_bytes = 26 * 1024 * 1024;  ///< whole multipart body
  std::size_t form_fields = 64;
  std::size_t form_files = 20;
  std::size_t form_field_bytes = 512 * 1024;      ///< one field's value
  std::size_t form_text_bytes = 2 * 1024 * 1024;  ///< all fields of a form; the whole of an urlencoded one
  std::chrono::seconds header_time{15};
  std::chrono::seconds body_time{120};
  std::chrono::seconds idle_time{60};
  std::chrono::milliseconds heartbeat{20'000};  ///< an event stream says at least this often that it lives
  std::size_t connections = 10'000;
  std::size_t arriving_bytes =
      128 * 1024 * 1024;                          ///< of bodies in memory, all connections together; then 503
  std::size_t leaving_bytes = 128 * 1024 * 1024;  ///< of replies nobody reads yet; then the connection is cut
  std::size_t connections_of_network = 1'000;     ///< this machine and trusted proxies stand for many
  int slow_threads = 2;
  std::size_t slow_queue = 64;
  std::function<Instant()> now;
  /// Takes one structured line without its end, from any thread; standard error where there is none.
  std::function<void(std::string_view)> log{};
};

/// HTTP/1.1 on one listening socket, one io_context a thread. Handlers run on I/O threads and never block.
class Server {
 public:
  /// `refuse` words the server's own refusals. Binds at construction: throws std::system_error naming the
  /// address.
  Server(ServerOptions options, std::vector<Route> routes, store::Writer& writer,
         std::function<Reply(Fault, const Request&)> refuse);
  ~Server();
  std::uint16_t port() const;
  void start();
  /// After a commit: every event stream reads what is new, within 50 ms. Any thread; coalesced.
  void wake_streams();
  /// Stops accepting, lets what was accepted finish (at most `grace`), closes streams, joins.
  void stop(std::chrono::seconds grace);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace punctual::web
