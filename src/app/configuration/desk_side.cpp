#include "app/configuration/desk_side.h"

#include <boost/describe.hpp>

#include "app/configuration/configuration_file.h"
#include "app/written.h"
#include "desk/catalogue.h"
#include "desk/configuration/apply.h"
#include "desk/configuration/differences.h"
#include "desk/configuration/policy_plan.h"
#include "desk/queries/hours_preview.h"
#include "domain/calendar/hours_problems.h"
#include "store/crypto/digest.h"
#include "store/json/write.h"
#include "store/zones/system_zones.h"

namespace punctual::app {

namespace {

using Held = std::optional<desk::Configuration>;

constexpr std::size_t most_late_named = 5;
/// No row has it; below those that a plan takes.
constexpr CalendarId unwritten_desk_calendar{-1'000'000};

const desk::Configuration* pointer(const Held& held) {
  return held ? &*held : nullptr;
}

std::string state_of(const Held& held) {
  return held ? store::to_hex(store::view(store::sha256(written(*held)))) : "none";
}

/// How running requests would follow; nothing where no hours are others.
std::optional<FollowJson> follow(store::Session& session, const ZoneSource& zones,
                                 const desk::Configuration& before, const desk::Configuration& after,
                                 Instant now) {
  const auto catalogue = desk::Catalogue::load(session, zones, nullptr);
  const bool other_hours = before.hours != after.hours;
  auto plan =
      desk::plan_policies(catalogue->policies(), &before, after,
                          other_hours ? unwritten_desk_calendar : catalogue->business_hours().calendar, now);
  if (plan.superseding.empty()) return std::nullopt;
  plan.calendars.emplace(unwritten_desk_calendar, after.hours);
  const auto found = desk::preview_following(*catalogue, zones, session,
                                             {std::move(plan.calendars), std::move(plan.superseding)}, now);
  FollowJson told{found.running, found.moved, found.becoming_late, found.no_longer_late, {}};
  for (const auto& ticket : found.tickets)
    if (ticket.effect == desk::MovedTicket::Effect::becomes_late && told.late.size() < most_late_named)
      told.late.push_back(desk::ref_of(ticket.id));
  return told;
}

/// What is legal and rarely meant, where it is new.
std::vector<std::string> to_confirm(const Held& before, const desk::Configuration& after,
                                    const ZoneSource& zones, Instant now) {
  std::vector<std::string> lines;
  if (before && before->hours == after.hours) return lines;
  for (const auto& found : problems_of(after.hours, zones, now))
    if (found.confirmable) lines.push_back("hours, " + found.place + ": " + found.problem);
  return lines;
}

LookJson changes_of(store::Session& session, const Held& before, const desk::Configuration& after) {
  LookJson told{.state = state_of(before)};
  for (auto& one : desk::differences(pointer(before), after))
    told.changes.push_back({std::string(desk::to_text(one.kind)), std::move(one.section),
                            std::move(one.subject), std::move(one.details)});
  for (const auto& one : desk::obstacles(session, pointer(before), after))
    told.obstacles.push_back(one.place + ": " + one.problem + "; " + one.remedy);
  return told;
}

Told unreadable(const std::vector<FileProblem>& problems) {
  return {{}, "the running desk cannot read this file: " + in_line(problems.front(), "the file")};
}

}  // namespace

Told look(const HeldDesk& held, const Ask& ask) {
  const SystemZones zones;
  const auto now = held.now();
  const auto after = read_configuration(ask.text.value_or(""), zones, now);
  if (!after) return unreadable(after.error());
  store::Session session(held.layout.database().string(), store::Session::Mode::read_only);
  const store::Snapshot snapshot(session);
  const auto before = desk::read_configuration(session, now);
  auto told = changes_of(session, before, *after);
  told.to_confirm = to_confirm(before, *after, zones, now);
  if (before && told.obstacles.empty()) told.requests = follow(session, zones, *before, *after, now);
  return {json::to_json(told), {}};
}

Told apply(const HeldDesk& held, const Ask& ask) {
  const SystemZones zones;
  const auto now = held.now();
  const auto after = read_configuration(ask.text.value_or(""), zones, now);
  if (!after) return unreadable(after.error());
  auto told = in_one_write(held, [&](store::Session& session) -> Told {
    const auto before = desk::read_configuration(session, now);
    if (state_of(before) != ask.note)
      return {{}, "the desk was changed by somebody else since you looked; look again"};
    const auto changes = changes_of(session, before, *after);
    if (!changes.obstacles.empty()) return {{}, changes.obstacles.front()};
    desk::apply_configuration(session, pointer(before), *after, Actor::desk(), now);
    return {json::to_json(changes), {}};
  });
  if (!told.error) held.catalogue_changed();
  return told;
}

Told write_out(const HeldDesk& held) {
  store::Session session(held.layout.database().string(), store::Session::Mode::read_only);
  const store::Snapshot snapshot(session);
  const auto configuration = desk::read_configuration(session, held.now());
  if (!configuration) return {{}, "the data folder holds no desk yet; make one with punctual apply"};
  return {written(*configuration), {}};
}

}  // namespace punctual::app
