#include "desk/commands/link.h"
#include "desk/commands/merge.h"
#include "web/api/ticket_change.h"

// Two tickets and what they are to one another. Both are asked for by one right: whoever may do it to one
// ticket may do it to every other of the desk.
namespace punctual::web {

namespace {

struct MergeJson {
  std::string ticket;
  std::optional<bool> into_open_form;
};
BOOST_DESCRIBE_STRUCT(MergeJson, (), (ticket, into_open_form))

using OnBoth = std::expected<desk::Changed, desk::NotChanged> (*)(const desk::Desk&, store::Session&,
                                                                  TicketId, TicketId, std::int64_t,
                                                                  const Actor&, Instant);

template <OnBoth command>
Answer on_both(Api& api, const desk::Caller& caller, const Request& request) {
  const auto id = named_ticket(request);
  if (!id) return id.error();
  const auto other = named_ticket(request, "other");
  if (!other) return other.error();
  const auto version = expected_version(request);
  if (!version) return version.error();
  return run_work(api, caller, request.now,
                  {.id = *id,
                   .run = [&api, id = *id, other = *other, version = *version, by = Actor::person(caller.id),
                           now = request.now](store::Session& session) {
                     return command(api.desk, session, id, other, version, by, now);
                   }});
}

Answer merge_into(Api& api, const desk::Caller& caller, const Request& request) {
  const auto id = named_ticket(request);
  if (!id) return id.error();
  const auto version = expected_version(request);
  if (!version) return version.error();
  const auto body = read_body<MergeJson>(request);
  if (!body) return body.error();
  const auto target = desk::ticket_of(body->ticket);
  if (!target)
    return problem(Problem::invalid, {}, {{"ticket", "must be the reference of a ticket, like P-1042"}});
  const auto open_form = body->into_open_form.value_or(false) ? IntoOpenForm::known : IntoOpenForm::refused;
  return run_work(api, caller, request.now,
                  {.id = *id,
                   .run =
                       [&api, id = *id, target = *target, open_form, version = *version,
                        by = Actor::person(caller.id), now = request.now](store::Session& session) {
                         return desk::merge(api.desk, session, id, target, open_form, version, by, now);
                       },
                   .afterwards = [&api] { api.averages.forget(); }});
}

}  // namespace

std::vector<Route> ticket_relation_routes(Api& api) {
  return {
      staff_route(api, Method::put, "/api/v1/tickets/{ref}/links/{other}", Body::none, desk::Action::link,
                  on_both<desk::link>),
      staff_route(api, Method::del, "/api/v1/tickets/{ref}/links/{other}", Body::none, desk::Action::link,
                  on_both<desk::unlink>),
      staff_route(api, Method::put, "/api/v1/tickets/{ref}/merged-into", Body::json, desk::Action::merge,
                  merge_into),
  };
}

}  // namespace punctual::web
