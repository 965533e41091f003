#include "app/configuration/desk_side.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "app/configuration/configuration_file.h"
#include "app/configuration/opened.h"
#include "app/coverage/gap_words.h"
#include "app/written.h"
#include "desk/catalogue.h"
#include "desk/configuration/apply.h"
#include "desk/queries/hours_preview.h"
#include "desk/rota/rota_audit.h"
#include "domain/calendar/hours_problems.h"
#include "store/json/write.h"
#include "store/zones/system_zones.h"

namespace punctual::app {

namespace {

constexpr std::size_t most_late_named = 5;
constexpr std::string_view moved_on = "the desk was changed by somebody else since you looked; look again";

std::string state_of(const desk::ConfigurationPlan& plan, const desk::GateView& opens) {
  return plan.before ? to_text(plan.versions) + "/" + opens.seen : "none";
}

/// Nothing where there is no desk yet, or what stands in the way keeps the plan from being applied.
std::optional<Opened> opened_if_applied(const HeldDesk& held, store::Session& session,
                                        const desk::ConfigurationPlan& plan,
                                        const std::vector<desk::Obstacle>& obstacles, Instant now) {
  return plan.before && obstacles.empty() ? opened_by(held, session, plan, now) : Opened();
}

/// How running requests would follow; nothing where no hours are others.
std::optional<FollowJson> follow(store::Session& session, const ZoneSource& zones,
                                 const desk::ConfigurationPlan& plan, Instant now) {
  if (plan.policies.superseding.empty()) return std::nullopt;
  const auto catalogue = desk::Catalogue::load(session, zones, nullptr);
  auto calendars = plan.policies.calendars;
  calendars.emplace(desk::unwritten_desk_calendar, plan.after.hours);
  const auto found = desk::preview_following(*catalogue, zones, session,
                                             {std::move(calendars), plan.policies.superseding}, now);
  FollowJson told{found.running, found.moved, found.becoming_late, found.no_longer_late, {}};
  for (const auto& ticket : found.tickets)
    if (ticket.effect == desk::MovedTicket::Effect::becomes_late && told.late.size() < most_late_named)
      told.late.push_back(desk::ref_of(ticket.id));
  return told;
}

const desk::ClientEntry* named(const std::vector<desk::ClientEntry>& clients, std::string_view name) {
  const auto found = std::ranges::find(clients, name, &desk::ClientEntry::name);
  return found == clients.end() ? nullptr : &*found;
}

bool share_a_contact(const desk::ClientEntry& one, const desk::ClientEntry& other) {
  return std::ranges::any_of(one.contacts, [&](const desk::ContactEntry& contact) {
    return std::ranges::find(other.contacts, contact.email, &desk::ContactEntry::email) !=
           other.contacts.end();
  });
}

/// A client taken out whose contacts a new one has: most likely it is called something else now.
void add_renamed(const desk::ConfigurationPlan& plan, std::vector<std::string>& lines) {
  for (const auto& gone : plan.before->clients) {
    if (named(plan.after.clients, gone.name)) continue;
    for (const auto& one : plan.after.clients)
      if (one.was.empty() && !named(plan.before->clients, one.name) && share_a_contact(one, gone))
        lines.push_back("clients: " + gone.name + " is taken out and " + one.name +
                        " has its contacts; was = \"" + gone.name + "\" beside the name keeps it one client");
  }
}

/// Pods of a desk that is made anew, without anybody.
void add_empty_pods(const desk::Configuration& made, std::vector<std::string>& lines) {
  for (const auto& pod : made.pods)
    if (!desk::is_peopled(made, pod.name))
      lines.push_back("pods: " + pod.name + " has nobody in it; name it in the pods of somebody");
}

/// What is legal and rarely meant, where it is new.
std::vector<std::string> to_confirm(const desk::ConfigurationPlan& plan, const ZoneSource& zones,
                                    Instant now) {
  std::vector<std::string> lines;
  if (plan.before)
    add_renamed(plan, lines);
  else
    add_empty_pods(plan.after, lines);
  const auto& from = plan.after.profile.mail_from;
  if (from.ends_with(".example") && (!plan.before || plan.before->profile.mail_from != from))
    lines.push_back("mail, from: " + from + " is an address of the example; name your own");
  if (plan.before && plan.before->hours == plan.after.hours) return lines;
  for (const auto& found : problems_of(plan.after.hours, zones, now))
    if (found.confirmable) lines.push_back("hours, " + found.place + ": " + found.problem);
  return lines;
}

std::string in_line(const desk::Obstacle& one) {
  return one.place + ": " + one.problem + "; " + one.remedy;
}

Told unreadable(const std::vector<FileProblem>& problems) {
  return {{}, "the running desk cannot read this file: " + in_line(problems.front(), "the file")};
}

}  // namespace

std::optional<LookJson> look(const HeldDesk& held, desk::Configuration after) {
  const SystemZones zones;
  const auto now = held.now();
  store::Session session(held.layout.database().string(), store::Session::Mode::read_only);
  const store::Snapshot snapshot(session);
  const auto plan = desk::plan_configuration(session, std::move(after), now);
  const auto obstacles = desk::obstacles(session, plan);
  const auto opened = opened_if_applied(held, session, plan, obstacles, now);
  if (!opened) return std::nullopt;
  LookJson told{.state = state_of(plan, opened->view)};
  if (opened->after) told.opens = opening_lines(*opened->after, opened->view, now);
  told.opens_more = opened->view.more;
  for (const auto& one : plan.differences)
    told.changes.push_back({std::string(desk::to_text(one.kind)), one.section, one.subject, one.details});
  for (const auto& one : obstacles) told.obstacles.push_back(in_line(one));
  told.to_confirm = to_confirm(plan, zones, now);
  if (plan.before && told.obstacles.empty()) told.requests = follow(session, zones, plan, now);
  return told;
}

std::optional<std::string> apply(const HeldDesk& held, desk::Configuration after, std::string_view seen,
                                 const Actor& by) {
  const auto now = held.now();
  const auto [plan, opened] = [&] {
    store::Session session(held.layout.database().string(), store::Session::Mode::read_only);
    const store::Snapshot snapshot(session);
    auto made = desk::plan_configuration(session, std::move(after), now);
    auto opens = opened_if_applied(held, session, made, desk::obstacles(session, made), now);
    return std::pair(std::move(made), std::move(opens));
  }();
  if (!opened) return not_written().error;
  const auto& opens = opened->view;
  if (state_of(plan, opens) != seen) return std::string(moved_on);
  const auto told = in_one_write(held, [&](store::Session& writing) -> Told {
    if (desk::read_versions(writing) != plan.versions) return {{}, std::string(moved_on)};
    if (const auto found = desk::obstacles(writing, plan); !found.empty())
      return {{}, in_line(found.front())};
    desk::apply_configuration(writing, plan, by, now);
    if (opens.known) desk::append_audit(writing, desk::gaps_opened(*opens.known), by, now);
    return {"", {}};
  });
  if (!told.error) held.catalogue_changed();
  return told.error;
}

Told look(const HeldDesk& held, const Ask& ask) {
  auto after = read_configuration(ask.text.value_or(""), SystemZones(), held.now());
  if (!after) return unreadable(after.error());
  const auto told = look(held, *std::move(after));
  return told ? Told{json::to_json(*told), {}} : not_written();
}

Told apply(const HeldDesk& held, const Ask& ask) {
  auto after = read_configuration(ask.text.value_or(""), SystemZones(), held.now());
  if (!after) return unreadable(after.error());
  auto why_not = apply(held, *std::move(after), ask.note, Actor::desk());
  return why_not ? Told{{}, std::move(why_not)} : Told{"", {}};
}

Told write_out(const HeldDesk& held) {
  store::Session session(held.layout.database().string(), store::Session::Mode::read_only);
  const store::Snapshot snapshot(session);
  const auto configuration = desk::read_configuration(session, held.now());
  if (!configuration) return {{}, "the data folder holds no desk yet; make one with punctual apply"};
  return {written(*configuration), {}};
}

}  // namespace punctual::app
