#include <boost/asio/redirect_error.hpp>

#include "web/http/connection.h"
#include "web/http/fault_log.h"
#include "web/http/text.h"

namespace punctual::web {
namespace {

/// In case not even the wording of a refusal works.
Reply bare_refusal() {
  return {.status = 500, .content_type = "text/plain", .body = "The desk is broken.\n"};
}

bool has_header(const Reply& reply, std::string_view name) {
  for (const auto& header : reply.headers)
    if (equal_ignoring_case(header.first, name)) return true;
  return false;
}

}  // namespace

/// The answer `make` returns, or that of a broken desk when it throws: the exception is logged and never
/// leaves.
template <class F>
Answer Connection::guarded(F&& make) {
  try {
    return make();
  } catch (const std::exception& error) {
    log_fault(parts_.options, "handler_threw", match_.route, error.what());
  } catch (...) {
    log_fault(parts_.options, "handler_threw", match_.route, "something that is no std::exception");
  }
  return refusal(Fault::broken);
}

Reply Connection::refusal(Fault fault) {
  try {
    Reply reply = parts_.refuse(fault, exchange_->request);
    if (fault == Fault::method_not_allowed && !has_header(reply, "allow"))
      reply.headers.emplace_back("Allow", match_.allow);
    if (fault == Fault::busy && !has_header(reply, "retry-after"))
      reply.headers.emplace_back("Retry-After", "1");
    return reply;
  } catch (const std::exception& error) {
    log_fault(parts_.options, "refusal_threw", match_.route, error.what());
    return bare_refusal();
  }
}

Task<void> Connection::answer() {
  Answer next =
      fault_ ? Answer(refusal(*fault_)) : guarded([&] { return match_.route->handler(exchange_->request); });
  for (;;) {
    if (auto* reply = std::get_if<Reply>(&next)) {
      text_sink_.drop();  // before the peer can know its answer, and while a refused one lingers
      co_await send(std::move(*reply));
      co_return;
    }
    if (auto* events = std::get_if<EventStream>(&next)) {
      text_sink_.drop();
      co_await stream(std::move(*events));
      co_return;
    }
    if (auto* write = std::get_if<Write>(&next)) {
      Write work = std::move(*write);
      next = co_await commit(std::move(work));
    } else {
      Slow work = std::move(std::get<Slow>(next));
      next = co_await take_time(std::move(work));
    }
  }
}

Task<Answer> Connection::commit(Write write) {
  rung_ = false;
  const auto done = [exchange = exchange_](store::Written written) {
    exchange->written = written;
    exchange->inbox->put(exchange);
  };
  if (!parts_.writer.submit(std::move(write.work), done)) co_return refusal(Fault::busy);
  co_await rung();
  const store::Written written = *std::exchange(exchange_->written, std::nullopt);
  if (written == store::Written::disk_full) co_return refusal(Fault::disk_full);
  if (written == store::Written::broken) {
    log_fault(parts_.options, "write_failed", match_.route, "the writer could not say that it is on disk");
    co_return refusal(Fault::broken);
  }
  co_return guarded([&]() -> Answer { return write.render(written); });
}

Task<Answer> Connection::take_time(Slow slow) {
  rung_ = false;
  auto job = [exchange = exchange_, work = std::move(slow.work)] {
    try {
      exchange->answer = work();
    } catch (...) {
      exchange->error = std::current_exception();
    }
    exchange->inbox->put(exchange);
  };
  auto& pool = slow.lane == Slow::Lane::seconds ? parts_.seconds_pool : parts_.pool;
  if (!pool.submit(std::move(job))) co_return refusal(Fault::busy);
  co_await rung();
  co_return guarded([&]() -> Answer {
    if (auto error = std::exchange(exchange_->error, nullptr)) std::rethrow_exception(error);
    return *std::exchange(exchange_->answer, std::nullopt);
  });
}

/// Waits for `ring`.
Task<void> Connection::rung() {
  boost::system::error_code ignored;
  while (!rung_) {
    bell_.expires_at(Clock::time_point::max());
    co_await bell_.async_wait(asio::redirect_error(awaited, ignored));
  }
}

}  // namespace punctual::web
