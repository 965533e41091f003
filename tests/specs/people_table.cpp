#include "people_table.h"

#include <algorithm>
#include <stdexcept>

#include "store/zones/system_zones.h"

namespace punctual::specs {
namespace {

using people::RotaChange;
using Kind = RotaChange::Kind;

const std::map<std::string_view, Kind> change_names{{"off", Kind::time_off},
                                                    {"absent", Kind::absence},
                                                    {"gives", Kind::swap_off},
                                                    {"takes", Kind::swap_extra}};

}  // namespace

Cast::Cast(const Row& row) : row_(row), reading_(row) {
  for (const auto& holiday : row.all("holiday")) {
    const auto [day, name] = first_word(holiday);
    holidays_[reading_.date(day)] = name;
  }
  for (const auto& [word, rest] : row.cells)
    if (word == "who") workers_.push_back(read_worker(rest));
}

people::Worker Cast::read_worker(std::string_view text) {
  const auto parts = split(text, ";");
  auto [name, week] = first_word(parts.front());
  std::optional<std::string> zone;
  if (const auto [word, rest] = first_word(week); word.contains('/')) {
    zone = word;
    week = rest;
  }
  auto hours = reading_.rules(week);
  if (zone) hours.zone = *zone;
  names_.push_back(name);
  auto& traits = traits_.emplace_back();
  for (std::size_t i = 1; i < parts.size(); ++i) traits.insert(first_word(parts[i]));
  const PersonId id{static_cast<std::int64_t>(names_.size())};
  return people::Worker::of(id, people::with_holidays(std::move(hours), holidays_), changes_of(name),
                            SystemZones())
      .value();
}

std::vector<RotaChange> Cast::changes_of(const std::string& name) const {
  std::vector<RotaChange> changes;
  for (const auto& [word, rest] : row_.cells) {
    const auto kind = change_names.find(word);
    const auto [who, when] = first_word(rest);
    if (kind == change_names.end() || who != name) continue;
    const auto ends = split(when, " to ");
    const auto [day, times] = first_word(ends.front());
    const auto first = reading_.date(day);
    const auto last = ends.size() > 1 ? reading_.date(ends[1]) : first;
    std::optional<WallInterval> part;
    if (!times.empty()) part = day_hours(times).at(0);
    changes.push_back({kind->second, first, last, part});
  }
  return changes;
}

PersonId Cast::id(std::string_view name) const {
  const auto found = std::ranges::find(names_, name);
  if (found == names_.end()) throw std::runtime_error("nobody is called " + std::string(name));
  return {found - names_.begin() + 1};
}

const std::string& Cast::name(PersonId id) const {
  return names_.at(static_cast<std::size_t>(id.value) - 1);
}

std::string Cast::names(std::span<const PersonId> ids) const {
  std::string text;
  for (const PersonId id : ids) text.append(text.empty() ? "" : " ").append(name(id));
  return text.empty() ? "nobody" : text;
}

std::vector<people::Candidate> Cast::candidates() const {
  std::vector<people::Candidate> candidates;
  for (std::size_t i = 0; i < workers_.size(); ++i) {
    const auto& traits = traits_[i];
    const auto number = [&](std::string_view trait) {
      const auto found = traits.find(trait);
      return found == traits.end() ? 0 : std::stoi(found->second);
    };
    auto& one = candidates.emplace_back();
    one.colleague = {.worker = &workers_[i],
                     .role = traits.contains("coordinator") ? people::Role::coordinator
                             : traits.contains("manager")   ? people::Role::manager
                                                            : people::Role::member,
                     .in_pod = traits.contains("pod") || traits.contains("lead"),
                     .leads_pod = traits.contains("lead")};
    if (const auto skills = traits.find("skills"); skills != traits.end())
      one.skills = split(skills->second, " ");
    one.active_tickets = number("load");
    one.resolved_for_client = number("client");
    one.resolved_for_site = number("site");
    one.given_in_7_days = number("week");
    if (const auto given = traits.find("given"); given != traits.end())
      one.last_given = reading_.instant(given->second);
  }
  return candidates;
}

std::vector<people::Colleague> Cast::colleagues() const {
  std::vector<people::Colleague> colleagues;
  for (const auto& one : candidates()) colleagues.push_back(one.colleague);
  return colleagues;
}

PersonId Cast::with(std::string_view trait) const {
  for (std::size_t i = 0; i < traits_.size(); ++i)
    if (traits_[i].contains(trait)) return workers_[i].id;
  return {};
}

Calendar Cast::promised(const std::string& hours) const {
  const auto desk = row_.find("desk").value_or("08-17");
  auto rules = reading_.rules(hours == "desk" ? desk : hours);
  if (hours == "desk") rules.holidays = holidays_;
  return people::countable(std::move(rules), reading_.zone());
}

Calendar Cast::desk_hours() const {
  return promised("desk");
}

}  // namespace punctual::specs
