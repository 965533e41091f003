#include "web/http/connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>

#include "web/http/fault_log.h"

namespace punctual::web {
namespace {

/// How long a peer whose request was refused may go on sending it, so that it gets to read why.
constexpr std::chrono::seconds linger_time{5};

}  // namespace

void Connection::serve(Parts& parts, IoThread& io, Descriptor socket, const Address& peer) {
  auto connection = std::make_shared<Connection>(parts, io, std::move(socket), peer);
  asio::co_spawn(io.context(), run(std::move(connection)), [&parts](const std::exception_ptr& error) {
    if (!error) return;
    try {
      std::rethrow_exception(error);
    } catch (const std::exception& thrown) {
      log_fault(parts.options, "connection_threw", nullptr, thrown.what());
    }
  });
}

Connection::Connection(Parts& parts, IoThread& io, Descriptor socket, const Address& peer)
    : parts_(parts),
      io_(io),
      socket_(io.context()),
      bell_(io.context()),
      peer_(peer),
      peer_text_(peer.text()),
      exchange_(std::make_shared<Exchange>()),
      reader_(exchange_->request),
      text_sink_(exchange_->request.body, parts.arriving) {
  exchange_->connection = this;
  exchange_->inbox = io.inbox();
  io_.enter(*this);
  socket_.assign(asio::ip::tcp::v6(), socket.release());
  socket_.non_blocking(true);
}

Connection::~Connection() {
  exchange_->connection = nullptr;
  io_.stream_ends(*this);  // also where a stream ended by an exception
  io_.leave(*this);
  parts_.occupancy.leave(peer_);
}

Task<void> Connection::run(std::shared_ptr<Connection> self) {
  Connection& me = *self;
  while (!me.closing_ && co_await me.receive()) {
    co_await me.answer();
    me.exchange_->drop_uploads();
    if (me.io_.ending()) me.closing_ = true;
  }
  if (me.closing_) co_await me.linger();
}

Task<void> Connection::linger() {
  boost::system::error_code error;
  socket_.shutdown(Socket::shutdown_send, error);
  // Closing a socket with unread bytes resets the connection, and the reply might never be seen.
  if (!unread_ && nothing_to_read()) co_return;
  limit_to(linger_time);
  while (!error) {
    in_.consume(in_.bytes().size());
    const auto room = in_.room(RequestReader::head_bytes);
    co_await socket_.async_read_some(asio::buffer(room.data(), room.size()),
                                     asio::redirect_error(awaited, error));
  }
}

bool Connection::nothing_to_read() {
  boost::system::error_code error;
  return in_.empty() && (socket_.available(error) == 0 || error);
}

void Connection::ring() {
  rung_ = true;
  bell_.cancel();
}

void Connection::wind_down() {
  if (resting_ && nothing_to_read()) cut();
}

void Connection::cut() {
  boost::system::error_code ignored;
  peer_gone_ = true;
  socket_.close(ignored);
}

}  // namespace punctual::web
