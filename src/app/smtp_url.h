#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "mail/outbound/smtp_transport.h"

namespace punctual::app {

/// "smtp://user:password@host:587", percent-encoded, and how TLS is used: "auto", "none" or "required". Auto:
/// required for a password that leaves this machine, otherwise where the server offers it. The error is
/// problem and remedy.
std::expected<mail::SmtpSettings, std::string> smtp_settings(std::string_view url, std::string_view tls,
                                                             std::string_view ca_file);

}  // namespace punctual::app
