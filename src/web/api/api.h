#pragma once

#include <atomic>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "desk/access/actions.h"
#include "desk/access/sign_in.h"
#include "desk/desk.h"
#include "desk/queries/desk_status.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/outbox.h"
#include "web/api/agreement_edits.h"
#include "web/api/backups.h"
#include "web/api/outgoing_mail.h"
#include "web/api/problem.h"
#include "web/api/told_coverage.h"
#include "web/http/server.h"
#include "web/limits/rate_limit.h"

namespace punctual::web {

/// What every handler of the desk's own routes is given.
struct Api {
  const desk::Desk& desk;
  desk::Averages& averages;
  std::vector<std::string>
      origins;          ///< whose pages may change something with a cookie: "http://localhost:8080" …
  bool secure = false;  ///< the base URL is https: cookies are Secure and __Host-
  std::atomic<bool> ready = false;  ///< seeding is done
  /// The composition root lends these: web sees neither mail nor the process.
  std::function<std::optional<RenderedMail>(store::Session&, const store::OutboxRow&)> render_mail;
  std::function<std::string()> metrics;
  std::function<bool()> stopped_writing;
  std::function<void()> catalogue_changed;  ///< reads it anew and has running tickets follow it
  std::function<void(store::Work)> later;   ///< hands work to the writer that no reply waits for
  std::optional<ScheduledBackups> backups;  ///< nothing: no folder is configured
  AgreementEdits agreement_edits;
  ToldCoverage coverage;
  std::function<Instant()> now;  ///< for streams, which outlive their request
  RateLimit sign_in_of_account{10,
                               std::chrono::minutes{15}};  ///< of accounts that exist: as many keys as people
  RateLimit sign_in_of_stranger{10, std::chrono::minutes{15}};  ///< of addresses nobody has: answered alike
  RateLimit sign_in_of_network{100, std::chrono::minutes{15}};
  RateLimit password_tries{10, std::chrono::minutes{15}};     ///< old passwords of one person, signed in
  RateLimit resets_of_network{20, std::chrono::minutes{60}};  ///< links asked for by who forgot a password
  RateLimit seen{1, std::chrono::minutes{5}};                 ///< how often a session's last use is written
  RateLimit forms_of_network{60, std::chrono::minutes{10}};   ///< requests taken
  RateLimit form_tries_of_network{600, std::chrono::minutes{10}};            ///< refused ones too
  RateLimit answers_of_link{60, std::chrono::minutes{10}};                   ///< posts on one private page
  RateLimit answers_of_network{300, std::chrono::minutes{10}};               ///< posts on all of them
  RateLimit upload_kilobytes_of_network{500'000, std::chrono::minutes{10}};  ///< taken or refused
};

/// Whether the request's Origin may confer something. Absent counts only where `absent` says so.
bool origin_matches(const Api& api, const Request& request, bool absent);

/// Who asks, when they may do that; the refusal otherwise. Changes by a cookie session need a matching Origin
/// and the session's CSRF token; tokens need neither (SECURITY 13). Fails closed.
std::expected<desk::Caller, Reply> admit(const Api& api, const Request& request, desk::Action action);

std::string_view session_cookie(const Api& api);

/// A route of the desk's people: who asks is admitted for `action` before the handler runs.
using StaffHandler = Answer (*)(Api&, const desk::Caller&, const Request&);
Route staff_route(Api& api, Method method, std::string pattern, Body body, desk::Action action,
                  StaffHandler handler);
/// A route of anybody: what it shows and takes, its handler guards.
using OpenHandler = Answer (*)(Api&, const Request&);
Route open_route(Api& api, Method method, std::string pattern, Body body, OpenHandler handler);

template <class T>
Reply json_reply(int status, const T& value) {
  return {.status = status, .content_type = "application/json", .body = json::to_json(value)};
}

/// The request's body as a T, or 400 (not JSON) or 422 (named fields).
template <class T>
std::expected<T, Reply> read_body(const Request& request) {
  auto body = json::from_json<T>(request.body);
  if (body) return std::move(*body);
  if (body.error().malformed) return std::unexpected(problem(Problem::malformed));
  std::vector<ProblemField> fields;
  for (auto& field : body.error().problems)
    fields.push_back({std::move(field.field), std::move(field.detail)});
  return std::unexpected(problem(Problem::invalid, {}, std::move(fields)));
}

/// "7" as a strong ETag.
std::string etag_of(std::int64_t version);
/// The version named by If-Match; 428 where there is none, 412 where it can be no version of ours, "*"
/// included: that would be no check at all.
std::expected<std::int64_t, Reply> expected_version(const Request& request);

std::vector<Route> session_routes(Api& api);
std::vector<Route> ticket_routes(Api& api);
std::vector<Route> ticket_read_routes(Api& api);
std::vector<Route> ticket_command_routes(Api& api);
std::vector<Route> ticket_relation_routes(Api& api);
std::vector<Route> redaction_routes(Api& api);
std::vector<Route> rating_routes(Api& api);
std::vector<Route> client_export_routes(Api& api);
std::vector<Route> directory_routes(Api& api);
std::vector<Route> desk_routes(Api& api);
std::vector<Route> outgoing_mail_routes(Api& api);
std::vector<Route> business_hours_routes(Api& api);
std::vector<Route> explanation_routes(Api& api);
std::vector<Route> backup_routes(Api& api);
std::vector<Route> people_routes(Api& api);
std::vector<Route> own_account_routes(Api& api);
std::vector<Route> rota_routes(Api& api);
std::vector<Route> rota_edit_routes(Api& api);
std::vector<Route> time_off_routes(Api& api);
std::vector<Route> suggestion_routes(Api& api);
std::vector<Route> hand_off_routes(Api& api);
std::vector<Route> time_entry_routes(Api& api);
std::vector<Route> estimate_routes(Api& api);
std::vector<Route> agreement_routes(Api& api);
std::vector<Route> agreement_edit_routes(Api& api);
std::vector<Route> statement_routes(Api& api);

}  // namespace punctual::web
