#include "domain/agreement/terms.h"

#include <algorithm>

namespace punctual::agreement {
namespace {

constexpr Minutes most_minutes = 100'000 * 60;

/// The whole number before the unit, which is taken off with it; nothing where there is none.
std::optional<Minutes> take_number(std::string_view& text, char unit) {
  const auto end = text.find(unit);
  if (end == std::string_view::npos || end == 0 || end > 7) return std::nullopt;
  Minutes number = 0;
  for (const char c : text.substr(0, end)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(end + 1);
  return number;
}

}  // namespace

std::string format_minutes(Minutes minutes) {
  std::string text = minutes < 0 ? "-" : "";
  minutes = minutes < 0 ? -minutes : minutes;
  if (minutes >= 60) text += std::to_string(minutes / 60) + "h";
  if (minutes % 60 != 0 || minutes == 0) text += std::to_string(minutes % 60) + "m";
  return text;
}

std::optional<Minutes> minutes_from(std::string_view text) {
  const auto hours = take_number(text, 'h');
  const auto minutes = take_number(text, 'm');
  if (!text.empty() || (!hours && !minutes)) return std::nullopt;
  const Minutes all = hours.value_or(0) * 60 + minutes.value_or(0);
  return all > most_minutes ? std::nullopt : std::optional(all);
}

const Kind& Terms::kind(const std::string& name) const {
  const auto found = std::ranges::find(kinds, name, &Kind::name);
  return found == kinds.end() ? kinds.back() : *found;
}

const Terms* Agreement::at(Date date) const {
  if (end && *end <= date) return nullptr;
  const auto after = std::ranges::upper_bound(versions, date, {}, &Terms::from);
  return after == versions.begin() ? nullptr : &*std::prev(after);
}

std::optional<Date> Agreement::end_of(std::size_t version) const {
  return version + 1 < versions.size() ? std::optional(versions[version + 1].from) : end;
}

}  // namespace punctual::agreement
