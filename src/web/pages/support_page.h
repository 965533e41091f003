#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/calendar/target.h"
#include "domain/time/instant.h"
#include "web/pages/desk_hours.h"
#include "web/pages/frame.h"
#include "web/pages/request_form.h"

namespace punctual::web {

/// The average first response, in business time (SEMANTICS 22).
struct PublicAverage {
  Seconds mean{0};
  std::int64_t count = 0;
  int days = 30;
};

struct TierPromise {
  int number = 0;
  std::optional<Target> first_reply;  ///< nothing: best effort
  std::string title;                  ///< what the desk calls it; may be empty
  std::string meaning;                ///< what belongs to this tier, a sentence or two
};

struct Step {
  std::string title;
  std::string text;
};

struct Question {
  std::string question;
  std::string answer_markdown;
};

/// Everything `GET /` says; also the answer to a refused form (422, `form.errors`).
struct SupportPage {
  DeskFace desk;
  std::string title;     ///< of the page; empty: the desk's own
  std::string greeting;  ///< under it; empty: the desk's own
  Instant now{};
  DeskHours hours;
  std::string availability_markdown;     ///< why somebody is always there: weekly patterns and pods
  std::string out_of_hours_markdown;     ///< what holds outside the hours; empty: the desk's own
  std::optional<PublicAverage> average;  ///< nothing under 5 answers
  Target goal;
  std::vector<TierPromise> tiers;
  std::vector<Step> steps;  ///< what happens after a request is sent
  std::vector<Question> questions;
  RequestForm form;
  FormLimits limits;
};

/// The whole page.
std::string support_page_html(const SupportPage& page);

}  // namespace punctual::web
