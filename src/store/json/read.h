#pragma once

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/json/write.h"

namespace punctual::json {

/// What is wrong with one field, by its path ("contact.email"); an empty field is the document itself.
struct FieldProblem {
  std::string field;
  std::string detail;
};

/// The text is not JSON (or too deep); or it is, and these fields are wrong.
struct ReadError {
  bool malformed = false;
  std::vector<FieldProblem> problems;
};

/// Parses strictly: UTF-8, at most 32 deep, no name twice in an object, nothing behind the value. Nothing
/// when malformed.
std::optional<boost::json::value> parse(std::string_view text);

namespace detail {

class Reader {
 public:
  std::vector<FieldProblem> problems;

  template <class T>
  void read(const boost::json::value& from, T& to, const std::string& path) {
    if constexpr (std::is_same_v<T, bool>) {
      if (const auto* value = from.if_bool())
        to = *value;
      else
        wrong(path, "must be true or false");
    } else if constexpr (std::is_same_v<T, std::string>) {
      if (const auto* value = from.if_string())
        to.assign(value->data(), value->size());
      else
        wrong(path, "must be a text");
    } else if constexpr (std::is_same_v<T, Instant>) {
      const auto* value = from.if_string();
      const auto instant = value ? parse_rfc3339({value->data(), value->size()}) : std::nullopt;
      if (instant)
        to = *instant;
      else
        wrong(path, "must be an instant such as 2026-03-10T08:00:00Z, in whole seconds with Z or an offset");
    } else if constexpr (std::is_same_v<T, Raw>) {
      to.text = boost::json::serialize(from);
    } else if constexpr (std::is_integral_v<T>) {
      read_integer(from, to, path);
    } else if constexpr (is_id<T>::value) {
      read_integer(from, to.value, path);
    } else if constexpr (std::is_enum_v<T>) {
      read_enum(from, to, path);
    } else if constexpr (is_optional<T>::value || is_nullable<T>::value) {
      if (from.is_null())
        to.reset();
      else
        read(from, to.emplace(), path);
    } else if constexpr (is_vector<T>::value) {
      read_vector(from, to, path);
    } else {
      read_members(from, to, path);
    }
  }

 private:
  void wrong(const std::string& path, std::string detail) { problems.push_back({path, std::move(detail)}); }

  template <class T>
  void read_integer(const boost::json::value& from, T& to, const std::string& path) {
    const auto* value = from.if_int64();
    if (value && std::in_range<T>(*value))
      to = static_cast<T>(*value);
    else
      wrong(path, "must be a whole number");
  }

  template <class T>
  void read_enum(const boost::json::value& from, T& to, const std::string& path) {
    const auto* value = from.if_string();
    if (value && boost::describe::enum_from_string(std::string(value->data(), value->size()).c_str(), to))
      return;
    std::string names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
      names += (names.empty() ? "" : ", ");
      names += enumerator.name;
    });
    wrong(path, "must be one of " + names);
  }

  template <class T>
  void read_vector(const boost::json::value& from, T& to, const std::string& path) {
    const auto* array = from.if_array();
    if (!array) return wrong(path, "must be a list");
    for (std::size_t i = 0; i < array->size(); ++i)
      read((*array)[i], to.emplace_back(), path + "[" + std::to_string(i) + "]");
  }

  template <class T>
  void read_members(const boost::json::value& from, T& to, const std::string& path) {
    const auto* object = from.if_object();
    if (!object) return wrong(path, "must be an object");
    const std::string prefix = path.empty() ? "" : path + ".";
    std::size_t known = 0;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) {
          auto& field = to.*member.pointer;
          const auto* value = object->if_contains(member.name);
          if (value) {
            ++known;
            read(*value, field, prefix + member.name);
          } else if constexpr (!is_optional<std::remove_cvref_t<decltype(field)>>::value) {
            wrong(prefix + member.name, "is missing");
          }
        });
    if (known == object->size()) return;
    for (const auto& pair : *object) {
      bool found = false;
      boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
          [&](auto member) { found = found || pair.key() == member.name; });
      if (!found) wrong(prefix + std::string(pair.key()), "is not a known field; leave it out");
    }
  }
};

}  // namespace detail

template <class T>
std::expected<T, std::vector<FieldProblem>> from_value(const boost::json::value& value) {
  T result{};
  detail::Reader reader;
  reader.read(value, result, "");
  if (!reader.problems.empty()) return std::unexpected(std::move(reader.problems));
  return result;
}

/// Reads a described struct. Unknown, missing and mistyped fields are refused, each by its path (SECURITY 6).
template <class T>
std::expected<T, ReadError> from_json(std::string_view text) {
  const auto value = parse(text);
  if (!value) return std::unexpected(ReadError{true, {}});
  auto result = from_value<T>(*value);
  if (!result) return std::unexpected(ReadError{false, std::move(result.error())});
  return std::move(*result);
}

}  // namespace punctual::json
