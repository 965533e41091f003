#include "app/sla/reason_names.h"

namespace punctual::app {
namespace {

struct Names {
  std::string_view json;
  std::string_view words;
};

Names names_of(Reason reason) {
  switch (reason) {
    case Reason::open:
      return {"open", "counted"};
    case Reason::before_submission:
      return {"before_submission", "before the start"};
    case Reason::closed:
      return {"closed", "closed"};
    case Reason::holiday:
      return {"holiday", "holiday"};
    case Reason::exception:
      return {"exception", "closed by exception"};
    case Reason::waiting_on_client:
      return {"waiting_on_client", "waiting on the client"};
    case Reason::resolved:
      return {"resolved", "resolved"};
  }
  return {};
}

}  // namespace

std::string_view name_of(Reason reason) {
  return names_of(reason).json;
}

std::string in_words(const Stretch& stretch) {
  std::string words(names_of(stretch.reason).words);
  return stretch.name.empty() ? words : words + ": " + stretch.name;
}

}  // namespace punctual::app
