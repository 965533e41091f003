#include "web/http/io_thread.h"

#include <boost/asio/post.hpp>

#include "web/http/begin_thread.h"
#include "web/http/connection.h"
#include "web/http/fault_log.h"
#include "web/http/reply_head.h"

namespace punctual::web {
namespace {

/// How exactly a deadline is held. One timer a thread costs less than one a request.
constexpr std::chrono::milliseconds sweep_every{250};

/// Hundreds of commits a second are one piece of news to whoever looks at a page.
constexpr std::chrono::milliseconds ring_every{50};

}  // namespace

// Sockets and timers are used on their own thread alone; only posting comes from others.
IoThread::IoThread(Parts& parts)
    : parts_(parts),
      inbox_(std::make_shared<Inbox>([this] { asio::post(context_, [this] { deliver(); }); })),
      context_(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO),
      sweeping_(context_),
      ringing_(context_) {}

IoThread::~IoThread() {
  inbox_->close();
}

void IoThread::start() {
  sweep();
  thread_ = std::thread([this] {
    begin_thread("http");
    for (;;) {
      try {
        context_.run();
        return;
      } catch (const std::exception& error) {
        log_fault(parts_.options, "io_thread_threw", nullptr, error.what());
      }
    }
  });
}

void IoThread::adopt(Descriptor socket, const Address& peer) {
  asio::post(context_, [this, peer, held = std::move(socket)]() mutable {
    Connection::serve(parts_, *this, std::move(held), peer);
  });
}

void IoThread::wake_streams() {
  // A stream that reads after this is cleared sees every commit that came before it was set.
  if (waking_.exchange(true)) return;
  asio::post(context_, [this] {
    const auto next = rung_at_ + ring_every;
    if (Clock::now() >= next) return ring_streams();
    ringing_.expires_at(next);
    ringing_.async_wait([this](const boost::system::error_code& error) {
      if (!error) ring_streams();
    });
  });
}

void IoThread::ring_streams() {
  rung_at_ = Clock::now();
  waking_.store(false);
  for (Connection* stream : streams_) stream->ring();
}

void IoThread::wind_down() {
  asio::post(context_, [this] {
    ending_ = true;
    for (Connection* connection : connections_) connection->wind_down();
    ring_streams();
  });
}

void IoThread::cut() {
  asio::post(context_, [this] {
    for (Connection* connection : connections_) connection->cut();
  });
}

void IoThread::join() {
  context_.stop();
  if (thread_.joinable()) thread_.join();
  inbox_->close();
}

std::string_view IoThread::date(Instant now) {
  if (date_.empty() || now != dated_) {
    date_ = http_date(now);
    dated_ = now;
  }
  return date_;
}

void IoThread::deliver() {
  inbox_->take(delivered_);
  for (const auto& exchange : delivered_)
    if (exchange->connection) exchange->connection->ring();
  delivered_.clear();
}

void IoThread::sweep() {
  sweeping_.expires_after(sweep_every);
  sweeping_.async_wait([this](const boost::system::error_code& error) {
    if (error) return;
    const auto now = Clock::now();
    for (Connection* connection : connections_) connection->cut_if_late(now);
    sweep();
  });
}

}  // namespace punctual::web
