#include "app/demo/directory.h"

#include <map>
#include <thread>

#include "app/demo/demo_desk.h"
#include "desk/profile.h"
#include "store/calendars.h"
#include "store/crypto/password.h"
#include "store/policies.h"

namespace punctual::app::demo {

namespace {

/// The calendar's year is good enough to choose holidays by: those of the years beside it are there, too.
std::chrono::year year_of(Instant now) {
  return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(now)}.year();
}

}  // namespace

std::vector<store::PersonRow> people_rows(const desk::Desk& desk, Instant now) {
  std::vector<store::PersonRow> rows;
  for (const Employee& employee : employees())
    rows.push_back({.id = {},
                    .name = std::string(employee.name),
                    .email = std::string(employee.email),
                    .role = employee.role,
                    .active = true,
                    .demo = true,
                    .password_hash = {},
                    .hours = hours_of(employee, year_of(now))});
  const auto hash = [&](std::size_t first) {
    for (std::size_t i = first; i < rows.size(); i += 2)
      rows[i].password_hash = store::hash_password(demo_password(desk, rows[i].email));
  };
  std::thread odd(hash, 1);
  hash(0);
  odd.join();
  return rows;
}

void write_directory(store::Session& session, const std::vector<store::PersonRow>& people, Instant now) {
  const auto profile = agency_profile();
  desk::write_profile(session, profile, now);
  const auto hours = agency_hours(year_of(now));
  const auto written =
      desk::write_hours(session, desk::HoursVersion::of(hours, desk::entries_of(hours)), now);
  const auto around_the_clock =
      store::insert_calendar(session, BusinessHours{.zone = hours.zone, .always_open = true});
  for (const auto& policy :
       agency_policies(written.calendar, around_the_clock, profile.goal, now - std::chrono::days{365}))
    store::insert_policy(session, policy);
  std::map<std::string_view, store::PodRow> pods;
  for (const auto name : pod_names) pods[name].name = name;
  for (const auto& person : people) {
    const PersonId id = store::insert_person(session, person);
    for (const Employee& employee : employees())
      if (employee.email == person.email) pods[employee.pod].members.push_back(id);
  }
  for (auto& [name, pod] : pods) pod.id = store::insert_pod(session, pod);
  for (const Client& client : clients()) {
    const ClientId id = store::insert_client(
        session, {{}, std::string(client.name), pods[client.pod].id, std::string(client.policy)});
    for (const Contact& contact : client.contacts)
      store::insert_contact(session, {{}, id, std::string(contact.name), std::string(contact.email)});
  }
}

}  // namespace punctual::app::demo
