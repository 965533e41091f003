#include "app/seed/wording.h"

#include <string_view>

namespace punctual::app::seed {

namespace {

constexpr std::string_view of_clients[] = {
    "The checkout stops after the address step, and the button stays grey.",
    "It began this morning, about ten minutes past nine, for everybody in the office.",
    "We have tried another browser and a phone, with the same result.",
    "Customers call us because the confirmation mail does not arrive.",
    "The page shows \"Something went wrong\" and a number: 500-7731.",
    "On the staging site it works, so it may have come with last night's change.",
    "Könnten Sie bitte auch das Kontaktformular prüfen? Es ist ähnlich langsam.",
    "Our campaign starts on Thursday; until then the landing page has to be right.",
    "The opening hours in the footer are still those of the summer.",
    "Please move the picture of the team above the map, and make it as wide as the text.",
    "The newsletter form takes the address and then says nothing at all.",
    "Nobody but the two of us can publish pages any more; the others see a white screen.",
    "I attach nothing, because the picture shows an address of a customer.",
    "Please call me if you need access to the hosting account.",
};

constexpr std::string_view of_staff[] = {
    "Thank you for the exact description, it saved us a good while.",
    "I could repeat it on our side within a few minutes.",
    "The cause is a script of the shop that changed its address last night.",
    "I have put the earlier version back, so customers are served while we mend it.",
    "The change is on the staging site now; please have a look when you can.",
    "We watched the log for an hour, and the error has not come back.",
    "Two pages were cached for longer than they should be; that is set right, too.",
    "Nothing was lost: every order of this morning is in the list.",
    "If it shows again, tell us the time and the page, that is all we need.",
    "I have written down what we changed, in case you want to show it to your developer.",
};

std::string written(Draw& draw, std::span<const std::string_view> sentences, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    if (!text.empty()) text += draw.below(4) == 0 ? "\n\n" : " ";
    text += draw.of(sentences);
  }
  return text;
}

}  // namespace

std::string clients_words(Draw& draw, std::size_t bytes) {
  return written(draw, of_clients, bytes);
}

std::string staffs_words(Draw& draw, std::size_t bytes) {
  return written(draw, of_staff, bytes);
}

}  // namespace punctual::app::seed
