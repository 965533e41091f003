#include "desk/commands/change.h"
#include "store/journal_events.h"
#include "web/api/api.h"
#include "web/api/idempotency.h"
#include "web/api/new_estimate.h"
#include "web/api/ticket_change.h"

namespace punctual::web {

namespace {

struct TriageJson {
  int tier = 0;
  PodId pod;
  PersonId assignee;
};
BOOST_DESCRIBE_STRUCT(TriageJson, (), (tier, pod, assignee))

struct NewExpectationJson {
  PersonId assignee;
  std::string what_to_expect;
  std::string next_step;
  Instant next_update_by{};
};
BOOST_DESCRIBE_STRUCT(NewExpectationJson, (), (assignee, what_to_expect, next_step, next_update_by))

struct ReplyJson {
  std::string body;
  std::optional<NewExpectationJson> expectation;
  std::optional<NewEstimateJson> estimate;
};
BOOST_DESCRIBE_STRUCT(ReplyJson, (), (body, expectation, estimate))

struct NoteJson {
  std::string body;
};
BOOST_DESCRIBE_STRUCT(NoteJson, (), (body))

struct ResolutionJson {
  std::string message;
};
BOOST_DESCRIBE_STRUCT(ResolutionJson, (), (message))

using Asked = std::expected<TicketCommand, Reply>;
constexpr std::size_t longest_expectation = 2000;

Asked triage(Api&, const Request& request) {
  const auto body = read_body<TriageJson>(request);
  if (!body) return std::unexpected(body.error());
  return command::Triage{body->tier, body->pod, body->assignee};
}

Asked reply(Api& api, const Request& request) {
  auto body = read_body<ReplyJson>(request);
  if (!body) return std::unexpected(body.error());
  if (auto refusal = unfit("body", body->body, longest_text)) return std::unexpected(*refusal);
  command::Reply asked{std::move(body->body), {}};
  if (auto& told = body->expectation) {
    if (auto refusal = unfit("expectation.what_to_expect", told->what_to_expect, longest_expectation))
      return std::unexpected(*refusal);
    if (auto refusal = unfit("expectation.next_step", told->next_step, longest_expectation))
      return std::unexpected(*refusal);
    asked.expectation =
        Expectation{told->assignee, told->what_to_expect, told->next_step, told->next_update_by};
  }
  if (body->estimate) {
    auto made = offered(api, *std::move(body->estimate), request);
    if (!made) return std::unexpected(made.error());
    asked.estimate = *std::move(made);
  }
  return asked;
}

Asked note(Api&, const Request& request) {
  auto body = read_body<NoteJson>(request);
  if (!body) return std::unexpected(body.error());
  if (auto refusal = unfit("body", body->body, longest_text)) return std::unexpected(*refusal);
  return command::Note{std::move(body->body)};
}

Asked resolve(Api&, const Request& request) {
  auto body = read_body<ResolutionJson>(request);
  if (!body) return std::unexpected(body.error());
  if (auto refusal = unfit("message", body->message, longest_text)) return std::unexpected(*refusal);
  return command::Resolve{std::move(body->message)};
}

/// Says all there is by its address; an empty object is no more than that.
template <class Command>
Asked plain(Api&, const Request& request) {
  const auto body =
      request.body.empty() ? boost::json::value(boost::json::object_kind) : json::parse(request.body);
  if (!body) return std::unexpected(problem(Problem::malformed));
  if (!body->is_object() || !body->get_object().empty())
    return std::unexpected(problem(Problem::invalid, "This takes no body; send none."));
  return Command{};
}

struct Change {
  TicketCommand asked;
  std::int64_t version = 0;
  std::optional<IdempotencyKey> key;
  std::optional<desk::NotChanged> refusal;
  std::vector<std::string> warnings;
  bool key_reused = false;
};

/// One line a command: what it needs, how its body is read, what it answers.
struct Line {
  Method method;
  const char* path;
  Body body;
  Verb verb;
  Asked (*read)(Api&, const Request&);
  int status;
};

constexpr Line lines[] = {
    {Method::put, "/api/v1/tickets/{ref}/triage", Body::json, Verb::triage, triage, 200},
    {Method::post, "/api/v1/tickets/{ref}/replies", Body::json, Verb::reply, reply, 201},
    {Method::post, "/api/v1/tickets/{ref}/notes", Body::json, Verb::note, note, 201},
    {Method::put, "/api/v1/tickets/{ref}/waiting", Body::json, Verb::wait, plain<command::Wait>, 200},
    {Method::del, "/api/v1/tickets/{ref}/waiting", Body::none, Verb::resume, plain<command::Resume>, 200},
    {Method::put, "/api/v1/tickets/{ref}/resolution", Body::json, Verb::resolve, resolve, 200},
    {Method::del, "/api/v1/tickets/{ref}/resolution", Body::none, Verb::reopen, plain<command::Reopen>, 200},
    {Method::put, "/api/v1/tickets/{ref}/spam", Body::json, Verb::spam, plain<command::MarkSpam>, 200},
};

template <const Line& line>
Answer carry_out(Api& api, const desk::Caller& caller, const Request& request) {
  const auto id = desk::ticket_of(request.parameter("ref"));
  if (!id) return problem(Problem::not_found, "No ticket has this reference.");
  auto key = line.method == Method::post ? idempotency_key(api.desk, request, caller)
                                         : std::expected<std::optional<IdempotencyKey>, Reply>();
  if (!key) return key.error();
  const auto version = expected_version(request);
  if (!version) return version.error();
  auto asked = line.read(api, request);
  if (!asked) return asked.error();
  auto change = std::make_shared<Change>(Change{std::move(*asked), *version, std::move(*key), {}, {}});
  return Write{
      [&api, change, id = *id, by = Actor::person(caller.id), now = request.now](store::Session& session) {
        if (change->key) {
          const auto given = find_given(session, *change->key);
          change->key_reused = given && !given->same_body;
          if (given) return store::Keep::discard;
        }
        auto done = desk::change(api.desk, session, id, change->version, change->asked, by, now);
        if (!done) {
          change->refusal = std::move(done.error());
          return store::Keep::discard;
        }
        change->warnings = std::move(done->warnings);
        if (change->key) remember(session, *change->key, id, now);
        return store::Keep::commit;
      },
      [&api, change, id = *id, caller, status = line.status, now = request.now](store::Written) {
        if (change->key_reused) return problem(Problem::key_reused);
        if (change->refusal) return refused_reply(*change->refusal);
        // The public average counts first answers, and not those of spam.
        constexpr bool counted =
            line.verb == Verb::reply || line.verb == Verb::resolve || line.verb == Verb::spam;
        if (counted) api.averages.forget();
        return changed_reply(api, id, caller, change->warnings, status, now);
      }};
}

/// What an estimate costs is counted from the client's beginning on.
bool takes_long(Verb verb, const Request& request) {
  return verb == Verb::reply && request.body.find(R"("estimate")") != std::string::npos;
}

template <const Line& line>
Answer run(Api& api, const desk::Caller& caller, const Request& request) {
  if (takes_long(line.verb, request))
    return Slow{[&api, caller, &request] { return carry_out<line>(api, caller, request); }};
  return carry_out<line>(api, caller, request);
}

}  // namespace

std::vector<Route> ticket_command_routes(Api& api) {
  return [&]<std::size_t... i>(std::index_sequence<i...>) {
    return std::vector{staff_route(api, lines[i].method, lines[i].path, lines[i].body,
                                   desk::action_of(lines[i].verb), run<lines[i]>)...};
  }(std::make_index_sequence<std::size(lines)>());
}

}  // namespace punctual::web
