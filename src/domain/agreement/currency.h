#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace punctual::agreement {

/// A currency of ISO 4217 that people pay with.
class Currency {
 public:
  /// Nothing where the code is none; codes are upper case.
  static std::optional<Currency> of(std::string_view code);

  std::string_view code() const { return {code_, 3}; }
  /// Of its minor unit: 2 of EUR, 0 of JPY, 3 of KWD.
  int digits() const { return digits_; }
  bool operator==(const Currency&) const = default;
  auto operator<=>(const Currency&) const = default;

 private:
  Currency() = default;
  char code_[3] = {};
  int digits_ = 2;
};

/// An amount in minor units: 1250 EUR are 12.50 euros. Below zero it is owed the other way.
struct Money {
  std::int64_t minor = 0;
  Currency currency;
  bool operator==(const Money&) const = default;
};

/// "1250.00", as programs and files write an amount.
std::string decimal(const Money& money);
/// The same read; nothing where it is no amount, below zero, beyond 1e12 or finer than the minor unit.
std::optional<Money> money_from(std::string_view decimal, Currency currency);

/// "1,250.00 EUR"
std::string in_words(const Money& money);
/// The same of what a document says, which stays as it is where it is no amount.
std::string in_words(std::string_view decimal, std::string_view code);

}  // namespace punctual::agreement
