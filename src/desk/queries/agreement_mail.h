#pragma once

#include <optional>
#include <string>

#include "desk/desk.h"
#include "desk/text/template.h"
#include "store/outbox.h"

namespace punctual::desk {

/// What a mail about a client's agreement says: a statement, its correction, or how much is left. Times and
/// amounts are in words, dates the client's.
struct AgreementMailFacts {
  store::MailKind kind{};
  std::string desk_name;
  std::string from_address;
  std::string to_name;
  std::string to_address;
  std::string message_id;
  std::string client;
  std::string number{};      ///< of the statement or correction
  std::string month{};       ///< it is of: "October 2026"
  std::string corrects{};    ///< the statement's number; empty: it is one itself
  std::string reason{};      ///< of a correction
  std::string total{};       ///< to pay, or credited; empty: nothing
  std::string given_back{};  ///< by a correction; empty: no time
  int percent = 0;           ///< of the allowance that was used up
  std::string left{};
  std::string granted{};  ///< all that could be used
  std::string until{};    ///< the last date on which what is left is of use; empty: no end
  std::string held{};     ///< not approved yet; empty: nothing
  std::string beyond{};   ///< what becomes of work beyond it
  std::string url;        ///< where it is read
  text::TemplateSources templates;
};

/// A mail is sent only to who may still read it, of what is still so; it is shown to the desk as it was
/// meant.
enum class MailReading { to_send, to_show };

/// Nothing where the row it is about is gone, or it may not be sent any more.
std::optional<AgreementMailFacts> read_agreement_mail_facts(const Desk& desk, store::Session& session,
                                                            const store::OutboxRow& row, MailReading reading);

}  // namespace punctual::desk
