#include <algorithm>

#include "app/demo/demo_desk.h"
#include "app/demo/holidays.h"

namespace punctual::app::demo {

namespace {

using enum store::Role;

constexpr int monday = 0;   // Monday to Thursday
constexpr int tuesday = 1;  // Tuesday to Friday
constexpr std::string_view new_york = "America/New_York";

constexpr Employee all[] = {
    {"Imani Brooks", "imani@quillmoor.example", coordinator, "Juniper", monday, new_york},
    {"Dale Whitcombe", "dale@quillmoor.example", coordinator, "Basalt", tuesday, new_york},
    {"Helen Marsh", "helen@quillmoor.example", manager, "Juniper", monday, new_york},
    {"Rafael Quintero", "rafael@quillmoor.example", manager, "Basalt", tuesday, new_york},
    {"Priya Nair", "priya@quillmoor.example", member, "Juniper", monday, new_york},
    {"Owen Talbot", "owen@quillmoor.example", member, "Juniper", tuesday, new_york},
    {"Lena Fischer", "lena@quillmoor.example", member, "Juniper", monday, new_york},
    {"Marcus Bell", "marcus@quillmoor.example", member, "Juniper", tuesday, new_york},
    {"Sofia Reyes", "sofia@quillmoor.example", member, "Basalt", monday, new_york},
    {"Tom Aldridge", "tom@quillmoor.example", member, "Basalt", tuesday, new_york},
    {"Grace Okafor", "grace@quillmoor.example", member, "Basalt", monday, new_york},
    {"Ezra Lindholm", "ezra@quillmoor.example", member, "Basalt", tuesday, "America/Denver"},
};

BusinessHours week(std::string_view zone, int first_day, int days, std::chrono::year year) {
  BusinessHours hours;
  hours.zone = zone;
  for (int day = first_day; day < first_day + days; ++day)
    hours.weekly[static_cast<std::size_t>(day)] = {{8 * 60, 17 * 60}};
  hours.holidays = holidays_around(year);
  return hours;
}

}  // namespace

std::span<const Employee> employees() {
  return all;
}

BusinessHours agency_hours(std::chrono::year year) {
  return week(new_york, monday, 5, year);
}

BusinessHours hours_of(const Employee& employee, std::chrono::year year) {
  return week(employee.zone, employee.first_day, 4, year);
}

}  // namespace punctual::app::demo
