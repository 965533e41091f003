#include "desk/agreements/correct.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/agreements/issued.h"
#include "desk/agreements/statement.h"
#include "desk/text/one_line.h"
#include "domain/agreement/currency.h"
#include "domain/agreement/periods.h"
#include "domain/time/rfc3339.h"
#include "store/crypto/digest.h"
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
constexpr std::int64_t most_minutes = 60'000;

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

/// Checks each line, and sums them up in the correction.
class Summing {
 public:
  Summing(store::Session& session, ClientId client, std::optional<Currency> currency, Correction& correction)
      : session_(session), client_(client), currency_(currency), correction_(correction) {}

  std::expected<void, CorrectionRefused> add(std::size_t place, CorrectedLine line) {
    const auto field = [&](std::string_view name) { return fmt::format("lines[{}].{}", place, name); };
    if (auto fits = check_text(field("text"), line.text, longest_line); !fits) return fits;
    if (line.ref) {
      const auto ticket = ticket_of(*line.ref);
      const auto row = ticket ? store::find_ticket(session_, *ticket) : std::nullopt;
      if (!row || row->client != client_) return invalid(field("ref"), "This client has no such request.");
    }
    if (line.minutes < 0 || line.minutes > most_minutes)
      return invalid(field("minutes"), "Only what is given back is corrected; write 0 to 60,000 minutes.");
    correction_.minutes += line.minutes;
    if (line.amount) {
      if (!currency_)
        return invalid(field("amount"), "Nothing was agreed in this month, so it has no price.");
      const auto money = agreement::money_from(*line.amount, *currency_);
      if (!money)
        return invalid(field("amount"), fmt::format("This is no amount in {}; write it like {}.",
                                                    currency_->code(), decimal(Money{12500, *currency_})));
      line.amount = decimal(*money);
      credited_ += money->minor;
    }
    correction_.lines.push_back(std::move(line));
    return {};
  }

  void finish() {
    if (credited_ == 0) return;
    correction_.amount = decimal(Money{credited_, *currency_});
    correction_.currency = std::string(currency_->code());
  }

 private:
  store::Session& session_;
  ClientId client_;
  std::optional<Currency> currency_;
  Correction& correction_;
  std::int64_t credited_ = 0;
};

/// Of the last terms that held in the month.
std::optional<Currency> currency_of(const Catalogue& catalogue, ClientId client, Date month) {
  std::optional<Currency> found;
  for (const auto& version : catalogue.agreement(client))
    if (version.terms.from < agreement::next_month(month)) found = version.terms.currency;
  return found;
}

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
  if (asked.lines.size() > most_lines) return invalid("lines", "50 lines are the most; sum some of them up.");
  const Date today = catalogue->zone_of(client).date(now);
  Correction correction{.number = next_number(session, today),
                        .issued_at = now,
                        .client = row->name,
                        .month = month_text(month),
                        .corrects = corrected->number,
                        .reason = std::move(asked.reason)};
  Summing summing(session, client, currency_of(*catalogue, client, month), correction);
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
