#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "domain/id.h"
#include "domain/time/instant.h"
#include "domain/time/rfc3339.h"

namespace punctual::json {

/// A value that is always written, as null when there is none. An empty std::optional member is left out
/// instead.
template <class T>
struct Nullable : std::optional<T> {
  using std::optional<T>::optional;
  Nullable(std::optional<T> value) : std::optional<T>(std::move(value)) {}
};

/// JSON text written as it stands.
struct Raw {
  std::string text;
};

void write_string(std::string& out, std::string_view value);

template <class T>
void write(std::string& out, const T& value);

namespace detail {

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_nullable : std::false_type {};
template <class T>
struct is_nullable<Nullable<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_id : std::false_type {};
template <class E>
struct is_id<Id<E>> : std::true_type {};

template <class T>
void write_integer(std::string& out, T value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

template <class T>
void write_members(std::string& out, const T& value) {
  out += '{';
  bool first = true;
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
      [&](auto member) {
        const auto& field = value.*member.pointer;
        if constexpr (is_optional<std::remove_cvref_t<decltype(field)>>::value)
          if (!field) return;
        if (!first) out += ',';
        first = false;
        out += '"';
        out += member.name;
        out += "\":";
        write(out, field);
      });
  out += '}';
}

}  // namespace detail

/// Writes any described struct (Boost.Describe), and what it is made of: text, integers, booleans, instants
/// (RFC 3339), ids, described enumerations, optionals, vectors.
template <class T>
void write(std::string& out, const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_same_v<T, Raw>) {
    out += value.text;
  } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
    write_string(out, value);
  } else if constexpr (std::is_same_v<T, Instant>) {
    out += '"';
    out += format_rfc3339(value);
    out += '"';
  } else if constexpr (std::is_integral_v<T>) {
    detail::write_integer(out, value);
  } else if constexpr (detail::is_id<T>::value) {
    detail::write_integer(out, value.value);
  } else if constexpr (std::is_enum_v<T>) {
    write_string(out, boost::describe::enum_to_string(value, ""));
  } else if constexpr (detail::is_optional<T>::value || detail::is_nullable<T>::value) {
    if (value)
      write(out, *value);
    else
      out += "null";
  } else if constexpr (detail::is_vector<T>::value) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i) out += ',';
      write(out, value[i]);
    }
    out += ']';
  } else {
    detail::write_members(out, value);
  }
}

template <class T>
std::string to_json(const T& value) {
  std::string out;
  write(out, value);
  return out;
}

}  // namespace punctual::json
