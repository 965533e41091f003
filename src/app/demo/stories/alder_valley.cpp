#include "app/demo/story.h"

namespace punctual::app::demo {

namespace {

using enum Impact;
using enum Source;

/// A college with many editors and one web office.
constexpr Story all[] = {
    {.from = "rkessler@aldervalley.example",
     .site = "https://apply.aldervalley.example",
     .page = "https://apply.aldervalley.example/step/4",
     .live = true,
     .impact = degraded,
     .when = days_ago(15, 10, 40),
     .tier = 2,
     .text = R"(
Applicants cannot upload their transcripts in step 4. The browser shows "413 Request Entity Too Large" for anything
above roughly 1 MB, and scans are always larger. It worked in the spring. Seven people have called admissions today.)",
     .acts =
         {triage(11),
          reply(19, R"(Hi Ruth,

I can repeat it with a 3 MB scan. The limit of the form is still 20 MB, but something in front of it now says 1 MB. The
applications themselves are saved, so nobody has to start over.)",
                "Uploads working again this afternoon.",
                "I look for what changed in front of the form and raise it again.", 240),
          note(40,
               "The proxy was rebuilt two weeks ago from its default configuration; our limit was in the old "
               "file only."),
          resolve(
              65,
              R"(Transcripts up to 20 MB go through again. The limit had been lost when a server was renewed two
weeks ago; it is part of its recipe now. Admissions may tell the seven callers to open their link again: step 4 waits for
them.)")}},

    {.from = "shaddad@aldervalley.example",
     .site = "https://www.aldervalley.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(14, 8, 35),
     .tier = 3,
     .text = R"(
How can our departments keep the table of courses themselves? At the moment they send me spreadsheets and I type them in.
When I paste from the spreadsheet, I get this:

<table border="0" cellpadding="0" style="width:412pt"><tr height="20"><td class="xl65">BIO 101</td><td>Mon 9:00</td></tr></table>

and the page looks broken.)",
     .acts =
         {triage(22),
          reply(28, R"(Hi Samir,

There is a block called **Course table** that takes a spreadsheet directly: in the page choose *Add block*, then *Course
table*, then *Import*. It ignores all that formatting. I can give the departments the right to edit only that block.)",
                "You try it with one department; I help with the rights.",
                "Tell me which department begins, and I set up its editors.", 540),
          client(
              160,
              "Biology would begin, with Dr. Lang and her assistant. The import is wonderful, by the way."),
          write(35,
                "Both of them can now edit the course table of Biology, and nothing else. They have a mail "
                "with their sign-in."),
          resolve(190,
                  "Dr. Lang has published her first table herself. When other departments follow, just write "
                  "their names into a new request.")}},

    {.from = "rkessler@aldervalley.example",
     .site = "https://library.aldervalley.example",
     .live = true,
     .impact = business_stopped,
     .via = api,
     .when = days_ago(12, 14, 20),
     .tier = 2,
     .text = R"(
Every browser warns that library.aldervalley.example is not secure (certificate expired today at noon). Students stop at
the warning and cannot reach the catalogue.)",
     .acts = {triage(5),
              reply(9,
                    "Hi Ruth,\n\nThe certificate of the library ran out at noon; its renewal has failed "
                    "since the catalogue moved. I am renewing it by hand right now.",
                    "No more warning within half an hour.",
                    "I renew it by hand, then mend the automatic renewal.", 60),
              resolve(21,
                      "The library has a valid certificate again. Renewal runs by itself as before, and we "
                      "are told three weeks ahead when one fails to renew. The other eleven names of yours "
                      "are fine; I looked.")}},

    {.from = "shaddad@aldervalley.example",
     .site = "https://www.aldervalley.example",
     .live = true,
     .impact = cosmetic_or_new,
     .when = days_ago(10, 16, 20),
     .tier = 4,
     .text = R"(
On narrow phones the cookie banner covers the "Skip to content" link, and with the keyboard one cannot get out of it
before choosing. Our accessibility officer noticed. Could the banner move to the bottom, or be smaller?)",
     .acts = {triage(16),
              reply(30,
                    "Good morning Samir,\n\nThank you for passing that on. Both are easily mended: the "
                    "banner goes to the bottom below 480 pixels, and the keyboard may leave it.",
                    "Live within two days, covered by your agreement.",
                    "I change the banner on staging and go through it with a screen reader.", 700),
              resolve(560,
                      "The banner sits at the bottom on phones, the skip link comes first, and Escape closes "
                      "it with only the necessary cookies. Tested with two screen readers.")}},

    {.from = "rkessler@aldervalley.example",
     .site = "https://events.aldervalley.example",
     .live = true,
     .impact = degraded,
     .when = before_weekend(1, 15, 40),
     .tier = 2,
     .text = R"(
The events calendar is empty. Not an error, just "No events found" for every month, although I can see all of them in
the editor. Open house is next week and the calendar is where people look it up.)",
     .acts = {triage(25),
              review(3, "Everybody who knows the calendar's import is off; first thing next working day."),
              reply(234, R"(Good morning Ruth,

I am sorry that you had to wait for this answer; it should have come earlier. The events are all there. The calendar
filters them by a category that was renamed, so none of them passes.)",
                    "The calendar filled again this afternoon.",
                    "I point the filter at the new category and check the open house.", 240),
              resolve(80,
                      "All 64 events are back, the open house at the top. The filter now follows a category "
                      "when somebody renames it.")}},

    {.from = "shaddad@aldervalley.example",
     .site = "https://www.aldervalley.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(7, 9, 30),
     .tier = 3,
     .text = R"(
Marketing needs the tag of the enrollment campaign on all pages of /admissions, and only there. They sent me this:

<script async src="https://tags.campaign-metrics.example/t.js?id=AVC-2291"></script>

Is that something we can put in ourselves?)",
     .acts = {triage(13),
              reply(20,
                    "Hi Samir,\n\nPlease leave this one to us: pages do not take scripts from the editor, "
                    "for good reason. I will add it below /admissions, behind the visitor's consent.",
                    "Live tomorrow, after consent only.",
                    "I add the tag on staging and let marketing look whether it counts.", 600),
              client(75, "Behind consent is right, our data protection officer asked for exactly that."),
              resolve(330,
                      "The tag is live on the 23 pages below /admissions and loads after consent only. "
                      "Marketing has confirmed that visits are counted.")}},

    {.from = "rkessler@aldervalley.example",
     .site = "https://www.aldervalley.example",
     .page = "https://www.aldervalley.example/search?q=financial+aid",
     .live = true,
     .impact = business_stopped,
     .when = days_ago(6, 13, 15),
     .tier = 2,
     .text = R"(
Searching our site takes forever, "financial aid" needs 20 seconds or ends with an error page. It is the week of the
deadline, so this really hurts us. The rest of the site seems normal.)",
     .acts = {triage(10),
              review(2,
                     "Stated as business stopped; pages and the aid forms themselves work, so tier 2. Please "
                     "begin today all the same."),
              reply(16,
                    "Hi Ruth,\n\nI see it too. A crawler is asking the search for thousands of made-up "
                    "words, and people queue behind it. I am slowing the crawler down first, then looking at "
                    "the search itself.",
                    "A usable search within the hour, a lasting remedy this week.",
                    "I limit how often one address may search.", 120),
              write(50,
                    "Searches are back to about a second: one address may now search ten times a minute. I "
                    "keep an eye on it today and tomorrow."),
              resolve(420,
                      "No slow search since yesterday afternoon. The limit stays; it is far above what a "
                      "person does. Good luck with the deadline.")}},

    {.from = "shaddad@aldervalley.example",
     .site = "https://www.aldervalley.example",
     .live = true,
     .impact = low_impact,
     .via = staff,
     .when = days_ago(4, 11, 30),
     .tier = 3,
     .text = R"(
Samir called: a new colleague, Ines Duarte, should edit the pages of the music school from next week on, news included,
but not publish without him. He was not sure whether that combination exists.)",
     .acts = {triage(6),
              reply(25,
                    "Hi Samir,\n\nThat combination exists: it is called *Contributor with review*. I can set "
                    "Ines up for the music school's section; what she writes then waits for your approval.",
                    "Her account today, a short guide with it.",
                    "I create the account and send both of you a mail.", 240),
              resolve(130,
                      "Ines has her account for the music school, and you are her reviewer. The guide is two "
                      "pages; she can write drafts at once.")}},

    {.from = "rkessler@aldervalley.example",
     .site = "https://www.aldervalley.example",
     .page = "https://www.aldervalley.example/people/faculty",
     .live = true,
     .impact = cosmetic_or_new,
     .when = days_ago(2, 9, 5),
     .tier = 4,
     .text = R"(
Faculty portraits are cropped differently in the list and on the personal page; in the list some chins are missing. There
are 140 of them, so I would rather not do it by hand.)",
     .acts = {triage(17),
              reply(23,
                    "Hi Ruth,\n\nNo need to do it by hand. The list crops to the middle of the picture, the "
                    "personal page to the face. I will let both use the face.",
                    "Done within a day; pictures are made anew by themselves.",
                    "I change the crop and look through all 140.", 300),
              resolve(200,
                      "All 140 portraits now show the whole face in both places. Three originals were too "
                      "small; their names are in the note on your people page.")}},
};

}  // namespace

std::span<const Story> alder_valley_stories() {
  return all;
}

}  // namespace punctual::app::demo
