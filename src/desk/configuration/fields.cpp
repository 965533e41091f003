#include "desk/configuration/fields.h"

#include <fmt/format.h>

#include "desk/configuration/agreement_fields.h"
#include "desk/text/one_line.h"
#include "desk/text/wording.h"
#include "domain/calendar/weekday_names.h"
#include "domain/time/rfc3339.h"

namespace punctual::desk {

namespace {

constexpr std::size_t short_enough = 72;  // characters; more are bytes cut off

void add(Fields& fields, std::string label, std::string value) {
  if (!value.empty()) fields.push_back({std::move(label), std::move(value)});
}

void add(Fields& fields, const std::string& label, const sla::Policy& promises) {
  const auto target = [](const std::optional<Target>& t) { return t ? format_target(*t) : "best effort"; };
  fields.push_back(
      {label, fmt::format("first reply {}, next reply {}, resolution {}", target(promises.first_reply),
                          target(promises.next_reply), target(promises.resolution))});
}

std::string week_words(const WeeklyHours& week) {
  std::string words;
  for (std::size_t i = 0; i < week.size(); ++i) {
    if (week[i].empty()) continue;
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", weekday_letters(i),
                         text::day_hours_words(week[i], ClockFace::of_24_hours));
  }
  return words.empty() ? "closed" : words;
}

std::string hours_words(const BusinessHours& hours) {
  if (hours.always_open) return "24x7, " + hours.zone;
  std::string words = week_words(hours.weekly) + ", " + hours.zone;
  for (const auto& [date, week] : hours.weekly_from)
    words += fmt::format("; from {}: {}", format_date(date), week_words(week));
  for (const auto& [date, name] : hours.holidays)
    words += fmt::format("; off {} {}", format_date(date), name);
  for (const auto& [date, day] : hours.exceptions)
    words += fmt::format("; on {}: {}", format_date(date),
                         day.empty() ? "closed" : text::day_hours_words(day, ClockFace::of_24_hours));
  return words;
}

std::string joined(const std::vector<std::string>& list) {
  std::string all;
  for (const auto& one : list) all += (all.empty() ? "" : ", ") + one;
  return all;
}

Fields desk_fields(const Profile& profile) {
  Fields fields;
  add(fields, "name", profile.name);
  add(fields, "title", profile.title);
  add(fields, "greeting", profile.greeting);
  add(fields, "colour", profile.colour);
  add(fields, "goal", format_target(profile.goal));
  add(fields, "policy", profile.unknown_policy);
  add(fields, "availability", profile.availability);
  add(fields, "out_of_hours", profile.out_of_hours);
  return fields;
}

template <class List, class Entry>
Fields numbered(const List& list, const char* label, std::string Entry::* first,
                std::string Entry::* second) {
  Fields fields;
  int number = 0;
  for (const auto& entry : list)
    fields.push_back({fmt::format("{} {}", label, ++number), entry.*first + ": " + entry.*second});
  return fields;
}

Fields stages(const people::EscalationTable& table) {
  Fields fields;
  for (const auto& stage : table) {
    std::vector<std::string> tells;
    for (const auto addressee : stage.tells) tells.emplace_back(to_text(addressee));
    fields.push_back({fmt::format("at {} %", stage.percent), joined(tells)});
  }
  return fields;
}

}  // namespace

Fields fields_of(const Profile& profile, std::string_view section) {
  if (section == "desk") return desk_fields(profile);
  if (section == "tiers")
    return numbered(profile.tiers, "tier", &Profile::Tier::title, &Profile::Tier::meaning);
  if (section == "steps") return numbered(profile.steps, "step", &Profile::Step::title, &Profile::Step::text);
  if (section == "faq")
    return numbered(profile.questions, "question", &Profile::Question::question, &Profile::Question::answer);
  if (section == "escalation") return stages(profile.escalation);
  if (section == "mail") return {{"from", profile.mail_from}};
  return {{"forms_per_network", std::to_string(profile.forms_per_network)}};
}

bool equal(const Profile& a, const Profile& b, std::string_view section) {
  const auto desk = [](const Profile& p) {
    return std::tie(p.name, p.title, p.greeting, p.colour, p.goal, p.unknown_policy, p.availability,
                    p.out_of_hours);
  };
  if (section == "desk") return desk(a) == desk(b);
  if (section == "tiers") return a.tiers == b.tiers;
  if (section == "steps") return a.steps == b.steps;
  if (section == "faq") return a.questions == b.questions;
  if (section == "escalation") return a.escalation == b.escalation;
  if (section == "mail") return a.mail_from == b.mail_from;
  return a.forms_per_network == b.forms_per_network;
}

Fields fields_of(const PolicyEntry& policy) {
  Fields fields;
  for (std::size_t i = 0; i < policy.tiers.size(); ++i) {
    add(fields, fmt::format("tier {}", i + 1), policy.tiers[i]);
    if (const auto& own = policy.tier_coverage[i])
      add(fields, fmt::format("tier {} coverage", i + 1), hours_words(*own));
    if (const auto& other = policy.out_of_hours[i]) {
      add(fields, fmt::format("tier {} out of hours", i + 1), other->promises);
      add(fields, fmt::format("tier {} out of hours, coverage", i + 1), hours_words(other->coverage));
    }
  }
  add(fields, "coverage", policy.coverage ? hours_words(*policy.coverage) : "the desk's hours");
  return fields;
}

Fields fields_of(const PodEntry& pod) {
  Fields fields{{"name", pod.name}, {"needed", std::to_string(pod.needed)}};
  add(fields, "lead", pod.lead);
  return fields;
}

Fields fields_of(const PersonEntry& person) {
  Fields fields{{"name", person.name}, {"email", person.email}, {"role", std::string(to_text(person.role))}};
  add(fields, "pods", joined(person.pods));
  add(fields, "hours", hours_words(person.hours));
  add(fields, "skills", joined(person.skills));
  return fields;
}

std::string contact_label(std::string_view email) {
  return "contact " + std::string(email);
}

Fields fields_of(const ClientEntry& client) {
  Fields fields{{"name", client.name}};
  add(fields, "pod", client.pod);
  add(fields, "policy", client.policy);
  add(fields, "skills", joined(client.skills));
  add(fields, "time_zone", client.time_zone);
  for (const auto& contact : client.contacts)
    add(fields, contact_label(contact.email),
        contact.name + (contact.approves ? ", approves estimates" : ""));
  for (const auto& version : client.agreement) add_agreement(fields, version);
  return fields;
}

Fields fields_of(const text::TemplateSources& templates) {
  Fields fields;
  for (const auto& [name, source] : templates) add(fields, name, source);
  return fields;
}

std::string shortened(std::string_view value) {
  return text::one_line(value, short_enough);
}

std::string changed(const Field& before, const Field& after) {
  const auto was = shortened(before.value);
  const auto is = shortened(after.value);
  return was == is ? fmt::format("{}: other words, beginning \"{}\"", after.label, is)
                   : fmt::format("{}: {}, was {}", after.label, is, was);
}

std::vector<std::string> what_remains(const PolicyEntry&) {
  return {"nobody is promised it any more; what it judges, it judges on"};
}
std::vector<std::string> what_remains(const PodEntry&) {
  return {"its past requests keep its name"};
}
std::vector<std::string> what_remains(const PersonEntry& person) {
  return {person.name + " is signed out, tokens included; what they wrote keeps their name"};
}
std::vector<std::string> what_remains(const ClientEntry&) {
  return {"its contacts are strangers from now on; its past requests keep its name"};
}

}  // namespace punctual::desk
