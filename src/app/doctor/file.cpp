#include <sys/stat.h>

#include "app/doctor/checks.h"
#include "app/smtp_url.h"

namespace punctual::app::doctor {

Findings look_at_file(const std::filesystem::path& file) {
  constexpr auto area = "settings";
  const auto written = read_config(file, [](std::string_view) { return std::nullopt; }, {});
  if (!written) return {wrong(area, written.error(), "correct it")};
  const auto mail = smtp_settings(written->smtp_url, written->smtp_tls, written->smtp_ca_file);
  if (written->smtp_url.empty() || (mail && mail->password.empty()))
    return {fine(area, file.string() + " holds no password")};
  struct stat status{};
  if (::stat(file.c_str(), &status) == 0 && (status.st_mode & S_IROTH) != 0)
    return {wrong(
        area, file.string() + " holds the mail server's password, and everybody on this machine can read it",
        "move mail.smtp_url to secrets.env as PUNCTUAL_SMTP_URL and change the password")};
  return {fine(area, file.string() + " holds a password and is not for everybody to read")};
}

}  // namespace punctual::app::doctor
