#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>
#include <cerrno>
#include <system_error>

#include "web/http/connection.h"
#include "web/http/fault_log.h"
#include "web/http/reply_head.h"

namespace punctual::web {
namespace {

/// Between two pieces of a file other connections have their turn.
constexpr std::size_t file_piece = 256 * 1024;

struct OpenFile {
  Descriptor descriptor;
  std::uint64_t size = 0;
};

OpenFile open_file(const std::filesystem::path& path) {
  const auto fail = [] { throw std::system_error(errno, std::generic_category(), "opening a file to send"); };
  OpenFile file{Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC))};
  struct stat facts{};
  if (!file.descriptor || ::fstat(file.descriptor.get(), &facts) != 0) fail();
  file.size = static_cast<std::uint64_t>(facts.st_size);
  return file;
}

}  // namespace

Task<void> Connection::send(Reply reply) {
  OpenFile file;
  try {
    if (!sendable(reply)) throw std::runtime_error("a header of the reply must not be sent");
    if (reply.file) file = open_file(*reply.file);
  } catch (const std::exception& error) {
    log_fault(parts_.options, "reply_unsendable", match_.route, error.what());
    reply = refusal(Fault::broken);
    if (!sendable(reply) || reply.file) reply = {.status = 500};
  }
  std::string_view body = reply.body.empty() ? reply.text : std::string_view(reply.body);
  const std::uint64_t length = reply.file ? file.size : body.size();
  if (io_.ending()) closing_ = true;
  // A fault in the framing leaves no version to rely on; such a connection closes anyway.
  const bool http10 = !closing_ && reader_.http10();
  const Request& request = exchange_->request;
  const Instant now = request.now == Instant{} ? parts_.options.now() : request.now;
  head_.clear();
  append_head(head_, reply,
              {.length = length, .keep_alive = !closing_, .http10 = http10, .date = io_.date(now)});
  const bool silent = request.head || bodiless(reply.status);
  if (silent || reply.file) body = {};
  const auto sent = write_now(head_, body);
  if (!sent) co_return cut();
  if (*sent < head_.size() + body.size()) {
    Budget::Share unread(parts_.leaving);
    if (!unread.take(head_.size() + body.size() - *sent)) co_return cut();
    const auto head_sent = std::min(*sent, head_.size());
    const std::string_view head_left = std::string_view(head_).substr(head_sent);
    if (!co_await write(head_left, body.substr(*sent - head_sent))) co_return cut();
  }
  if (reply.file && !silent) co_await send_file(file.descriptor.get(), file.size);
}

Task<void> Connection::send_file(int file, std::uint64_t size) {
  ::off_t offset = 0;
  while (static_cast<std::uint64_t>(offset) < size) {
    limit_to(parts_.options.body_time);
    boost::system::error_code error;
    co_await socket_.async_wait(Socket::wait_write, asio::redirect_error(awaited, error));
    if (error) co_return cut();
    const auto left = size - static_cast<std::uint64_t>(offset);
    const auto sent =
        ::sendfile(socket_.native_handle(), file, &offset, std::min<std::uint64_t>(left, file_piece));
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    // A file that became shorter cannot keep its promised length: the connection must not go on.
    if (sent <= 0) co_return cut();
  }
  unlimited();
}

std::optional<std::size_t> Connection::write_now(std::string_view head, std::string_view body) {
  const std::array<asio::const_buffer, 2> buffers = {asio::buffer(head), asio::buffer(body)};
  boost::system::error_code error;
  const std::size_t count = socket_.write_some(buffers, error);
  if (error == asio::error::would_block) return 0;
  if (error) return std::nullopt;
  return count;
}

/// Writes all of it, however slow the peer reads; false when it is gone or takes too long.
Task<bool> Connection::write(std::string_view head, std::string_view body) {
  std::array<asio::const_buffer, 2> buffers = {asio::buffer(head), asio::buffer(body)};
  boost::system::error_code error;
  limit_to(parts_.options.body_time);
  co_await asio::async_write(socket_, buffers, asio::redirect_error(awaited, error));
  unlimited();
  co_return !error;
}

}  // namespace punctual::web
