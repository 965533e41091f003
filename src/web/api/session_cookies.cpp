#include "web/api/session_cookies.h"

#include <utility>

namespace punctual::web {

namespace {

std::string cookie_header(const Api& api, std::string_view name, std::string_view value,
                          std::string_view rest) {
  std::string cookie(name);
  cookie += '=';
  cookie += value;
  cookie += "; Path=/; HttpOnly; SameSite=Lax";
  if (api.secure) cookie += "; Secure";
  cookie += rest;
  return cookie;
}

using Names = std::pair<std::string_view, std::string_view>;

// The first that is found: most browsers name others beside themselves.
constexpr Names browsers[] = {
    {"Edg", "Edge"},         {"OPR/", "Opera"},    {"SamsungBrowser", "Samsung Internet"},
    {"Firefox/", "Firefox"}, {"FxiOS", "Firefox"}, {"Chrome/", "Chrome"},
    {"CriOS", "Chrome"},     {"Safari/", "Safari"}};
constexpr Names systems[] = {{"iPhone", "iPhone"},   {"iPad", "iPad"},     {"Android", "Android"},
                             {"Windows", "Windows"}, {"CrOS", "ChromeOS"}, {"Mac OS X", "macOS"},
                             {"Linux", "Linux"}};

template <std::size_t N>
std::string_view found_in(const Names (&names)[N], std::string_view text) {
  for (const auto& [sign, name] : names)
    if (text.find(sign) != std::string_view::npos) return name;
  return {};
}

}  // namespace

std::string_view browser_cookie(const Api& api) {
  return api.secure ? "__Host-punctual_browser" : "punctual_browser";
}

void add_session_cookies(const Api& api, Reply& reply, std::string_view session, std::string_view browser) {
  reply.headers.emplace_back("Set-Cookie",
                             cookie_header(api, session_cookie(api), session, "; Max-Age=1209600"));
  reply.headers.emplace_back("Set-Cookie",
                             cookie_header(api, browser_cookie(api), browser, "; Max-Age=31536000"));
}

void drop_session_cookie(const Api& api, Reply& reply) {
  reply.headers.emplace_back("Set-Cookie", cookie_header(api, session_cookie(api), "", "; Max-Age=0"));
}

std::string browser_words(std::string_view user_agent) {
  const auto browser = found_in(browsers, user_agent);
  const auto system = found_in(systems, user_agent);
  if (browser.empty() && system.empty()) return "A program";
  if (browser.empty()) return "A browser on " + std::string(system);
  return std::string(browser) + (system.empty() ? "" : " on " + std::string(system));
}

}  // namespace punctual::web
