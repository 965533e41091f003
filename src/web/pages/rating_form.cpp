#include <fmt/format.h>

#include "desk/text/wording.h"
#include "web/pages/private_page_view.h"

// "How did we do?" on the private page of a resolved request. Rating changes nothing else: it reopens
// nothing.
namespace punctual::web {

namespace {

struct Choice {
  Rating rating;
  const char* value;  ///< as the form sends it
  const char* words;
};
constexpr Choice choices[] = {
    {Rating::good, "good", "Good"}, {Rating::okay, "okay", "Okay"}, {Rating::bad, "bad", "Not good"}};

}  // namespace

std::optional<RatingView> rating_view(const PrivatePage& page) {
  if (!page.rating) return std::nullopt;
  const RatingForm& form = *page.rating;
  RatingView view{.title = "How did we do?",
                  .words = "One click is enough. The people who worked on it read it.",
                  .button = "Send",
                  .error = error_of(form.errors, "rating"),
                  .comment_error = error_of(form.errors, "comment"),
                  .choices = {},
                  .comment = form.comment};
  if (form.given) {
    view.title = "Thank you for telling us how we did";
    view.words = fmt::format("You said so {}. You can change it.",
                             text::near_words(*form.given, page.hours.zone, page.now));
    view.button = "Change";
  }
  for (const auto& [rating, value, words] : choices)
    view.choices.push_back({value, words, form.rating == rating});
  return view;
}

}  // namespace punctual::web
