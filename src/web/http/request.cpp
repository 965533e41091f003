#include "web/http/request.h"

#include <algorithm>

#include "web/http/pairs.h"
#include "web/http/text.h"

namespace punctual::web {

std::string_view Form::value(std::string_view name) const {
  for (const auto& [field, value] : fields)
    if (field == name) return value;
  return {};
}

std::string_view Request::header(std::string_view name) const {
  for (const auto& [field, value] : headers)
    if (field == name) return value;
  return {};
}

std::optional<std::string> Request::query_parameter(std::string_view name) const {
  std::string_view rest = query;
  while (const auto pair = next_pair(rest))
    if (percent_decoded(pair->name, Plus::space) == name) return percent_decoded(pair->value, Plus::space);
  return std::nullopt;
}

std::string_view Request::parameter(std::string_view name) const {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<std::string> Request::cookie(std::string_view name) const {
  for (const auto& [field, value] : headers) {
    if (field != "cookie") continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(';'), rest.size());
      const std::string_view pair = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const auto equals = pair.find('=');
      if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
      std::string_view content = pair.substr(equals + 1);
      if (content.size() >= 2 && content.front() == '"' && content.back() == '"')
        content = content.substr(1, content.size() - 2);
      return std::string(content);
    }
  }
  return std::nullopt;
}

}  // namespace punctual::web
