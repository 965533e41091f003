#include "mail/outbound/template_values.h"

#include <algorithm>
#include <utility>

namespace punctual::mail {
namespace {

constexpr std::pair<std::string_view, std::string_view> meanings[] = {
    {"answer", "of who decided about time off, in their words"},
    {"answer_by", "until when a person answers, and in whose time"},
    {"assignee", "who has the request"},
    {"author", "who wrote, invited, decided or agreed"},
    {"beyond", "what becomes of work beyond the allowance, in a sentence"},
    {"body", "the answer as it was written"},
    {"body_html", "the same as HTML, already safe"},
    {"client_name", "the client it belongs to; empty for a stranger"},
    {"clock", "which promise: first reply, next reply, resolution, next update"},
    {"clock_starts", "when the promise begins to count, where that is later"},
    {"contact_name", "who wrote the request"},
    {"corrects", "of a correction: the statement's number; empty: it is the statement itself"},
    {"dates", "of time off, a swap or being away"},
    {"desk_name", "what the agency is called"},
    {"due", "until when the promise is, or the link works"},
    {"estimate.answer", "of an estimate: approved or declined; empty until then"},
    {"estimate.covered", "what of it the agreement is expected to cover; empty: nothing"},
    {"estimate.decided_by", "who approved or declined it, as typed"},
    {"estimate.expires", "until when it can be approved"},
    {"estimate.extra", "the time beyond the agreement; empty: none"},
    {"estimate.lines", "the pieces of its work, each with its text and time"},
    {"estimate.number", "which one of the request it is"},
    {"estimate.plan", "the plan as it was written"},
    {"estimate.plan_html", "the same as HTML, already safe"},
    {"estimate.price", "of the time beyond the agreement, with its currency"},
    {"expectation.assignee", "who has it now"},
    {"expectation.next_step", "what happens next"},
    {"expectation.next_update", "by when they hear again"},
    {"expectation.what_to_expect", "what they can expect"},
    {"given_back", "the time a correction gives back; empty: none"},
    {"gives_up", "the hours of a swap that are given up; empty: none"},
    {"goes_on", "of a merged request: the reference of the one it goes on in"},
    {"granted", "all of an allowance that can be used now"},
    {"greeting", "\"Hello Ann,\""},
    {"held", "the time nobody has approved yet; empty: none"},
    {"impact", "what it does to the business, as the client said"},
    {"left", "what is left of an allowance"},
    {"left.due", "of a ticket handed off: when it falls due"},
    {"left.ref", "its reference"},
    {"left.suggested", "who could take it over; empty: nobody"},
    {"left.summary", "its first line"},
    {"left.url", "its page"},
    {"left.why", "why they, or why nobody"},
    {"link_of_other", "of a merged request: true where the link leads to the one it goes on in"},
    {"month", "of a statement"},
    {"note", "of whoever asked for time off or agreed a swap"},
    {"number", "of a statement or correction"},
    {"own", "true where the reader is the one who goes away"},
    {"person", "whose time off, swap or absence it is"},
    {"preview", "what a mail program shows beside the subject"},
    {"record", "the newest link of the ticket's chain: a fingerprint that proves what was said until then"},
    {"ref", "the request's reference, P-1234"},
    {"share", "how much of an allowance is used up"},
    {"site", "the website it is about"},
    {"stage", "how much of the time has passed"},
    {"state", "granted or declined"},
    {"subject", "of the mail"},
    {"summary", "the request's first line"},
    {"taker", "who takes a swap's hours on; empty: the reader"},
    {"takes_on", "the hours of a swap that are taken on"},
    {"tier", "the severity that was assessed"},
    {"total", "of a statement: what is to pay; of a correction: what is credited; empty: nothing"},
    {"until",
     "when what nobody took over is given away, or the last day what is left is of use; empty: no end"},
    {"url", "where to look, answer, decide or set the password"},
    {"waits", "true while time off waits for a decision"},
    {"why", "in a sentence: why the reader gets this, somebody has it now, or a statement is corrected"},
};

}  // namespace

std::string_view meaning_of_value(std::string_view name) {
  const auto found = std::ranges::find(meanings, name, &std::pair<std::string_view, std::string_view>::first);
  return found == std::end(meanings) ? std::string_view() : found->second;
}

}  // namespace punctual::mail
