#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/agreement/grants.h"

namespace punctual::agreement {

/// Worked minutes of one ticket, kind and date, apart by whether business hours were.
struct Entry {
  std::int64_t id = 0;
  TicketId ticket;
  int tier = 1;
  std::string kind;
  Date on;  ///< of the work: its terms decide
  Minutes inside = 0;
  Minutes outside = 0;
  bool courtesy = false;         ///< given away
  std::optional<Date> booked{};  ///< when it counts, where that is later: its own month had been settled
  bool imagined = false;         ///< comes after all that was worked (simulation.h)
  Date counts() const { return booked.value_or(on); }
};

/// What a client was asked to agree to beyond the allowance, for one ticket, and what they agreed to.
struct Approval {
  std::int64_t estimate = 0;
  TicketId ticket;
  Minutes minutes = 0;               ///< that were approved; 0: none yet, or it was declined
  Date on;                           ///< of the approval
  std::vector<std::string> kinds{};  ///< of work that was planned; empty: any
  std::optional<Money> most{};       ///< what was approved of it; none: what the minutes cost
  /// From when on work on the ticket waits for an answer, whatever the agreement lets be done without asking,
  /// and until when: it was withdrawn. None: nobody was asked.
  std::optional<Date> asked{};
  std::optional<Date> withdrawn{};
  struct Moved {
    TicketId to;
    Date on;
  };
  std::optional<Moved> moved{};  ///< the ticket was merged: since then it is of use there, too

  /// Since when it is of use for work on a ticket; nothing: it is not.
  std::optional<Date> since(TicketId worked_on) const;
  bool waits(TicketId worked_on, Date counted) const;
};

/// Whatever decides what becomes of minutes, in the order in which they are asked; an approval of a later
/// month, or of work that was done before anybody was asked, only after the overage: so a month that is over
/// stays as it was but for what was held, and an approval is for what was planned.
enum class Term { courtesy, tier, kind, allowance, approval, overage };

/// Why a term did not take them.
enum class Passed {
  not_covered,  ///< the tier, or the kind
  none,         ///< there is no allowance, or no approval for the ticket
  used_up,      ///< of the allowance, of what was approved, or of the month's overage
  other_kind,   ///< what was approved is work of another kind
  asks_first,   ///< nothing goes beyond the allowance without asking
  waits,        ///< the client was asked
};

struct Line {
  enum class Outcome {
    courtesy,   ///< given away
    allowance,  ///< paid already
    charged,    ///< beyond it, as approved or within the overage
    held,       ///< beyond it, and nobody has agreed: never charged until somebody does
    no_terms,   ///< no agreement held on that date
  };
  std::int64_t entry = 0;
  TicketId ticket;
  std::string kind;
  Date on;
  Date counted;  ///< Entry::counts
  bool outside = false;
  Minutes minutes = 0;  ///< as they count: rounded and weighted
  Outcome outcome{};
  Term decided{};                                 ///< what took them; nothing where they are held
  std::vector<std::pair<Term, Passed>> passed{};  ///< what was asked before, and why it did not
  std::optional<std::size_t> grant{};             ///< of the allowance, its place among the grants
  std::int64_t estimate = 0;                      ///< of an approval
  TicketId estimated;                             ///< the ticket of that estimate
  Date month;  ///< in whose statement it stands: where it counts, or of the approval where that came later
  std::int64_t rate = 0;
  std::optional<Money> price;  ///< of what is charged
};

struct Allocation {
  std::vector<Grant> grants;
  std::vector<Minutes> used;  ///< of each grant
  std::vector<Line> lines;    ///< by date, ticket and kind

  /// Paid minutes that may be used on a date and are not by what is allocated.
  Minutes left(Date on) const;
};

/// What becomes of all work that counts before a date, whatever the order in which it was written down. It is
/// taken by date, then by ticket and kind, within business hours first; approvals of a ticket by date.
Allocation allocate(const Agreement& agreement, std::span<const Entry> entries,
                    std::vector<Approval> approvals, std::span<const Missed> missed, Date before);

}  // namespace punctual::agreement
