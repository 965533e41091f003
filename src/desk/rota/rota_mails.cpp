#include "desk/rota/rota_mails.h"

#include "desk/reactions/queue_mail.h"

namespace punctual::desk {

namespace {

using store::MailKind;
using State = store::TimeOffRow::State;

struct Telling {
  State state;
  std::optional<MailKind> managers;
  std::optional<MailKind> person;
};
constexpr Telling tellings[] = {
    {State::requested, MailKind::time_off_requested, std::nullopt},
    {State::granted, std::nullopt, MailKind::time_off_decided},
    {State::declined, std::nullopt, MailKind::time_off_decided},
    {State::withdrawn, MailKind::time_off_withdrawn, MailKind::time_off_decided},
};

/// One mail about one row, to everybody who works here but who did it.
struct Post {
  const Desk& desk;
  store::Session& session;
  std::int64_t about;
  PersonId by;
  Instant now;

  void to(const store::PersonRow& person, MailKind kind) const {
    if (!person.active || person.id == by) return;
    queue_mail(desk, session, "rota",
               {.kind = kind,
                .about = about,
                .to_name = person.name,
                .to_address = person.email,
                .cc = {},
                .message_id = {}},
               now);
  }
};

}  // namespace

void mail_time_off(const Desk& desk, store::Session& session, const store::TimeOffRow& row, PersonId by,
                   Instant now) {
  const Post post{desk, session, row.id.value, by, now};
  for (const auto& [state, managers, person] : tellings) {
    if (state != row.state) continue;
    for (const auto& reader : store::read_people(session)) {
      if (reader.id == row.person) {
        if (person) post.to(reader, *person);
      } else if (managers && reader.role == people::Role::manager) {
        post.to(reader, *managers);
      }
    }
  }
}

void mail_swap(const Desk& desk, store::Session& session, SwapId id, PersonId by, Instant now) {
  const auto swap = store::find_swap(session, id).value();
  if (swap.time_off && !swap.withdrawn_at)
    if (store::find_time_off(session, *swap.time_off).value().person == swap.person) return;
  if (const auto person = store::find_person(session, swap.person))
    Post{desk, session, id.value, by, now}.to(*person, MailKind::swap);
}

}  // namespace punctual::desk
