#include "domain/people/suggestion_sentences.h"

#include "domain/calendar/sentences.h"

namespace punctual::people {
namespace {

using Kind = Reason::Kind;

std::string many(int n, std::string_view what) {
  return std::to_string(n).append(" ").append(what).append(n == 1 ? "" : "s");
}

std::string sentence(const Reason& reason, const TimeZone& zone) {
  const auto when = [&] { return spoken(*reason.at, zone, ClockFace::of_24_hours); };
  switch (reason.kind) {
    case Kind::at_work_now:
      return reason.at ? "At work now, until " + when() + "." : "At work now.";
    case Kind::at_work_from:
      return "At work from " + when() + ".";
    case Kind::at_work_later:
      return "At work from " + when() + ", " + many(reason.more, "hour") + " after the first who can.";
    case Kind::too_little_time:
      return "Has only " + spoken(reason.length) + " of work before it is due, from " + when() + ".";
    case Kind::away:
      return reason.at ? "Away until " + when() + "." : "Not at work any more.";
    case Kind::pod_member:
      return "In the client's pod.";
    case Kind::other_pod:
      return "Not in the client's pod.";
    case Kind::all_skills:
      return "Has the skills it needs.";
    case Kind::lacks_skill:
      return "Lacks the skill \"" + reason.name + "\".";
    case Kind::knows_client:
      return "Resolved " + many(reason.count, "ticket") + " of this client lately.";
    case Kind::knows_site:
      return "Resolved " + many(reason.count, "ticket") + " of this site lately.";
    case Kind::least_loaded:
      return "Has " + many(reason.count, "active ticket") + ", nobody who can has fewer.";
    case Kind::more_loaded:
      return "Has " + many(reason.count, "active ticket") + ", " + std::to_string(reason.more) +
             " more than the least loaded.";
    case Kind::least_recently:
      return reason.at ? "Was given a ticket longest ago, " + when() + "." : "Was never given a ticket.";
    case Kind::given_more:
      return "Was given " + many(reason.count, "ticket") + " in 7 days, " + std::to_string(reason.more) +
             " more than whoever was given the fewest.";
    case Kind::other_role:
      return "Is a " + std::string(to_text(reason.role)) + ".";
  }
  return {};
}

}  // namespace

std::vector<std::string> suggestion_sentences(const Suggestion& suggestion, const TimeZone& zone) {
  std::vector<std::string> said;
  for (const Reason& reason : suggestion.reasons) said.push_back(sentence(reason, zone));
  return said;
}

std::string escalation_sentence(const Suggestions& suggestions, const TimeZone& zone, std::string_view name) {
  using As = EscalatesTo::As;
  if (!suggestions.escalates_to) return {};
  const auto when = [&](Instant t) { return spoken(t, zone, ClockFace::of_24_hours); };
  auto text = "Nobody can have it by " + when(suggestions.until) + ". ";
  const auto goes_to = [&](std::string_view who) {
    return text.append("It goes to ").append(name).append(", ").append(who);
  };
  switch (suggestions.escalates_to->as) {
    case As::pod_lead:
      return goes_to("who leads the pod and is at work.");
    case As::coordinator:
      return goes_to("a coordinator who is at work.");
    case As::manager:
      return goes_to("a manager who is at work.");
    case As::first_at_work:
      return goes_to("the first to be at work: " + when(suggestions.escalates_to->at) + ".");
    case As::nobody:
      break;
  }
  return text + "Nobody is at work any more: give somebody a week.";
}

}  // namespace punctual::people
