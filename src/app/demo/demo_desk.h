#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desk/desk.h"
#include "desk/profile.h"
#include "store/directory.h"
#include "store/policies.h"

namespace punctual::app::demo {

/// A person of the demo, as printed at every start.
struct DemoPerson {
  store::Role role{};
  std::string name;
  std::string email;
  std::string password;
};

/// Who can sign in at the demo desk: coordinators first, then managers, then members. Empty at a desk of
/// one's own.
std::vector<DemoPerson> demo_people(const desk::Desk& desk);

/// Three words and a number from the folder's key: the same at every start, another in every folder.
std::string demo_password(const desk::Desk& desk, std::string_view email);

/// The tables: what the demo's agency is made of.
struct Employee {
  std::string_view name;
  std::string_view email;
  store::Role role{};
  std::string_view pod;
  int first_day = 0;  ///< 0 Monday; works four days from there
  std::string_view zone;
};
std::span<const Employee> employees();

struct Contact {
  std::string_view name;
  std::string_view email;
};
struct Client {
  std::string_view name;
  std::string_view pod;
  std::string_view policy;
  std::span<const Contact> contacts;
};
std::span<const Client> clients();
inline constexpr std::string_view pod_names[] = {"Basalt", "Juniper"};

/// 8 to 5 from Monday to Friday in New York, holidays of the years around `year`.
BusinessHours agency_hours(std::chrono::year year);
/// An employee's own week, holidays off.
BusinessHours hours_of(const Employee& employee, std::chrono::year year);
desk::Profile agency_profile();
/// What is promised: to everybody, to those with stricter targets, and around the clock. All in force from
/// `starts_at`.
std::vector<store::PolicyRow> agency_policies(CalendarId desk_calendar, CalendarId around_the_clock,
                                              Target goal, Instant starts_at);

}  // namespace punctual::app::demo
