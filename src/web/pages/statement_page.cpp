#include "web/pages/statement_page.h"

#include <fmt/format.h>

#include <cctype>

#include "desk/text/template.h"
#include "desk/text/wording.h"
#include "domain/agreement/currency.h"
#include "domain/time/rfc3339.h"
#include "web/pages/statement_page_view.h"

namespace punctual::web {

namespace {

std::string time_words(std::int64_t minutes) {
  return text::duration_words(std::chrono::minutes{minutes});
}

std::string day_words(const std::string& date) {
  const auto day = parse_date(date);
  return day ? text::day_words(*day) : date;
}

std::string month_words(const std::string& month) {
  const auto first = desk::month_from(month);
  return first ? text::month_words(*first) : month;
}

std::string capital(std::string words) {
  if (!words.empty())
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
  return words;
}

std::string outcome_words(std::string_view outcome) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {{"courtesy", "Given away"},
                                                                     {"allowance", "From the allowance"},
                                                                     {"charged", "Charged"},
                                                                     {"held", "Held until approved"},
                                                                     {"no_terms", "Nothing agreed"}};
  for (const auto& [name, said] : words)
    if (name == outcome) return std::string(said);
  return std::string(outcome);
}

std::string promise_words(std::string_view promise) {
  constexpr std::pair<std::string_view, ClockKind> kinds[] = {{"first_reply", ClockKind::first_reply},
                                                              {"next_reply", ClockKind::next_reply},
                                                              {"resolution", ClockKind::resolution}};
  for (const auto& [name, kind] : kinds)
    if (name == promise) return std::string(text::clock_name(kind));
  return std::string(promise);
}

/// "1 h", "125.00 USD", "1 h and 125.00 USD".
std::string given_words(std::int64_t minutes, const std::optional<std::string>& amount,
                        const std::string& currency) {
  std::string words = minutes > 0 ? time_words(minutes) : "";
  if (amount) words += (words.empty() ? "" : " and ") + agreement::in_words(*amount, currency);
  return words;
}

CorrectionView correction_view(const StatementPage& page, const desk::Correction& one) {
  CorrectionView view{
      .title = fmt::format("Correction {}, {}", one.number, text::day_words(page.zone.date(one.issued_at))),
      .reason = one.reason,
      .lines = {},
      .sum = {}};
  const auto currency = one.currency.value_or("");
  for (const auto& line : one.lines)
    view.lines.push_back({line.ref ? fmt::format("{}: {}", *line.ref, line.text) : line.text,
                          given_words(line.minutes, line.amount, currency)});
  if (one.minutes > 0)
    view.sum = fmt::format("{} are given back to your allowance, of use since {}.", time_words(one.minutes),
                           day_words(one.given_on.value_or("")));
  if (one.amount)
    view.sum += fmt::format("{}{} are credited.", view.sum.empty() ? "" : " ",
                            agreement::in_words(*one.amount, currency));
  return view;
}

/// What is to be paid, and what of it corrections have credited.
TotalView total_view(const desk::StatedTotal& stated, const std::vector<desk::Correction>& corrections) {
  const auto words = [&](const std::string& amount) { return agreement::in_words(amount, stated.currency); };
  TotalView view{words(stated.fee), words(stated.work), words(stated.total), {}, {}};
  const auto currency = agreement::Currency::of(stated.currency);
  auto total = currency ? agreement::money_from(stated.total, *currency) : std::nullopt;
  agreement::Money credited{0, currency.value()};
  for (const auto& one : corrections)
    if (one.amount && one.currency == stated.currency)
      credited.minor += agreement::money_from(*one.amount, *currency).value().minor;
  if (credited.minor == 0) return view;
  view.credited = "−" + in_words(credited);
  view.rest = in_words(agreement::Money{total.value().minor - credited.minor, *currency});
  return view;
}

WorkedView worked_view(const desk::StatedTicket& ticket) {
  WorkedView view{ticket.ref, ticket.summary, time_words(ticket.minutes), {}};
  for (const auto& line : ticket.lines) {
    std::string who = line.who;
    if (!line.kind.empty()) who += ", " + line.kind;
    if (line.outside_hours) who += ", outside business hours";
    view.lines.push_back(
        {.date = day_words(line.date),
         .note = line.note,
         .who = std::move(who),
         .outcome = outcome_words(line.outcome),
         .why = line.why,
         .time = time_words(line.minutes),
         .amount = line.amount ? agreement::in_words(*line.amount, line.currency.value_or("")) : ""});
  }
  return view;
}

std::string kept_words(const desk::StatedPromises& promises) {
  const auto missed = std::ssize(promises.missed);
  if (promises.kept == 0 && missed == 0) return "No promise came due in this month.";
  return fmt::format(
      "{}, {}.",
      promises.kept == 0 ? "None was kept" : text::count_words(promises.kept, "was kept", "were kept"),
      missed == 0 ? "none was missed" : text::count_words(missed, "was missed", "were missed"));
}

void add_promises(const StatementPage& page, StatementPageView& view) {
  const auto& promises = page.statement.promises;
  const auto when = [&](Instant t) { return text::instant_words(t, page.zone, page.now); };
  view.promises = kept_words(promises);
  for (const auto& one : promises.missed)
    view.missed.push_back(
        fmt::format("{}: {}, due {}, {}", one.ref, promise_words(one.promise), when(one.due),
                    one.done ? "done " + when(*one.done) : "not done when this was issued"));
  if (promises.credited > 0)
    view.credited =
        fmt::format("{} are credited for that with the month after.", time_words(promises.credited));
}

void add_allowance(const desk::Statement& statement, StatementPageView& view) {
  for (const auto& grant : statement.allowance)
    view.allowance.push_back(
        {.what = capital(grant.what),
         .until = grant.until ? "of use before " + day_words(*grant.until) : "of use until it is used up",
         .minutes = time_words(grant.minutes),
         .used_before = time_words(grant.used_before),
         .used = time_words(grant.used),
         .expired = time_words(grant.expired),
         .rest = time_words(grant.left)});
}

}  // namespace

StatementPageView view_of(const StatementPage& page) {
  const auto& statement = page.statement;
  StatementPageView view{
      .frame = frame_of(page.desk, {"page.css", "private.css", "statement.css"}),
      .desk_line = {},
      .title = fmt::format("{}, {}", statement.client, month_words(statement.month)),
      .about = fmt::format("Statement {}, issued {}.", statement.number.value_or(""),
                           text::day_words(page.zone.date(statement.issued_at.value_or(page.now)))),
      .csv = page.path + "/csv",
      .corrections = {},
      .totals = {},
      .held = {},
      .allowance = {},
      .requests = {},
      .promises = {},
      .missed = {},
      .credited = {},
      .agreement = {},
      .heads = {},
      .foot_note = {}};
  for (const auto& one : page.corrections) view.corrections.push_back(correction_view(page, one));
  for (const auto& one : statement.totals) view.totals.push_back(total_view(one, page.corrections));
  if (statement.held > 0)
    view.held = fmt::format("{} are held: nobody has approved them yet, so they are not charged.",
                            time_words(statement.held));
  add_allowance(statement, view);
  for (const auto& ticket : statement.tickets) view.requests.push_back(worked_view(ticket));
  add_promises(page, view);
  for (const auto& terms : statement.agreement) {
    auto& one = view.agreement.emplace_back(
        TermsView{fmt::format("Since {}{}", day_words(terms.from),
                              terms.until ? ", until " + day_words(*terms.until) : std::string()),
                  {}});
    for (const auto& [label, value] : terms.terms) one.terms.push_back({capital(label), value});
  }
  for (const auto& head : statement.heads)
    view.heads.push_back({fmt::format("{}, event {}", head.ref, head.seq), head.hash});
  return view;
}

std::string statement_page_html(const StatementPage& page) {
  return text::render("page/statement", view_of(page));
}

}  // namespace punctual::web
