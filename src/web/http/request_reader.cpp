#include "web/http/request_reader.h"

#include <algorithm>
#include <array>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <cctype>

#include "web/http/text.h"

namespace punctual::web {
namespace {

namespace http = boost::beast::http;
using Error = boost::beast::error_code;

constexpr std::size_t most_chunk_extension = 256;
constexpr std::size_t most_extensions = 16 * 1024;  ///< of all chunks of one body

std::string_view view(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

/// Two lines of one of these let two readers of the request understand two things.
constexpr std::array singletons = {
    http::field::host,         http::field::content_length, http::field::transfer_encoding,
    http::field::content_type, http::field::authorization,  http::field::origin,
    http::field::expect,       http::field::if_match};

}  // namespace

/// What one connection's messages share, so that a request like the last one allocates nothing.
struct Kept {
  std::string target;
  std::vector<std::pair<std::string, std::string>> spare_headers;
};

/// Beast's parser of one message; made anew for each.
class MessageParser final : public http::basic_parser<true> {
 public:
  explicit MessageParser(Request& into, Kept& kept) : request_(into), kept_(kept) {
    header_limit(RequestReader::head_bytes);
    body_limit(boost::none);
    eager(false);
  }

  std::optional<Method> method;
  bool http10 = false;
  BodySink* sink = nullptr;
  std::optional<Fault> fault;

 private:
  void on_request_impl(http::verb verb, boost::beast::string_view, boost::beast::string_view its_target,
                       int version, Error&) override {
    request_.head = verb == http::verb::head;
    if (verb == http::verb::get || verb == http::verb::head) method = Method::get;
    if (verb == http::verb::post) method = Method::post;
    if (verb == http::verb::put) method = Method::put;
    if (verb == http::verb::delete_) method = Method::del;
    request_.method = method.value_or(Method::get);
    kept_.target.assign(view(its_target));
    http10 = version == 10;
  }

  void on_field_impl(http::field field, boost::beast::string_view name, boost::beast::string_view value,
                     Error& error) override {
    if (is_header_done()) return;  // trailers say nothing the desk would believe
    if (used_ == RequestReader::most_headers || !acceptable(field, name, value))
      return refuse(Fault::malformed, error);
    if (used_ == request_.headers.size()) {
      if (kept_.spare_headers.empty()) {
        request_.headers.emplace_back();
      } else {
        request_.headers.push_back(std::move(kept_.spare_headers.back()));
        kept_.spare_headers.pop_back();
      }
    }
    auto& [its_name, its_value] = request_.headers[used_++];
    its_name.clear();
    append_lower(its_name, view(name));
    its_value.assign(view(value));
  }

  bool acceptable(http::field field, boost::beast::string_view name, boost::beast::string_view value) {
    // Beast joins folded lines into a buffer of its own, or skips a first line that is empty.
    const char* after_colon = name.data() + name.size() + 1;
    if (value.data() < after_colon || value.data() > name.data() + RequestReader::head_bytes) return false;
    if (std::any_of(after_colon, value.data(), [](char c) { return c != ' ' && c != '\t'; })) return false;
    const auto known = std::ranges::find(singletons, field);
    if (known != singletons.end()) {
      const auto bit = 1U << static_cast<unsigned>(known - singletons.begin());
      if (seen_ & bit) return false;
      seen_ |= bit;
    }
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (field == http::field::content_length)
      return !value.empty() && value.size() <= 18 && std::ranges::all_of(value, digit);
    if (field == http::field::transfer_encoding)
      return !http10 && equal_ignoring_case(view(value), "chunked");
    return true;
  }

  void on_header_impl(Error& error) override {
    const bool host = (seen_ & 1U) != 0;
    if (!host && !http10) refuse(Fault::malformed, error);
    while (request_.headers.size() > used_) {
      kept_.spare_headers.push_back(std::move(request_.headers.back()));
      request_.headers.pop_back();
    }
  }

  void on_body_init_impl(const boost::optional<std::uint64_t>&, Error&) override {}

  std::size_t on_body_impl(boost::beast::string_view bytes, Error& error) override {
    if (const auto refused = sink->take(view(bytes))) refuse(*refused, error);
    return bytes.size();
  }

  void on_chunk_header_impl(std::uint64_t, boost::beast::string_view extensions, Error& error) override {
    extension_bytes_ += extensions.size();
    if (extensions.size() > most_chunk_extension || extension_bytes_ > most_extensions)
      refuse(Fault::malformed, error);
  }

  std::size_t on_chunk_body_impl(std::uint64_t, boost::beast::string_view bytes, Error& error) override {
    return on_body_impl(bytes, error);
  }

  void on_finish_impl(Error& error) override {
    if (!sink) return;
    if (const auto refused = sink->end()) refuse(*refused, error);
  }

  void on_response_impl(int, boost::beast::string_view, int, Error&) override {}

  void refuse(Fault why, Error& error) {
    fault = why;
    error = http::error::bad_value;
  }

  Request& request_;
  Kept& kept_;
  std::size_t used_ = 0;  ///< headers of the request that are this message's
  unsigned seen_ = 0;
  std::size_t extension_bytes_ = 0;
};

struct RequestReader::Parser {
  explicit Parser(Request& its_request) : request(its_request) {}
  Request& request;
  Kept kept;
  std::optional<MessageParser> message;
  std::size_t head_taken = 0;
  bool head_told = false;
};

RequestReader::RequestReader(Request& into) : parser_(std::make_unique<Parser>(into)) {
  restart();
}
RequestReader::~RequestReader() = default;

void RequestReader::restart() {
  constexpr std::size_t kept = 512;
  Request& request = parser_->request;
  for (auto& [name, value] : request.headers) {
    if (name.capacity() > kept) std::string().swap(name);
    if (value.capacity() > kept) std::string().swap(value);
  }
  request.path.clear();
  request.query.clear();
  request.parameters.clear();
  request.form.reset();
  request.head = false;
  request.now = {};
  parser_->message.emplace(request, parser_->kept);
  parser_->head_taken = 0;
  parser_->head_told = false;
}

std::expected<RequestReader::Step, Fault> RequestReader::put(InputBuffer& in) {
  MessageParser& message = *parser_->message;
  if (message.is_done()) return Step::done;
  if (in.empty()) return Step::more;
  Error error;
  const std::string_view bytes = in.bytes();
  const std::size_t used = message.put({bytes.data(), bytes.size()}, error);
  in.consume(used);
  if (message.fault) return std::unexpected(*message.fault);
  if (error == http::error::body_limit) return std::unexpected(Fault::too_large);
  if (error && error != http::error::need_more) return std::unexpected(Fault::malformed);
  if (!parser_->head_told) {
    parser_->head_taken += used;
    const bool complete = message.is_header_done();
    const std::size_t so_far = parser_->head_taken + (complete ? 0 : in.bytes().size());
    if (so_far > head_bytes) return std::unexpected(Fault::malformed);
    if (!complete) return Step::more;
    parser_->head_told = true;
    return Step::head;
  }
  return message.is_done() ? Step::done : Step::more;
}

std::optional<Method> RequestReader::method() const {
  return parser_->message->method;
}
std::string_view RequestReader::target() const {
  return parser_->kept.target;
}
bool RequestReader::keep_alive() const {
  return parser_->message->keep_alive();
}
bool RequestReader::http10() const {
  return parser_->message->http10;
}

bool RequestReader::has_body() const {
  const auto length = content_length();
  return parser_->message->chunked() || (length && *length > 0);
}

std::optional<std::uint64_t> RequestReader::content_length() const {
  const auto length = parser_->message->content_length();
  if (!length) return std::nullopt;
  return *length;
}

void RequestReader::body_into(BodySink& sink, std::uint64_t limit) {
  parser_->message->sink = &sink;
  parser_->message->body_limit(limit);
  parser_->message->eager(true);
}

}  // namespace punctual::web
