#include "web/api/api.h"

#include <algorithm>
#include <charconv>

#include "store/access.h"

namespace punctual::web {

bool origin_matches(const Api& api, const Request& request, bool absent) {
  const auto origin = request.header("origin");
  if (origin.empty()) return absent;
  return std::ranges::find(api.origins, origin) != api.origins.end();
}

std::string_view session_cookie(const Api& api) {
  return api.secure ? "__Host-punctual_session" : "punctual_session";
}

std::expected<desk::Caller, Reply> admit(const Api& api, const Request& request, desk::Action action) {
  if (!api.ready) return std::unexpected(problem(Problem::not_ready));
  const auto authorization = request.header("authorization");
  std::optional<desk::Caller> caller;
  if (!authorization.empty()) {
    constexpr std::string_view scheme = "Bearer ";
    if (authorization.starts_with(scheme))
      caller = desk::caller_of_token(api.desk, authorization.substr(scheme.size()), request.now);
  } else if (const auto cookie = request.cookie(session_cookie(api))) {
    caller = desk::caller_of_session(api.desk, *cookie, request.now);
  }
  if (!caller) return std::unexpected(problem(Problem::not_signed_in));
  if (caller->session && request.method != Method::get) {
    if (!origin_matches(api, request, false)) return std::unexpected(problem(Problem::foreign_origin));
    if (!store::equal_constant_time(request.header("x-csrf-token"),
                                    desk::csrf_token(api.desk, *caller->session)))
      return std::unexpected(problem(Problem::csrf));
  }
  if (!desk::may(caller->role, action)) return std::unexpected(problem(Problem::not_allowed));
  return *caller;
}

namespace {

/// A person has asked for something: streams that ask again by themselves do not come here.
void note_seen(Api& api, const desk::Caller& caller, Instant now) {
  if (!caller.session || !api.seen.allow(store::view(*caller.session), now)) return;
  api.later([session = *caller.session, now](store::Session& rows) {
    store::touch_session(rows, session, now);
    return store::Keep::commit;
  });
}

}  // namespace

Route staff_route(Api& api, Method method, std::string pattern, Body body, desk::Action action,
                  StaffHandler handler) {
  return {method, std::move(pattern), body, [&api, action, handler](const Request& request) -> Answer {
            const auto caller = admit(api, request, action);
            if (!caller) return caller.error();
            note_seen(api, *caller, request.now);
            return handler(api, *caller, request);
          }};
}

Route open_route(Api& api, Method method, std::string pattern, Body body, OpenHandler handler) {
  return {method, std::move(pattern), body,
          [&api, handler](const Request& request) { return handler(api, request); }};
}

std::string etag_of(std::int64_t version) {
  return "\"" + std::to_string(version) + "\"";
}

std::expected<std::int64_t, Reply> expected_version(const Request& request) {
  const auto tag = request.header("if-match");
  if (tag.empty()) return std::unexpected(problem(Problem::version_required));
  std::int64_t version = 0;
  const bool quoted = tag.size() > 2 && tag.front() == '"' && tag.back() == '"';
  const auto [end, error] = std::from_chars(tag.data() + 1, tag.data() + tag.size(), version);
  if (!quoted || error != std::errc{} || end != tag.data() + tag.size() - 1)
    return std::unexpected(problem(Problem::stale));
  return version;
}

}  // namespace punctual::web
