#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "desk/agreements/books.h"

namespace punctual::desk {

// The account of a client's month, as pages, files and programs are told it. Members' names are its JSON;
// minutes are whole, amounts decimal with their currency beside them, dates the client's.

struct StatedTerm {
  std::string label;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(StatedTerm, (), (label, value))

/// Terms that held in the month or a part of it.
struct StatedTerms {
  std::string from;
  std::optional<std::string> until;  ///< the first date they no longer hold
  std::vector<StatedTerm> terms;
};
BOOST_DESCRIBE_STRUCT(StatedTerms, (), (from, until, terms))

/// Paid minutes that could be used in the month.
struct StatedGrant {
  std::string what;
  std::string from;
  std::optional<std::string> until;  ///< the first date they are no longer of use
  std::int64_t minutes = 0;
  std::int64_t used_before = 0;
  std::int64_t used = 0;     ///< in the month
  std::int64_t left = 0;     ///< at its end, of use in the next
  std::int64_t expired = 0;  ///< with its end
};
BOOST_DESCRIBE_STRUCT(StatedGrant, (), (what, from, until, minutes, used_before, used, left, expired))

struct StatedLine {
  std::string date;
  std::string who;
  std::string kind;
  std::string note;
  bool outside_hours = false;
  std::int64_t minutes = 0;  ///< as they count
  std::string outcome;       ///< courtesy, allowance, charged, held, no_terms
  std::string why;
  std::optional<std::string> amount;  ///< of what is charged
  std::optional<std::string> currency;
};
BOOST_DESCRIBE_STRUCT(StatedLine, (),
                      (date, who, kind, note, outside_hours, minutes, outcome, why, amount, currency))

struct StatedTicket {
  std::string ref;
  std::string summary;
  std::int64_t minutes = 0;
  std::int64_t from_allowance = 0;
  std::int64_t charged = 0;
  std::int64_t held = 0;
  std::int64_t courtesy = 0;
  std::vector<StatedLine> lines;
};
BOOST_DESCRIBE_STRUCT(StatedTicket, (),
                      (ref, summary, minutes, from_allowance, charged, held, courtesy, lines))

struct StatedTotal {
  std::string currency;
  std::string fee;
  std::string work;
  std::string total;
};
BOOST_DESCRIBE_STRUCT(StatedTotal, (), (currency, fee, work, total))

struct StatedMiss {
  std::string ref;
  std::string promise;  ///< first_reply, next_reply, resolution
  Instant due{};
  std::optional<Instant> done{};
};
BOOST_DESCRIBE_STRUCT(StatedMiss, (), (ref, promise, due, done))

struct StatedPromises {
  std::int64_t kept = 0;
  std::vector<StatedMiss> missed;
  std::int64_t credited = 0;  ///< minutes granted with the month after for those missed in this one
};
BOOST_DESCRIBE_STRUCT(StatedPromises, (), (kept, missed, credited))

/// Where the journal of a ticket stood.
struct StatedHead {
  std::string ref;
  std::int64_t seq = 0;
  std::string hash;  ///< in hex
};
BOOST_DESCRIBE_STRUCT(StatedHead, (), (ref, seq, hash))

struct Statement {
  std::optional<std::string> number;  ///< none: a draft, which changes with what is written down
  std::optional<Instant> issued_at;
  std::string client;
  std::string month;  ///< "2026-10"
  std::string time_zone;
  std::vector<StatedTerms> agreement;  ///< empty: nothing was agreed in the month
  std::vector<StatedGrant> allowance;
  std::vector<StatedTicket> tickets;
  std::int64_t held = 0;  ///< minutes that nobody has approved yet, of this month
  std::vector<StatedTotal> totals;
  StatedPromises promises;
  std::vector<StatedHead> heads;
};
BOOST_DESCRIBE_STRUCT(Statement, (),
                      (number, issued_at, client, month, time_zone, agreement, allowance, tickets, held,
                       totals, promises, heads))

/// The month as it stands at `now`, as a draft. `month` is its first date; `session` reads one state.
Statement draft_statement(store::Session& session, const Catalogue& catalogue, const store::ClientRow& client,
                          Date month, Instant now);

/// The month as JSON: as it was issued, else as it stands; nothing of one that is yet to begin.
std::optional<std::string> statement_text(store::Session& session, const Catalogue& catalogue,
                                          const store::ClientRow& client, Date month, Instant now);

/// "2026-10"; nothing where it is none.
std::string month_text(Date month);
std::optional<Date> month_from(std::string_view text);

}  // namespace punctual::desk
