#include "app/demo/story.h"

namespace punctual::app::demo {

namespace {

using enum Impact;
using enum Source;

/// What is not finished at the outfitter when the desk is made.
constexpr Story all[] = {
    {.from = "dee.harmon@brightwater.example",
     .site = "https://www.brightwater.example",
     .page = "https://www.brightwater.example/p/ridgeline-jacket",
     .live = true,
     .impact = low_impact,
     .when = desk_ago(1000),
     .tier = 3,
     .text = R"(
The size chart in the pop-up of our jackets is the old one. Ridgeline and Fellside have new cuts this year, customers
order a size too small and send it back.)",
     .acts = {triage(8),
              reply(14,
                    "Hi Dee,\n\nThat is quickly exchanged. Could you send me the new charts for both "
                    "jackets, as a table or as the supplier's PDF?",
                    "Half an hour of work once the charts are here.",
                    "You send the two charts; I exchange them the same day.", 400),
              wait()}},

    {.from = "mara.ellwood@brightwater.example",
     .cc = "dee.harmon@brightwater.example",
     .site = "https://staging.brightwater.example",
     .live = false,
     .impact = cosmetic_or_new,
     .when = desk_ago(2600),
     .tier = 4,
     .text = R"(
We would like a landing page for the winter collection:

- large opening picture with a short film in it
- six products we can choose ourselves
- a form to be told when the collection is in stores

Texts and pictures are nearly ready. It should be up three weeks from now.)",
     .acts =
         {triage(28),
          reply(24,
                "Hi Mara,\n\nA good fit for the building blocks you already have; only the film in the "
                "opening is new. I will make a plan with the hours it takes, so that you can decide before "
                "anything is begun.",
                "A plan with its hours by tomorrow, then about four days of work.",
                "I write the plan and send it to you.", 700),
          write(520,
                "The plan is in your project folder: 14 hours, of which your agreement covers 10 this month. "
                "The remaining 4 would be charged. Shall we begin?"),
          client(210, "Yes please, the four hours are fine. Dee sends the pictures tomorrow."),
          reply(
              30,
              "Thank you, we begin tomorrow. The product picker comes first, so that you can start choosing.",
              "First version on staging within the week; the film comes last.",
              "I build the page on staging and send you the link.", 3200),
          note(700,
               "Opening and product picker are on staging. Film: waiting for the agency's 20-second cut, "
               "until then a still.")}},

    {.from = "jonas.petit@brightwater.example",
     .site = "https://www.brightwater.example",
     .live = true,
     .impact = degraded,
     .via = api,
     .when = clock_ago(290),
     .tier = 2,
     .on_call = true,
     .text = R"(
Stock levels have not changed in the shop since last night's import. From the log:

```
[import] 18,204 rows read
[import] ERROR row 11,377: invalid quantity "1,250"
[import] aborted, nothing written
```

We can sell for a few hours on yesterday's figures, but then we begin to promise what we do not have.)",
     .acts = {triage(11),
              reply(
                  14,
                  "Hi Jonas,\n\nThe warehouse began to write thousands with a comma, and the import refuses "
                  "the whole file because of one row. I am running it by hand with that row corrected.",
                  "Fresh stock in the shop within two hours, a lasting fix today.",
                  "I run the import by hand and then teach it the comma.", 120),
              reply(95,
                    "The import by hand is through: all 18,204 rows, stock is right as of now. The "
                    "lasting fix is written and being tested with the files of the last two weeks.",
                    "The next import runs with the fix; I watch it.",
                    "I put the fix live before the next import and write when it went through.", 240)}},
};

}  // namespace

std::span<const Story> brightwater_open() {
  return all;
}

}  // namespace punctual::app::demo
