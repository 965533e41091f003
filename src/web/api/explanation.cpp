#include "domain/sla/clock_sentences.h"
#include "store/tickets.h"
#include "web/api/api.h"
#include "web/api/ticket_json.h"

namespace punctual::web {

namespace {

struct StretchJson {
  Instant from{};
  Instant to{};
  std::string reason;
  std::string phase;
  json::Nullable<std::string> name;
  std::int64_t counted_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(StretchJson, (), (from, to, reason, phase, name, counted_seconds))

struct ExplainedClockJson {
  std::string clock;
  int ordinal = 0;
  std::string state;
  json::Nullable<std::string> target;
  Instant starts{};
  Instant until{};
  bool stopped = false;
  json::Nullable<Instant> due;
  std::int64_t counted_seconds = 0;
  json::Nullable<std::int64_t> promised_seconds;
  std::vector<StretchJson> stretches;
  std::vector<std::string> sentences;
};
BOOST_DESCRIBE_STRUCT(ExplainedClockJson, (),
                      (clock, ordinal, state, target, starts, until, stopped, due, counted_seconds,
                       promised_seconds, stretches, sentences))

struct ExplanationJson {
  Instant as_of{};
  std::string time_zone;
  std::vector<ExplainedClockJson> clocks;
};
BOOST_DESCRIBE_STRUCT(ExplanationJson, (), (as_of, time_zone, clocks))

template <class Enum>
struct Word {
  Enum value;
  const char* text;
};
constexpr Word<sla::Phase> phases[] = {
    {sla::Phase::past, "past"}, {sla::Phase::ahead, "ahead"}, {sla::Phase::late, "late"}};

template <class Enum, std::size_t N>
std::string word(const Word<Enum> (&words)[N], Enum value) {
  for (const auto& known : words)
    if (known.value == value) return known.text;
  return {};
}

ExplainedClockJson explained_json(std::string name, int ordinal, std::string state, const sla::Clock& clock,
                                  const TimeZone& zone, Instant now,
                                  sla::Judged judged = sla::Judged::as_promise) {
  const auto explained = sla::explain(clock, now);
  ExplainedClockJson json{.clock = std::move(name),
                          .ordinal = ordinal,
                          .state = std::move(state),
                          .target = {},
                          .starts = clock.start,
                          .until = explained.until,
                          .stopped = clock.stopped.has_value(),
                          .due = clock.due,
                          .counted_seconds = explained.counted.count(),
                          .promised_seconds = {},
                          .stretches = {},
                          .sentences = sla::sentences(clock, explained, zone, Audience::staff, judged)};
  if (clock.target) json.target = format_target(*clock.target);
  if (clock.due) json.promised_seconds = explained.promised.count();
  for (const auto& stretch : explained.explanation.stretches)
    json.stretches.push_back(
        {stretch.time.opens, stretch.time.closes, std::string(to_text(stretch.reason)),
         word(phases, explained.phase_of(stretch)),
         stretch.name.empty() ? json::Nullable<std::string>() : json::Nullable<std::string>(stretch.name),
         stretch.counted.count()});
  return json;
}

Answer get_explanation(Api& api, const desk::Caller&, const Request& request) {
  const auto id = desk::ticket_of(request.parameter("ref"));
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto view = id ? desk::view_ticket(api.desk, session, *id, request.now) : std::nullopt;
  if (!view) return problem(Problem::not_found, "No ticket has this reference.");
  const auto now = std::max(request.now, view->ticket.recorded_at);
  const auto& zone = view->catalogue->zone();
  const auto& standing = view->standing;
  ExplanationJson json{.as_of = now, .time_zone = zone.name(), .clocks = {}};
  const auto add = [&](ClockKind kind, int ordinal, const sla::Clock& clock) {
    json.clocks.push_back(explained_json(std::string(store::clock_name(kind)), ordinal,
                                         clock_word(clock.state), clock, zone, now));
  };
  add(ClockKind::first_reply, 0, standing.clocks.first_reply);
  for (std::size_t i = 0; i < standing.clocks.next_reply.size(); ++i)
    add(ClockKind::next_reply, static_cast<int>(i), standing.clocks.next_reply[i]);
  add(ClockKind::resolution, 0, standing.clocks.resolution);
  json.clocks.push_back(explained_json("goal", 0, goal_word(standing.goal.state), standing.goal.clock, zone,
                                       now, sla::Judged::as_goal));
  return json_reply(200, json);
}

}  // namespace

std::vector<Route> explanation_routes(Api& api) {
  return {staff_route(api, Method::get, "/api/v1/tickets/{ref}/explanation", Body::none,
                      desk::Action::read_tickets, get_explanation)};
}

}  // namespace punctual::web
