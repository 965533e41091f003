#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace punctual::text {

/// HTML that is safe already: made by markdown_html or by a template. The only thing templates print
/// unescaped, and only from members named `*_html`.
struct SafeHtml {
  std::string html;
};

/// What a template sees: a truth, a text, a list or members by name. Made from view structs by `value_of`.
struct Value {
  enum class Kind { no, yes, text, list, object };
  Kind kind = Kind::no;
  std::string text;
  std::vector<std::string_view> names;  ///< of an object, beside `items`
  std::vector<Value> items;             ///< of a list or an object

  static Value of_text(std::string text);
  static Value of_truth(bool truth) { return {.kind = truth ? Kind::yes : Kind::no}; }
};

namespace detail {
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
}  // namespace detail

template <class T>
Value value_of(const T& from);

template <class T>
Value object_of(const T& from) {
  Value object{.kind = Value::Kind::object};
  using Members = boost::describe::describe_members<T, boost::describe::mod_any_access>;
  boost::mp11::mp_for_each<Members>([&](auto member) {
    constexpr std::string_view name = decltype(member)::name;
    using Member = std::remove_cvref_t<decltype(from.*decltype(member)::pointer)>;
    static_assert(std::is_same_v<Member, SafeHtml> == name.ends_with("_html"),
                  "SafeHtml members are named *_html, and no others");
    object.names.push_back(name);
    object.items.push_back(value_of(from.*decltype(member)::pointer));
  });
  return object;
}

/// An empty text, an absent optional, an empty list and `false` are all an absent section.
template <class T>
Value value_of(const T& from) {
  if constexpr (std::is_same_v<T, bool>) {
    return Value::of_truth(from);
  } else if constexpr (std::is_same_v<T, SafeHtml>) {
    return Value::of_text(from.html);
  } else if constexpr (std::is_integral_v<T>) {
    return Value::of_text(std::to_string(from));
  } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
    return Value::of_text(std::string(std::string_view(from)));
  } else if constexpr (detail::is_optional<T>) {
    return from ? value_of(*from) : Value{};
  } else if constexpr (detail::is_vector<T>) {
    Value list{.kind = Value::Kind::list};
    list.items.reserve(from.size());
    for (const auto& item : from) list.items.push_back(value_of(item));
    return list;
  } else {
    return object_of(from);
  }
}

/// Templates a desk has of its own, by name, in place of those built in; also as partials.
using TemplateSources = std::map<std::string, std::string, std::less<>>;

/// "page/support" is the asset templates/page/support.mustache; a name that ends in ".txt" or ".subject" is
/// plain text and escapes nothing. A template that is missing or malformed is our mistake, for one's own were
/// checked when they came: std::logic_error names it and what is wrong.
std::string render(std::string_view template_name, const Value& view, const TemplateSources& own = {});

template <class View>
std::string render(std::string_view template_name, const View& view, const TemplateSources& own = {}) {
  return render(template_name, object_of(view), own);
}

/// What keeps a template from being parsed, its partials in place; nothing where it can be.
std::optional<std::string> parse_problem(std::string_view template_name, const TemplateSources& own);

}  // namespace punctual::text
