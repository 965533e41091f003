#include "desk/people/password.h"

#include <boost/describe.hpp>

#include "desk/access/sign_in.h"
#include "desk/people/password_link.h"
#include "desk/reactions/queue_mail.h"
#include "store/access.h"
#include "store/directory_changes.h"
#include "store/journal.h"
#include "store/json/write.h"

namespace punctual::desk {

namespace {

struct SetJson {
  std::string by;
};
BOOST_DESCRIBE_STRUCT(SetJson, (), (by))

store::OutboxRow mail_to(store::MailKind kind, const store::PersonRow& person,
                         std::optional<PasswordLinkId> link) {
  return {.kind = kind,
          .link = link,
          .to_name = person.name,
          .to_address = person.email,
          .cc = {},
          .message_id = {}};
}

/// The first password is no change anybody must be warned of, nor one that programs must stop for.
PasswordSet set(const Desk& desk, store::Session& session, const store::PersonRow& person,
                const std::string& hash, std::string_view way, std::string_view browser, Instant now) {
  const bool had_one = person.password_hash.has_value();
  store::set_password(session, person.id, hash);
  store::close_links(session, person.id, now);
  store::delete_sessions(session, person.id);
  if (had_one) store::revoke_tokens(session, person.id, now);
  store::append_audit(session, "person", person.id.value, "password_set", now, Actor::person(person.id),
                      json::to_json(SetJson{std::string(way)}));
  if (had_one)
    queue_mail(desk, session, "account", mail_to(store::MailKind::password_changed, person, {}), now);
  return {person.id, start_session(session, person.id, browser, now)};
}

}  // namespace

void ask_for_reset(const Desk& desk, store::Session& session, std::string_view email, Instant now) {
  const auto person = store::find_person_by_email(session, email);
  if (!person || !person->active) return;
  // Whoever asks: one that works has gone there and is as good. A count would let strangers use it up.
  if (const auto last = store::newest_link(session, person->id, store::LinkKind::reset);
      last && last->works_at(now))
    return;
  const auto link = make_link(session, person->id, store::LinkKind::reset, now);
  store::append_audit(session, "person", person->id.value, "reset_asked", now, Actor::desk(), "{}");
  queue_mail(desk, session, "account", mail_to(store::MailKind::password_reset, *person, link.id), now);
}

std::optional<PasswordSet> set_password(const Desk& desk, store::Session& session, PasswordLinkId id,
                                        const std::string& hash, std::string_view browser, Instant now) {
  const auto link = store::find_link(session, id);
  if (!link || !link->works_at(now)) return std::nullopt;
  const auto person = store::find_person(session, link->person);
  if (!person || !person->active) return std::nullopt;
  return set(desk, session, *person, hash, store::to_text(link->kind), browser, now);
}

std::optional<PasswordSet> change_password(const Desk& desk, store::Session& session, PersonId id,
                                           const std::string& hash, std::string_view browser, Instant now) {
  const auto person = store::find_person(session, id);
  if (!person || !person->active) return std::nullopt;
  return set(desk, session, *person, hash, "change", browser, now);
}

}  // namespace punctual::desk
