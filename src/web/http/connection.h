#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "web/http/asio.h"
#include "web/http/exchange.h"
#include "web/http/input_buffer.h"
#include "web/http/io_thread.h"
#include "web/http/multipart.h"
#include "web/http/parts.h"
#include "web/http/request_reader.h"

namespace punctual::web {

/// One client's connection: reads a request, has it answered, and again, in order. Lives on one I/O thread.
/// Its members are spread over connection.cpp (its life), receive.cpp, answer.cpp, send.cpp and
/// event_stream.cpp.
class Connection {
 public:
  /// Starts serving; the connection ends by itself.
  static void serve(Parts& parts, IoThread& io, Descriptor socket, const Address& peer);

  Connection(Parts& parts, IoThread& io, Descriptor socket, const Address& peer);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  /// What the connection waits for has happened: the writer or the pool answered, or there may be something
  /// to stream.
  void ring();
  void wind_down();
  void cut();
  void cut_if_late(Clock::time_point now) {
    if (now >= deadline_) cut();
  }

 private:
  static Task<void> run(std::shared_ptr<Connection> self);
  Task<void> linger();
  bool nothing_to_read();
  void limit_to(std::chrono::seconds time) { deadline_ = Clock::now() + time; }
  void unlimited() { deadline_ = Clock::time_point::max(); }

  // receive.cpp
  /// False when the peer is gone. True: there is a request, or a fault of one.
  Task<bool> receive();
  std::optional<RequestReader::Step> advance();
  std::optional<Fault> begin_request();
  std::optional<Fault> choose_sink(const Route& route);
  std::optional<Fault> choose_form_sink();
  void finish_form();
  void identify(Request& request) const;
  void refuse_request(Fault fault, bool framing_lost);

  // answer.cpp
  Task<void> answer();
  Task<Answer> commit(Write write);
  Task<Answer> take_time(Slow slow);
  Task<void> rung();
  Reply refusal(Fault fault);
  template <class F>
  Answer guarded(F&& make);

  // send.cpp
  Task<void> send(Reply reply);
  Task<void> send_file(int file, std::uint64_t size);
  /// How much went out at once; nothing when the peer is gone.
  std::optional<std::size_t> write_now(std::string_view head, std::string_view body);
  Task<bool> write(std::string_view head, std::string_view body);

  // event_stream.cpp
  Task<void> stream(EventStream events);
  Task<void> stream_on(EventStream& events);
  Task<bool> write_event(std::string_view event);
  void watch_peer();

  Parts& parts_;
  IoThread& io_;
  Socket socket_;
  Timer bell_;
  bool rung_ = false;
  const Address peer_;
  const std::string peer_text_;

  std::shared_ptr<Exchange> exchange_;
  InputBuffer in_;
  RequestReader reader_;
  TextSink text_sink_;
  std::optional<MultipartReader> multipart_;
  Router::Match match_;
  std::optional<Fault> fault_;

  std::string head_;  ///< of the reply under way
  Clock::time_point deadline_ = Clock::time_point::max();
  bool resting_ = false;  ///< between two requests
  bool closing_ = false;  ///< no request comes after this one
  bool unread_ = false;   ///< the peer may still be sending what nobody will read
  bool peer_gone_ = false;
};

}  // namespace punctual::web
