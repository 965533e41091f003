#include "desk/queries/rota_mail.h"

#include <algorithm>

#include "desk/text/wording.h"
#include "domain/calendar/sentences.h"
#include "store/hand_offs.h"
#include "store/rota.h"
#include "store/ticket_queue.h"

namespace punctual::desk {

namespace {

using State = store::TimeOffRow::State;

std::string name_of(const Catalogue& catalogue, PersonId id) {
  const auto* person = catalogue.person(id);
  return person ? person->name : "";
}

/// Words for one person's dates, as of when the mail was written.
struct Dates {
  const TimeZone& zone;  ///< the person's
  bool another_zone;     ///< than the desk's
  Instant now;

  std::string day(Date date) const { return text::date_words(date, zone.date(now)); }
  std::string hours(const std::optional<WallInterval>& of_day) const {
    if (!of_day) return {};
    return ", " + text::day_hours_words({*of_day}, ClockFace::of_24_hours) +
           (another_zone ? " " + text::zone_words(zone, now) : "");
  }
  std::string of(const people::RotaChange& change) const {
    if (change.first == change.last) return day(change.first) + hours(change.hours);
    return day(change.first) + " to " + day(change.last) + hours(change.hours) +
           (change.hours ? ", each day" : "");
  }
  std::string of(const store::SwapRow::Part& part) const { return day(part.date) + hours(part.hours); }
};

Dates dates_of(const Catalogue& catalogue, PersonId person, Instant now) {
  const TimeZone& zone = catalogue.worker(person).at_work.zone();
  return {zone, zone.name() != catalogue.zone().name(), now};
}

RotaMailFacts::Swap swap_facts(const Catalogue& catalogue, const store::SwapRow& swap, PersonId reader,
                               Instant now) {
  const auto dates = dates_of(catalogue, swap.person, now);
  return {.person = swap.person == reader ? "" : name_of(catalogue, swap.person),
          .takes_on = dates.of(swap.on),
          .gives_up = swap.off ? dates.of(*swap.off) : ""};
}

bool tell_time_off(RotaMailFacts& facts, const Catalogue& catalogue, store::Session& session,
                   const store::OutboxRow& mail) {
  const auto row = store::find_time_off(session, {mail.about.value_or(0)});
  if (!row) return false;
  facts.person = name_of(catalogue, row->person);
  facts.state = row->state == State::granted && row->withdrawn_at ? "shortened" : to_text(row->state);
  const auto by = row->withdrawn_by ? row->withdrawn_by : row->decided_by;
  if (by && *by != row->person) facts.by = name_of(catalogue, *by);
  facts.dates = dates_of(catalogue, row->person, mail.created_at).of(row->change);
  facts.note = row->note;
  facts.answer = row->answer;
  if (row->state == State::granted && !row->withdrawn_at)
    if (const auto swap = store::find_swap_for(session, row->id))
      facts.swap = swap_facts(catalogue, *swap, row->person, mail.created_at);
  return true;
}

bool tell_swap(RotaMailFacts& facts, const Catalogue& catalogue, store::Session& session,
               const store::OutboxRow& mail) {
  const auto row = store::find_swap(session, {mail.about.value_or(0)});
  if (!row) return false;
  const PersonId by = row->withdrawn_by.value_or(row->made_by);
  facts.person = name_of(catalogue, row->person);
  facts.state = row->withdrawn_at ? "withdrawn" : "agreed";
  if (by != row->person) facts.by = name_of(catalogue, by);
  facts.note = row->note;
  facts.swap = swap_facts(catalogue, *row, row->person, mail.created_at);
  return true;
}

/// As it was told, with what the tickets are about by now.
bool tell_hand_off(RotaMailFacts& facts, const Catalogue& catalogue, store::Session& session,
                   const store::OutboxRow& mail) {
  const auto row = store::find_hand_off(session, HandOffId{mail.about.value_or(0)});
  if (!row) return false;
  const auto when = [&](Instant t) { return spoken(t, catalogue.zone(), ClockFace::of_24_hours); };
  const auto* person = catalogue.person(row->person);
  facts.person = name_of(catalogue, row->person);
  facts.own = person && person->email == mail.to_address;
  facts.dates = row->returns ? "from " + when(row->leaves) + " to " + when(*row->returns)
                             : "from " + when(row->leaves) + " on";
  facts.until = when(std::chrono::floor<std::chrono::minutes>(row->settles_at));
  for (const auto& left : row->tickets)
    if (const auto ticket = store::find_ticket(session, left.ticket))
      facts.left.push_back({.ref = ref_of(left.ticket),
                            .summary = ticket->summary,
                            .due = when(left.due),
                            .suggested = name_of(catalogue, left.suggested.value_or(PersonId{})),
                            .why = left.why,
                            .url = facts.url + "/tickets/" + ref_of(left.ticket)});
  facts.url += "/hand-offs";
  return true;
}

/// Where it is looked at, and what is said of it.
struct Page {
  store::MailKind of;
  const char* path;
  bool (*tell)(RotaMailFacts&, const Catalogue&, store::Session&, const store::OutboxRow&);
};
constexpr Page pages[] = {
    {store::MailKind::time_off_requested, "/time-off", tell_time_off},
    {store::MailKind::time_off_decided, "/time-off", tell_time_off},
    {store::MailKind::time_off_withdrawn, "/time-off", tell_time_off},
    {store::MailKind::swap, "/my-week", tell_swap},
    {store::MailKind::staff_hand_off, "", tell_hand_off},
};

}  // namespace

std::optional<RotaMailFacts> read_rota_mail_facts(const Desk& desk, store::Session& session,
                                                  const store::OutboxRow& row) {
  const auto catalogue = desk.catalogue();
  RotaMailFacts facts{.kind = row.kind,
                      .desk_name = catalogue->profile().name,
                      .from_address = desk.mail_from(),
                      .to_name = row.to_name,
                      .to_address = row.to_address,
                      .message_id = row.message_id,
                      .person = {},
                      .state = {},
                      .by = {},
                      .dates = {},
                      .note = {},
                      .answer = {},
                      .swap = {},
                      .url = {},
                      .templates = catalogue->mail_templates()};
  const auto& page = *std::ranges::find(pages, row.kind, &Page::of);
  facts.url = desk.options().base_url + "/staff" + page.path;
  const bool told = page.tell(facts, *catalogue, session, row);
  return told ? std::optional(std::move(facts)) : std::nullopt;
}

}  // namespace punctual::desk
