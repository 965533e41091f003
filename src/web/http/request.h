#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/time/instant.h"

namespace punctual::web {

enum class Method { get, post, put, del };

/// A file of a multipart form, streamed to a temporary file while it arrived; the server removes it after the
/// answer unless the handler moved it.
struct Upload {
  std::string field;
  std::string name;        ///< as the client named it: not trusted, never a path
  std::string media_type;  ///< as the client said
  std::filesystem::path path;
  std::int64_t size = 0;  ///< bytes
  std::string sha256;     ///< hex, of the bytes on disk
};

/// A decoded form, urlencoded or multipart. Fields keep their order; values are UTF-8 as sent (invalid bytes
/// are refused).
struct Form {
  std::vector<std::pair<std::string, std::string>> fields;
  std::vector<Upload> files;
  /// The field's value, or empty.
  std::string_view value(std::string_view name) const;
};

/// One request, read completely.
struct Request {
  Method method = Method::get;
  bool head = false;
  std::string path;                                            ///< percent-decoded, without the query
  std::string query;                                           ///< raw
  std::map<std::string, std::string, std::less<>> parameters;  ///< from the route's {names}, decoded
  std::vector<std::pair<std::string, std::string>> headers;    ///< names in lower case
  std::string body;                                            ///< of routes with Body::json
  std::optional<Form> form;                                    ///< of routes with Body::form
  std::string peer;       ///< address of the client, by the trusted proxies' header where configured
  bool loopback = false;  ///< the peer is this machine
  Instant now{};

  /// The header's value, or empty; name in lower case.
  std::string_view header(std::string_view name) const;
  /// The query parameter's decoded value; nothing when absent.
  std::optional<std::string> query_parameter(std::string_view name) const;
  std::string_view parameter(std::string_view name) const;
  std::optional<std::string> cookie(std::string_view name) const;
};

}  // namespace punctual::web
