#include "desk/reactions/queue_mail.h"

namespace punctual::desk {

namespace {

std::string domain_of(const std::string& address) {
  const auto at = address.rfind('@');
  return at == std::string::npos ? "punctual.invalid" : address.substr(at + 1);
}

}  // namespace

void queue_mail(const Desk& desk, store::Session& session, std::string_view about, store::OutboxRow mail,
                Instant now, Seconds delay) {
  const std::string unique = store::to_base64url(store::random_bytes(12));
  mail.message_id = "<" + std::string(about) + "." + unique + "@" + domain_of(desk.mail_from()) + ">";
  mail.created_at = now;
  mail.next_attempt_at = now + delay;
  mail.state = desk.options().mail_kept_here ? store::MailState::kept : store::MailState::waiting;
  store::insert_outbox(session, mail);
}

}  // namespace punctual::desk
