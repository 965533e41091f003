#include "store/policies.h"

#include <boost/describe.hpp>
#include <stdexcept>

#include "store/hours_json.h"
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

struct PolicyJson {
  std::vector<TierJson> tiers;
  std::string hours;
  std::string desk_hours;
  std::string goal;
};
BOOST_DESCRIBE_STRUCT(PolicyJson, (), (tiers, hours, desk_hours, goal))

std::optional<std::string> text_of(const std::optional<Target>& target) {
  return target ? std::optional(format_target(*target)) : std::nullopt;
}

std::optional<Target> target_of(const std::optional<std::string>& text) {
  return text ? parse_target(*text) : std::nullopt;
}

}  // namespace

PolicyId insert_policy(Session& session, const PolicyRow& policy) {
  PolicyJson body{.tiers = {},
                  .hours = hours_to_json(policy.hours),
                  .desk_hours = hours_to_json(policy.desk_hours),
                  .goal = format_target(policy.goal)};
  for (const auto& tier : policy.tiers)
    body.tiers.push_back({text_of(tier.first_reply), text_of(tier.next_reply), text_of(tier.resolution)});
  const std::string text = json::to_json(body);
  session.prepare("INSERT INTO policy_version (name, version, starts_at, body) VALUES (?,?,?,?)")
      .bind(policy.name)
      .bind(policy.version)
      .bind(policy.starts_at)
      .bind(text)
      .run();
  return {session.last_insert_id()};
}

std::vector<PolicyRow> read_policies(Session& session) {
  auto query =
      session.prepare("SELECT id, name, version, starts_at, body FROM policy_version ORDER BY name, version");
  std::vector<PolicyRow> policies;
  while (query.step()) {
    const auto body = json::from_json<PolicyJson>(query.text(4));
    if (!body || body->tiers.size() != 4 || !parse_target(body->goal))
      throw std::runtime_error("a stored policy is damaged");
    PolicyRow policy{query.id<PolicyVersion>(0),
                     query.string(1),
                     static_cast<int>(query.integer(2)),
                     query.instant(3),
                     {},
                     hours_from_json(body->hours),
                     hours_from_json(body->desk_hours),
                     *parse_target(body->goal)};
    for (std::size_t i = 0; i < 4; ++i)
      policy.tiers[i] = {target_of(body->tiers[i].first_reply), target_of(body->tiers[i].next_reply),
                         target_of(body->tiers[i].resolution)};
    policies.push_back(std::move(policy));
  }
  return policies;
}

std::optional<std::string> read_setting(Session& session, std::string_view name) {
  auto query = session.prepare("SELECT body FROM setting WHERE name = ? ORDER BY version DESC LIMIT 1");
  return query.bind(name).step() ? std::optional(query.string(0)) : std::nullopt;
}

void write_setting(Session& session, std::string_view name, std::string_view body, Instant now) {
  session
      .prepare(
          "INSERT INTO setting (name, version, body, at) "
          "SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3 FROM setting WHERE name = ?1")
      .bind(name)
      .bind(body)
      .bind(now)
      .run();
}

}  // namespace punctual::store
