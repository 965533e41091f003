#include "desk/configuration/agreement_fields.h"

#include <fmt/format.h>

#include "domain/time/rfc3339.h"

namespace punctual::desk {
namespace {

using agreement::Allowance;
using agreement::Currency;
using agreement::format_minutes;
using agreement::Minutes;
using agreement::Money;
using agreement::Period;
using agreement::Terms;

std::string allowance_words(const Allowance& allowance) {
  const auto time = format_minutes(allowance.minutes);
  if (allowance.period == Period::block) return time + " at once, until they are used";
  const auto period = agreement::name_of(allowance.period);
  auto words = fmt::format("{} each {}", time, period);
  if (!allowance.rollover) return words + ", what is left may be used until the agreement ends";
  if (*allowance.rollover == 0) return words + ", what is left is lost with it";
  return words + fmt::format(", what is left may be used for {} {}{} more", *allowance.rollover, period,
                             *allowance.rollover == 1 ? "" : "s");
}

std::string rates_words(const Terms& terms) {
  std::string words;
  for (const auto& kind : terms.kinds) {
    const auto name =
        kind.name.empty() ? std::string(terms.kinds.size() > 1 ? "all other work" : "") : kind.name;
    words +=
        fmt::format("{}{}{}{} an hour{}", words.empty() ? "" : "; ", name, name.empty() ? "" : " ",
                    in_words(Money{kind.rate, terms.currency}), kind.covered ? "" : ", not of the allowance");
  }
  return words;
}

std::string rounding_words(const agreement::EntryRounding& rounding) {
  std::string words = "each entry ";
  if (rounding.minimum > 0) words += "counts at least " + format_minutes(rounding.minimum);
  if (rounding.increment > 1)
    words += (rounding.minimum > 0 ? ", " : "") + ("in steps of " + format_minutes(rounding.increment));
  return words;
}

std::string tiers_words(const Terms& terms) {
  std::string words;
  for (std::size_t i = 0; i < terms.covered.size(); ++i)
    if (terms.covered[i]) words += fmt::format("{}{}", words.empty() ? "" : ", ", i + 1);
  return words.empty() ? "none" : words;
}

std::string credit_words(const agreement::Credit& credit) {
  constexpr std::string_view promises[] = {"first replies", "next replies", "resolutions"};
  std::string of;
  for (std::size_t i = 0; i < credit.of.size(); ++i)
    if (credit.of[i]) of += fmt::format("{}{}", of.empty() ? "" : ", ", promises[i]);
  auto words = format_minutes(credit.minutes) + " for each promise missed, of " + of;
  return credit.most ? words + ", at most " + format_minutes(*credit.most) + " a month" : words;
}

std::string bought_words(const std::vector<agreement::TopUp>& bought) {
  std::string words;
  for (const auto& one : bought)
    words += fmt::format("{}{} on {}{}", words.empty() ? "" : "; ", format_minutes(one.minutes),
                         format_date(one.on), one.until ? " until " + format_date(*one.until) : "");
  return words;
}

std::string percents(const std::vector<int>& list) {
  std::string words;
  for (const int percent : list) words += fmt::format("{}{} %", words.empty() ? "" : ", ", percent);
  return words;
}

}  // namespace

Fields terms_words(const agreement::Version& version) {
  const Terms& terms = version.terms;
  Fields fields;
  if (version.until) fields.push_back({"until", format_date(*version.until)});
  if (!version.policy.empty()) fields.push_back({"policy", version.policy});
  if (terms.allowance) fields.push_back({"allowance", allowance_words(*terms.allowance)});
  fields.push_back({"rates", rates_words(terms)});
  if (tiers_words(terms) != "1, 2, 3, 4") fields.push_back({"tiers of the allowance", tiers_words(terms)});
  if (terms.rounding != agreement::EntryRounding())
    fields.push_back({"rounding", rounding_words(terms.rounding)});
  if (terms.outside_percent != 100)
    fields.push_back({"outside business hours", fmt::format("an hour counts {} %", terms.outside_percent)});
  fields.push_back({"beyond the allowance",
                    !terms.overage        ? std::string("without asking")
                    : *terms.overage == 0 ? std::string("nothing without asking")
                                          : format_minutes(*terms.overage) + " a month without asking"});
  if (terms.fee > 0) fields.push_back({"fee", in_words(Money{terms.fee, terms.currency})});
  if (terms.credit.minutes > 0) fields.push_back({"credit", credit_words(terms.credit)});
  if (!version.bought.empty()) fields.push_back({"bought", bought_words(version.bought)});
  if (!version.warn_at.empty()) fields.push_back({"balance told at", percents(version.warn_at)});
  return fields;
}

void add_agreement(Fields& fields, const agreement::Version& version) {
  for (auto& [label, value] : terms_words(version))
    fields.push_back({"agreement from " + format_date(version.terms.from) + ", " + label, std::move(value)});
}

}  // namespace punctual::desk
