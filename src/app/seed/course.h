#pragma once

#include <vector>

#include "desk/catalogue.h"
#include "desk/commands/submit.h"

namespace punctual::app::seed {

/// What is made: so many tickets, the newest `open` of them still open.
struct Amount {
  std::int64_t tickets = 0;
  std::int64_t open = 0;

  /// A desk as it is on most days: two of a hundred open, at least three.
  static Amount usual(std::int64_t tickets);
};

/// One command, ready to be given.
struct Step {
  Instant at{};
  TicketCommand what;
  Actor by;
};

/// A ticket from its first word to where it stands.
struct Course {
  Instant submitted_at{};
  desk::NewRequest request;
  Actor by;
  std::vector<Step> steps;
};

/// Draws courses over the 300 days before `now`: the same for the same arguments. Each ticket has 1.6 kB of
/// text, is triaged within minutes, answered within its hour and resolved within days; of those still open
/// some are untriaged, some wait on the client. One member has no open ticket.
class Courses {
 public:
  Courses(const desk::Catalogue& catalogue, Amount amount, Instant now);
  /// Of the n-th ticket, in order of submission.
  Course of(std::int64_t n) const;
  PersonId without_open_tickets() const { return idle_; }

 private:
  std::int64_t contact_of(std::int64_t n, class Draw& draw) const;

  const desk::Catalogue& catalogue_;
  Amount amount_;
  Instant now_;
  std::int64_t contacts_;
  PersonId idle_;
};

}  // namespace punctual::app::seed
