#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string_view>

#include "web/http/body_sink.h"
#include "web/http/input_buffer.h"
#include "web/http/request.h"

namespace punctual::web {

/// The framing of HTTP/1.x requests, strict where peers could disagree about where a request ends (RFC 9112
/// section 6, request smuggling): one Content-Length of digits alone; Transfer-Encoding only `chunked`, only
/// in HTTP/1.1 and without a length; CRLF alone ends a line; no folded headers; one Host; chunk extensions
/// and trailers bounded. Fills one Request again and again, so that its strings are allocated once a
/// connection.
class RequestReader {
 public:
  static constexpr std::size_t head_bytes = 16 * 1024;
  static constexpr std::size_t most_headers = 128;

  explicit RequestReader(Request& into);
  ~RequestReader();

  /// Forgets the last request.
  void restart();

  /// more: receive and call again. head: method, target and headers are known; call `body_into`, then again.
  /// done: the request is complete, and the buffer begins with the next one.
  enum class Step { more, head, done };
  /// Throws std::system_error when a sink's disk breaks.
  std::expected<Step, Fault> put(InputBuffer& in);

  // From `head` on:
  std::optional<Method> method() const;  ///< nothing: one the desk does not know
  std::string_view target() const;
  bool keep_alive() const;
  bool http10() const;
  bool has_body() const;
  std::optional<std::uint64_t> content_length() const;
  void body_into(BodySink& sink, std::uint64_t limit);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace punctual::web
