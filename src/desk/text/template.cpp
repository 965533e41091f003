#include "desk/text/template.h"

#include <kainjow/mustache.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>

#include "desk/assets/assets.h"
#include "desk/text/markdown.h"
#include "desk/text/template_source.h"

namespace punctual::text {
namespace {

namespace ms = kainjow::mustache;

ms::data to_data(const Value& value) {
  switch (value.kind) {
    case Value::Kind::no:
      return ms::data{false};
    case Value::Kind::yes:
      return ms::data{true};
    case Value::Kind::text:
      return ms::data{value.text};
    case Value::Kind::list: {
      ms::list list;
      list.reserve(value.items.size());
      for (const auto& item : value.items) list.push_back(to_data(item));
      return ms::data{list};
    }
    case Value::Kind::object: {
      ms::data object{ms::data::type::object};
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        object[std::string(value.names[i])] = to_data(value.items[i]);
      }
      return object;
    }
  }
  return ms::data{false};
}

std::unique_ptr<ms::mustache> parse(std::string_view name, const TemplateSources& own) {
  auto parsed = std::make_unique<ms::mustache>(template_source(name, own));
  if (!parsed->is_valid()) {
    throw std::logic_error("template " + std::string(name) + ": " + parsed->error_message());
  }
  // Ours, since mail programs do not know &apos;.
  parsed->set_custom_escape(is_plain_text(name) ? [](const std::string& text) { return text; }
                                                : [](const std::string& text) { return escape_html(text); });
  return parsed;
}

// Rendering a parsed template changes it only where it has lambdas or partials, and ours have neither by
// then: so threads share them.
ms::mustache& parsed_template(std::string_view name) {
  static std::shared_mutex mutex;
  static std::map<std::string, std::unique_ptr<ms::mustache>, std::less<>> parsed;
  {
    const std::shared_lock lock(mutex);
    if (const auto found = parsed.find(name); found != parsed.end()) return *found->second;
  }
  auto fresh = parse(name, {});
  const std::unique_lock lock(mutex);
  return *parsed.try_emplace(std::string(name), std::move(fresh)).first->second;
}

}  // namespace

Value Value::of_text(std::string text) {
  if (text.empty()) return {};
  return {.kind = Kind::text, .text = std::move(text)};
}

std::string render(std::string_view template_name, const Value& view, const TemplateSources& own) {
  if (!own.empty()) return parse(template_name, own)->render(to_data(view));
  return parsed_template(template_name).render(to_data(view));
}

std::optional<std::string> parse_problem(std::string_view template_name, const TemplateSources& own) {
  try {
    parse(template_name, own);
    return std::nullopt;
  } catch (const std::logic_error& error) {
    return error.what();
  }
}

}  // namespace punctual::text
