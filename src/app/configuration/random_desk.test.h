#pragma once

// Desks as chance makes them: words with quotation marks, lines and accents, holidays, coverage, whoever is
// in which pod, and what a second one has in common with a first.

#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "desk/configuration/configuration.h"
#include "domain/agreement/random_agreement.test.h"
#include "domain/time/rfc3339.h"

namespace punctual::chance {

inline std::string words(bool lines) {
  static const std::vector<std::string> line{"a",    "Ann",   "\"so\"", "\\n", "é",      "東京",
                                             "it's", "{{x}}", "#",      "= [", "\"\"\"", "…"};
  std::string text = *rc::gen::elementOf(line);
  for (int n = *rc::gen::inRange(0, 4); n > 0; --n) {
    text += lines && *rc::gen::inRange(0, 3) == 0 ? "\n" : " ";
    text += *rc::gen::elementOf(line);
  }
  return text;
}

inline DayHours hours_of_day() {
  static const std::vector<DayHours> days{
      {{480, 1020}}, {{480, 720}, {780, 1020}}, {{1320, 1800}}, {{0, 1440}}, {}};
  return *rc::gen::elementOf(days);
}

inline BusinessHours business_hours() {
  BusinessHours hours;
  hours.zone = *rc::gen::element<std::string>("America/New_York", "Europe/Berlin", "UTC");
  for (auto& day : hours.weekly) day = hours_of_day();
  hours.weekly[2] = {{540, 1020}};
  const auto date = [] { return *parse_date("2026-12-01") + std::chrono::days{*rc::gen::inRange(0, 900)}; };
  for (int n = *rc::gen::inRange(0, 3); n > 0; --n) hours.holidays[date()] = words(false);
  for (int n = *rc::gen::inRange(0, 3); n > 0; --n) hours.exceptions[date()] = hours_of_day();
  if (*rc::gen::inRange(0, 3) == 0) hours.weekly_from[date()] = hours.weekly;
  return hours;
}

inline sla::Policy promises() {
  const auto target = [] {
    return *rc::gen::inRange(0, 3) == 0
               ? std::nullopt
               : std::optional(Target{*rc::gen::inRange(1, 40),
                                      *rc::gen::element(Target::Unit::minutes, Target::Unit::hours,
                                                        Target::Unit::business_days)});
  };
  return {target(), target(), target()};
}

inline BusinessHours coverage(const std::string& zone) {
  if (*rc::gen::arbitrary<bool>()) return {.zone = zone, .always_open = true};
  return business_hours();
}

/// Some of so many names, in no order.
inline std::vector<std::string> some(const char* prefix, int of) {
  std::set<int> numbers;
  for (int n = *rc::gen::inRange(1, of + 1); n > 0; --n) numbers.insert(*rc::gen::inRange(0, of));
  std::vector<std::string> names;
  for (const int number : numbers) names.push_back(prefix + std::to_string(number));
  return names;
}

inline void make_people(desk::Configuration& desk) {
  for (const auto& name : some("pod ", 4)) desk.pods.push_back({name, {}});
  for (const auto& name : some("p", 6)) {
    desk::PersonEntry person{words(false), name + "@desk.example", {}, {}, {}, business_hours()};
    person.role = desk.people.empty() ? people::Role::manager : people::Role::member;
    for (const auto& pod : desk.pods)
      if (*rc::gen::arbitrary<bool>()) person.pods.push_back(pod.name);
    person.skills = some("skill ", 4);
    desk.people.push_back(std::move(person));
  }
  for (auto& pod : desk.pods) {
    pod.needed = *rc::gen::inRange(1, 4);
    for (const auto& person : desk.people)
      if (std::ranges::find(person.pods, pod.name) != person.pods.end() && *rc::gen::arbitrary<bool>())
        pod.lead = person.email;
  }
}

/// Versions one after the other, some with a gap between them.
inline std::vector<agreement::Version> agreement(const desk::Configuration& desk) {
  std::vector<agreement::Version> versions;
  Date from = *parse_date("2026-09-01");
  for (int n = *rc::gen::inRange(0, 4); n > 0; --n) {
    auto& made = versions.emplace_back(
        agreement::Version{.terms = agreement::chance::terms(from, agreement::chance::Rounded::sometimes)});
    auto& terms = made.terms;
    if (terms.allowance && terms.allowance->period == agreement::Period::block)
      terms.allowance->rollover.reset();
    if (terms.credit.minutes == 0 || terms.credit.of == std::array{false, false, false}) terms.credit = {};
    terms.rounding = {*rc::gen::inRange(0, 60), *rc::gen::inRange(1, 60)};
    if (*rc::gen::arbitrary<bool>()) made.policy = (*rc::gen::elementOf(desk.policies)).name;
    if (*rc::gen::arbitrary<bool>()) made.bought = {{from, 90, from + std::chrono::days{40}}, {from, 600}};
    if (terms.allowance || !made.bought.empty()) made.warn_at = {50, 100};
    from += std::chrono::days{*rc::gen::inRange(1, 100)};
    if (*rc::gen::arbitrary<bool>()) made.until = from;
    if (*rc::gen::arbitrary<bool>()) from += std::chrono::days{10};
  }
  return versions;
}

inline void make_clients(desk::Configuration& desk) {
  int number = *rc::gen::inRange(0, 3);
  for (const auto& name : some("Client ", 5)) {
    desk::ClientEntry client{name, {}, {}, (*rc::gen::elementOf(desk.policies)).name, {}};
    if (*rc::gen::arbitrary<bool>()) client.pod = (*rc::gen::elementOf(desk.pods)).name;
    for (int n = *rc::gen::inRange(0, 3); n > 0; --n)
      client.contacts.push_back(
          {words(false), "c" + std::to_string(number++) + "@client.example", *rc::gen::arbitrary<bool>()});
    if (*rc::gen::arbitrary<bool>()) client.time_zone = "Europe/Berlin";
    client.agreement = agreement(desk);
    if (*rc::gen::arbitrary<bool>()) client.skills = some("skill ", 4);
    desk.clients.push_back(std::move(client));
  }
}

inline people::EscalationTable escalation() {
  using enum people::Addressee;
  if (*rc::gen::arbitrary<bool>()) return people::default_escalation();
  people::EscalationTable table;
  for (int percent = *rc::gen::inRange(1, 130); percent <= 100 && table.size() < people::most_stages;
       percent += *rc::gen::inRange(1, 130)) {
    auto& stage = table.emplace_back(people::EscalationStage{percent, {}});
    for (const auto one : {managers, assignee, coordinators, pod_lead})
      if (*rc::gen::arbitrary<bool>()) stage.tells.push_back(one);
    if (stage.tells.empty()) stage.tells.push_back(managers);
  }
  return table;
}

inline desk::Configuration configuration() {
  desk::Configuration desk;
  auto& profile = desk.profile;
  profile = {.name = words(false),
             .title = words(false),
             .greeting = words(false),
             .colour = "#0f5c5c",
             .goal = Target::of_minutes(*rc::gen::inRange(1, 99))};
  for (auto& tier : profile.tiers) tier = {words(false), words(false)};
  for (int n = *rc::gen::inRange(0, 3); n > 0; --n) profile.steps.push_back({words(false), words(false)});
  for (int n = *rc::gen::inRange(0, 3); n > 0; --n) profile.questions.push_back({words(false), words(true)});
  profile.availability = words(true);
  profile.mail_from = "desk@desk.example";
  profile.forms_per_network = *rc::gen::inRange(1, 100);
  profile.escalation = escalation();
  desk.hours = business_hours();
  desk.holidays = desk::entries_of(desk.hours);
  for (auto& holiday : desk.holidays)
    if (*rc::gen::arbitrary<bool>()) holiday.source = "a.ics";
  for (const auto& name : some("policy ", 3)) {
    desk::PolicyEntry policy{.name = name, .tiers = {promises(), promises(), promises(), promises()}};
    if (*rc::gen::arbitrary<bool>()) policy.coverage = coverage(desk.hours.zone);
    if (*rc::gen::arbitrary<bool>()) policy.tier_coverage[0] = coverage(desk.hours.zone);
    if (*rc::gen::arbitrary<bool>())
      policy.out_of_hours[1] = desk::PolicyEntry::OutOfHours{promises(), coverage(desk.hours.zone)};
    desk.policies.push_back(std::move(policy));
  }
  profile.unknown_policy = desk.policies.front().name;
  make_people(desk);
  make_clients(desk);
  if (*rc::gen::arbitrary<bool>())
    desk.mail_templates["mail/foot.txt"] = "--\n{{desk_name}} \"\"\" \\ {{ref}}\n";
  put_in_order(desk);
  return desk;
}

}  // namespace punctual::chance
