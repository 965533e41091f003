#include <boost/asio/redirect_error.hpp>

#include "web/http/connection.h"
#include "web/http/fault_log.h"
#include "web/http/target.h"
#include "web/http/text.h"
#include "web/http/urlencoded.h"

namespace punctual::web {
namespace {

constexpr std::size_t body_chunk_bytes = 64 * 1024;
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

Fault fault_of(const std::system_error& error) {
  const bool full = error.code() == std::errc::no_space_on_device || error.code().value() == EDQUOT;
  return full ? Fault::disk_full : Fault::broken;
}

bool names_loopback(std::string_view host) {
  const auto port = host.rfind(':');
  if (port != std::string_view::npos && !host.ends_with(']')) host = host.substr(0, port);
  return equal_ignoring_case(host, "localhost") || host == "127.0.0.1" || host == "[::1]";
}

bool is_json(std::string_view content_type) {
  const auto essence = trimmed(content_type.substr(0, content_type.find(';')));
  return equal_ignoring_case(essence, "application/json");
}

}  // namespace

Task<bool> Connection::receive() {
  reader_.restart();
  multipart_.reset();
  match_ = {};
  fault_.reset();
  in_.rest();
  resting_ = in_.empty();
  if (io_.ending() && resting_ && nothing_to_read()) co_return false;
  limit_to(resting_ ? parts_.options.idle_time : parts_.options.header_time);
  bool in_body = false;
  for (;;) {
    const auto step = advance();
    if (!step || *step == RequestReader::Step::done) break;
    if (*step == RequestReader::Step::head) {
      if (const auto fault = begin_request()) {
        refuse_request(*fault, reader_.has_body());
        break;
      }
      in_body = reader_.has_body();
      if (in_body) limit_to(parts_.options.body_time);
      if (in_body && in_.empty() && !exchange_->request.header("expect").empty() && !write_now(go_on, {}))
        co_return false;
      continue;
    }
    const auto room = in_.room(in_body ? body_chunk_bytes : RequestReader::head_bytes);
    if (room.empty()) {
      refuse_request(Fault::malformed, true);
      break;
    }
    boost::system::error_code error;
    const std::size_t count = co_await socket_.async_read_some(asio::buffer(room.data(), room.size()),
                                                               asio::redirect_error(awaited, error));
    if (error) co_return false;
    in_.received(count);
    if (std::exchange(resting_, false)) limit_to(parts_.options.header_time);
  }
  resting_ = false;
  unlimited();
  if (!fault_) finish_form();
  co_return true;
}

/// Nothing when the request is refused.
std::optional<RequestReader::Step> Connection::advance() {
  try {
    const auto step = reader_.put(in_);
    if (step) return *step;
    refuse_request(step.error(), true);
  } catch (const std::system_error& error) {
    log_fault(parts_.options, "upload_failed", match_.route, error.what());
    refuse_request(fault_of(error), true);
  }
  return std::nullopt;
}

void Connection::refuse_request(Fault fault, bool framing_lost) {
  fault_ = fault;
  if (framing_lost) closing_ = unread_ = true;
}

std::optional<Fault> Connection::begin_request() {
  Request& request = exchange_->request;
  request.now = parts_.options.now();
  identify(request);
  if (!reader_.keep_alive()) closing_ = true;
  const std::string_view path = read_target(reader_.target(), request);
  if (path.empty()) return Fault::malformed;
  match_ = parts_.router.find(path, reader_.method(), request);
  if (!match_.route) return match_.allow.empty() ? Fault::not_found : Fault::method_not_allowed;
  const std::string_view expected = request.header("expect");
  if (!expected.empty() && (reader_.http10() || !equal_ignoring_case(expected, "100-continue")))
    return Fault::malformed;
  return choose_sink(*match_.route);
}

std::optional<Fault> Connection::choose_sink(const Route& route) {
  if (!reader_.has_body()) {
    if (route.body == Body::form) exchange_->request.form.emplace();
    return std::nullopt;
  }
  if (route.body == Body::none) return Fault::malformed;
  if (route.body == Body::form) return choose_form_sink();
  if (!is_json(exchange_->request.header("content-type"))) return Fault::unsupported_media;
  const std::size_t limit = parts_.options.json_bytes;
  if (reader_.content_length().value_or(0) > limit) return Fault::too_large;
  text_sink_.limit(limit);
  reader_.body_into(text_sink_, limit);
  return std::nullopt;
}

std::optional<Fault> Connection::choose_form_sink() {
  Request& request = exchange_->request;
  const auto type = parse_header_value(request.header("content-type"));
  if (!type) return Fault::unsupported_media;
  const FormLimits& limits = parts_.form_limits;
  if (type->value == "application/x-www-form-urlencoded") {
    if (reader_.content_length().value_or(0) > limits.text_bytes) return Fault::too_large;
    text_sink_.limit(limits.text_bytes);
    reader_.body_into(text_sink_, limits.text_bytes);
    return std::nullopt;
  }
  if (type->value != "multipart/form-data") return Fault::unsupported_media;
  const auto boundary = multipart_boundary(*type);
  if (!boundary) return Fault::malformed;
  if (reader_.content_length().value_or(0) > limits.bytes) return Fault::too_large;
  request.form.emplace();
  multipart_.emplace(*boundary, limits, parts_.options.upload_folder, *request.form);
  reader_.body_into(*multipart_, limits.bytes);
  return std::nullopt;
}

void Connection::finish_form() {
  Request& request = exchange_->request;
  if (match_.route->body != Body::form || request.form) return;
  auto form = parse_urlencoded(request.body, parts_.form_limits);
  if (!form) return refuse_request(form.error(), false);
  request.form = *std::move(form);
  request.body.clear();
}

void Connection::identify(Request& request) const {
  std::string forwarded;
  bool proxied = false;
  for (const auto& [name, value] : request.headers) {
    proxied = proxied || name.starts_with("x-forwarded-") || name == "forwarded" || name == "x-real-ip" ||
              name == "via" || name == "cf-connecting-ip";
    if (name != "x-forwarded-for") continue;
    if (!forwarded.empty()) forwarded += ',';
    forwarded += value;
  }
  // Behind a proxy on this machine nobody is local, whether or not that proxy is trusted; and a page of
  // another name that resolves to this machine is not of this machine.
  request.loopback = !proxied && peer_.loopback() && names_loopback(request.header("host"));
  if (forwarded.empty() || !parts_.trusted.contains(peer_)) {
    request.peer = peer_text_;
  } else {
    request.peer = client_address(peer_, forwarded, parts_.trusted).text();
  }
}

}  // namespace punctual::web
