#include "web/pages/progress.h"

#include <array>

#include "desk/text/wording.h"

namespace punctual::web {
namespace {

std::size_t step_of(Status status, Answered answered) {
  switch (status) {
    case Status::fresh:
      return 0;
    case Status::open:
      return answered == Answered::yes ? 2 : 1;
    case Status::waiting:
      return 2;
    default:
      return 3;
  }
}

}  // namespace

std::vector<ProgressStep> progress_of(Status status, Answered answered) {
  if (status == Status::spam || status == Status::merged) return {};
  const bool waiting = status == Status::waiting;
  const std::array<std::string, 4> words = {
      "Received", "Reviewed", std::string(text::status_words(waiting ? Status::waiting : Status::open)),
      "Resolved"};
  const auto at = step_of(status, answered);
  std::vector<ProgressStep> steps;
  for (std::size_t i = 0; i < words.size(); ++i) {
    ProgressStep step{.words = words[i], .state = "to-come", .read = "to come"};
    if (i < at || status == Status::resolved) {
      step.state = step.read = "done";
    } else if (i == at) {
      step.now = true;
      step.read = "now";
      step.state = waiting ? "now step--paused" : "now";
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace punctual::web
