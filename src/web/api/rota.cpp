#include "store/rota.h"

#include <charconv>
#include <map>
#include <ranges>

#include "desk/rota/coverage.h"
#include "domain/people/rota_coverage.h"
#include "domain/time/rfc3339.h"
#include "web/api/api.h"
#include "web/api/rota_json.h"

// Who is at work when, and where too few are.
namespace punctual::web {

namespace {

using people::RotaChange;

constexpr int most_days = 42;

struct ChangeJson {
  std::string kind;
  std::string first_date;
  std::string last_date;
  HoursOfDayJson hours;
  json::Nullable<TimeOffId> time_off;
  json::Nullable<SwapId> swap;
};
BOOST_DESCRIBE_STRUCT(ChangeJson, (), (kind, first_date, last_date, hours, time_off, swap))

struct RotaPersonJson {
  PersonId id;
  std::string name;
  std::string role;
  std::string time_zone;
  std::vector<std::string> skills;
  PersonWeekJson week;
  std::vector<PeriodJson> present;
  std::vector<ChangeJson> changes;
};
BOOST_DESCRIBE_STRUCT(RotaPersonJson, (), (id, name, role, time_zone, skills, week, present, changes))

struct RotaPodJson {
  json::Nullable<NamedJson> pod;
  int needed = 1;
  json::Nullable<NamedJson> lead;
  std::vector<PersonId> members;
  std::vector<NamedJson> clients;
  std::vector<PeriodJson> promised;
  std::vector<GapJson> gaps;
};
BOOST_DESCRIBE_STRUCT(RotaPodJson, (), (pod, needed, lead, members, clients, promised, gaps))

struct HolidayOnJson {
  std::string date;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(HolidayOnJson, (), (date, name))

struct RotaJson {
  std::string from;
  int days = 7;
  std::string time_zone;
  Instant begins{};
  Instant ends{};
  std::vector<PeriodJson> open;
  std::vector<HolidayOnJson> holidays;
  std::vector<RotaPodJson> pods;
  std::vector<RotaPersonJson> people;
};
BOOST_DESCRIBE_STRUCT(RotaJson, (), (from, days, time_zone, begins, ends, open, holidays, pods, people))

struct PodCoverageJson {
  json::Nullable<NamedJson> pod;
  int needed = 1;
  std::int64_t gap_minutes = 0;
  std::int64_t gap_count = 0;
  std::vector<RecurringGapJson> gaps;  ///< at most `most_gaps`
};
BOOST_DESCRIBE_STRUCT(PodCoverageJson, (), (pod, needed, gap_minutes, gap_count, gaps))
constexpr std::int64_t most_gaps = 366;

struct CoverageJson {
  Instant from{};
  Instant to{};
  std::vector<PodCoverageJson> pods;
};
BOOST_DESCRIBE_STRUCT(CoverageJson, (), (from, to, pods))

/// Within bounds; the default where it is absent; nothing where it is no such number.
std::optional<int> number_in(const Request& request, std::string_view name, int otherwise, int least,
                             int most) {
  const auto text = request.query_parameter(name);
  if (!text) return otherwise;
  int value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc{} || end != text->data() + text->size() || value < least || value > most)
    return std::nullopt;
  return value;
}

constexpr std::pair<RotaChange::Kind, std::string_view> kinds[] = {
    {RotaChange::Kind::time_off, "time_off"},
    {RotaChange::Kind::absence, "absence"},
    {RotaChange::Kind::swap_off, "swap_off"},
    {RotaChange::Kind::swap_extra, "swap_extra"},
};
std::string kind_name(RotaChange::Kind kind) {
  for (const auto& [value, name] : kinds)
    if (value == kind) return std::string(name);
  return {};
}

ChangeJson change_json(const RotaChange& change) {
  return {kind_name(change.kind),
          format_date(change.first),
          format_date(change.last),
          hours_of_day_json(change.hours),
          {},
          {}};
}

/// The changes of everybody that touch these dates, with the rows they come from.
std::map<PersonId, std::vector<ChangeJson>> changes_json(store::Session& session, Date first, Date last) {
  std::map<PersonId, std::vector<ChangeJson>> changes;
  const auto add = [&](PersonId person, const RotaChange& change, TimeOffId time_off, SwapId swap) {
    if (change.first > last || change.last < first) return;
    auto json = change_json(change);
    if (time_off) json.time_off = time_off;
    if (swap) json.swap = swap;
    changes[person].push_back(std::move(json));
  };
  for (const auto& row : store::read_time_off(session, first))
    if (row.state == store::TimeOffRow::State::granted) add(row.person, row.change, row.id, {});
  for (const auto& swap : store::read_swaps(session, first))
    for (const auto& change : store::changes_of(swap)) add(swap.person, change, {}, swap.id);
  return changes;
}

RotaPodJson pod_json(const desk::Catalogue& catalogue, const people::Rota& rota,
                     people::RotaCoverage& coverage, const people::Rota::Pod& pod) {
  RotaPodJson json{.pod = named_pod(catalogue, pod.id),
                   .needed = pod.needed,
                   .lead = {},
                   .members = pod.members,
                   .clients = {},
                   .promised = periods_json(coverage.promised_by(pod)),
                   .gaps = {}};
  if (const auto* row = catalogue.pod(pod.id))
    json.lead = named_person(catalogue, row->lead.value_or(PersonId{}));
  for (const auto& client : rota.clients)
    if (client.pod == pod.id || !pod.id)
      if (const auto* row = catalogue.client(client.id)) json.clients.push_back({client.id.value, row->name});
  for (const auto& gap : coverage.gaps(pod, coverage.pieces(pod)))
    json.gaps.push_back(gap_json(catalogue, gap, pod.needed));
  return json;
}

Reply rota_reply(Api& api, Date from, int days, Instant now) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto catalogue = api.desk.catalogue();
  const TimeZone& zone = catalogue->zone();
  const Date end = from + std::chrono::days{days};
  const Interval over{zone.midnight(from), zone.midnight(end)};
  const auto rota = desk::rota_of(*catalogue, now);
  people::RotaCoverage coverage(rota, over);
  RotaJson json{.from = format_date(from),
                .days = days,
                .time_zone = zone.name(),
                .begins = over.opens,
                .ends = over.closes,
                .open = periods_json(catalogue->hours().intervals(over.opens, over.closes)),
                .holidays = {},
                .pods = {},
                .people = {}};
  for (const auto& [date, name] : catalogue->business_hours().hours.holidays)
    if (from <= date && date < end) json.holidays.push_back({format_date(date), name});
  for (const auto& pod : rota.pods) json.pods.push_back(pod_json(*catalogue, rota, coverage, pod));
  json.pods.push_back(pod_json(*catalogue, rota, coverage, rota.whole_desk()));
  // Their dates may be a day off the desk's.
  auto changes = changes_json(session, from - std::chrono::days{1}, end);
  for (const auto& worker : rota.workers) {
    const auto* person = catalogue->person(worker->id);
    json.people.push_back({.id = worker->id,
                           .name = person->name,
                           .role = std::string(to_text(person->role)),
                           .time_zone = person->hours.zone,
                           .skills = person->skills,
                           .week = person_week_json(person->hours),
                           .present = periods_json(worker->at_work.intervals(over.opens, over.closes)),
                           .changes = std::move(changes[worker->id])});
  }
  return json_reply(200, json);
}

Answer get_rota(Api& api, const desk::Caller&, const Request& request) {
  const auto days = number_in(request, "days", 7, 1, most_days);
  if (!days) return problem(Problem::invalid, {}, {{"days", "is a number from 1 to 42"}});
  Date from = api.desk.catalogue()->zone().date(request.now);
  if (const auto text = request.query_parameter("from")) {
    const auto date = parse_date(*text);
    if (!date) return problem(Problem::invalid, {}, {{"from", "is no date such as 2026-12-25"}});
    from = *date;
  }
  const Date today = api.desk.catalogue()->zone().date(request.now);
  if (from < today - std::chrono::days{5 * 366} || from > today + std::chrono::days{5 * 366})
    return problem(Problem::invalid, {}, {{"from", "is more than five years away; look nearer"}});
  return Slow{
      [&api, from, days = *days, now = request.now]() -> Answer { return rota_reply(api, from, days, now); }};
}

std::string coverage_json(const desk::Catalogue& catalogue, std::optional<PodId> pod,
                          std::chrono::weeks ahead, Instant from) {
  CoverageJson json{from, from + ahead, {}};
  for (auto& found : desk::coverage(catalogue, pod, ahead, from, people::Cut::by_plan)) {
    PodCoverageJson pod_json{named_pod(catalogue, found.pod),
                             found.needed,
                             std::chrono::duration_cast<std::chrono::minutes>(found.missing).count(),
                             std::ssize(found.gaps),
                             {}};
    const auto gaps = people::recurring(std::move(found.gaps), catalogue.zone());
    for (const auto& gap : gaps | std::views::take(most_gaps))
      pod_json.gaps.push_back(recurring_gap_json(catalogue, gap, found.needed));
    json.pods.push_back(std::move(pod_json));
  }
  return json::to_json(json);
}

Reply json_text_reply(std::string json) {
  return {.status = 200, .content_type = "application/json", .body = std::move(json)};
}

Answer get_coverage(Api& api, const desk::Caller&, const Request& request) {
  const auto weeks = number_in(request, "weeks", 52, 1, 52);
  if (!weeks) return problem(Problem::invalid, {}, {{"weeks", "is a number from 1 to 52"}});
  std::optional<PodId> pod;
  if (request.query_parameter("pod")) {
    const auto id = number_in(request, "pod", 0, 1, 1'000'000'000);
    const auto catalogue = api.desk.catalogue();
    const auto* row = id ? catalogue->pod({*id}) : nullptr;
    if (!row || !row->active) return problem(Problem::invalid, {}, {{"pod", "There is no such pod."}});
    pod = row->id;
  }
  return Slow{[&api, pod, ahead = std::chrono::weeks{*weeks}, now = request.now]() -> Answer {
                const auto catalogue = api.desk.catalogue();
                const auto from = std::chrono::floor<std::chrono::minutes>(now);
                const auto count = [&] { return coverage_json(*catalogue, pod, ahead, from); };
                // What every page of the rota asks for again and again.
                if (pod || ahead != desk::coverage_ahead) return json_text_reply(count());
                return json_text_reply(api.coverage.of(catalogue, from, count));
              },
              Slow::Lane::seconds};
}

}  // namespace

std::vector<Route> rota_routes(Api& api) {
  constexpr auto read = desk::Action::read_rota;
  return {
      staff_route(api, Method::get, "/api/v1/rota", Body::none, read, get_rota),
      staff_route(api, Method::get, "/api/v1/rota/coverage", Body::none, read, get_coverage),
  };
}

}  // namespace punctual::web
