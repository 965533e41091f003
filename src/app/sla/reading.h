#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

namespace punctual::batch {

/// What cannot be answered about a line. Thrown by the readers below and caught where their public function
/// ends; no caller of those ever sees it.
struct Wrong {
  std::string text;
};

[[noreturn]] inline void refuse(std::string_view place, std::string_view problem) {
  throw Wrong{std::string(place).append(": ").append(problem)};
}

/// Absent and null are the same.
inline const boost::json::value* member(const boost::json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && !value->is_null() ? value : nullptr;
}

inline const boost::json::value& required(const boost::json::object& object, std::string_view key) {
  const auto* value = member(object, key);
  if (value == nullptr) refuse(key, "is missing");
  return *value;
}

inline const boost::json::object& as_object(const boost::json::value& value, std::string_view place) {
  if (!value.is_object()) refuse(place, "is no object");
  return value.get_object();
}

inline const boost::json::array& as_array(const boost::json::value& value, std::string_view place) {
  if (!value.is_array()) refuse(place, "is no list");
  return value.get_array();
}

inline std::string_view as_string(const boost::json::value& value, std::string_view place) {
  if (!value.is_string()) refuse(place, "is no string");
  return value.get_string();
}

}  // namespace punctual::batch
