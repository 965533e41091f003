#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "mail/outbound/transport.h"

namespace punctual::mail {

struct SmtpSettings {
  /// STARTTLS on smtp://; smtps:// is TLS from the first byte whatever this says.
  enum class Tls {
    none,
    opportunistic,  ///< where the server offers it, its certificate unchecked
    required,       ///< with a certificate that verifies, or no mail goes out
  };
  std::string url;  ///< "smtp://mail.example:587" or "smtps://mail.example"
  Tls tls = Tls::required;
  std::string user;  ///< empty: no sign-in
  std::string password;
  std::string helo;     ///< how the desk calls itself; empty: this machine's name
  std::string ca_file;  ///< empty: the system's
  std::chrono::seconds connect_time{15};
  std::chrono::seconds whole_time{90};
};

/// SMTP by libcurl. One connection serves the mails of one batch. Logs nothing; answers carry no address.
std::unique_ptr<Transport> make_smtp_transport(SmtpSettings settings);

/// Why the server cannot be used: it does not answer, its certificate or our password is wrong. Nothing where
/// a mail could be sent; sends none.
std::optional<std::string> smtp_problem(SmtpSettings settings);

/// Whether a server's code is about this mail for good. 530, 535 and their kin are about us: the settings are
/// wrong, and the mail is fine once they are right.
bool is_refusal(long code);
/// A server's words without what looks like an address, on one line, at most 200 bytes.
std::string without_addresses(std::string_view words);

}  // namespace punctual::mail
