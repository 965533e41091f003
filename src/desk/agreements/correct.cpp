#include "desk/agreements/correct.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/agreements/issued.h"
#include "desk/agreements/statement.h"
#include "desk/text/one_line.h"
#include "domain/agreement/currency.h"
#include "domain/time/rfc3339.h"
#include "store/crypto/digest.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/ticket_queue.h"

namespace punctual::desk {

namespace {

using Why = CorrectionRefused::Why;
using agreement::Currency;
using agreement::Money;

constexpr std::size_t longest_reason = 2000;
constexpr std::size_t longest_line = 500;
constexpr std::size_t most_lines = 50;

std::unexpected<CorrectionRefused> invalid(std::string field, std::string detail) {
  return std::unexpected(CorrectionRefused{Why::invalid, std::move(field), std::move(detail)});
}

std::expected<void, CorrectionRefused> check_text(const std::string& field, const std::string& text,
                                                  std::size_t longest) {
  if (text.find_first_not_of(" \t\r\n") == std::string::npos)
    return invalid(field, "Say what was wrong; the client reads it.");
  if (text.size() > longest)
    return invalid(field, fmt::format("This is too long; {} characters are the most.", longest));
  if (text::turns_lines(text))
    return invalid(field, "This contains characters that cannot be printed; remove them.");
  return {};
}

/// What a statement counted and charges, and no correction has given back yet.
struct Correctable {
  std::int64_t minutes = 0;
  std::vector<Money> amounts;  ///< by currency
};
Correctable correctable(store::Session& session, const store::StatementRow& corrected) {
  Correctable left;
  const auto statement = json::from_json<Statement>(corrected.body).value();
  for (const auto& ticket : statement.tickets) left.minutes += ticket.from_allowance + ticket.charged;
  for (const auto& total : statement.totals) {
    const auto currency = Currency::of(total.currency).value();
    left.amounts.push_back(agreement::money_from(total.total, currency).value());
  }
  for (const auto& row : store::read_corrections(session, corrected.client, corrected.month)) {
    const auto earlier = json::from_json<Correction>(row.body).value();
    left.minutes -= earlier.minutes;
    for (Money& one : left.amounts)
      if (earlier.amount && earlier.currency == one.currency.code())
        one.minor -= agreement::money_from(*earlier.amount, one.currency).value().minor;
  }
  return left;
}

/// Checks each line, and sums them up in the correction.
class Summing {
 public:
  Summing(store::Session& session, ClientId client, Correctable left, Correction& correction)
      : session_(session), client_(client), left_(std::move(left)), correction_(correction) {}

  std::expected<void, CorrectionRefused> add(std::size_t place, CorrectedLine line) {
    const auto field = [&](std::string_view name) { return fmt::format("lines[{}].{}", place, name); };
    if (auto fits = check_text(field("text"), line.text, longest_line); !fits) return fits;
    if (line.ref) {
      const auto ticket = ticket_of(*line.ref);
      const auto row = ticket ? store::find_ticket(session_, *ticket) : std::nullopt;
      if (!row || row->client != client_) return invalid(field("ref"), "This client has no such request.");
    }
    if (line.minutes < 0)
      return invalid(field("minutes"), "Only what is given back is corrected; write no number below zero.");
    if (line.minutes == 0 && !line.amount)
      return invalid(field("minutes"), "Write the time or the amount that is given back.");
    if (line.minutes > left_.minutes)
      return invalid(field("minutes"), fmt::format("This is more than was counted; {} are left to give back.",
                                                   agreement::format_minutes(left_.minutes)));
    left_.minutes -= line.minutes;
    correction_.minutes += line.minutes;
    if (line.amount)
      if (auto fits = credit(field("amount"), *line.amount); !fits) return fits;
    correction_.lines.push_back(std::move(line));
    return {};
  }

  void finish() {
    if (!credited_) return;
    correction_.amount = decimal(*credited_);
    correction_.currency = std::string(credited_->currency.code());
  }

 private:
  /// "12.50", or with its currency where the statement has several; leaves the plain amount.
  std::expected<void, CorrectionRefused> credit(const std::string& field, std::string& amount) {
    const auto space = amount.find(' ');
    const auto code = space == std::string::npos ? std::string() : amount.substr(space + 1);
    const auto of = std::ranges::find_if(
        left_.amounts, [&](const Money& one) { return code.empty() || one.currency.code() == code; });
    if (of == left_.amounts.end())
      return invalid(field, left_.amounts.empty()
                                ? "This statement charges nothing; give minutes back instead."
                                : fmt::format("This statement charges nothing in {}.", code));
    if (code.empty() && left_.amounts.size() > 1)
      return invalid(field, fmt::format("This statement has several currencies; write which, like {} {}.",
                                        decimal(Money{12500, of->currency}), of->currency.code()));
    if (credited_ && credited_->currency != of->currency)
      return invalid(field,
                     "A correction credits one currency; credit the other by a correction of its own.");
    const auto money = agreement::money_from(amount.substr(0, space), of->currency);
    if (!money)
      return invalid(field, fmt::format("This is no amount in {}; write it like {}.", of->currency.code(),
                                        decimal(Money{12500, of->currency})));
    if (money->minor == 0) return invalid(field, "Write the amount that is given back, or leave it out.");
    if (money->minor > of->minor)
      return invalid(field,
                     fmt::format("This is more than was charged; {} are left to credit.", in_words(*of)));
    of->minor -= money->minor;
    amount = decimal(*money);
    credited_ = Money{(credited_ ? credited_->minor : 0) + money->minor, of->currency};
    return {};
  }

  store::Session& session_;
  ClientId client_;
  Correctable left_;
  Correction& correction_;
  std::optional<Money> credited_;
};

}  // namespace

std::expected<StatementId, CorrectionRefused> correct_statement(const Desk& desk, store::Session& session,
                                                                ClientId client, Date month,
                                                                AskedCorrection asked, PersonId by,
                                                                Instant now) {
  const auto catalogue = desk.catalogue();
  const auto* row = catalogue->client(client);
  const auto corrected = row ? store::find_statement(session, client, month) : std::nullopt;
  if (!corrected)
    return std::unexpected(CorrectionRefused{
        Why::unknown, {}, "No statement was issued for this month; there is nothing to correct."});
  if (auto fits = check_text("reason", asked.reason, longest_reason); !fits)
    return std::unexpected(fits.error());
  if (asked.lines.empty())
    return invalid("lines", "Say what is given back: a line with a time or an amount.");
  if (asked.lines.size() > most_lines) return invalid("lines", "50 lines are the most; sum some of them up.");
  const Date today = catalogue->zone_of(client).date(now);
  Correction correction{.number = next_number(session, today),
                        .issued_at = now,
                        .client = row->name,
                        .month = month_text(month),
                        .corrects = corrected->number,
                        .reason = std::move(asked.reason)};
  Summing summing(session, client, correctable(session, *corrected), correction);
  for (std::size_t i = 0; i < asked.lines.size(); ++i)
    if (auto added = summing.add(i, std::move(asked.lines[i])); !added) return std::unexpected(added.error());
  summing.finish();
  if (correction.minutes > 0) {
    if (!agreement::version_at(catalogue->agreement(client), today))
      return invalid("lines",
                     "No agreement holds today, so there is no allowance to give minutes back to; "
                     "credit an amount instead.");
    correction.given_on = format_date(today);
  }
  store::StatementRow made{.number = correction.number,
                           .client = client,
                           .month = month,
                           .corrects = corrected->id,
                           .body = json::to_json(correction),
                           .issued_at = now,
                           .issued_by = by,
                           .given_back = correction.minutes};
  if (correction.given_on) made.given_on = today;
  return keep_issued(desk, session, std::move(made), "statement_corrected");
}

}  // namespace punctual::desk
