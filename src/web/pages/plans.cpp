#include <fmt/format.h>

#include "desk/text/wording.h"
#include "web/pages/private_page_view.h"

// Plans with a price on the private page: whoever holds its link reads what became of them; who decides on
// one has a page for that.
namespace punctual::web {

namespace {

/// "Ann, Ben or Cleo"
std::string one_of(const std::vector<std::string>& names) {
  std::string words;
  for (std::size_t i = 0; i < names.size(); ++i)
    words += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  return words;
}

std::string became_words(const PrivatePage& page, const Estimate& plan) {
  const auto at = [&](Instant t) { return text::near_words(t, page.hours.zone, page.now); };
  switch (plan.outcome) {
    case EstimateOutcome::approved:
      return fmt::format("Approved by {} {}.", plan.decided_by, at(*plan.decided_at));
    case EstimateOutcome::declined:
      return fmt::format("Declined by {} {}. Nothing of it is charged.", plan.decided_by,
                         at(*plan.decided_at));
    case EstimateOutcome::superseded:
      return "A newer plan has taken its place.";
    case EstimateOutcome::withdrawn:
      return "We have taken it back.";
    case EstimateOutcome::pending:
      break;
  }
  if (is_end(page.status)) return "The request has ended; nothing of it is charged.";
  if (plan.has_expired(page.now))
    return fmt::format("It could be approved until {}. Answer here, and we make a new one.",
                       at(plan.expires_at));
  return fmt::format("It waits for {} until {}; nothing beyond your agreement is charged before that.",
                     page.approvers.empty() ? "approval" : one_of(page.approvers), at(plan.expires_at));
}

}  // namespace

std::vector<PlanView> plan_views(const PrivatePage& page) {
  std::vector<PlanView> views;
  for (const Estimate& plan : page.plans) {
    const auto all = text::duration_words(std::chrono::minutes{plan.covered + plan.extra});
    views.push_back(
        {.title = fmt::format("Plan {}, {}", plan.number,
                              text::near_words(plan.sent_at, page.hours.zone, page.now)),
         .words = fmt::format("{} of work, {}. {}", all,
                              plan.extra == 0
                                  ? std::string("covered by your agreement")
                                  : fmt::format("{} of it beyond your agreement",
                                                text::duration_words(std::chrono::minutes{plan.extra})),
                              became_words(page, plan))});
  }
  return views;
}

}  // namespace punctual::web
