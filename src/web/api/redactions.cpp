#include "desk/commands/redact.h"
#include "store/blob_removals.h"
#include "web/api/ticket_change.h"

namespace punctual::web {

namespace {

struct RedactionJson {
  std::int64_t seq = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RedactionJson, (), (seq, reason))

struct ContactRedactionJson {
  std::string reason;
  std::optional<bool> everywhere;
};
BOOST_DESCRIBE_STRUCT(ContactRedactionJson, (), (reason, everywhere))

struct ContactReachJson {
  bool verified = false;
  std::int64_t tickets = 0;
  std::int64_t others = 0;
};
BOOST_DESCRIBE_STRUCT(ContactReachJson, (), (verified, tickets, others))

constexpr std::size_t longest_reason = 2000;

using Redact =
    std::function<std::expected<desk::Changed, desk::NotChanged>(store::Session&, const Actor& by)>;

Answer run(Api& api, const desk::Caller& caller, const Request& request, TicketId id, int status,
           Redact redact) {
  return run_work(
      api, caller, request.now,
      {.id = id,
       .status = status,
       .run = [redact = std::move(redact),
               by = Actor::person(caller.id)](store::Session& session) { return redact(session, by); },
       // What is held, or the disk refuses, waits for the sweep, which says so.
       .afterwards =
           [&api] { (void)store::remove_listed_files(api.desk.blobs(), api.desk.reader(), api.later); }});
}

Answer redact_message(Api& api, const desk::Caller& caller, const Request& request) {
  const auto id = named_ticket(request);
  if (!id) return id.error();
  const auto version = expected_version(request);
  if (!version) return version.error();
  auto body = read_body<RedactionJson>(request);
  if (!body) return body.error();
  if (auto refusal = unfit("reason", body->reason, longest_reason)) return *refusal;
  return run(api, caller, request, *id, 201,
             [&api, id = *id, body = std::move(*body), version = *version, now = request.now](
                 store::Session& session, const Actor& by) {
               return desk::redact_message(api.desk, session, id, body.seq, body.reason, version, by, now);
             });
}

Answer redact_contact(Api& api, const desk::Caller& caller, const Request& request) {
  const auto id = named_ticket(request);
  if (!id) return id.error();
  const auto version = expected_version(request);
  if (!version) return version.error();
  auto body = read_body<ContactRedactionJson>(request);
  if (!body) return body.error();
  if (auto refusal = unfit("reason", body->reason, longest_reason)) return *refusal;
  const auto reach = body->everywhere.value_or(false) ? desk::Reach::everywhere : desk::Reach::what_is_known;
  return run(api, caller, request, *id, 200,
             [&api, id = *id, reason = std::move(body->reason), reach, version = *version, now = request.now](
                 store::Session& session, const Actor& by) -> std::expected<desk::Changed, desk::NotChanged> {
               auto done = desk::redact_contact(api.desk, session, id, reason, reach, version, by, now);
               if (!done) return std::unexpected(std::move(done.error()));
               return std::move(done->changed);
             });
}

Answer get_contact_reach(Api& api, const desk::Caller&, const Request& request) {
  const auto id = named_ticket(request);
  if (!id) return id.error();
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto reach = desk::reach_of_contact(session, *id);
  if (!reach) return problem(Problem::not_found, "No ticket has this reference.");
  return json_reply(200, ContactReachJson{reach->verified, reach->tickets, reach->others});
}

}  // namespace

std::vector<Route> redaction_routes(Api& api) {
  return {
      staff_route(api, Method::post, "/api/v1/tickets/{ref}/redactions", Body::json,
                  desk::Action::redact_message, redact_message),
      staff_route(api, Method::get, "/api/v1/tickets/{ref}/contact/redaction", Body::none,
                  desk::Action::redact_contact, get_contact_reach),
      staff_route(api, Method::put, "/api/v1/tickets/{ref}/contact/redaction", Body::json,
                  desk::Action::redact_contact, redact_contact),
  };
}

}  // namespace punctual::web
