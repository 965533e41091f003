#include "app/statements/shown.h"

#include <fmt/format.h>

#include "domain/agreement/terms.h"

namespace punctual::app {

namespace {

using agreement::format_minutes;

std::string head(const desk::Statement& statement) {
  auto told = fmt::format("{}, {}\n", statement.client, statement.month);
  told += statement.number
              ? fmt::format("Statement {}\n", *statement.number)
              : std::string("Draft: it changes with what is written down, until it is issued.\n");
  if (statement.agreement.empty()) told += "Nothing was agreed for this month.\n";
  return told;
}

std::string allowance(const desk::Statement& statement) {
  if (statement.allowance.empty()) return {};
  std::string told = "\nAllowance\n";
  for (const auto& one : statement.allowance) {
    told += fmt::format("  {}: {} granted", one.what, format_minutes(one.minutes));
    if (one.used_before > 0) told += fmt::format(", {} used before", format_minutes(one.used_before));
    told += fmt::format(", {} used in the month", format_minutes(one.used));
    if (one.left > 0) told += fmt::format(", {} left", format_minutes(one.left));
    if (one.expired > 0) told += fmt::format(", {} expired with the month", format_minutes(one.expired));
    told += '\n';
  }
  return told;
}

std::string requests(const desk::Statement& statement) {
  if (statement.tickets.empty()) return "\nNothing was worked.\n";
  std::string told;
  for (const auto& ticket : statement.tickets) {
    told += fmt::format("\n{}  {}  {}\n", ticket.ref, ticket.summary, format_minutes(ticket.minutes));
    for (const auto& line : ticket.lines) {
      told += fmt::format("  {}  {:>7}  {}{}{}{}\n", line.date, format_minutes(line.minutes), line.who,
                          line.kind.empty() ? "" : ", " + line.kind,
                          line.outside_hours ? ", outside business hours" : "",
                          line.note.empty() ? "" : ": " + line.note);
      told += fmt::format("  {:19}  {}{}\n", "", line.why,
                          line.amount ? fmt::format(" {} {}", *line.amount, *line.currency) : "");
    }
  }
  return told;
}

std::string totals(const desk::Statement& statement) {
  std::string told = "\n";
  for (const auto& one : statement.totals)
    told += fmt::format("Total: {} {} (fee {}, work {})\n", one.total, one.currency, one.fee, one.work);
  if (statement.totals.empty()) told += "Nothing is charged.\n";
  if (statement.held > 0)
    told += fmt::format("Held until it is approved: {}\n", format_minutes(statement.held));
  told +=
      fmt::format("Promises: {} kept, {} missed", statement.promises.kept, statement.promises.missed.size());
  if (statement.promises.credited > 0)
    told += fmt::format("; {} are credited with the next month", format_minutes(statement.promises.credited));
  return told + "\n";
}

}  // namespace

std::string shown(const desk::Statement& statement, const std::vector<desk::Correction>& corrections) {
  auto told = head(statement) + allowance(statement) + requests(statement) + totals(statement);
  for (const auto& one : corrections) {
    told += fmt::format("\nCorrection {}: {}\n", one.number, one.reason);
    for (const auto& line : one.lines)
      told +=
          fmt::format("  {}{}{}{}\n", line.ref ? *line.ref + ": " : "", line.text,
                      line.minutes > 0 ? ", " + format_minutes(line.minutes) + " given back" : "",
                      line.amount ? ", " + *line.amount + " " + one.currency.value_or("") + " credited" : "");
  }
  return told;
}

}  // namespace punctual::app
