#include "web/pages/estimate_page.h"

#include <fmt/format.h>

#include "desk/text/markdown.h"
#include "desk/text/template.h"
#include "desk/text/wording.h"
#include "web/pages/estimate_page_view.h"

namespace punctual::web {

namespace {

std::string time_words(std::int64_t minutes) {
  return minutes == 0 ? std::string() : text::duration_words(std::chrono::minutes{minutes});
}

std::string state_words(const EstimatePage& page) {
  const auto at = [&](Instant t) { return text::near_words(t, page.zone, page.now); };
  switch (page.state.outcome) {
    case EstimateOutcome::approved:
      return fmt::format("Approved by {} {}. Thank you; we go on with it.", page.state.decided_by,
                         at(*page.state.decided_at));
    case EstimateOutcome::declined:
      return fmt::format("Declined by {} {}. Nothing of it is charged.", page.state.decided_by,
                         at(*page.state.decided_at));
    case EstimateOutcome::superseded:
      return "A newer plan has taken its place. The newest mail about this request has the link to it.";
    case EstimateOutcome::withdrawn:
      return "We have taken this plan back. Nothing of it is charged.";
    case EstimateOutcome::pending:
      break;
  }
  if (page.closed) return "This request has ended; there is nothing to decide any more.";
  if (page.state.has_expired(page.now))
    return fmt::format(
        "It could be approved until {}. Ask us for a new one on the page of the request, whose link whoever "
        "wrote "
        "to us has.",
        at(page.state.expires_at));
  return fmt::format(
      "You can approve it until {}. Nothing beyond your agreement is charged for it before that.",
      text::instant_words(page.state.expires_at, page.zone, page.now));
}

}  // namespace

EstimatePageView view_of(const EstimatePage& page) {
  EstimatePageView view{.frame = frame_of(page.desk, {"page.css", "form.css", "private.css", "form.js"}),
                        .desk_line = {},
                        .title = fmt::format("A plan for {}", page.ref),
                        .ref = page.ref,
                        .summary = page.summary,
                        .path = page.path,
                        .plan_html = {text::markdown_html(page.offer.plan)},
                        .lines = {},
                        .covered = time_words(page.offer.covered),
                        .extra = time_words(page.offer.extra),
                        .price = page.price,
                        .state = state_words(page),
                        .not_taken = {},
                        .form = {},
                        .foot_note = {}};
  for (const auto& line : page.offer.lines)
    view.lines.push_back({text::work_words(line), time_words(line.minutes)});
  if (page.closed || !page.state.is_open(page.now))
    view.not_taken =
        page.errors.empty() ? "" : "Your answer was not taken: nothing can be decided here any more.";
  else
    view.form = EstimateFormView{page.name, error_of(page.errors, "name"), error_of(page.errors, ""),
                                 page.offer.extra > 0 ? "Approve for " + page.price : "Approve"};
  return view;
}

std::string estimate_page_html(const EstimatePage& page) {
  return text::render("page/estimate", view_of(page));
}

}  // namespace punctual::web
