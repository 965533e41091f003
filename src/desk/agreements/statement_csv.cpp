#include "desk/agreements/statement_csv.h"

#include <initializer_list>

namespace punctual::desk {

namespace {

std::string cell(std::string_view text) {
  std::string out = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

void row(std::string& csv, std::initializer_list<std::string_view> cells) {
  const char* between = "";
  for (const auto text : cells) {
    csv += between + cell(text);
    between = ",";
  }
  csv += "\r\n";
}

}  // namespace

std::string statement_csv(const Statement& statement) {
  std::string csv;
  row(csv, {"statement", "client", "month", "request", "summary", "date", "who", "kind", "outside hours",
            "minutes", "outcome", "why", "amount", "currency", "note"});
  const std::string number = statement.number.value_or("draft");
  for (const auto& ticket : statement.tickets)
    for (const auto& line : ticket.lines)
      row(csv, {number, statement.client, statement.month, ticket.ref, ticket.summary, line.date, line.who,
                line.kind, line.outside_hours ? "yes" : "no", std::to_string(line.minutes), line.outcome,
                line.why, line.amount.value_or(""), line.currency.value_or(""), line.note});
  for (const auto& total : statement.totals)
    row(csv, {number, statement.client, statement.month, "", "Fee", "", "", "", "", "", "fee", "", total.fee,
              total.currency, ""});
  return csv;
}

}  // namespace punctual::desk
