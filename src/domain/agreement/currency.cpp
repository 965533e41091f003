#include "domain/agreement/currency.h"

#include <algorithm>

namespace punctual::agreement {
namespace {

/// ISO 4217 as of 2024, without funds, metals and what only accounts use.
constexpr std::string_view two_digits =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CNY COP "
    "CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS "
    "INR IRR "
    "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN "
    "NAD NGN "
    "NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
    "SVC SYP "
    "SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWL";
constexpr std::string_view no_digits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
constexpr std::string_view three_digits = "BHD IQD JOD KWD LYD OMR TND";

bool lists(std::string_view codes, std::string_view code) {
  for (std::size_t at = 0; at < codes.size(); at += 4)
    if (codes.substr(at, 3) == code) return true;
  return false;
}

/// `separator` stands between thousands, one character or none.
std::string digits_of(const Money& money, std::string_view separator) {
  const bool negative = money.minor < 0;
  // The least of all has no counterpart above zero.
  auto rest =
      negative ? 0 - static_cast<std::uint64_t>(money.minor) : static_cast<std::uint64_t>(money.minor);
  std::string digits;  // from the last on
  for (int n = 0; n < money.currency.digits(); ++n, rest /= 10) digits += static_cast<char>('0' + rest % 10);
  if (money.currency.digits() > 0) digits += '.';
  for (int n = 0; n == 0 || rest > 0; ++n, rest /= 10) {
    if (n > 0 && n % 3 == 0) digits += separator;
    digits += static_cast<char>('0' + rest % 10);
  }
  if (negative) digits += '-';
  std::ranges::reverse(digits);
  return digits;
}

}  // namespace

std::optional<Currency> Currency::of(std::string_view code) {
  Currency found;
  if (lists(no_digits, code))
    found.digits_ = 0;
  else if (lists(three_digits, code))
    found.digits_ = 3;
  else if (!lists(two_digits, code))
    return std::nullopt;
  std::ranges::copy(code, found.code_);
  return found;
}

std::string in_words(const Money& money) {
  return digits_of(money, ",") + ' ' + std::string(money.currency.code());
}

std::string in_words(std::string_view decimal, std::string_view code) {
  const auto currency = Currency::of(code);
  const auto money = currency ? money_from(decimal, *currency) : std::nullopt;
  return money ? in_words(*money) : std::string(decimal) + ' ' + std::string(code);
}

std::string decimal(const Money& money) {
  return digits_of(money, "");
}

std::optional<Money> money_from(std::string_view decimal, Currency currency) {
  constexpr std::size_t most_digits = 12;
  const auto point = decimal.find('.');
  const auto whole = decimal.substr(0, point);
  auto part = point == std::string_view::npos ? std::string_view() : decimal.substr(point + 1);
  const auto digits = [](std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  };
  if (whole.empty() || whole.size() > most_digits || !digits(whole) || !digits(part)) return std::nullopt;
  if (point != std::string_view::npos && part.empty()) return std::nullopt;
  if (std::ssize(part) > currency.digits()) return std::nullopt;
  Money money{0, currency};
  for (const char c : whole) money.minor = money.minor * 10 + (c - '0');
  for (int n = 0; n < currency.digits(); ++n, part = part.substr(part.empty() ? 0 : 1))
    money.minor = money.minor * 10 + (part.empty() ? 0 : part.front() - '0');
  return money;
}

}  // namespace punctual::agreement
