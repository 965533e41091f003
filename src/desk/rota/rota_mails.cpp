#include "desk/rota/rota_mails.h"

#include "desk/reactions/queue_mail.h"

namespace punctual::desk {

namespace {

using store::MailKind;
using State = store::TimeOffRow::State;

/// What the managers are told: of a decision only where somebody took it for themselves.
std::optional<MailKind> told_to_managers(const store::TimeOffRow& row) {
  if (row.withdrawn_at) return MailKind::time_off_withdrawn;
  if (row.state == State::requested || row.decided_by == row.person) return MailKind::time_off_requested;
  return std::nullopt;
}

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
  const auto managers = told_to_managers(row);
  for (const auto& reader : store::read_people(session)) {
    if (reader.id == row.person) {
      if (row.state != State::requested) post.to(reader, MailKind::time_off_decided);
    } else if (managers && reader.role == people::Role::manager) {
      post.to(reader, *managers);
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
