#include "desk/configuration/differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "desk/configuration/fields.h"
#include "desk/queries/hours_difference.h"
#include "store/text/fold.h"

namespace punctual::desk {

namespace {

using Kind = Difference::Kind;

/// What changed from one list of fields to the other; all of them where there was none before.
std::vector<std::string> details_of(const Fields* before, const Fields& after) {
  std::map<std::string_view, const Field*> known;
  if (before)
    for (const auto& field : *before) known[field.label] = &field;
  std::vector<std::string> details;
  for (const auto& field : after) {
    const auto was = known.find(field.label);
    if (was == known.end()) {
      details.push_back(fmt::format("{}: {}", field.label, shortened(field.value)));
      continue;
    }
    if (was->second->value != field.value) details.push_back(changed(*was->second, field));
    known.erase(was);
  }
  if (before)
    for (const auto& field : *before)
      if (known.contains(field.label))
        details.push_back(fmt::format("{}: nothing, was {}", field.label, shortened(field.value)));
  return details;
}

class Differences {
 public:
  std::vector<Difference> found;

  /// One thing that differs, or is new.
  void differs(std::string_view section, std::string subject, const Fields* before, const Fields& after) {
    auto details = details_of(before, after);
    if (before && details.empty()) details.emplace_back("what reads the same is divided otherwise");
    if (!before)
      std::erase_if(details, [&](const std::string& one) { return one.ends_with(": " + subject); });
    found.push_back(
        {before ? Kind::changed : Kind::added, std::string(section), std::move(subject), std::move(details)});
  }

  /// Things by name; `counterpart_of` gives the one before.
  template <class Entry, class Find, class Name>
  void list(std::string_view section, const std::vector<Entry>* before, const std::vector<Entry>& after,
            Find counterpart_of, Name name) {
    std::set<const Entry*> met;
    for (const auto& entry : after) {
      const Entry* was = before ? counterpart_of(entry) : nullptr;
      met.insert(was);
      if (was && *was == entry) continue;
      const auto old = was ? fields_of(*was) : Fields();
      differs(section, name(entry), was ? &old : nullptr, fields_of(entry));
    }
    if (!before) return;
    for (const auto& entry : *before)
      if (!met.contains(&entry))
        found.push_back({Kind::removed, std::string(section), name(entry), what_remains(entry)});
  }
};

void compare_hours(const Configuration* before, const Configuration& after, Differences& into) {
  const auto wanted = HoursVersion::of(after.hours, after.holidays);
  if (!before) {
    auto details = hours_differences(HoursVersion::of({.zone = after.hours.zone}, {}), wanted);
    details.insert(details.begin(), "time zone: " + after.hours.zone);
    into.found.push_back({Kind::added, "hours", {}, std::move(details)});
    return;
  }
  const auto held = HoursVersion::of(before->hours, before->holidays);
  if (held.hours == wanted.hours && held.holidays == wanted.holidays) return;
  auto details = hours_differences(held, wanted);
  if (details.empty()) details.emplace_back("the list of holidays names other sources");
  into.found.push_back({Kind::changed, "hours", {}, std::move(details)});
}

template <class Entry>
const Entry* found_by(const std::vector<Entry>& entries, std::string Entry::* member, std::string_view name) {
  const auto folded = [&](const Entry& entry) { return store::fold_case(entry.*member); };
  const auto wanted = store::fold_case(name);
  const auto found = std::ranges::lower_bound(entries, wanted, {}, folded);  // they are in order
  return found == entries.end() || folded(*found) != wanted ? nullptr : &*found;
}

template <class Entry>
const Entry* known_as(const std::vector<Entry>& entries, std::string Entry::* member, const Entry& entry) {
  const auto* same = found_by(entries, member, entry.*member);
  return same || entry.was.empty() ? same : found_by(entries, member, entry.was);
}

}  // namespace

std::string_view to_text(Kind kind) {
  if (kind == Kind::added) return "added";
  return kind == Kind::changed ? "changed" : "removed";
}

const PodEntry* counterpart(const Configuration& before, const PodEntry& after) {
  return known_as(before.pods, &PodEntry::name, after);
}
const PersonEntry* counterpart(const Configuration& before, const PersonEntry& after) {
  return known_as(before.people, &PersonEntry::email, after);
}
const ClientEntry* counterpart(const Configuration& before, const ClientEntry& after) {
  return known_as(before.clients, &ClientEntry::name, after);
}

std::vector<Difference> differences(const Configuration* before, const Configuration& after) {
  Differences into;
  for (const auto section : profile_sections) {
    if (before && equal(before->profile, after.profile, section)) continue;
    const auto old = before ? fields_of(before->profile, section) : Fields();
    const auto fields = fields_of(after.profile, section);
    if (before || !fields.empty()) into.differs(section, {}, before ? &old : nullptr, fields);
  }
  compare_hours(before, after, into);
  // Nothing renames a policy: versions and requests name it as it is written.
  const auto of_that_name = [&](const PolicyEntry& entry) {
    const auto* was = found_by(before->policies, &PolicyEntry::name, entry.name);
    return was && was->name == entry.name ? was : nullptr;
  };
  const auto earlier = [&](const auto& entry) { return counterpart(*before, entry); };
  const auto name = [](const auto& entry) { return entry.name; };
  into.list("policies", before ? &before->policies : nullptr, after.policies, of_that_name, name);
  into.list("pods", before ? &before->pods : nullptr, after.pods, earlier, name);
  into.list("people", before ? &before->people : nullptr, after.people, earlier,
            [](const PersonEntry& entry) { return entry.email; });
  into.list("clients", before ? &before->clients : nullptr, after.clients, earlier, name);
  if (before ? before->mail_templates == after.mail_templates : after.mail_templates.empty())
    return std::move(into.found);
  const auto old = before ? fields_of(before->mail_templates) : Fields();
  into.differs("mail.templates", {}, before ? &old : nullptr, fields_of(after.mail_templates));
  return std::move(into.found);
}

}  // namespace punctual::desk
