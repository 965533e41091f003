#include "app/smtp_url.h"

#include <boost/url.hpp>
#include <charconv>

namespace punctual::app {

namespace {

bool is_loopback(std::string_view host) {
  return host == "localhost" ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos) ||
         host == "[::1]";
}

bool is_port(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number > 0 && number < 65536;
}

}  // namespace

std::expected<mail::SmtpSettings, std::string> smtp_settings(std::string_view url, std::string_view tls,
                                                             std::string_view ca_file) {
  constexpr std::string_view remedy =
      "this is no mail server; write smtp://user:password@host:587 or smtps://user:password@host, special "
      "characters "
      "percent-encoded";
  const auto parsed = boost::urls::parse_uri(url);
  if (!parsed || (parsed->scheme() != "smtp" && parsed->scheme() != "smtps") || parsed->host().empty() ||
      !parsed->encoded_path().empty() || parsed->has_query() || parsed->has_fragment() ||
      (parsed->has_port() && !is_port(parsed->port())))
    return std::unexpected(std::string(remedy));
  using Tls = mail::SmtpSettings::Tls;
  const std::string host(parsed->encoded_host());
  const bool secret = parsed->has_password();
  const Tls automatic = secret && !is_loopback(host) ? Tls::required : Tls::opportunistic;
  return mail::SmtpSettings{
      .url = std::string(parsed->scheme()) + "://" + host +
             (parsed->has_port() ? ":" + std::string(parsed->port()) : std::string()),
      .tls = tls == "none"       ? Tls::none
             : tls == "required" ? Tls::required
                                 : automatic,
      .user = parsed->user(),
      .password = parsed->password(),
      .ca_file = std::string(ca_file),
  };
}

}  // namespace punctual::app
