#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "desk/queries/account_mail.h"
#include "desk/queries/agreement_mail.h"
#include "desk/queries/mail_facts.h"
#include "desk/queries/rota_mail.h"
#include "domain/time/instant.h"
#include "mail/outbound/transport.h"
#include "store/outbox.h"
#include "store/writer.h"

namespace punctual::mail {

/// Sends what is due in the outbox. A mail is at least once: killed between the server's 250 and the mark it
/// goes again, with the same Message-ID. One that fails waits by itself; the others go on.
class Drain {
 public:
  struct Parts {
    std::string database;  ///< read through a session of its own
    store::Writer& writer;
    Transport& transport;
    /// Read when the mail is sent, by what it is about; nothing where there is no more to say (redacted).
    std::function<std::optional<desk::MailFacts>(store::Session&, const store::OutboxRow&)> of_ticket;
    std::function<desk::AccountMail(store::Session&, const store::OutboxRow&)> of_account;
    std::function<std::optional<desk::RotaMailFacts>(store::Session&, const store::OutboxRow&)> of_rota;
    std::function<std::optional<desk::AgreementMailFacts>(store::Session&, const store::OutboxRow&)>
        of_agreement;
    std::function<Instant()> now;
    /// One line for the log, without addresses and words of the mail. May be empty.
    std::function<void(const std::string&)> log;
  };
  explicit Drain(Parts parts);
  ~Drain();

  void start();
  /// Something may be due: after a commit. Any thread.
  void wake();
  /// Ends promptly, a send under way included; what was not sent stays waiting.
  void stop();

  /// One pass over what is due now; when the next is due, if any waits. For tests and the command line.
  std::optional<Instant> run_due();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace punctual::mail
