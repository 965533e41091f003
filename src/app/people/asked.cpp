#include <fmt/format.h>

#include <boost/describe.hpp>

#include "app/coverage/gap_words.h"
#include "app/people/verbs.h"
#include "app/written.h"
#include "desk/people/account.h"
#include "desk/people/deactivate.h"
#include "desk/people/invite.h"
#include "desk/text/wording.h"
#include "domain/time/rfc3339.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/password_links.h"
#include "store/ticket_queue.h"
#include "store/tickets.h"

namespace punctual::app {

BOOST_DESCRIBE_STRUCT(Leaving, (), (opens, more, seen))

namespace {

constexpr std::size_t most_named = 8;

constexpr const char* no_desk = "the data folder holds no desk yet";

/// Whether there is a desk, whose catalogue is read then.
bool has_desk(const HeldDesk& held) {
  auto& reader = held.desk.reader();
  if (!held.desk.has_catalogue() && desk::has_profile(reader)) held.desk.reload(reader);
  return held.desk.has_catalogue();
}

/// Changes people in one write; the desk's catalogue follows.
Told change_people(const HeldDesk& held, const std::function<Told(store::Session&)>& work) {
  auto told = in_one_write(held, work);
  if (!told.error) held.catalogue_changed();
  return told;
}

std::string nobody_has(const std::string& mail) {
  return "nobody has the address " + mail + "; punctual person list names everybody";
}

std::string state_words(const store::PersonRow& person, const std::optional<store::PasswordLinkRow>& link,
                        Instant now) {
  const auto state = desk::state_of(person, link, now);
  if (state == "not_invited") return "not invited yet";
  if (state == "invited") return "invited until " + format_rfc3339(link->expires_at);
  return state == "invitation_over" ? "invitation over" : std::string(state);
}

Told invited(const HeldDesk& held, store::Session& session, const PersonAsk& who) {
  const auto known = store::find_person_by_email(session, who.mail);
  std::expected<desk::Invited, desk::PersonRefused> done;
  if (known) {
    done = desk::invite_again(held.desk, session, known->id, desk::Whom::anybody, Actor::desk(), held.now());
  } else {
    const desk::NewPerson wanted{who.name, who.mail, who.role};
    for (const auto& wrong : desk::problems_of(wanted))
      return {{}, fmt::format("--{}: {}", wrong.field == "email" ? "mail" : wrong.field, wrong.detail)};
    done = desk::invite(held.desk, session, wanted, Actor::desk(), held.now());
  }
  if (!done) return {{}, done.error().detail};
  return {std::move(done->url), {}};
}

struct Leaver {
  store::PersonRow person;
  std::optional<desk::HandOver> hand_over;
};

std::expected<Leaver, std::string> leaver(store::Session& session, const PersonAsk& who) {
  const auto person = store::find_person_by_email(session, who.mail);
  if (!person) return std::unexpected(nobody_has(who.mail));
  if (who.unassign) return Leaver{*person, desk::HandOver{}};
  if (who.hand_over_to.empty()) return Leaver{*person, {}};
  const auto heir = store::find_person_by_email(session, who.hand_over_to);
  if (!heir) return std::unexpected(nobody_has(who.hand_over_to));
  return Leaver{*person, desk::HandOver{heir->id}};
}

std::string told_why(store::Session& session, const store::PersonRow& person,
                     const desk::PersonRefused& why) {
  if (why.why != desk::PersonRefused::Why::needs_hand_over) return why.detail;
  const auto tickets = store::active_of(session, person.id);
  return fmt::format("{} has {}: {}; say who takes them over with --hand-over-to MAIL, or --unassign",
                     person.name, text::count_words(std::ssize(tickets), "open ticket", "open tickets"),
                     desk::refs_of(tickets, most_named));
}

Told deactivated(const HeldDesk& held, store::Session& session, const PersonAsk& who,
                 const desk::RotaLook& look) {
  const auto going = leaver(session, who);
  if (!going) return {{}, going.error()};
  const auto& [person, hand_over] = *going;
  const auto done =
      desk::deactivate(held.desk, session, person.id, hand_over, look, Actor::desk(), held.now());
  if (!done) return {{}, told_why(session, person, done.error())};
  return {fmt::format("{} is deactivated; {} handed over", person.name,
                      text::count_words(*done, "open ticket", "open tickets")),
          {}};
}

/// What the leaving of somebody opens, or why they cannot leave so.
std::expected<desk::RotaLook, std::string> looked_at(const HeldDesk& held, const PersonAsk& who) {
  auto& reader = held.desk.reader();
  const auto going = leaver(reader, who);
  if (!going) return std::unexpected(going.error());
  const auto& [person, hand_over] = *going;
  if (const auto wrong = desk::problem_of_deactivating(reader, person.id, hand_over, Actor::desk()))
    return std::unexpected(told_why(reader, person, *wrong));
  auto look = desk::look_at_leaving(held.desk, person.id, held.now());
  if (!look) return std::unexpected(look.error().detail);
  return *std::move(look);
}

}  // namespace

Told person_invite(const HeldDesk& held, const Ask& ask, const desk::Progress&) {
  if (!has_desk(held)) return {{}, no_desk};
  const auto who = ask.person.value_or(PersonAsk{});
  return change_people(held, [&](store::Session& session) { return invited(held, session, who); });
}

Told person_leaving(const HeldDesk& held, const Ask& ask, const desk::Progress&) {
  if (!has_desk(held)) return {{}, no_desk};
  const auto look = looked_at(held, ask.person.value_or(PersonAsk{}));
  if (!look) return {{}, look.error()};
  return {json::to_json(Leaving{opening_lines(*look->catalogue, look->view, held.now()), look->view.more,
                                look->view.seen}),
          {}};
}

std::optional<Leaving> told_leaving(const std::string& result) {
  auto told = json::from_json<Leaving>(result);
  return told ? std::optional(*std::move(told)) : std::nullopt;
}

Told person_deactivate(const HeldDesk& held, const Ask& ask, const desk::Progress&) {
  if (!has_desk(held)) return {{}, no_desk};
  const auto who = ask.person.value_or(PersonAsk{});
  const auto look = looked_at(held, who);
  if (!look) return {{}, look.error()};
  if (look->view.seen != ask.note) return {{}, "what this opens has changed since you looked; look again"};
  return change_people(held, [&](store::Session& session) { return deactivated(held, session, who, *look); });
}

Told person_list(const HeldDesk& held, const Ask&, const desk::Progress&) {
  auto& session = held.desk.reader();
  const store::Snapshot snapshot(session);
  auto counts = store::read_counts(session);
  std::string lines;
  for (const auto& person : store::read_people(session)) {
    if (!lines.empty()) lines += '\n';
    const auto link = store::newest_link(session, person.id, store::LinkKind::invitation);
    lines +=
        fmt::format("{}  {}  {}  {}  {}", person.email, person.name, to_text(person.role),
                    state_words(person, link, held.now()),
                    text::count_words(store::active_with(counts, person.id), "open ticket", "open tickets"));
  }
  return {std::move(lines), {}};
}

}  // namespace punctual::app
