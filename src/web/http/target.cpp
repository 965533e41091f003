#include "web/http/target.h"

#include <algorithm>

#include "web/http/pairs.h"
#include "web/http/text.h"

namespace punctual::web {
namespace {

std::string_view without_authority(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!equal_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    const auto path = target.find('/', scheme.size());
    return path == std::string_view::npos ? std::string_view() : target.substr(path);
  }
  return target;
}

}  // namespace

std::string_view read_target(std::string_view target, Request& into) {
  const auto outside = [](char c) { return c <= ' ' || c >= 0x7F || c == '#'; };
  target = without_authority(target);
  if (!target.starts_with('/') || std::ranges::any_of(target, outside)) return {};
  const auto question = std::min(target.find('?'), target.size());
  const std::string_view path = target.substr(0, question);
  const std::string_view query = target.substr(std::min(question + 1, target.size()));
  if (path.find('%') == std::string_view::npos) {
    into.path.assign(path);
  } else {
    auto decoded = percent_decoded(path, Plus::literal);
    if (!decoded) return {};
    into.path = *std::move(decoded);
  }
  if (!well_formed_pairs(query)) return {};
  into.query.assign(query);
  return path;
}

}  // namespace punctual::web
