#include <fmt/format.h>
#include <sys/socket.h>

#include <boost/asio/redirect_error.hpp>

#include "web/http/connection.h"
#include "web/http/fault_log.h"
#include "web/http/reply_head.h"

namespace punctual::web {
namespace {

constexpr std::string_view heartbeat = ":\n\n";

}  // namespace

Task<void> Connection::stream(EventStream events) {
  closing_ = true;
  const bool chunked = !reader_.http10();
  // Proxies that buffer would hold events back.
  const Reply reply{.content_type = "text/event-stream", .headers = {{"X-Accel-Buffering", "no"}}};
  head_.clear();
  append_head(head_, reply,
              {.chunked = chunked, .keep_alive = false, .date = io_.date(exchange_->request.now)});
  if (!co_await write(head_, {}) || exchange_->request.head) co_return;
  io_.stream_begins(*this);
  watch_peer();
  // Browsers call a stream open once its first bytes are there, not with the head alone.
  if (co_await write_event(heartbeat)) co_await stream_on(events);
  io_.stream_ends(*this);
  if (!peer_gone_ && chunked) co_await write("0\r\n\r\n", {});
}

/// Reads what is new and writes it, one piece at a time: what a slow reader has not taken yet stays in the
/// database.
Task<void> Connection::stream_on(EventStream& events) {
  while (!peer_gone_ && !io_.ending()) {
    rung_ = false;
    std::optional<std::string> news;
    try {
      news = events.read(events.cursor);
    } catch (const std::exception& error) {
      log_fault(parts_.options, "stream_threw", match_.route, error.what());
    }
    if (!news) co_return;
    if (news->empty()) {
      boost::system::error_code interrupted;
      bell_.expires_after(parts_.options.heartbeat);
      co_await bell_.async_wait(asio::redirect_error(awaited, interrupted));
      if (rung_) continue;
      *news = heartbeat;
    }
    if (!co_await write_event(*news)) co_return;
  }
}

Task<bool> Connection::write_event(std::string_view event) {
  if (reader_.http10()) co_return co_await write(event, {});
  std::string chunk = fmt::format("{:x}\r\n", event.size());
  chunk.append(event).append("\r\n");
  co_return co_await write(chunk, {});
}

/// While events go out nothing should come in: whatever does, or the peer's end of file, ends the stream.
void Connection::watch_peer() {
  socket_.async_wait(Socket::wait_read, [held = exchange_](const boost::system::error_code& error) {
    if (error || !held->connection) return;
    held->connection->peer_gone_ = true;
    held->connection->ring();
  });
}

}  // namespace punctual::web
