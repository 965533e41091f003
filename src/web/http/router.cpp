#include "web/http/router.h"

#include <algorithm>
#include <stdexcept>

#include "web/http/text.h"

namespace punctual::web {
namespace {

constexpr std::size_t most_segments = 16;

bool named(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::string allowed(const std::array<const Route*, 4>& routes) {
  std::string out;
  const auto add = [&](Method method, std::string_view names) {
    if (!routes[static_cast<std::size_t>(method)]) return;
    if (!out.empty()) out += ", ";
    out += names;
  };
  add(Method::get, "GET, HEAD");
  add(Method::post, "POST");
  add(Method::put, "PUT");
  add(Method::del, "DELETE");
  return out;
}

}  // namespace

/// The raw path split up, decoded where it must be, and what the {names} matched.
struct Router::Segments {
  std::array<std::string_view, most_segments> parts;
  std::array<std::string, most_segments> decoded;
  std::size_t count = 0;
  std::array<std::size_t, most_segments> bound{};
  std::size_t bindings = 0;

  /// False when there are too many or one is not text. "/" has none; "/a/" has a last one that is empty.
  bool split(std::string_view path) {
    if (path == "/") return true;
    while (!path.empty()) {
      path.remove_prefix(1);
      if (count == most_segments) return false;
      const auto end = std::min(path.find('/'), path.size());
      parts[count] = path.substr(0, end);
      if (parts[count].find('%') != std::string_view::npos) {
        auto text = percent_decoded(parts[count], Plus::literal);
        if (!text) return false;
        decoded[count] = *std::move(text);
        parts[count] = decoded[count];
      }
      ++count;
      path.remove_prefix(end);
    }
    return true;
  }
};

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  for (const Route& route : routes_) add(route);
}

void Router::add(const Route& route) {
  const auto refuse = [&](const char* why) {
    throw std::invalid_argument("route " + route.pattern + ": " + why);
  };
  Segments segments;
  if (!route.pattern.starts_with('/') || !segments.split(route.pattern)) refuse("not a path");
  Node* node = &root_;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < segments.count; ++i) {
    const std::string_view part = segments.parts[i];
    if (named(part)) {
      names.emplace_back(part.substr(1, part.size() - 2));
      if (!node->any) node->any = std::make_unique<Node>();
      node = node->any.get();
      continue;
    }
    if (part.find_first_of("{}") != std::string_view::npos) refuse("a {name} is a whole segment");
    auto found = std::ranges::find(node->literals, part, [](const auto& child) { return child.first; });
    if (found == node->literals.end()) {
      node->literals.emplace_back(std::string(part), std::make_unique<Node>());
      found = node->literals.end() - 1;
    }
    node = found->second.get();
  }
  if (!node->leaf) node->leaf = std::make_unique<Leaf>();
  const auto method = static_cast<std::size_t>(route.method);
  if (node->leaf->routes[method]) refuse("stands twice");
  node->leaf->routes[method] = &route;
  node->leaf->names[method] = std::move(names);
  node->leaf->allow = allowed(node->leaf->routes);
}

const Router::Leaf* Router::descend(const Node& node, Segments& segments, std::size_t depth) {
  if (depth == segments.count) return node.leaf.get();
  const std::string_view part = segments.parts[depth];
  for (const auto& [literal, child] : node.literals) {
    if (literal != part) continue;
    if (const Leaf* leaf = descend(*child, segments, depth + 1)) return leaf;
  }
  if (!node.any || part.empty()) return nullptr;
  segments.bound[segments.bindings++] = depth;
  if (const Leaf* leaf = descend(*node.any, segments, depth + 1)) return leaf;
  --segments.bindings;
  return nullptr;
}

Router::Match Router::find(std::string_view path, std::optional<Method> method, Request& into) const {
  into.parameters.clear();
  Segments segments;
  if (!segments.split(path)) return {};
  const Leaf* leaf = descend(root_, segments, 0);
  if (!leaf) return {};
  const Route* route = method ? leaf->routes[static_cast<std::size_t>(*method)] : nullptr;
  if (!route) return {nullptr, leaf->allow};
  const auto& names = leaf->names[static_cast<std::size_t>(*method)];
  for (std::size_t i = 0; i < names.size(); ++i)
    into.parameters.emplace(names[i], segments.parts[segments.bound[i]]);
  return {route, leaf->allow};
}

}  // namespace punctual::web
