#include "web/http/reply_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "web/http/text.h"

namespace punctual::web {
namespace {

struct Phrase {
  int status;
  std::string_view text;
};
constexpr std::array phrases = {Phrase{200, "OK"},
                                Phrase{201, "Created"},
                                Phrase{202, "Accepted"},
                                Phrase{204, "No Content"},
                                Phrase{302, "Found"},
                                Phrase{303, "See Other"},
                                Phrase{304, "Not Modified"},
                                Phrase{400, "Bad Request"},
                                Phrase{401, "Unauthorized"},
                                Phrase{403, "Forbidden"},
                                Phrase{404, "Not Found"},
                                Phrase{405, "Method Not Allowed"},
                                Phrase{409, "Conflict"},
                                Phrase{410, "Gone"},
                                Phrase{412, "Precondition Failed"},
                                Phrase{413, "Content Too Large"},
                                Phrase{415, "Unsupported Media Type"},
                                Phrase{422, "Unprocessable Content"},
                                Phrase{428, "Precondition Required"},
                                Phrase{429, "Too Many Requests"},
                                Phrase{500, "Internal Server Error"},
                                Phrase{503, "Service Unavailable"},
                                Phrase{507, "Insufficient Storage"}};

/// The phrase may be empty; its space may not.
std::string_view phrase(int status) {
  const auto found = std::ranges::find(phrases, status, &Phrase::status);
  return found == phrases.end() ? std::string_view() : found->text;
}

bool one_line(std::string_view value) {
  return std::ranges::none_of(value, [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 0x7F; });
}

bool of_the_server(std::string_view name) {
  constexpr std::array<std::string_view, 6> names = {"content-length", "content-type", "transfer-encoding",
                                                     "connection",     "date",         "keep-alive"};
  return std::ranges::any_of(names, [&](std::string_view n) { return equal_ignoring_case(n, name); });
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool sendable(const Reply& reply) {
  return reply.status >= 200 && reply.status <= 599 && one_line(reply.content_type) &&
         std::ranges::all_of(reply.headers, [](const auto& header) {
           return is_token(header.first) && one_line(header.second) && !of_the_server(header.first);
         });
}

bool bodiless(int status) {
  return status == 204 || status == 304;
}

void append_head(std::string& out, const Reply& reply, const Framing& framing) {
  fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\n", reply.status, phrase(reply.status));
  append_header(out, "Date", framing.date);
  bool cache_said = false;
  for (const auto& [name, value] : reply.headers) {
    cache_said = cache_said || equal_ignoring_case(name, "cache-control");
    append_header(out, name, value);
  }
  if (!reply.content_type.empty()) append_header(out, "Content-Type", reply.content_type);
  if (!cache_said) out += "Cache-Control: no-store\r\n";
  out += "X-Content-Type-Options: nosniff\r\nReferrer-Policy: same-origin\r\n";
  if (framing.chunked) {
    out += "Transfer-Encoding: chunked\r\n";
  } else if (framing.length && !bodiless(reply.status)) {
    append_header(out, "Content-Length", fmt::format_int(*framing.length).c_str());
  }
  if (!framing.keep_alive) {
    out += "Connection: close\r\n";
  } else if (framing.http10) {
    out += "Connection: keep-alive\r\n";
  }
  out += "\r\n";
}

std::string http_date(Instant at) {
  constexpr std::array<std::string_view, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[std::chrono::weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

}  // namespace punctual::web
