#include "app/configuration/toml_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/text/one_line.h"
#include "domain/time/rfc3339.h"

namespace punctual::app {

namespace {

/// Why this is no text of its kind; nothing where it is.
std::optional<std::string> wrong_with(std::string_view text, const TextRule& rule) {
  if (text.size() > rule.most)
    return fmt::format("is too long, {} bytes; {} are the most", text.size(), rule.most);
  if (!rule.lines && text.find('\n') != std::string_view::npos)
    return "has more than one line; write it in one";
  const auto unprintable = [&](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && !(rule.lines && (c == '\n' || c == '\t'))) || c == 0x7f;
  };
  if (std::ranges::any_of(text, unprintable) || (!rule.lines && text::turns_lines(text)))
    return "contains characters that cannot be printed; remove them";
  if (rule.required && text::one_line(text, text.size()).empty()) return "is empty; write it";
  return std::nullopt;
}

}  // namespace

std::string TomlTable::place(std::string_view key) const {
  if (path_.empty() || key.empty()) return path_ + std::string(key);
  return path_ + "." + std::string(key);
}

void TomlTable::note(const toml::source_region& where, std::string_view key, std::string problem) {
  problems_.push_back(
      {std::max(where.begin.line, 1U), std::max(where.begin.column, 1U), place(key), std::move(problem)});
}

void TomlTable::refuse(std::string_view key, std::string problem) {
  const auto* node = table_.get(key);
  note(node ? node->source() : table_.source(), key, std::move(problem));
}

const toml::node* TomlTable::find(std::string_view key, bool required) {
  asked_.push_back(key);
  const auto* node = table_.get(key);
  if (!node && required) refuse(key, "is missing; add it");
  return node;
}

std::string TomlTable::read_text(const toml::node& node, std::string_view key, const TextRule& rule) {
  const auto* text = node.as_string();
  if (!text) {
    note(node.source(), key, "must be a text; write it between quotation marks");
    return {};
  }
  if (auto problem = wrong_with(text->get(), rule)) {
    note(node.source(), key, std::move(*problem));
    return {};
  }
  return text->get();
}

std::string TomlTable::text(std::string_view key, const TextRule& rule) {
  const auto* node = find(key, rule.required);
  return node ? read_text(*node, key, rule) : std::string();
}

std::vector<std::string> TomlTable::texts(std::string_view key, const TextRule& each) {
  std::vector<std::string> found;
  const auto* node = find(key, false);
  if (!node) return found;
  const auto* list = node->as_array();
  if (!list) {
    note(node->source(), key, "must be a list of texts; write it like [\"one\", \"another\"]");
    return found;
  }
  for (const auto& one : *list) found.push_back(read_text(one, key, each));
  return found;
}

std::optional<std::int64_t> TomlTable::read_whole(const toml::node& node, std::string_view key,
                                                  std::int64_t least, std::int64_t most) {
  const auto* number = node.as_integer();
  if (number && number->get() >= least && number->get() <= most) return number->get();
  note(node.source(), key, fmt::format("must be a whole number; write {} to {}", least, most));
  return std::nullopt;
}

std::optional<std::int64_t> TomlTable::whole(std::string_view key, std::int64_t least, std::int64_t most) {
  const auto* node = find(key, false);
  return node ? read_whole(*node, key, least, most) : std::nullopt;
}

std::vector<std::int64_t> TomlTable::wholes(std::string_view key, std::int64_t least, std::int64_t most) {
  std::vector<std::int64_t> found;
  const auto* node = find(key, false);
  if (!node) return found;
  const auto* list = node->as_array();
  if (!list) {
    note(node->source(), key, "must be a list of whole numbers; write it like [1, 2]");
    return found;
  }
  for (const auto& one : *list)
    if (const auto number = read_whole(one, key, least, most)) found.push_back(*number);
  return found;
}

bool TomlTable::truth(std::string_view key) {
  const auto* node = find(key, false);
  if (!node) return false;
  if (const auto* value = node->as_boolean()) return value->get();
  note(node->source(), key, "must be true or false");
  return false;
}

std::optional<Date> TomlTable::date(std::string_view key) {
  const auto* node = find(key, true);
  if (!node) return std::nullopt;
  std::optional<Date> date;
  if (const auto* value = node->as_date())
    date =
        parse_date(fmt::format("{:04}-{:02}-{:02}", value->get().year, value->get().month, value->get().day));
  else if (const auto* text = node->as_string())
    date = parse_date(text->get());
  constexpr Date first{std::chrono::year{1970} / 1 / 1};
  constexpr Date last{std::chrono::year{2400} / 12 / 31};
  if (date && *date >= first && *date <= last) return date;
  note(node->source(), key, "is no date from 1970 to 2400; write it like 2026-12-25");
  return std::nullopt;
}

void TomlTable::table(std::string_view key, const std::function<void(TomlTable&)>& read) {
  const auto* node = find(key, false);
  if (!node) return;
  const auto* inner = node->as_table();
  if (!inner) return note(node->source(), key, "must be a table; see the example desk.toml");
  TomlTable table(*inner, place(key), problems_);
  read(table);
  table.finish();
}

void TomlTable::tables(std::string_view key, std::size_t at_most,
                       const std::function<void(TomlTable&, std::size_t)>& read) {
  const auto* node = find(key, false);
  if (!node) return;
  const auto* list = node->as_array();
  if (!list) return note(node->source(), key, "must be a list of tables; see the example desk.toml");
  if (list->size() > at_most)
    return note(node->source(), key, fmt::format("has {} entries; {} are the most", list->size(), at_most));
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto* inner = list->get(i)->as_table();
    if (!inner) {
      note(list->get(i)->source(), key, "must be a list of tables; see the example desk.toml");
      continue;
    }
    TomlTable entry(*inner, fmt::format("{}[{}]", place(key), i + 1), problems_);
    read(entry, i);
    entry.finish();
  }
}

void TomlTable::each_text(const TextRule& rule,
                          const std::function<void(std::string_view, std::string)>& take) {
  for (const auto& [key, node] : table_) {
    asked_.push_back(key.str());
    const auto known = problems_.size();
    auto text = read_text(node, key.str(), rule);
    if (problems_.size() == known) take(key.str(), std::move(text));
  }
}

std::vector<std::string_view> TomlTable::keys() {
  std::vector<std::string_view> all;
  for (const auto& [key, node] : table_) all.push_back(key.str());
  asked_.insert(asked_.end(), all.begin(), all.end());
  return all;
}

void TomlTable::finish() {
  for (const auto& [key, node] : table_) {
    if (std::ranges::find(asked_, key.str()) != asked_.end()) continue;
    const auto meant = nearest(key.str(), asked_);
    note(key.source(), key.str(),
         meant.empty() ? std::string("is not known here; remove it")
                       : fmt::format("is not known here; did you mean {}?", meant));
  }
}

}  // namespace punctual::app
