#include "app/demo/story.h"

namespace punctual::app::demo {

namespace {

using enum Impact;
using enum Source;

/// What is not finished at the college when the desk is made.
constexpr Story all[] = {
    {.from = "shaddad@aldervalley.example",
     .site = "https://www.aldervalley.example",
     .page = "https://www.aldervalley.example/visit",
     .live = true,
     .impact = cosmetic_or_new,
     .via = api,
     .when = desk_ago(24),
     .text = R"(
The campus map on the visit page still shows the old name of Whitfield Hall; it is Moreno Hall now. The map is a picture,
I cannot change it in the editor. Somewhere this week is fine.)"},

    {.from = "rkessler@aldervalley.example",
     .site = "https://www.aldervalley.example",
     .live = true,
     .impact = low_impact,
     .when = desk_ago(95),
     .tier = 3,
     .text = R"(
Some PDF files open in the browser, others download at once, and our editors cannot see why. For the course catalogue it
should open, for the forms it should download. Where is that set?)",
     .acts = {triage(35)}},

    {.from = "shaddad@aldervalley.example",
     .site = "https://my.aldervalley.example",
     .page = "https://my.aldervalley.example/timetable",
     .live = true,
     .impact = degraded,
     .when = desk_ago(600),
     .tier = 2,
     .text = R"(
Some students see last term's timetable after signing in. A reload sometimes helps. It seems to concern those who kept
the tab open since the holidays, but I am not sure. Example: student number ending in 4471, this morning at 9:20.)",
     .acts = {triage(18),
              reply(17,
                    "Hi Samir,\n\nIt looks as if an old copy of the page stays in the browser; that would "
                    "fit your observation. I am going through the caching rules of the portal.",
                    "A remedy tomorrow at the latest; nobody loses data, it is only what is shown.",
                    "I reproduce it with an account of last term.", 900),
              note(140,
                   "Repeated with a session from before the term change: the timetable is served from the "
                   "browser's store without asking the server."),
              client(237,
                     "Two more: one of them on a library computer that is wiped every night. Does that not "
                     "speak against the open tab? I attached nothing, but can send screenshots.")}},

    {.from = "rkessler@aldervalley.example",
     .site = "https://www.aldervalley.example",
     .live = true,
     .impact = cosmetic_or_new,
     .when = desk_ago(1500),
     .tier = 4,
     .text = R"(
For the anniversary we would like a small seal in the header of all pages, from next month until the end of the year. It
should lead to the anniversary page.)",
     .acts = {triage(25),
              reply(14,
                    "Hi Ruth,\n\nHappy to. The header has a place for it beside the search. I need the seal "
                    "as a vector file, on transparent ground, and the address it should lead to.",
                    "One day from when the file is here; it can be timed to the first of the month.",
                    "You send the seal and the address.", 500),
              wait()}},

    {.from = "shaddad@aldervalley.example",
     .cc = "rkessler@aldervalley.example",
     .site = "https://www.aldervalley.example",
     .live = true,
     .impact = cosmetic_or_new,
     .when = desk_ago(2300),
     .tier = 4,
     .text = R"(
Our accessibility review came back with 31 findings. Most are about contrast and missing labels in forms, four are marked
"serious":

- the program finder cannot be used with the keyboard
- error messages in forms are not announced
- focus disappears in the mega menu
- the video player has no captions button

The report is 60 pages; I can send it. What is the best way to work through it together?)",
     .acts =
         {triage(22),
          reply(18,
                "Hi Samir,\n\nThank you, that is a good list to work from. I suggest that we take the four "
                "serious ones first and group the rest by building block, since one correction often settles "
                "several findings.",
                "The four serious findings in two weeks, the others after that in the order of their weight.",
                "I read the report and send you the grouping.", 900),
          client(300,
                 "That sounds right. The report is in the shared folder now, with the auditor's videos."),
          reply(45,
                "I have it. Grouped by block it comes to nine pieces of work; the menu and the program "
                "finder are first.",
                "Menu and program finder on staging by the end of next week.",
                "I begin with the focus in the mega menu.", 3600),
          note(600,
               "Menu is done on staging, focus stays visible. The program finder needs real buttons instead "
               "of clickable boxes; half done.")}},
};

}  // namespace

std::span<const Story> alder_valley_open() {
  return all;
}

}  // namespace punctual::app::demo
