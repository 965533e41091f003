#include "app/demo/story.h"

namespace punctual::app::demo {

namespace {

using enum Impact;
using enum Source;

/// What is not finished at the practices when the desk is made.
constexpr Story all[] = {
    {.from = "colleen@northgatedental.example",
     .site = "https://book.northgatedental.example",
     .page = "https://book.northgatedental.example/confirm",
     .live = true,
     .impact = degraded,
     .when = clock_ago(9),
     .text = R"(
Patients who book get their confirmation mail twice, with two different calendar files. One of them has the wrong practice
in it. Three cases so far, all from Riverside:

- booked yesterday at 16:12
- booked yesterday at 18:40
- booked today)"},

    {.from = "victor@northgatedental.example",
     .site = "https://www.northgatedental.example",
     .page = "https://www.northgatedental.example/forms/new-patient",
     .live = true,
     .impact = degraded,
     .when = desk_ago(195),
     .tier = 2,
     .text = R"(
The new-patient form loses what people typed when they go back a page. Someone filled in the medical history three times
and then gave up. Browser does not seem to matter. We would rather not go back to paper.)",
     .acts = {triage(24), note(70,
                               "Answers are kept per page and dropped when the address changes. Looking at "
                               "whether they can stay in the session without being stored.")}},

    {.from = "colleen@northgatedental.example",
     .site = "https://www.northgatedental.example",
     .live = true,
     .impact = low_impact,
     .when = desk_ago(1250),
     .tier = 3,
     .text = R"(
Our review stars do not show up in search results any more. They did until the redesign. Is something missing on the new
pages?)",
     .acts = {triage(18),
              reply(22,
                    "Hi Colleen,\n\nThe new pages lack the piece of structured data that carried the rating. "
                    "I can put it back, but need to know where the ratings come from now: the survey you "
                    "send, or the review site?",
                    "Half a day once that is known.", "You tell me the source of the ratings.", 500),
              wait()}},

    {.from = "victor@northgatedental.example",
     .site = "https://www.northgatedental.example",
     .live = true,
     .impact = low_impact,
     .when = desk_ago(1400),
     .tier = 3,
     .text = R"(
The page of emergency hours is in English only. About a fifth of our patients speak Spanish. We have the translation; can
the site hold two languages, at least for this page and the directions?)",
     .acts = {triage(20),
              reply(25,
                    "Hi Victor,\n\nYes, the site can hold a second language page by page. For these two it "
                    "is a matter of a day, including a small switch at the top.",
                    "Both pages in Spanish by next week.",
                    "You send the translation; I prepare the switch meanwhile.", 700),
              client(130,
                     "Attached to my mail of today: both texts, read over by two colleagues who grew up with "
                     "Spanish."),
              reply(40,
                    "Both texts are in. The switch is next; I send you the staging link when one can click "
                    "through it.",
                    "Both pages live this week, unless you find something on staging.",
                    "I finish the switch and send you the link.", 2300)}},

    {.from = "colleen@northgatedental.example",
     .site = "https://book.northgatedental.example",
     .live = true,
     .impact = degraded,
     .via = api,
     .when = desk_ago(420),
     .tier = 2,
     .text = R"(
Reminder texts go out an hour early for the practice in Eastfield. An appointment at 3 pm is announced as 2 pm. Patients
are early and annoyed, nobody has missed anything yet.)",
     .acts = {triage(10),
              reply(21,
                    "Hi Colleen,\n\nEastfield was entered with another time zone than the other four when it "
                    "joined. New reminders will be right as soon as I correct it; those already prepared "
                    "have to be made anew.",
                    "Right reminders from tomorrow morning on.",
                    "I correct the zone and rebuild the reminders of the next two weeks.", 300),
              reply(120,
                    "The zone is corrected and new bookings are right. 212 prepared reminders are being "
                    "rebuilt; I want to see tomorrow's first batch before I call it done.",
                    "Certainty tomorrow, after the first reminders have gone out.",
                    "I compare the first batch with your calendar.", 620)}},
};

}  // namespace

std::span<const Story> northgate_open() {
  return all;
}

}  // namespace punctual::app::demo
