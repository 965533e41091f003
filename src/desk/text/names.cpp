#include <utility>

#include "desk/text/wording.h"

// What things are called when a client or a colleague reads of them.
namespace punctual::text {

std::string_view impact_words(Impact impact) {
  switch (impact) {
    case Impact::business_stopped:
      return "Business has stopped";
    case Impact::degraded:
      return "The site works badly";
    case Impact::low_impact:
      return "A small fault, or a question";
    case Impact::cosmetic_or_new:
      return "Looks, wording or something new";
  }
  std::unreachable();
}

std::string_view impact_hint(Impact impact) {
  switch (impact) {
    case Impact::business_stopped:
      return "The live site is down or broken where it earns: nobody can buy, book or get in touch.";
    case Impact::degraded:
      return "Something on the live site is slow or failing for some visitors, and there is a way around it.";
    case Impact::low_impact:
      return "A fault in a quiet corner of the site, or “how do I …?”";
    case Impact::cosmetic_or_new:
      return "A typo, a crooked picture, or anything that is not on the live site yet.";
  }
  std::unreachable();
}

std::string_view status_words(Status status) {
  switch (status) {
    case Status::fresh:
      return "Received";
    case Status::open:
      return "In progress";
    case Status::waiting:
      return "Waiting on you";
    case Status::resolved:
      return "Resolved";
    case Status::spam:
    case Status::merged:
      return "Closed";
  }
  std::unreachable();
}

std::string_view clock_name(ClockKind clock) {
  switch (clock) {
    case ClockKind::first_reply:
      return "First reply";
    case ClockKind::next_reply:
      return "Next reply";
    case ClockKind::resolution:
      return "Resolution";
    case ClockKind::next_update:
      return "Next update";
  }
  std::unreachable();
}

}  // namespace punctual::text
