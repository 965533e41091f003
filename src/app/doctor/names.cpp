#include <algorithm>

#include "app/doctor/checks.h"
#include "desk/backup/layout.h"
#include "desk/profile.h"

namespace punctual::app::doctor {

namespace {

constexpr auto area = "names";

/// The address mails come from: the process's, or else the desk's own.
std::string sender_of(const Config& config) {
  const desk::Layout layout{std::filesystem::absolute(config.data)};
  if (!config.mail_from.empty() || !std::filesystem::exists(layout.database())) return config.mail_from;
  try {
    store::Session session(layout.database().string(), store::Session::Mode::read_only);
    return desk::has_profile(session) ? desk::read_profile(session).mail_from : "";
  } catch (const store::SqlError&) {
    return {};
  }
}

bool any_begins_with(const std::vector<std::string>& texts, std::string_view begin) {
  return std::ranges::any_of(texts, [&](const std::string& text) { return text.starts_with(begin); });
}

Finding look_at_receiving(const NameServer& names, const std::string& domain) {
  const auto servers = names.ask(domain, Record::mail_exchanger);
  if (!servers)
    return doubtful(area, domain + ": " + servers.error(), "ask again, or another with --dns ADDRESS");
  if (!servers->empty()) return fine(area, domain + " takes mail at " + servers->front());
  const auto addresses = names.ask(domain, Record::address);
  if (addresses && !addresses->empty()) return fine(area, domain + " takes mail at its own address");
  return wrong(area, "no server takes mail for " + domain + ": what is sent back reaches nobody",
               "publish an MX record, or send from a domain that has one");
}

Finding look_at_text(const NameServer& names, const std::string& name, std::string_view begin,
                     const std::string& without, const std::string& remedy) {
  const auto texts = names.ask(name, Record::text);
  if (!texts) return doubtful(area, name + ": " + texts.error(), "ask again, or another with --dns ADDRESS");
  if (any_begins_with(*texts, begin)) return fine(area, name + " has " + std::string(begin));
  return doubtful(area, without, remedy);
}

/// Of "https://support.example.com:8443": the name alone; empty for an address or this machine.
std::string host_of(std::string_view url) {
  auto host = url.substr(url.find("://") + 3);
  host = host.substr(0, host.find(':', host.starts_with('[') ? host.find(']') : 0));
  const bool address =
      host.starts_with('[') || host.find_first_not_of("0123456789.") == std::string_view::npos;
  return address || host == "localhost" ? std::string() : std::string(host);
}

}  // namespace

Findings look_at_names(const Config& config, const NameServer& names) {
  Findings found;
  const auto sender = sender_of(config);
  if (const auto at = sender.rfind('@'); at != std::string::npos) {
    const auto domain = sender.substr(at + 1);
    found.push_back(look_at_receiving(names, domain));
    found.push_back(look_at_text(names, domain, "v=spf1",
                                 domain + " does not say who may send its mail: ours is taken for forged",
                                 "publish a TXT record such as \"v=spf1 mx include:YOUR-MAIL-SERVER -all\""));
    found.push_back(look_at_text(
        names, "_dmarc." + domain, "v=DMARC1", domain + " does not say what to do with forged mail",
        "publish a TXT record at _dmarc." + domain + " such as \"v=DMARC1; p=none\""));
  }
  if (const auto host = host_of(config.base_url); !host.empty()) {
    const auto addresses = names.ask(host, Record::address);
    if (!addresses)
      found.push_back(
          doubtful(area, host + ": " + addresses.error(), "ask again, or another with --dns ADDRESS"));
    else if (addresses->empty())
      found.push_back(wrong(area, host + " has no address: nobody finds the desk",
                            "publish an A record for it, or an AAAA record"));
    else
      found.push_back(fine(area, host + " is " + addresses->front()));
  }
  return found;
}

}  // namespace punctual::app::doctor
