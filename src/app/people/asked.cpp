#include <fmt/format.h>

#include "app/people/verbs.h"
#include "app/written.h"
#include "desk/people/account.h"
#include "desk/people/deactivate.h"
#include "desk/people/invite.h"
#include "desk/text/wording.h"
#include "domain/time/rfc3339.h"
#include "store/password_links.h"
#include "store/ticket_queue.h"
#include "store/tickets.h"

namespace punctual::app {

namespace {

constexpr std::size_t most_named = 8;

/// Changes people in one write; the desk's catalogue is there before and follows afterwards.
Told change_people(const HeldDesk& held, const std::function<Told(store::Session&)>& work) {
  auto& reader = held.desk.reader();
  if (!held.desk.has_catalogue()) {
    if (!desk::has_profile(reader)) return {{}, "the data folder holds no desk yet"};
    held.desk.reload(reader);
  }
  auto told = in_one_write(held, work);
  if (!told.error) held.catalogue_changed();
  return told;
}

Told unknown(const std::string& mail) {
  return {{}, "nobody has the address " + mail + "; punctual person list names everybody"};
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

Told deactivated(const HeldDesk& held, store::Session& session, const PersonAsk& who) {
  const auto person = store::find_person_by_email(session, who.mail);
  if (!person) return unknown(who.mail);
  std::optional<desk::HandOver> hand_over;
  if (who.unassign) hand_over = desk::HandOver{};
  if (!who.hand_over_to.empty()) {
    const auto heir = store::find_person_by_email(session, who.hand_over_to);
    if (!heir) return unknown(who.hand_over_to);
    hand_over = desk::HandOver{heir->id};
  }
  const auto done = desk::deactivate(held.desk, session, person->id, hand_over, Actor::desk(), held.now());
  if (done)
    return {fmt::format("{} is deactivated; {} handed over", person->name,
                        text::count_words(*done, "open ticket", "open tickets")),
            {}};
  if (done.error().why != desk::PersonRefused::Why::needs_hand_over) return {{}, done.error().detail};
  const auto tickets = store::active_of(session, person->id);
  return {{},
          fmt::format(
              "{} has {}: {}; say who takes them over with --hand-over-to MAIL, or --unassign", person->name,
              text::count_words(static_cast<std::int64_t>(tickets.size()), "open ticket", "open tickets"),
              desk::refs_of(tickets, most_named))};
}

}  // namespace

Told person_invite(const HeldDesk& held, const Ask& ask, const desk::Progress&) {
  const auto who = ask.person.value_or(PersonAsk{});
  return change_people(held, [&](store::Session& session) { return invited(held, session, who); });
}

Told person_deactivate(const HeldDesk& held, const Ask& ask, const desk::Progress&) {
  const auto who = ask.person.value_or(PersonAsk{});
  return change_people(held, [&](store::Session& session) { return deactivated(held, session, who); });
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
