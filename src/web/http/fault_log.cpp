#include "web/http/fault_log.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>

namespace punctual::web {
namespace {

constexpr std::array<std::string_view, 4> method_names = {"GET", "POST", "PUT", "DELETE"};
constexpr std::size_t longest_reason = 500;

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, longest_reason)) {
    if (c == '"' || c == '\\') out += '\\';
    out += (c >= 0 && c < ' ') || c == 0x7F ? ' ' : c;
  }
  return out;
}

}  // namespace

void log_fault(const ServerOptions& options, std::string_view event, const Route* route,
               std::string_view why) {
  std::string line = fmt::format("level=error part=http event={}", event);
  if (route)
    line += fmt::format(" route=\"{} {}\"", method_names[static_cast<std::size_t>(route->method)],
                        route->pattern);
  line += fmt::format(" error=\"{}\"", one_line(why));
  if (options.log) {
    options.log(line);
  } else {
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
  }
}

}  // namespace punctual::web
