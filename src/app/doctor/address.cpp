#include <fmt/format.h>

#include "app/doctor/checks.h"

namespace punctual::app::doctor {

namespace {
constexpr auto area = "address";

bool is_this_machine(std::string_view host) {
  return host == "localhost" || host == "127.0.0.1" || host == "::1";
}
}  // namespace

Findings look_at_address(const Config& config) {
  if (config.base_url.starts_with("https://")) {
    Findings found{fine(area, "people come by " + config.base_url)};
    if (config.trusted_proxies.empty())
      found.push_back(wrong(area, "TLS is a proxy's, and none is named: every client seems to be the proxy",
                            "set trusted_proxies to the proxy's address, e.g. [\"127.0.0.1\"]"));
    if (!is_this_machine(config.host))
      found.push_back(
          doubtful(area, fmt::format("{} takes connections from other machines past the proxy", config.host),
                   "set listen to 127.0.0.1:PORT, or see to it that only the proxy reaches it"));
    return found;
  }
  if (is_this_machine(config.host))
    return {doubtful(area, config.base_url + " is for this machine alone",
                     "for others put a proxy with TLS in front and set base_url to its https address")};
  return {wrong(area, config.base_url + " sends passwords and cookies in the clear",
                "put a proxy with TLS in front and set base_url to its https address")};
}

}  // namespace punctual::app::doctor
