#include "store/agreements.h"

#include <algorithm>
#include <boost/describe.hpp>
#include <stdexcept>

#include "domain/time/rfc3339.h"
#include "store/json/read.h"
#include "store/json/write.h"

namespace punctual::agreement {

BOOST_DESCRIBE_ENUM(Period, month, quarter, year, block)
BOOST_DESCRIBE_STRUCT(Kind, (), (name, rate, covered))
BOOST_DESCRIBE_STRUCT(EntryRounding, (), (minimum, increment))

}  // namespace punctual::agreement

namespace punctual::store {

namespace {

using agreement::Version;

struct AllowanceJson {
  std::int64_t minutes = 0;
  agreement::Period period{};
  std::optional<int> rollover;  ///< none: without limit
};
BOOST_DESCRIBE_STRUCT(AllowanceJson, (), (minutes, period, rollover))

struct CreditJson {
  std::int64_t minutes = 0;
  std::optional<std::int64_t> most;
  std::vector<int> of;  ///< places of agreement::Promise
};
BOOST_DESCRIBE_STRUCT(CreditJson, (), (minutes, most, of))

struct TopUpJson {
  std::string on;
  std::int64_t minutes = 0;
  std::optional<std::string> until;
};
BOOST_DESCRIBE_STRUCT(TopUpJson, (), (on, minutes, until))

struct VersionJson {
  std::optional<std::string> until;
  std::string policy;
  std::string currency;
  std::optional<AllowanceJson> allowance;
  std::vector<agreement::Kind> kinds;
  std::vector<int> covered_tiers;
  agreement::EntryRounding rounding;
  int outside_percent = 100;
  std::optional<std::int64_t> overage;
  std::int64_t fee = 0;
  CreditJson credit;
  std::vector<TopUpJson> bought;
  std::vector<int> warn_at;
};
BOOST_DESCRIBE_STRUCT(VersionJson, (),
                      (until, policy, currency, allowance, kinds, covered_tiers, rounding, outside_percent,
                       overage, fee, credit, bought, warn_at))

template <std::size_t n>
std::vector<int> places(const std::array<bool, n>& set) {
  std::vector<int> found;
  for (std::size_t i = 0; i < n; ++i)
    if (set[i]) found.push_back(static_cast<int>(i));
  return found;
}

template <std::size_t n>
std::array<bool, n> set_of(const std::vector<int>& places) {
  std::array<bool, n> set{};
  for (const int place : places) set.at(static_cast<std::size_t>(place)) = true;
  return set;
}

std::optional<std::string> written(std::optional<Date> date) {
  return date ? std::optional(format_date(*date)) : std::nullopt;
}
std::optional<Date> read(const std::optional<std::string>& date) {
  return date ? std::optional(parse_date(*date).value()) : std::nullopt;
}

std::string body_of(const Version& version) {
  const auto& terms = version.terms;
  VersionJson body{.until = written(version.until),
                   .policy = version.policy,
                   .currency = std::string(terms.currency.code()),
                   .allowance = {},
                   .kinds = terms.kinds,
                   .covered_tiers = places(terms.covered),
                   .rounding = terms.rounding,
                   .outside_percent = terms.outside_percent,
                   .overage = terms.overage,
                   .fee = terms.fee,
                   .credit = {terms.credit.minutes, terms.credit.most, places(terms.credit.of)},
                   .bought = {},
                   .warn_at = version.warn_at};
  if (const auto& all = terms.allowance) body.allowance = {all->minutes, all->period, all->rollover};
  for (const auto& one : version.bought)
    body.bought.push_back({format_date(one.on), one.minutes, written(one.until)});
  return json::to_json(body);
}

Version version_of(Date from, std::string_view text) {
  const auto body = json::from_json<VersionJson>(text);
  const auto currency = body ? agreement::Currency::of(body->currency) : std::nullopt;
  if (!currency) throw std::runtime_error("the row of an agreement is damaged");
  Version version{.terms = {.from = from,
                            .currency = *currency,
                            .allowance = {},
                            .kinds = body->kinds,
                            .covered = set_of<4>(body->covered_tiers),
                            .rounding = body->rounding,
                            .outside_percent = body->outside_percent,
                            .overage = body->overage,
                            .fee = body->fee,
                            .credit = {body->credit.minutes, body->credit.most, set_of<3>(body->credit.of)}},
                  .until = read(body->until),
                  .policy = body->policy,
                  .bought = {},
                  .warn_at = body->warn_at};
  if (const auto& all = body->allowance)
    version.terms.allowance = agreement::Allowance{all->minutes, all->period, all->rollover};
  for (const auto& one : body->bought)
    version.bought.push_back({parse_date(one.on).value(), one.minutes, read(one.until)});
  return version;
}

}  // namespace

std::map<ClientId, std::vector<Version>> read_agreements(Session& session) {
  auto query = session.prepare(
      "SELECT client_id, from_date, body FROM agreement_version WHERE replaced_at IS NULL "
      "ORDER BY client_id, from_date");
  std::map<ClientId, std::vector<Version>> found;
  while (query.step()) found[query.id<Client>(0)].push_back(version_of(query.date(1), query.text(2)));
  return found;
}

std::vector<Version> read_agreement(Session& session, ClientId client) {
  auto query = session.prepare(
      "SELECT from_date, body FROM agreement_version WHERE client_id = ? AND replaced_at IS NULL "
      "ORDER BY from_date");
  query.bind(client);
  std::vector<Version> found;
  while (query.step()) found.push_back(version_of(query.date(0), query.text(1)));
  return found;
}

void write_agreement(Session& session, ClientId client, const std::vector<Version>& versions, Instant now) {
  const auto before = read_agreement(session, client);
  const auto in = [](const std::vector<Version>& list, const Version& one) {
    return std::ranges::find(list, one) != list.end();
  };
  for (const Version& was : before)
    if (!in(versions, was))
      session
          .prepare(
              "UPDATE agreement_version SET replaced_at = ? WHERE client_id = ? AND from_date = ? "
              "AND replaced_at IS NULL")
          .bind(now)
          .bind(client)
          .bind(was.terms.from)
          .run();
  for (const Version& one : versions) {
    if (in(before, one)) continue;
    const auto body = body_of(one);
    session.prepare("INSERT INTO agreement_version (client_id, from_date, body, written_at) VALUES (?,?,?,?)")
        .bind(client)
        .bind(one.terms.from)
        .bind(body)
        .bind(now)
        .run();
  }
}

}  // namespace punctual::store
