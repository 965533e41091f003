#include "app/sla/salvaged_id.h"

#include <boost/json/basic_parser_impl.hpp>

namespace punctual::batch {
namespace {

namespace json = boost::json;
using Error = boost::system::error_code;

/// Hears the line go by and notes the outermost object's "id". Every event goes on, so that the parser alone
/// ends.
struct Listener {
  static constexpr std::size_t max_array_size = -1;
  static constexpr std::size_t max_object_size = -1;
  static constexpr std::size_t max_string_size = -1;
  static constexpr std::size_t max_key_size = -1;

  std::optional<std::string> id;
  std::string key;
  std::string text;
  int depth = 0;

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error&) { return ++depth; }
  bool on_object_end(std::size_t, Error&) { return depth--; }
  bool on_array_begin(Error&) { return ++depth; }
  bool on_array_end(std::size_t, Error&) { return depth--; }
  bool on_key_part(json::string_view part, std::size_t, Error&) { return add(text, part); }
  bool on_key(json::string_view part, std::size_t, Error&) {
    add(text, part);
    key = std::exchange(text, {});
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, Error&) { return add(text, part); }
  bool on_string(json::string_view part, std::size_t, Error&) {
    add(text, part);
    if (depth == 1 && key == "id" && !id) id = text;
    text.clear();
    return true;
  }
  bool on_number_part(json::string_view, Error&) { return true; }
  bool on_int64(std::int64_t, json::string_view, Error&) { return true; }
  bool on_uint64(std::uint64_t, json::string_view, Error&) { return true; }
  bool on_double(double, json::string_view, Error&) { return true; }
  bool on_bool(bool, Error&) { return true; }
  bool on_null(Error&) { return true; }
  bool on_comment_part(json::string_view, Error&) { return true; }
  bool on_comment(json::string_view, Error&) { return true; }

  static bool add(std::string& to, json::string_view part) {
    to.append(part.data(), part.size());
    return true;
  }
};

}  // namespace

std::optional<std::string> salvaged_id(std::string_view line) {
  json::parse_options options;
  options.max_depth = 64;
  json::basic_parser<Listener> parser(options);
  Error ignored;
  parser.write_some(false, line.data(), line.size(), ignored);
  return std::move(parser.handler().id);
}

}  // namespace punctual::batch
