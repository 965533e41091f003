#include "tests/world/world.h"

#include "store/directory_changes.h"
#include "store/journal.h"

namespace punctual::world {

namespace {

BusinessHours office(int first_day = 0, int days = 5) {
  BusinessHours hours;
  hours.zone = "America/New_York";
  for (int day = first_day; day < first_day + days; ++day)
    hours.weekly[static_cast<std::size_t>(day)] = {{8 * 60, 17 * 60}};
  hours.holidays[*parse_date("2026-11-26")] = "Thanksgiving Day";
  return hours;
}

store::PolicyRow standard(CalendarId desk_calendar) {
  store::PolicyRow policy{.name = "standard",
                          .starts_at = at("2020-01-01T00:00:00Z"),
                          .supersedes = {},
                          .tiers = {},
                          .own_calendar = {},
                          .out_of_hours = {},
                          .desk_calendar = desk_calendar,
                          .goal = Target::of_hours(1)};
  policy.tiers = {sla::Policy{Target::of_minutes(30), Target::of_hours(1), Target::of_hours(8)},
                  sla::Policy{Target::of_hours(4), Target::of_hours(4), Target::of_business_days(2)},
                  sla::Policy{Target::of_business_days(1), Target::of_business_days(1), std::nullopt},
                  sla::Policy{Target::of_business_days(2), std::nullopt, std::nullopt}};
  return policy;
}

}  // namespace

World::World() {
  const auto database = (folder.path() / "desk.sqlite").string();
  {
    store::Session session(database, store::Session::Mode::read_write);
    store::migrate(session);
  }
  writer = std::make_unique<store::Writer>(database, store::Writer::Limits{});
  desk = std::make_unique<desk::Desk>(desk::DeskOptions{.data = folder.path(),
                                                        .base_url = "http://localhost:8080",
                                                        .mail_from = "desk@brightwater.example"},
                                      std::string(32, 'k'), zones);
  (void)writer->write([&](store::Session& session) {
    desk::Profile profile{.name = "Brightwater", .colour = "#1f6f5c", .goal = Target::of_hours(1)};
    desk::write_profile(session, profile, at("2026-11-01T00:00:00Z"));
    const auto hours = desk::write_hours(
        session, desk::HoursVersion::of(office(), desk::entries_of(office())), at("2026-11-01T00:00:00Z"));
    store::insert_policy(session, standard(hours.calendar));
    const auto person = [&](const char* name, const char* email, people::Role role, int first_day) {
      return store::insert_person(
          session, {.name = name, .email = email, .role = role, .hours = office(first_day, 4)});
    };
    cora = person("Cora Lindqvist", "cora@brightwater.example", people::Role::coordinator, 0);
    milo = person("Milo Adeyemi", "milo@brightwater.example", people::Role::member, 0);
    mira = person("Mira Castellanos", "mira@brightwater.example", people::Role::member, 1);
    max = person("Max Thorne", "max@brightwater.example", people::Role::manager, 1);
    north = store::insert_pod(session, {.name = "North", .members = {cora, milo}});
    south = store::insert_pod(session, {.name = "South", .members = {mira, max}});
    bakery = store::insert_client(session, {.name = "Harbour Bakery", .pod = north, .policy = "standard"});
    store::insert_contact(session,
                          {.client = bakery, .name = "Nora Quist", .email = "nora@harbour-bakery.example"});
    return store::Keep::commit;
  });
  desk->reload(reader());
}

void World::everybody_signs_in() {
  (void)writer->write([&](store::Session& session) {
    for (const PersonId id : {cora, milo, mira, max})
      store::set_password(session, id, "of nobody's password");
    return store::Keep::commit;
  });
}

desk::NewRequest World::request(std::string description) const {
  return {.name = "Nora Quist",
          .email = "nora@harbour-bakery.example",
          .site = "https://harbour-bakery.example",
          .live = true,
          .description = std::move(description),
          .impact = Impact::business_stopped,
          .source = Source::api};
}

desk::SubmittedTicket World::submit(const char* when, desk::NewRequest request) {
  desk::SubmittedTicket submitted;
  (void)writer->write([&](store::Session& session) {
    submitted = desk::submit(*desk, session, request, Actor::person(cora), at(when));
    return store::Keep::commit;
  });
  return submitted;
}

std::expected<desk::Changed, desk::NotChanged> World::change(TicketId id, TicketCommand asked,
                                                             const Actor& by, const char* when) {
  std::expected<desk::Changed, desk::NotChanged> result;
  (void)writer->write([&](store::Session& session) {
    result = desk::change(*desk, session, id, std::nullopt, asked, by, at(when));
    return result ? store::Keep::commit : store::Keep::discard;
  });
  return result;
}

Expectation World::expectation(const char* next_update_by) const {
  return {milo, "The checkout works again today.", "We look at the payment provider's answers.",
          at(next_update_by)};
}

TicketState World::ticket(TicketId id) const {
  return fold(store::read_journal(reader(), id));
}

}  // namespace punctual::world
