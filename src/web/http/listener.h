#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <functional>
#include <string>

#include "web/http/address.h"
#include "web/http/asio.h"
#include "web/http/descriptor.h"

namespace punctual::web {

/// The one listening socket.
class Listener {
 public:
  /// Binds. Throws std::system_error naming the address. Runs on the context's thread.
  Listener(asio::io_context& context, const std::string& host, std::uint16_t port);

  std::uint16_t port() const { return port_; }
  /// Hands over each accepted socket; a failure to accept is told and tried again.
  void start(std::function<void(Descriptor, const Address&)> accepted,
             std::function<void(std::string_view)> failed);
  /// Accepts what waits already, then no more. On the context's thread.
  void stop();

 private:
  void wait();
  bool accept_all();

  asio::basic_socket_acceptor<asio::ip::tcp, Executor> acceptor_;
  Timer again_;
  std::uint16_t port_ = 0;
  std::function<void(Descriptor, const Address&)> accepted_;
  std::function<void(std::string_view)> failed_;
};

}  // namespace punctual::web
