#include "app/doctor/checks.h"
#include "app/smtp_url.h"
#include "mail/outbound/smtp_transport.h"

namespace punctual::app::doctor {

Findings look_at_mail(const Config& config) {
  constexpr auto area = "mail";
  if (config.smtp_url.empty())
    return {doubtful(area, "no mail server is configured: mails stay at the desk, where managers read them",
                     "set mail.smtp_url, in the environment where it holds a password")};
  const auto settings = smtp_settings(config.smtp_url, config.smtp_tls, config.smtp_ca_file);
  if (!settings) return {wrong(area, settings.error(), "correct mail.smtp_url")};
  if (const auto problem = mail::smtp_problem(*settings))
    return {wrong(area, "the mail server cannot be used: " + *problem,
                  "check mail.smtp_url, its port and password, and that this machine may connect there")};
  return {
      fine(area, settings->user.empty() ? "the mail server answers" : "the mail server takes our password")};
}

}  // namespace punctual::app::doctor
