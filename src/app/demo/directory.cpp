#include "app/demo/directory.h"

#include <thread>

#include "app/demo/demo_desk.h"
#include "app/demo/holidays.h"
#include "desk/configuration/apply.h"
#include "store/crypto/password.h"
#include "store/directory_changes.h"

namespace punctual::app::demo {

namespace {

/// The calendar's year is good enough to choose holidays by: those of the years beside it are there, too.
std::chrono::year year_of(Instant now) {
  return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(now)}.year();
}

}  // namespace

std::map<std::string, std::string> hashed_passwords(const desk::Desk& desk) {
  const auto& people = agency().people;
  std::vector<std::string> hashes(people.size());
  const auto hash = [&](std::size_t first) {
    for (std::size_t i = first; i < people.size(); i += 2)
      hashes[i] = store::hash_password(demo_password(desk, people[i].email));
  };
  std::thread odd(hash, 1);
  hash(0);
  odd.join();
  std::map<std::string, std::string> by_address;
  for (std::size_t i = 0; i < people.size(); ++i) by_address[people[i].email] = std::move(hashes[i]);
  return by_address;
}

void write_directory(store::Session& session, const std::map<std::string, std::string>& passwords,
                     Instant now) {
  auto configuration = agency();
  configuration.hours.holidays = holidays_around(year_of(now));
  configuration.holidays = desk::entries_of(configuration.hours);
  desk::apply_configuration(session, desk::plan_configuration(session, std::move(configuration), now),
                            Actor::desk(), now);
  for (const auto& person : store::read_people(session))
    store::make_demo_person(session, person.id, passwords.at(person.email));
}

}  // namespace punctual::app::demo
