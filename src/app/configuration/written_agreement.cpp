#include "app/configuration/written_agreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "app/configuration/toml_text.h"
#include "domain/time/rfc3339.h"

namespace punctual::app {

namespace {

using agreement::decimal;
using agreement::format_minutes;
using agreement::Period;

std::string allowance_inside(const agreement::Allowance& allowance) {
  auto inside = fmt::format("time = \"{}\", every = \"{}\"", format_minutes(allowance.minutes),
                            name_of(allowance.period));
  if (allowance.period == Period::block) return inside;
  if (!allowance.rollover) return inside + ", rollover = \"unlimited\"";
  return *allowance.rollover == 0 ? inside : inside + fmt::format(", rollover = {}", *allowance.rollover);
}

std::string credit_inside(const agreement::Credit& credit) {
  auto inside = fmt::format("time = \"{}\"", format_minutes(credit.minutes));
  if (credit.most) inside += fmt::format(", most = \"{}\"", format_minutes(*credit.most));
  if (std::ranges::all_of(credit.of, std::identity())) return inside;
  std::vector<std::string> of;
  for (std::size_t i = 0; i < credit.of.size(); ++i)
    if (credit.of[i]) of.emplace_back(agreement::promise_names[i]);
  return inside + ", of = " + quoted_list(of);
}

template <class List, class Words>
std::string numbers(const List& list, Words words) {
  std::string all;
  for (const auto& one : list) all += fmt::format("{}{}", all.empty() ? "" : ", ", words(one));
  return "[" + all + "]";
}

}  // namespace

std::string written_agreement(const std::string& client, const agreement::Version& version) {
  const auto& terms = version.terms;
  std::string all = "\n[[agreements]]\n";
  const auto line = [&](std::string_view key, std::string_view value) {
    all += fmt::format("{} = {}\n", key, value);
  };
  const auto money = [&](std::int64_t minor) { return "\"" + decimal({minor, terms.currency}) + "\""; };
  line("client", quoted_text(client));
  line("from", format_date(terms.from));
  if (version.until) line("until", format_date(*version.until));
  if (!version.policy.empty()) line("policy", quoted_text(version.policy));
  line("currency", quoted_text(terms.currency.code()));
  if (terms.allowance) line("allowance", "{ " + allowance_inside(*terms.allowance) + " }");
  if (!std::ranges::all_of(terms.covered, std::identity())) {
    std::vector<int> tiers;
    for (int tier = 1; tier <= 4; ++tier)
      if (terms.covered[static_cast<std::size_t>(tier - 1)]) tiers.push_back(tier);
    line("tiers", numbers(tiers, [](int tier) { return tier; }));
  }
  line("rate", money(terms.kinds.back().rate));
  if (!terms.kinds.back().covered) line("covered", "false");
  if (terms.kinds.size() > 1) {
    all += "kinds = [\n";
    for (auto kind = terms.kinds.begin(); kind != std::prev(terms.kinds.end()); ++kind)
      all += fmt::format("  {{ name = {}, rate = {}{} }},\n", quoted_text(kind->name), money(kind->rate),
                         kind->covered ? "" : ", covered = false");
    all += "]\n";
  }
  if (terms.rounding != agreement::EntryRounding())
    line("rounding",
         fmt::format("{{ minimum = \"{}\", increment = \"{}\" }}", format_minutes(terms.rounding.minimum),
                     format_minutes(terms.rounding.increment)));
  if (terms.outside_percent != 100) line("outside_hours_percent", std::to_string(terms.outside_percent));
  if (terms.overage != 0)
    line("overage", quoted_text(terms.overage ? format_minutes(*terms.overage) : "unlimited"));
  if (terms.fee > 0) line("fee", money(terms.fee));
  if (terms.credit.minutes > 0) line("credit", "{ " + credit_inside(terms.credit) + " }");
  if (!version.bought.empty()) {
    all += "top_ups = [\n";
    for (const auto& one : version.bought)
      all +=
          fmt::format("  {{ on = {}, time = \"{}\"{} }},\n", format_date(one.on), format_minutes(one.minutes),
                      one.until ? ", until = " + format_date(*one.until) : "");
    all += "]\n";
  }
  line("warn_at", numbers(version.warn_at, [](int percent) { return percent; }));
  return all;
}

}  // namespace punctual::app
