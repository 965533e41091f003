#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "desk/queries/account_mail.h"
#include "desk/queries/agreement_mail.h"
#include "desk/queries/mail_facts.h"
#include "desk/queries/rota_mail.h"
#include "mail/outbound/render.h"

namespace punctual::mail {

/// A whole RFC 5322 message and its envelope. `bytes` has CRLF line ends and ASCII alone.
struct Message {
  std::string from;
  std::string to;
  std::vector<std::string> cc;
  std::string bytes;
};

/// What the headers say, of whichever mail.
struct Heading {
  Heading(const desk::MailFacts& facts);           // NOLINT(google-explicit-constructor): each mail has one
  Heading(const desk::AccountMailFacts& facts);    // NOLINT(google-explicit-constructor)
  Heading(const desk::RotaMailFacts& facts);       // NOLINT(google-explicit-constructor)
  Heading(const desk::AgreementMailFacts& facts);  // NOLINT(google-explicit-constructor)

  store::MailKind kind{};
  std::string from_name;
  std::string from;
  std::string to_name;  ///< empty: nobody is named
  std::string to;
  std::vector<std::string> cc;
  std::string message_id;
  std::vector<std::string> references;
  std::string ref;
  std::string chain_head;

 private:
  struct OfPeople {};
  template <class Facts>
  Heading(const Facts& facts, OfPeople);
};

/// Builds it. Header values lose control characters, so that nobody's text becomes a header line. Refuses an
/// address that no envelope can carry, saying which part it is in, without the address.
std::expected<Message, std::string> build_message(const RenderedMail& mail, const Heading& heading,
                                                  Instant date);

/// "local@domain", printable ASCII without spaces, brackets, commas or line breaks, within SMTP's lengths.
bool is_sendable_address(std::string_view address);

}  // namespace punctual::mail
