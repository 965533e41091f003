#include "desk/agreements/statement.h"

#include <algorithm>
#include <map>
#include <set>

#include "desk/agreements/line_words.h"
#include "desk/configuration/agreement_fields.h"
#include "desk/desk.h"
#include "domain/agreement/charged_periods.h"
#include "domain/agreement/grants.h"
#include "domain/agreement/periods.h"
#include "domain/agreement/rounding.h"
#include "domain/time/rfc3339.h"
#include "store/crypto/digest.h"
#include "store/json/write.h"
#include "store/statements.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

using agreement::Agreement;
using agreement::Grant;
using agreement::Line;
using agreement::Minutes;
using agreement::Money;

std::optional<std::string> text_of(std::optional<Date> date) {
  return date ? std::optional(format_date(*date)) : std::nullopt;
}

constexpr std::pair<Line::Outcome, std::string_view> outcomes[] = {{Line::Outcome::courtesy, "courtesy"},
                                                                   {Line::Outcome::allowance, "allowance"},
                                                                   {Line::Outcome::charged, "charged"},
                                                                   {Line::Outcome::held, "held"},
                                                                   {Line::Outcome::no_terms, "no_terms"}};

std::string_view name_of(Line::Outcome outcome) {
  for (const auto& [one, name] : outcomes)
    if (one == outcome) return name;
  return {};
}

class Drafting {
 public:
  Drafting(store::Session& session, const Catalogue& catalogue, const store::ClientRow& client, Date month,
           Instant now)
      : session_(session), catalogue_(catalogue), client_(client), month_(month), now_(now) {
    made_.client = client.name;
    made_.month = month_text(month);
    made_.time_zone = catalogue.zone_of(client.id).name();
  }

  Statement make() && {
    const auto books = read_books(session_, catalogue_, client_.id, next(), now_);
    const auto accounts = account(books);
    terms();
    for (const auto& one : accounts.held) {
      grants(one.allocation);
      fees(one.agreement);
      lines(books, one.allocation.lines, one.allocation.grants);
    }
    lines(books, accounts.outside, {});
    totals();
    promises(books);
    heads();
    return std::move(made_);
  }

 private:
  Date next() const { return agreement::next_month(month_); }

  void terms() {
    const auto& versions = catalogue_.agreement(client_.id);
    for (std::size_t i = 0; i < versions.size(); ++i) {
      const auto& one = versions[i];
      auto end = one.until;
      if (!end && i + 1 < versions.size()) end = versions[i + 1].terms.from;
      if (one.terms.from >= next() || (end && *end <= month_)) continue;
      auto& stated = made_.agreement.emplace_back(StatedTerms{format_date(one.terms.from), text_of(end), {}});
      for (auto& [label, value] : terms_words(one))
        stated.terms.push_back({std::move(label), std::move(value)});
    }
  }

  void grants(const agreement::Allocation& allocation) {
    std::vector<Minutes> before(allocation.grants.size());
    for (const Line& line : allocation.lines)
      if (line.grant && line.counted < month_) before[*line.grant] += line.minutes;
    for (std::size_t i = 0; i < allocation.grants.size(); ++i) {
      const Grant& grant = allocation.grants[i];
      if (grant.until && *grant.until <= month_) continue;
      const Minutes rest = grant.minutes - allocation.used[i];
      const bool ends = grant.until && *grant.until <= next();
      made_.allowance.push_back({grant_words(grant), format_date(grant.from), text_of(grant.until),
                                 grant.minutes, before[i], allocation.used[i] - before[i], ends ? 0 : rest,
                                 ends ? rest : 0});
    }
  }

  /// What is due for the periods that begin in the month.
  void fees(const Agreement& agreement) {
    for (const auto& fee : agreement::fees(agreement, month_, next())) fees_[fee.currency] += fee.minor;
  }

  void lines(const Books& books, const std::vector<Line>& all, std::span<const Grant> grants) {
    for (const Line& line : all) {
      // What was held once stands in the month in which it was worked, and again where it is charged.
      if (line.month != month_) continue;
      auto& ticket = tickets_[line.ticket];
      const auto& row =
          *std::ranges::lower_bound(books.rows, TimeEntryId{line.entry}, {}, &store::TimeEntryRow::id);
      const auto* person = catalogue_.person(row.person);
      StatedLine stated{format_date(line.on),
                        person ? person->name : std::string(),
                        line.kind,
                        row.note,
                        line.outside,
                        line.minutes,
                        std::string(name_of(line.outcome)),
                        line_words(line, grants),
                        {},
                        {}};
      if (line.price) {
        stated.amount = agreement::decimal(*line.price);
        stated.currency = std::string(line.price->currency.code());
        work_[line.price->currency] += line.price->minor;
      }
      ticket.minutes += line.minutes;
      if (line.outcome == Line::Outcome::allowance) ticket.from_allowance += line.minutes;
      if (line.outcome == Line::Outcome::charged) ticket.charged += line.minutes;
      if (line.outcome == Line::Outcome::courtesy) ticket.courtesy += line.minutes;
      if (line.outcome == Line::Outcome::held) {
        ticket.held += line.minutes;
        made_.held += line.minutes;
      }
      ticket.lines.push_back(std::move(stated));
    }
  }

  void totals() {
    std::set<agreement::Currency> currencies;
    for (const auto* sums : {&fees_, &work_})
      for (const auto& [currency, minor] : *sums) currencies.insert(currency);
    for (const auto& currency : currencies) {
      const Money fee{fees_[currency], currency};
      const Money work{work_[currency], currency};
      made_.totals.push_back({std::string(currency.code()), agreement::decimal(fee), agreement::decimal(work),
                              agreement::decimal({fee.minor + work.minor, currency})});
    }
  }

  void promises(const Books& books) {
    const TimeZone& zone = catalogue_.zone_of(client_.id);
    for (const auto& one : books.promises) {
      if (one.due < zone.midnight(month_)) continue;
      tickets_[one.ticket];
      if (one.missed())
        made_.promises.missed.push_back(
            {ref_of(one.ticket), std::string(store::clock_name(one.clock)), one.due, one.stopped});
      else
        ++made_.promises.kept;
    }
    const auto later = agreement::next_month(next());
    for (const auto& held : agreement::agreements_of(books.versions))
      for (const auto& grant : agreement::grants(held, books.missed, later))
        if (grant.source == Grant::Source::credit && grant.from == next())
          made_.promises.credited += grant.minutes;
  }

  /// Tickets in order, and where their journals stood.
  void heads() {
    for (auto& [id, ticket] : tickets_) {
      const auto head = store::find_head(session_, id);
      if (head) made_.heads.push_back({ref_of(id), head->version, store::to_hex(store::view(head->chain))});
      if (ticket.lines.empty()) continue;
      ticket.ref = ref_of(id);
      ticket.summary = store::read_summary(session_, id);
      // They come by when they count, which is mostly when they were worked.
      if (!std::ranges::is_sorted(ticket.lines, {}, &StatedLine::date))
        std::ranges::stable_sort(ticket.lines, {}, &StatedLine::date);
      made_.tickets.push_back(std::move(ticket));
    }
  }

  store::Session& session_;
  const Catalogue& catalogue_;
  const store::ClientRow& client_;
  Date month_;
  Instant now_;
  Statement made_;
  std::map<TicketId, StatedTicket> tickets_;
  std::map<agreement::Currency, std::int64_t> fees_;
  std::map<agreement::Currency, std::int64_t> work_;
};

}  // namespace

Statement draft_statement(store::Session& session, const Catalogue& catalogue, const store::ClientRow& client,
                          Date month, Instant now) {
  return Drafting(session, catalogue, client, month, now).make();
}

std::optional<std::string> statement_text(store::Session& session, const Catalogue& catalogue,
                                          const store::ClientRow& client, Date month, Instant now) {
  if (month > agreement::month_of(catalogue.zone_of(client.id).date(now))) return std::nullopt;
  if (auto issued = store::find_statement(session, client.id, month)) return std::move(issued->body);
  return json::to_json(draft_statement(session, catalogue, client, month, now));
}

std::string month_text(Date month) {
  return format_date(month).substr(0, 7);
}

std::optional<Date> month_from(std::string_view text) {
  return text.size() == 7 ? parse_date(std::string(text) + "-01") : std::nullopt;
}

}  // namespace punctual::desk
