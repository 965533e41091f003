#include "web/http/listener.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace punctual::web {
namespace {

/// When descriptors have run out, accepting at once again would only spin.
constexpr std::chrono::milliseconds retry_after{100};

Address address_of(const sockaddr_storage& from) {
  Address out;
  if (from.ss_family == AF_INET6) {
    std::memcpy(out.bytes.data(), &reinterpret_cast<const sockaddr_in6&>(from).sin6_addr, 16);
  } else {
    out.bytes[10] = out.bytes[11] = 0xFF;
    std::memcpy(out.bytes.data() + 12, &reinterpret_cast<const sockaddr_in&>(from).sin_addr, 4);
  }
  return out;
}

}  // namespace

Listener::Listener(asio::io_context& context, const std::string& host, std::uint16_t port)
    : acceptor_(context), again_(context) {
  const auto check = [&](const boost::system::error_code& error, const char* doing) {
    if (!error) return;
    throw std::runtime_error(std::string(doing) + " " + host + ":" + std::to_string(port) + ": " +
                             error.message() +
                             "; if the address is taken or not this machine's, name another to listen on");
  };
  boost::system::error_code error;
  const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, error);
  check(error, "not an IP address to listen on:");
  const asio::ip::tcp::endpoint endpoint(address, port);
  acceptor_.open(endpoint.protocol(), error);
  check(error, "opening a socket for");
  acceptor_.set_option(asio::socket_base::reuse_address(true), error);
  check(error, "preparing the socket of");
  acceptor_.bind(endpoint, error);
  check(error, "listening on");
  acceptor_.listen(SOMAXCONN, error);
  check(error, "listening on");
  acceptor_.native_non_blocking(true, error);
  port_ = acceptor_.local_endpoint().port();
}

void Listener::start(std::function<void(Descriptor, const Address&)> accepted,
                     std::function<void(std::string_view)> failed) {
  accepted_ = std::move(accepted);
  failed_ = std::move(failed);
  wait();
}

void Listener::wait() {
  acceptor_.async_wait(acceptor_.wait_read, [this](const boost::system::error_code& error) {
    if (error) return;
    if (accept_all()) return wait();
    again_.expires_after(retry_after);
    again_.async_wait([this](const boost::system::error_code& stopped) {
      if (!stopped) wait();
    });
  });
}

/// False when the machine refuses, for want of descriptors above all.
bool Listener::accept_all() {
  for (;;) {
    sockaddr_storage from{};
    socklen_t size = sizeof from;
    Descriptor socket(::accept4(acceptor_.native_handle(), reinterpret_cast<sockaddr*>(&from), &size,
                                SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket) {
      const int on = 1;
      ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      accepted_(std::move(socket), address_of(from));
      continue;
    }
    if (errno == EAGAIN || errno == EWOULDBLOCK) return true;
    // A client that gave up before it was accepted is no failure of ours.
    constexpr std::array transient = {EINTR, ECONNABORTED, EPROTO, ENETDOWN, EHOSTUNREACH, ENETUNREACH};
    if (std::ranges::find(transient, errno) != transient.end()) continue;
    failed_(std::strerror(errno));
    return false;
  }
}

void Listener::stop() {
  if (accepted_) accept_all();
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  again_.cancel();
}

}  // namespace punctual::web
