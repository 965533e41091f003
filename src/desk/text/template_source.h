#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/text/template.h"

namespace punctual::text {

/// The text of a template with its partials ({{> page/head}}) put in place: a partial alone on its line takes
/// the whole line, together at most 1 MB. Refuses (std::logic_error) what is longer, and what could print
/// something unescaped by accident: {{{…}}} around another name than *_html, {{&…}}, other delimiters, and
/// {{{…}}} in plain text.
std::string template_source(std::string_view name, const TemplateSources& own = {});

/// Nothing is escaped in it: ".txt" and ".subject".
bool is_plain_text(std::string_view template_name);

/// The names a view offers, by type alone, so that also the branches that sample data never takes are
/// checked.
struct Shape {
  std::vector<std::string_view> names;
  std::vector<Shape> items;
};

struct TemplateProblem {
  std::size_t line = 1;  ///< within the source, from 1
  std::string problem;   ///< with its remedy
};
/// All that is wrong with a template somebody wrote: tags and sections that are not closed, names that
/// nothing has, what would print unescaped. `partials` are the names that {{> …}} may take.
std::vector<TemplateProblem> problems_of_source(std::string_view template_name, std::string_view source,
                                                const Shape& view, const std::vector<std::string>& partials);

/// The tags of a template that name nothing in the view, as "name in section".
std::vector<std::string> unknown_names(std::string_view template_name, const Shape& view);

template <class T>
Shape shape_of() {
  if constexpr (detail::is_optional<T> || detail::is_vector<T>) {
    return shape_of<typename T::value_type>();
  } else if constexpr (!std::is_same_v<T, SafeHtml> && boost::describe::has_describe_members<T>::value) {
    Shape shape;
    using Members = boost::describe::describe_members<T, boost::describe::mod_any_access>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
      using Member = std::remove_cvref_t<decltype(std::declval<T&>().*decltype(member)::pointer)>;
      shape.names.push_back(decltype(member)::name);
      shape.items.push_back(shape_of<Member>());
    });
    return shape;
  } else {
    return {};
  }
}

}  // namespace punctual::text
