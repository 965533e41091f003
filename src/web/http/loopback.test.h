#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/descriptor.h"
#include "web/http/server.h"

/// A server on a real socket of this machine, and a client that sends any bytes it likes.
namespace punctual::web {

/// Bytes of one reply, taken apart.
struct Received {
  int status = 0;
  std::string head;
  std::string body;
  /// The header's value; name as the server writes it.
  std::string header(std::string_view name) const;
};

class Client {
 public:
  explicit Client(std::uint16_t port);
  void send(std::string_view bytes);
  /// Sends nothing more; still reads.
  void end();
  /// The next reply, by its Content-Length. `bodiless` for answers to HEAD.
  enum class Bodiless { no, yes };
  Received reply(Bodiless bodiless = Bodiless::no);
  Received ask(std::string_view bytes) {
    send(bytes);
    return reply();
  }
  /// Reads on until what arrived since the last reply contains `text`.
  std::string read_until(std::string_view text);
  /// Reads to the end of the connection; a reset is an end, too.
  std::string rest();
  /// Gives up reading: the socket's buffers fill.
  int socket() const { return socket_.get(); }

 private:
  bool fill();
  Descriptor socket_;
  std::string buffer_;
};

/// Waits for a condition that another thread makes true.
class Signal {
 public:
  void raise();
  /// False when it takes longer than ten seconds.
  bool wait_for(int times = 1);

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int raised_ = 0;
};

class Loopback : public testing::Test {
 protected:
  Loopback();
  ~Loopback() override;

  void serve(std::vector<Route> routes);
  Client client() { return Client(server_->port()); }
  std::vector<std::string> logged();
  std::size_t uploads_left() const;

  std::filesystem::path folder_;
  ServerOptions options_;
  std::unique_ptr<store::Writer> writer_;
  std::unique_ptr<Server> server_;
  std::mutex mutex_;
  std::vector<std::string> log_;
};

inline constexpr std::string_view get_hello = "GET /hello HTTP/1.1\r\nHost: desk\r\n\r\n";
Route hello();
/// What the server refuses, as one word.
Reply refused(Fault fault, const Request& request);
std::string post(std::string_view path, std::string_view content_type, std::string_view body);

}  // namespace punctual::web
