#include "web/http/loopback.test.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>

namespace punctual::web {

std::string Received::header(std::string_view name) const {
  const auto at = head.find(fmt::format("\r\n{}: ", name));
  if (at == std::string::npos) return {};
  const auto begin = at + name.size() + 4;
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(::connect(socket_.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to), 0);
  // A test that waits in vain fails instead of hanging.
  const timeval patience{.tv_sec = 10, .tv_usec = 0};
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

void Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;  // refused while sending: what the server said can still be read
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void Client::end() {
  ::shutdown(socket_.get(), SHUT_WR);
}

bool Client::fill() {
  std::array<char, 16 * 1024> bytes;
  const auto count = ::recv(socket_.get(), bytes.data(), bytes.size(), 0);
  if (count < 0 && errno == EAGAIN) ADD_FAILURE() << "nothing came for ten seconds";
  if (count <= 0) return false;
  buffer_.append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

Received Client::reply(Bodiless bodiless) {
  Received out;
  std::size_t head = std::string::npos;
  while ((head = buffer_.find("\r\n\r\n")) == std::string::npos)
    if (!fill()) return out;
  out.head = buffer_.substr(0, head + 4);
  buffer_.erase(0, head + 4);
  if (out.head.starts_with("HTTP/1.1 ")) out.status = std::stoi(out.head.substr(9, 3));
  const std::string length = out.header("Content-Length");
  if (length.empty() || bodiless == Bodiless::yes) return out;
  const std::size_t size = std::stoul(length);
  while (buffer_.size() < size)
    if (!fill()) return {};
  out.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return out;
}

std::string Client::read_until(std::string_view text) {
  std::size_t at = std::string::npos;
  std::size_t searched = 0;
  while ((at = buffer_.find(text, searched)) == std::string::npos) {
    searched = std::max(buffer_.size(), text.size()) - text.size();
    if (!fill()) return buffer_;
  }
  std::string out = buffer_.substr(0, at + text.size());
  buffer_.erase(0, out.size());
  return out;
}

std::string Client::rest() {
  while (fill()) {
  }
  return std::exchange(buffer_, {});
}

void Signal::raise() {
  const std::lock_guard lock(mutex_);
  ++raised_;
  changed_.notify_all();
}

bool Signal::wait_for(int times) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::seconds(10), [&] { return raised_ >= times; });
}

Loopback::Loopback() {
  std::string name = (std::filesystem::temp_directory_path() / "punctual-http-XXXXXX").string();
  folder_ = ::mkdtemp(name.data());
  options_.port = 0;
  options_.upload_folder = folder_ / "uploads";
  options_.now = [] { return Instant{Seconds{1'773'129'600}}; };  // Tue 10 Mar 2026 08:00:00 UTC
  options_.log = [this](std::string_view line) {
    const std::lock_guard lock(mutex_);
    log_.emplace_back(line);
  };
  writer_ = std::make_unique<store::Writer>((folder_ / "desk.sqlite").string(), store::Writer::Limits{});
}

Loopback::~Loopback() {
  server_.reset();
  writer_.reset();
  std::filesystem::remove_all(folder_);
}

void Loopback::serve(std::vector<Route> routes) {
  routes.push_back(hello());
  server_ = std::make_unique<Server>(options_, std::move(routes), *writer_, refused);
  server_->start();
}

std::vector<std::string> Loopback::logged() {
  const std::lock_guard lock(mutex_);
  return log_;
}

std::size_t Loopback::uploads_left() const {
  const auto all = std::filesystem::directory_iterator(options_.upload_folder);
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

Route hello() {
  return {Method::get, "/hello", Body::none,
          [](const Request&) { return Reply{.content_type = "text/plain", .body = "hello"}; }};
}

Reply refused(Fault fault, const Request&) {
  constexpr std::array<std::pair<int, std::string_view>, 8> words = {{{400, "malformed"},
                                                                      {413, "too large"},
                                                                      {415, "unsupported media"},
                                                                      {404, "not found"},
                                                                      {405, "method not allowed"},
                                                                      {503, "busy"},
                                                                      {507, "disk full"},
                                                                      {500, "broken"}}};
  const auto& [status, word] = words[static_cast<std::size_t>(fault)];
  return {.status = status, .content_type = "text/plain", .body = std::string(word)};
}

std::string post(std::string_view path, std::string_view content_type, std::string_view body) {
  return fmt::format("POST {} HTTP/1.1\r\nHost: desk\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n{}",
                     path, content_type, body.size(), body);
}

}  // namespace punctual::web
