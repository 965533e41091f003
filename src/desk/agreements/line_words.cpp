#include "desk/agreements/line_words.h"

#include <fmt/format.h>

#include <cctype>

#include "desk/desk.h"
#include "desk/text/wording.h"
#include "domain/agreement/periods.h"

namespace punctual::desk {

namespace {

using agreement::Grant;
using agreement::Line;
using agreement::Passed;
using agreement::Term;

std::string passed_words(Term term, Passed why, const Line& line) {
  switch (term) {
    case Term::tier:
      return "work of this tier is not of the allowance";
    case Term::kind:
      return line.kind.empty() ? "this work is not of the allowance"
                               : fmt::format("{} is not of the allowance", line.kind);
    case Term::allowance:
      return why == Passed::none ? "there is no allowance" : "the allowance is used up";
    case Term::approval:
      return why == Passed::none         ? "no estimate is approved"
             : why == Passed::other_kind ? "what was approved is work of another kind"
                                         : "what was approved is used up";
    case Term::overage:
      return why == Passed::asks_first ? "nothing goes beyond it without asking"
             : why == Passed::waits    ? "a plan was sent, and waits for approval"
                                       : "the month's share that needs no asking is used up";
    case Term::courtesy:
      break;
  }
  return {};
}

std::string decided_words(const Line& line, std::span<const Grant> grants) {
  switch (line.outcome) {
    case Line::Outcome::courtesy:
      return "given away";
    case Line::Outcome::allowance:
      return "taken from: " + grant_words(grants[*line.grant]);
    case Line::Outcome::charged:
      return line.decided == Term::approval
                 ? fmt::format("charged as approved with estimate {}{}", line.estimate,
                               line.estimated == line.ticket ? "" : " of " + ref_of(line.estimated))
                 : "charged as agreed without asking";
    case Line::Outcome::held:
      return "held, and not charged until somebody approves it";
    case Line::Outcome::no_terms:
      break;
  }
  return "nothing was agreed for this date";
}

}  // namespace

std::string grant_words(const Grant& grant) {
  switch (grant.source) {
    case Grant::Source::allowance:
      return "allowance from " + text::day_words(grant.from);
    case Grant::Source::top_up:
      return "bought on " + text::day_words(grant.from);
    case Grant::Source::correction:
      return "given back by a correction on " + text::day_words(grant.from);
    case Grant::Source::credit:
      break;
  }
  return "credit for promises missed before " + text::day_words(grant.from);
}

std::string line_words(const Line& line, std::span<const Grant> grants) {
  std::string words;
  for (const auto& [term, why] : line.passed) {
    // What was not approved and needs no approval is no reason.
    if (term == Term::approval && why == Passed::none && line.outcome == Line::Outcome::charged) continue;
    words += (words.empty() ? "" : ", ") + passed_words(term, why, line);
  }
  words += (words.empty() ? "" : ": ") + decided_words(line, grants);
  words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
  return words + ".";
}

}  // namespace punctual::desk
