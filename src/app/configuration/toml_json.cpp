#include "app/configuration/toml_json.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "domain/time/rfc3339.h"

namespace punctual::app {

namespace {

namespace bj = boost::json;

constexpr std::string_view dates[] = {"from", "until", "on"};

bj::array list_of(const toml::array& list);

bj::value value_of(const toml::node& node) {
  if (const auto* table = node.as_table()) return to_json(*table);
  if (const auto* list = node.as_array()) return list_of(*list);
  if (const auto* text = node.as_string()) return bj::value(text->get());
  if (const auto* number = node.as_integer()) return number->get();
  if (const auto* truth = node.as_boolean()) return truth->get();
  if (const auto* date = node.as_date()) {
    namespace chrono = std::chrono;
    const toml::date& on = date->get();
    return bj::value(
        format_date(Date{chrono::year{on.year} / chrono::month{on.month} / chrono::day{on.day}}));
  }
  return nullptr;
}

bj::array list_of(const toml::array& list) {
  bj::array all;
  for (const auto& node : list) all.push_back(value_of(node));
  return all;
}

std::optional<toml::date> date_of(std::string_view text) {
  const auto date = parse_date(text);
  if (!date) return std::nullopt;
  const std::chrono::year_month_day day{*date};
  return toml::date{static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                    static_cast<unsigned>(day.day())};
}

struct IntoTable {
  toml::table& table;
  const std::string& key;
  template <class Value>
  void add(Value&& value) const {
    table.insert(key, std::forward<Value>(value));
  }
};

struct IntoArray {
  toml::array& array;
  template <class Value>
  void add(Value&& value) const {
    array.push_back(std::forward<Value>(value));
  }
};

/// Adds the value as the file would have it; null is as good as left out.
template <class Into>
void put(std::string_view key, const bj::value& value, Into into) {
  if (const auto* object = value.if_object()) return into.add(to_toml(*object));
  if (const auto* text = value.if_string()) {
    const std::string_view written(text->data(), text->size());
    if (std::ranges::find(dates, key) != std::end(dates))
      if (const auto date = date_of(written)) return into.add(*date);
    return into.add(std::string(written));
  }
  if (const auto* number = value.if_int64()) return into.add(*number);
  if (const auto* number = value.if_uint64()) return into.add(static_cast<double>(*number));
  if (const auto* truth = value.if_bool()) return into.add(*truth);
  if (const auto* number = value.if_double()) return into.add(*number);
  if (const auto* list = value.if_array()) {
    toml::array all;
    for (const auto& one : *list) put({}, one, IntoArray{all});
    return into.add(std::move(all));
  }
}

}  // namespace

bj::object to_json(const toml::table& table) {
  bj::object all;
  for (const auto& [key, node] : table) all.emplace(key.str(), value_of(node));
  return all;
}

toml::table to_toml(const bj::object& object) {
  toml::table all;
  for (const auto& [key, value] : object) {
    const std::string name(key);
    put(name, value, IntoTable{all, name});
  }
  return all;
}

}  // namespace punctual::app
