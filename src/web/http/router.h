#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/server.h"

namespace punctual::web {

/// Finds the route of a path. A literal segment goes before a `{name}`; paths compare segment by segment
/// after percent-decoding, so that %2F never makes two segments of one.
class Router {
 public:
  /// Throws std::invalid_argument for a pattern that is broken or stands twice.
  explicit Router(std::vector<Route> routes);

  struct Match {
    const Route* route = nullptr;  ///< nothing: 405 with `allow`, or 404 where that is empty
    std::string_view allow;        ///< "GET, HEAD, POST"
  };
  /// `path` is raw. Fills the request's parameters when a route is found; no method is one the desk does not
  /// know.
  Match find(std::string_view path, std::optional<Method> method, Request& into) const;

 private:
  struct Leaf {
    std::array<const Route*, 4> routes{};
    std::array<std::vector<std::string>, 4> names;
    std::string allow;
  };
  struct Node {
    std::vector<std::pair<std::string, std::unique_ptr<Node>>> literals;
    std::unique_ptr<Node> any;
    std::unique_ptr<Leaf> leaf;
  };
  struct Segments;

  void add(const Route& route);
  static const Leaf* descend(const Node& node, Segments& segments, std::size_t depth);

  std::vector<Route> routes_;
  Node root_;
};

}  // namespace punctual::web
