#include "web/api/agreement_edits.h"

#include "web/api/api.h"
#include "web/api/people_json.h"
#include "web/api/person_reply.h"

// A client's agreement, looked at and changed in a form as it would be in the desk's file.
namespace punctual::web {

namespace {

constexpr std::size_t most_versions = 500;

Reply refused(AgreementEdits::Refused why) {
  if (!why.fields.empty()) return problem(Problem::invalid, {}, std::move(why.fields));
  return problem(Problem::not_in_this_state, why.detail);
}

struct Asked {
  ClientId client;
  boost::json::array versions;
  std::string seen;
};

std::expected<Asked, Reply> asked_in(const Request& request) {
  const auto body = json::parse(request.body);
  if (!body || !body->is_object()) return std::unexpected(problem(Problem::malformed));
  const auto& object = body->get_object();
  Asked asked{.client = {id_of(request.parameter("client")).value_or(0)}, .versions = {}, .seen = {}};
  const auto* versions = object.if_contains("versions");
  if (!versions || !versions->is_array() || versions->get_array().size() > most_versions)
    return std::unexpected(
        problem(Problem::invalid, {}, {{"versions", "must be a list of at most 500 versions"}}));
  asked.versions = versions->get_array();
  for (const auto& version : asked.versions)
    if (!version.is_object())
      return std::unexpected(problem(Problem::invalid, {}, {{"versions", "must hold objects alone"}}));
  if (const auto* seen = object.if_contains("seen"); seen && seen->is_string())
    asked.seen = std::string_view(seen->get_string());
  return asked;
}

Answer get_written(Api& api, const desk::Caller&, const Request& request) {
  return Slow{[&api, client = ClientId{id_of(request.parameter("client")).value_or(0)}]() -> Answer {
    auto text = api.agreement_edits.written(client);
    if (!text) return problem(Problem::not_found, "No client has this id.");
    return Reply{.status = 200, .content_type = "application/json", .body = *std::move(text)};
  }};
}

Answer look(Api& api, const desk::Caller&, const Request& request) {
  auto asked = asked_in(request);
  if (!asked) return asked.error();
  return Slow{[&api, asked = *std::move(asked)]() -> Answer {
    if (!api.desk.catalogue()->client(asked.client))
      return problem(Problem::not_found, "No client has this id.");
    auto found = api.agreement_edits.look(asked.client, asked.versions);
    if (!found) return refused(std::move(found.error()));
    return Reply{.status = 200, .content_type = "application/json", .body = *std::move(found)};
  }};
}

Answer put(Api& api, const desk::Caller& caller, const Request& request) {
  auto asked = asked_in(request);
  if (!asked) return asked.error();
  return Slow{[&api, asked = *std::move(asked), by = caller.id]() -> Answer {
    if (!api.desk.catalogue()->client(asked.client))
      return problem(Problem::not_found, "No client has this id.");
    if (auto done = api.agreement_edits.apply(asked.client, asked.versions, asked.seen, by); !done)
      return refused(std::move(done.error()));
    return Reply{.status = 200,
                 .content_type = "application/json",
                 .body = api.agreement_edits.written(asked.client).value()};
  }};
}

}  // namespace

std::vector<Route> agreement_edit_routes(Api& api) {
  using desk::Action;
  return {
      staff_route(api, Method::get, "/api/v1/clients/{client}/agreement/written", Body::none,
                  Action::read_agreements, get_written),
      staff_route(api, Method::put, "/api/v1/clients/{client}/agreement/written", Body::json,
                  Action::change_agreements, put),
      staff_route(api, Method::post, "/api/v1/clients/{client}/agreement/preview", Body::json,
                  Action::change_agreements, look),
  };
}

}  // namespace punctual::web
