#include "peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace punctual::bench {

namespace {

std::size_t content_length(std::string_view head) {
  constexpr std::string_view name = "\r\nContent-Length: ";
  const auto at = head.find(name);
  if (at == std::string_view::npos) return 0;
  std::size_t length = 0;
  std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
  return length;
}

}  // namespace

void fail(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

Peer::Peer(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) fail("connecting");
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Peer::Peer(Peer&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)),
      reply_(std::move(other.reply_)),
      whole_(other.whole_),
      since_(other.since_) {}

Peer::~Peer() {
  if (socket_ >= 0) ::close(socket_);
}

void Peer::ask(std::string_view request, Clock::time_point since) {
  reply_.clear();
  whole_ = 0;
  since_ = since;
  const auto sent = ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
  if (sent != static_cast<ssize_t>(request.size())) fail("sending a request");
}

bool Peer::hear() {
  std::array<char, 16 * 1024> bytes;
  const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (count <= 0) fail("the server closed a connection");
  reply_.append(bytes.data(), static_cast<std::size_t>(count));
  if (whole_ == 0) {
    const auto head = reply_.find("\r\n\r\n");
    if (head == std::string::npos) return false;
    whole_ = head + 4 + content_length(std::string_view(reply_).substr(0, head + 4));
  }
  return reply_.size() >= whole_;
}

int Peer::status() const {
  int status = 0;
  if (reply_.size() >= 12) std::from_chars(reply_.data() + 9, reply_.data() + 12, status);
  return status;
}

}  // namespace punctual::bench
