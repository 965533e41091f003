#include <fmt/format.h>

#include <algorithm>

#include "app/configuration/hours_table.h"
#include "app/configuration/sections.h"
#include "desk/commands/submit.h"
#include "desk/rota/skills.h"
#include "store/text/fold.h"

namespace punctual::app {

namespace {

constexpr std::size_t most_pods = 500;
constexpr std::size_t most_people = 5000;
constexpr std::size_t most_clients = 50'000;
constexpr std::size_t most_contacts = 2000;
constexpr std::size_t most_pods_a_person = 50;
constexpr int most_needed = 100;

std::string read_address(TomlTable& table, std::string_view key, bool required) {
  auto address = table.text(key, {.most = 254, .required = required});
  if (address.empty() || desk::is_mail_address(address)) return address;
  table.refuse(key, "\"" + address + "\" is not a mail address; write it like name@example.com");
  return {};
}

people::Role read_role(TomlTable& table) {
  const auto written = table.text("role", {.most = 40});
  const auto role = people::role_from(written);
  if (!role && !written.empty())
    table.refuse("role", fmt::format("\"{}\" is no role; write coordinator, member or manager", written));
  return role.value_or(people::Role::member);
}

/// Of a list of names each may be there once.
void check_once(TomlTable& table, std::string_view key, const std::vector<std::string>& names,
                const char* each) {
  std::set<std::string> met;
  for (const auto& name : names)
    if (!met.insert(store::fold_case(name)).second)
      table.refuse(key, fmt::format("\"{}\" is there twice; name each {} once", name, each));
}

std::vector<std::string> read_skills(TomlTable& table) {
  auto skills = table.texts("skills", {});
  if (const auto wrong = desk::problem_of_skills(skills)) table.refuse("skills", *wrong);
  return skills;
}

class Directory {
 public:
  Directory(desk::Configuration& configuration, const ZoneSource& zones)
      : configuration_(configuration), zones_(zones) {
    for (const auto& policy : configuration.policies) policies_.add(policy.name);
  }

  void pod(TomlTable& table) {
    auto& pod = configuration_.pods.emplace_back();
    pod.name = table.text("name", {.most = 100});
    pod.was = table.text("was", {.most = 100, .required = false});
    pods_.add(table, "name", pod.name);
    pods_.add_earlier(table, pod.was, pod.name);
    if (const auto needed = table.whole("needed", 1, most_needed)) pod.needed = static_cast<int>(*needed);
    pod.lead = read_address(table, "lead", false);
    if (!pod.lead.empty()) led_.emplace_back(configuration_.pods.size() - 1, table);
  }

  void person(TomlTable& table) {
    auto& person = configuration_.people.emplace_back();
    person.name = table.text("name", {});
    person.email = read_address(table, "email", true);
    person.was = read_address(table, "was", false);
    people_.add(table, "email", person.email);
    people_.add_earlier(table, person.was, person.email);
    person.role = read_role(table);
    person.pods = table.texts("pods", {.most = 100});
    if (person.pods.size() > most_pods_a_person) table.refuse("pods", "are more than 50; name fewer");
    for (const auto& pod : person.pods) pods_.check(table, "pods", pod, "pod");
    check_once(table, "pods", person.pods, "pod");
    person.skills = read_skills(table);
    person.hours = read_hours(table, configuration_.hours.zone).hours;
    check_zone(table, person.hours, zones_);
  }

  void client(TomlTable& table) {
    auto& client = configuration_.clients.emplace_back();
    client.name = table.text("name", {});
    client.was = table.text("was", {.required = false});
    clients_.add(table, "name", client.name);
    clients_.add_earlier(table, client.was, client.name);
    client.pod = table.text("pod", {.most = 100, .required = false});
    pods_.check(table, "pod", client.pod, "pod");
    client.policy = table.text("policy", {.most = 100, .required = false});
    if (client.policy.empty()) client.policy = configuration_.profile.unknown_policy;
    policies_.check(table, "policy", client.policy, "policy");
    client.skills = read_skills(table);
    client.time_zone = table.text("time_zone", {.most = 60, .required = false});
    if (!client.time_zone.empty()) check_zone(table, {.zone = client.time_zone}, zones_);
    table.tables("contacts", most_contacts, [&](TomlTable& entry, std::size_t) {
      auto& contact = client.contacts.emplace_back();
      contact.name = entry.text("name", {});
      contact.email = read_address(entry, "email", true);
      contacts_.add(entry, "email", contact.email);
      contact.approves = entry.truth("approves");
    });
  }

  void check_whole(TomlTable& file) {
    for (auto* names : {&pods_, &people_, &clients_}) names->check_earlier();
    for (auto& [number, table] : led_) check_lead(configuration_.pods[number], table);
    const auto manages = [](const desk::PersonEntry& person) { return person.role == people::Role::manager; };
    if (std::ranges::none_of(configuration_.people, manages))
      file.refuse("people", "nobody is a manager; give one person that role, or nobody can change this desk");
  }

 private:
  void check_lead(desk::PodEntry& pod, TomlTable& table) const {
    people_.check(table, "lead", pod.lead, "person");
    const auto lead = std::ranges::find(configuration_.people, pod.lead, &desk::PersonEntry::email);
    if (lead == configuration_.people.end()) return;
    if (std::ranges::find(lead->pods, pod.name) == lead->pods.end())
      table.refuse("lead", fmt::format("{} is not in the pod \"{}\"; add it to their pods, or name one of "
                                       "its people",
                                       lead->name, pod.name));
  }

  desk::Configuration& configuration_;
  const ZoneSource& zones_;
  std::vector<std::pair<std::size_t, TomlTable>> led_;  ///< pods by their number, read before their people
  Names policies_, pods_, people_, clients_, contacts_;
};

}  // namespace

void Names::add(TomlTable& table, std::string_view key, const std::string& name) {
  if (name.empty()) return;  // refused already
  if (known(name)) table.refuse(key, "\"" + name + "\" is there twice; give each its own");
  add(name);
}

void Names::add(const std::string& name) {
  names_.push_back(name);
  folded_.insert(store::fold_case(name));
}

bool Names::known(const std::string& name) const {
  return folded_.contains(store::fold_case(name));
}

void Names::check(TomlTable& table, std::string_view key, const std::string& name, const char* what) const {
  if (name.empty() || std::ranges::find(names_, name) != names_.end()) return;
  const auto meant = nearest(name, {names_.begin(), names_.end()});
  table.refuse(key, fmt::format("there is no {} \"{}\"; {}", what, name,
                                meant.empty() ? std::string("list it, or name another")
                                              : fmt::format("did you mean \"{}\"?", meant)));
}

void Names::add_earlier(TomlTable& table, const std::string& was, const std::string& name) {
  const auto folded = store::fold_case(was);
  if (was.empty() || folded == store::fold_case(name)) return;
  if (!earlier_.emplace(folded, table).second)
    table.refuse("was", "\"" + was + "\" is what another entry was, too; leave it to the one that goes on");
}

void Names::check_earlier() {
  for (auto& [was, table] : earlier_)
    if (folded_.contains(was))
      table.refuse(
          "was",
          "names an entry that is listed itself; remove it, or apply one change of name after the other");
}

void read_directory(TomlTable& file, desk::Configuration& configuration, const ZoneSource& zones) {
  Directory directory(configuration, zones);
  file.tables("pods", most_pods, [&](TomlTable& table, std::size_t) { directory.pod(table); });
  file.tables("people", most_people, [&](TomlTable& table, std::size_t) { directory.person(table); });
  file.tables("clients", most_clients, [&](TomlTable& table, std::size_t) { directory.client(table); });
  directory.check_whole(file);
}

}  // namespace punctual::app
