#include "store/policies.h"

#include <boost/describe.hpp>
#include <stdexcept>

#include "store/json/read.h"
#include "store/json/write.h"

namespace punctual::store {

namespace {

struct TierJson {
  std::optional<std::string> first_reply;
  std::optional<std::string> next_reply;
  std::optional<std::string> resolution;
};
BOOST_DESCRIBE_STRUCT(TierJson, (), (first_reply, next_reply, resolution))

struct OutOfHoursJson {
  int tier = 0;
  TierJson promises;
  std::int64_t calendar = 0;
};
BOOST_DESCRIBE_STRUCT(OutOfHoursJson, (), (tier, promises, calendar))

struct PolicyJson {
  std::vector<TierJson> tiers;
  std::optional<std::int64_t> own_calendar;
  std::optional<std::vector<std::int64_t>> tier_calendars;  ///< four, 0: as the policy
  std::vector<OutOfHoursJson> out_of_hours;
  std::int64_t desk_calendar = 0;
  std::string goal;
};
BOOST_DESCRIBE_STRUCT(PolicyJson, (),
                      (tiers, own_calendar, tier_calendars, out_of_hours, desk_calendar, goal))

std::optional<std::string> text_of(const std::optional<Target>& target) {
  return target ? std::optional(format_target(*target)) : std::nullopt;
}

std::optional<Target> target_of(const std::optional<std::string>& text) {
  return text ? parse_target(*text) : std::nullopt;
}

TierJson tier_to_json(const sla::Policy& tier) {
  return {text_of(tier.first_reply), text_of(tier.next_reply), text_of(tier.resolution)};
}

sla::Policy tier_from_json(const TierJson& tier) {
  return {target_of(tier.first_reply), target_of(tier.next_reply), target_of(tier.resolution)};
}

std::string to_json(const PolicyRow& policy) {
  PolicyJson body{.tiers = {},
                  .own_calendar = {},
                  .tier_calendars = {},
                  .out_of_hours = {},
                  .desk_calendar = policy.desk_calendar.value,
                  .goal = format_target(policy.goal)};
  for (const auto& tier : policy.tiers) body.tiers.push_back(tier_to_json(tier));
  if (policy.own_calendar) body.own_calendar = policy.own_calendar.value;
  if (policy.tier_calendars != std::array<CalendarId, 4>())
    for (const auto id : policy.tier_calendars)
      (body.tier_calendars ? *body.tier_calendars : body.tier_calendars.emplace()).push_back(id.value);
  for (std::size_t i = 0; i < policy.out_of_hours.size(); ++i)
    if (const auto& other = policy.out_of_hours[i])
      body.out_of_hours.push_back(
          {static_cast<int>(i) + 1, tier_to_json(other->policy), other->calendar.value});
  return json::to_json(body);
}

void read_body(PolicyRow& policy, std::string_view text) {
  const auto body = json::from_json<PolicyJson>(text);
  if (!body || body->tiers.size() != 4 || !parse_target(body->goal))
    throw std::runtime_error("a stored policy is damaged");
  policy.desk_calendar = {body->desk_calendar};
  policy.own_calendar = {body->own_calendar.value_or(0)};
  policy.goal = *parse_target(body->goal);
  if (const auto& own = body->tier_calendars)
    for (std::size_t i = 0; i < own->size(); ++i) policy.tier_calendars.at(i) = {(*own)[i]};
  for (std::size_t i = 0; i < 4; ++i) policy.tiers[i] = tier_from_json(body->tiers[i]);
  for (const auto& other : body->out_of_hours)
    policy.out_of_hours.at(static_cast<std::size_t>(other.tier - 1)) =
        PolicyRow::OutOfHours{tier_from_json(other.promises), {other.calendar}};
}

}  // namespace

PolicyId insert_policy(Session& session, const PolicyRow& policy) {
  const std::string text = to_json(policy);
  const auto supersedes = policy.supersedes ? std::optional(policy.supersedes) : std::nullopt;
  session
      .prepare(
          "INSERT INTO policy_version (name, version, starts_at, supersedes, ended_at, body) "
          "VALUES (?,?,?,?,?,?)")
      .bind(policy.name)
      .bind(policy.version)
      .bind(policy.starts_at)
      .bind(supersedes)
      .bind(policy.ended_at)
      .bind(text)
      .run();
  return {session.last_insert_id()};
}

void end_policy(Session& session, std::string_view name, Instant now) {
  session.prepare("UPDATE policy_version SET ended_at = ? WHERE name = ? AND ended_at IS NULL")
      .bind(now)
      .bind(name)
      .run();
}

std::vector<PolicyRow> read_policies(Session& session) {
  auto query = session.prepare(
      "SELECT id, name, version, starts_at, coalesce(supersedes, 0), body, ended_at FROM policy_version "
      "ORDER BY name, version");
  std::vector<PolicyRow> policies;
  while (query.step()) {
    auto& policy = policies.emplace_back();
    policy.id = query.id<PolicyVersion>(0);
    policy.name = query.string(1);
    policy.version = static_cast<int>(query.integer(2));
    policy.starts_at = query.instant(3);
    policy.supersedes = query.id<PolicyVersion>(4);
    read_body(policy, query.text(5));
    policy.ended_at = query.optional_instant(6);
  }
  return policies;
}

PolicyId newest_policy(Session& session) {
  auto query = session.prepare("SELECT coalesce(max(id), 0) FROM policy_version");
  query.step();
  return query.id<PolicyVersion>(0);
}

int setting_version(Session& session, std::string_view name) {
  auto query = session.prepare("SELECT coalesce(max(version), 0) FROM setting WHERE name = ?");
  query.bind(name).step();
  return static_cast<int>(query.integer(0));
}

std::optional<SettingRow> read_setting(Session& session, std::string_view name) {
  auto query =
      session.prepare("SELECT version, at, body FROM setting WHERE name = ? ORDER BY version DESC LIMIT 1");
  if (!query.bind(name).step()) return std::nullopt;
  return SettingRow{static_cast<int>(query.integer(0)), query.instant(1), query.string(2)};
}

std::optional<Instant> setting_began_at(Session& session, std::string_view name) {
  auto query = session.prepare("SELECT at FROM setting WHERE name = ? AND version = 1");
  return query.bind(name).step() ? std::optional(query.instant(0)) : std::nullopt;
}

int write_setting(Session& session, std::string_view name, std::string_view body, Instant now) {
  auto query = session.prepare(
      "INSERT INTO setting (name, version, body, at) "
      "SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3 FROM setting WHERE name = ?1 RETURNING version");
  query.bind(name).bind(body).bind(now).step();
  return static_cast<int>(query.integer(0));
}

}  // namespace punctual::store
