#pragma once

#include <optional>
#include <string>

#include "desk/queries/account_mail.h"
#include "desk/queries/agreement_mail.h"
#include "desk/queries/mail_facts.h"
#include "desk/queries/rota_mail.h"

namespace punctual::mail {

/// A mail in words, before it becomes a message. The subject is one line.
struct RenderedMail {
  std::string subject;
  std::string text;
  std::string html;
};

/// From templates/mail/KIND.txt and KIND.html. Instants are worded in full, in the desk's zone: a mail is
/// read some other day than it is written. `now` decides only whether a year is said. A receipt to an
/// unverified address carries nothing of what its sender typed, the name included (SECURITY 21).
RenderedMail render_mail(const desk::MailFacts& facts, Instant now);

/// A mail about an account; without a link it says that none is shown.
RenderedMail render_mail(const desk::AccountMailFacts& facts, const std::optional<desk::WorkingLink>& link,
                         Instant now);

/// A mail about time off or a swap.
RenderedMail render_mail(const desk::RotaMailFacts& facts);

/// A mail about a client's agreement.
RenderedMail render_mail(const desk::AgreementMailFacts& facts);

/// Whether a person's words are the mail, or the desk wrote it by itself.
enum class Written { by_a_person, automatic_reply, automatic };
Written written(store::MailKind kind);

}  // namespace punctual::mail
