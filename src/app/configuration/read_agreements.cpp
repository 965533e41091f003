#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/configuration/sections.h"
#include "domain/time/rfc3339.h"

namespace punctual::app {

namespace {

using agreement::Allowance;
using agreement::Minutes;
using agreement::Period;
using agreement::Terms;
using agreement::Version;

constexpr std::size_t most_agreements = 100'000;
constexpr std::size_t most_kinds = 50;
constexpr std::size_t most_top_ups = 1000;
constexpr int most_rollover = 120;
constexpr int most_percent = 1000;
/// With it a whole desk's minutes of a hundred years are priced exactly.
constexpr std::string_view most_money = "1000000000";
constexpr Minutes most_rounding = 24 * 60;

/// "20h"; nothing where it is left out or wrong.
std::optional<Minutes> read_minutes(TomlTable& table, std::string_view key, bool required) {
  const auto written = table.text(key, {.most = 20, .required = required});
  if (written.empty()) return std::nullopt;
  const auto minutes = agreement::minutes_from(written);
  if (!minutes)
    table.refuse(key, fmt::format("\"{}\" is no length of time; write it like 20h, 90m or 1h30m", written));
  return minutes;
}

std::int64_t read_money(TomlTable& table, std::string_view key, bool required, agreement::Currency currency) {
  const auto written = table.text(key, {.most = 20, .required = required});
  if (written.empty()) return 0;
  const auto money = agreement::money_from(written, currency);
  const auto most = agreement::money_from(most_money, currency)->minor;
  if (money && money->minor > most)
    table.refuse(key, fmt::format("is more than {} {}; write a smaller amount", most_money, currency.code()));
  if (!money)
    table.refuse(key, fmt::format("\"{}\" is no amount of {}; write it like {}", written, currency.code(),
                                  agreement::decimal({12'500, currency})));
  return money ? money->minor : 0;
}

bool read_truth(TomlTable& table, std::string_view key, bool otherwise) {
  return table.has(key) ? table.truth(key) : otherwise;
}

std::optional<Allowance> read_allowance(TomlTable& version) {
  std::optional<Allowance> found;
  version.table("allowance", [&](TomlTable& table) {
    Allowance allowance{.minutes = read_minutes(table, "time", true).value_or(0)};
    const auto every = table.text("every", {.most = 20});
    const auto period = std::ranges::find(agreement::period_names, every);
    if (period != agreement::period_names.end())
      allowance.period = static_cast<Period>(period - agreement::period_names.begin());
    else if (!every.empty())
      table.refuse("every", fmt::format("\"{}\" is no period; write month, quarter, year or block", every));
    if (table.is_text("rollover")) {
      if (table.text("rollover", {}) != "unlimited")
        table.refuse("rollover", "is neither a number of periods nor \"unlimited\"; write one of them");
      allowance.rollover.reset();
    } else if (const auto number = table.whole("rollover", 0, most_rollover)) {
      allowance.rollover = static_cast<int>(*number);
    }
    if (allowance.period == Period::block && table.has("rollover"))
      table.refuse("rollover", "a block is of use until it is used up or the agreement ends; leave it out");
    if (allowance.period == Period::block) allowance.rollover.reset();
    found = allowance;
  });
  return found;
}

void read_kinds(TomlTable& version, Terms& terms) {
  Names names;
  version.tables("kinds", most_kinds, [&](TomlTable& table, std::size_t) {
    auto& kind = terms.kinds.emplace_back();
    kind.name = table.text("name", {.most = 60});
    names.add(table, "name", kind.name);
    kind.rate = read_money(table, "rate", true, terms.currency);
    kind.covered = read_truth(table, "covered", true);
  });
  terms.kinds.push_back(
      {{}, read_money(version, "rate", true, terms.currency), read_truth(version, "covered", true)});
}

agreement::Credit read_credit(TomlTable& version) {
  agreement::Credit credit;
  version.table("credit", [&](TomlTable& table) {
    credit.minutes = read_minutes(table, "time", true).value_or(0);
    credit.most = read_minutes(table, "most", false);
    if (!table.has("of")) return;
    credit.of = {};
    const auto before = table.refusals();
    for (const auto& name : table.texts("of", {.most = 20})) {
      const auto found = std::ranges::find(agreement::promise_names, name);
      if (found != agreement::promise_names.end())
        credit.of[static_cast<std::size_t>(found - agreement::promise_names.begin())] = true;
      else
        table.refuse("of",
                     fmt::format("\"{}\" is no promise; write first_reply, next_reply or resolution", name));
    }
    if (table.refusals() == before && std::ranges::none_of(credit.of, std::identity()))
      table.refuse("of", "no promise is named; name one, or leave the credit out");
  });
  return credit;
}

std::vector<agreement::TopUp> read_top_ups(TomlTable& version, const Version& within) {
  std::vector<agreement::TopUp> found;
  version.tables("top_ups", most_top_ups, [&](TomlTable& table, std::size_t) {
    const auto on = table.date("on");
    const auto minutes = read_minutes(table, "time", true);
    const auto until = table.has("until") ? table.date("until") : std::nullopt;
    if (!on || !minutes) return;
    if (until && *until <= *on)
      table.refuse("until", "is not after the date they are bought; write a later one");
    if (*on < within.terms.from || (within.until && *on >= *within.until))
      table.refuse("on", "this version does not hold on that date; list it with the one that does");
    found.push_back({*on, *minutes, until});
  });
  std::ranges::sort(found, {}, &agreement::TopUp::on);
  return found;
}

std::vector<int> read_thresholds(TomlTable& version, bool has_allowance) {
  std::vector<int> found;
  if (!version.has("warn_at")) return has_allowance ? std::vector{75, 100} : found;
  for (const auto percent : version.wholes("warn_at", 1, 100)) found.push_back(static_cast<int>(percent));
  std::ranges::sort(found);
  if (std::ranges::adjacent_find(found) != found.end())
    version.refuse("warn_at", "names a percentage twice; name each once");
  return found;
}

void read_tiers(TomlTable& version, Terms& terms) {
  if (!version.has("tiers")) return;
  terms.covered = {};
  for (const auto tier : version.wholes("tiers", 1, 4))
    terms.covered[static_cast<std::size_t>(tier - 1)] = true;
}

void read_terms(TomlTable& table, Version& version) {
  auto& terms = version.terms;
  terms.allowance = read_allowance(table);
  read_kinds(table, terms);
  read_tiers(table, terms);
  table.table("rounding", [&](TomlTable& rounding) {
    terms.rounding.minimum = read_minutes(rounding, "minimum", false).value_or(0);
    terms.rounding.increment = read_minutes(rounding, "increment", false).value_or(1);
    for (const auto& [key, minutes] :
         {std::pair("minimum", terms.rounding.minimum), std::pair("increment", terms.rounding.increment)})
      if (minutes > most_rounding) rounding.refuse(key, "is longer than a day; write 24h or less");
    if (terms.rounding.increment < 1)
      rounding.refuse("increment", "is no time at all; write 1m or more, or leave it out");
  });
  if (const auto percent = table.whole("outside_hours_percent", 0, most_percent))
    terms.outside_percent = static_cast<int>(*percent);
  if (table.is_text("overage") && table.text("overage", {}) == "unlimited")
    terms.overage.reset();
  else
    terms.overage = read_minutes(table, "overage", false).value_or(0);
  terms.fee = read_money(table, "fee", false, terms.currency);
  terms.credit = read_credit(table);
  version.bought = read_top_ups(table, version);
  version.warn_at = read_thresholds(table, terms.allowance || !version.bought.empty());
}

/// Versions of one client with the tables they were read from, by the date from which they hold.
using Versions = std::multimap<Date, std::pair<Version, TomlTable>>;

/// No two hold on one date.
void check_apart(Versions& versions) {
  const Version* before = nullptr;
  for (auto& [from, read] : versions) {
    auto& [version, table] = read;
    if (before && before->terms.from == from)
      table.refuse("from", "another version of this client's agreement begins on the same date; change one");
    else if (before && before->until && *before->until > from)
      table.refuse("from", "the version before holds until " + format_date(*before->until) +
                               "; begin then or later, or let that one end earlier");
    before = &version;
  }
}

}  // namespace

void read_agreements(TomlTable& file, desk::Configuration& configuration) {
  Names clients;
  Names policies;
  for (const auto& client : configuration.clients) clients.add(client.name);
  for (const auto& policy : configuration.policies) policies.add(policy.name);
  std::map<std::string, Versions> of_client;
  file.tables("agreements", most_agreements, [&](TomlTable& table, std::size_t) {
    const auto client = table.text("client", {});
    clients.check(table, "client", client, "client");
    const auto from = table.date("from");
    const auto code = table.text("currency", {.most = 10});
    const auto currency = agreement::Currency::of(code);
    if (!currency && !code.empty())
      table.refuse("currency",
                   fmt::format("\"{}\" is no currency of ISO 4217; write one like EUR or USD", code));
    if (!from || !currency) {
      table.keys();  // what follows from a mistake is no other one
      return;
    }
    Version version{
        .terms = {.from = *from, .currency = *currency, .allowance = {}, .kinds = {}, .rounding = {}}};
    if (table.has("until")) version.until = table.date("until");
    if (version.until && *version.until <= *from)
      table.refuse("until", "is not after the date it begins; write the first date it no longer holds");
    version.policy = table.text("policy", {.most = 100, .required = false});
    policies.check(table, "policy", version.policy, "policy");
    read_terms(table, version);
    of_client[client].emplace(*from, std::pair(std::move(version), table));
  });
  for (auto& [name, versions] : of_client) {
    check_apart(versions);
    const auto client = std::ranges::find(configuration.clients, name, &desk::ClientEntry::name);
    if (client == configuration.clients.end()) continue;
    for (auto& [from, read] : versions) client->agreement.push_back(std::move(read.first));
  }
}

}  // namespace punctual::app
