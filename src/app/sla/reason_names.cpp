#include "app/sla/reason_names.h"

namespace punctual::app {
namespace {

std::string_view words_of(Reason reason) {
  switch (reason) {
    case Reason::open:
      return "counted";
    case Reason::before_submission:
      return "before the start";
    case Reason::closed:
      return "closed";
    case Reason::holiday:
      return "holiday";
    case Reason::exception:
      return "closed by exception";
    case Reason::waiting_on_client:
      return "waiting on the client";
    case Reason::resolved:
      return "resolved";
  }
  return {};
}

}  // namespace

std::string in_words(const Stretch& stretch) {
  std::string words(words_of(stretch.reason));
  return stretch.name.empty() ? words : words + ": " + stretch.name;
}

}  // namespace punctual::app
