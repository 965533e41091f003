#include "app/demo/story.h"

namespace punctual::app::demo {

namespace {

using enum Impact;
using enum Source;

/// A theatre that lives from one evening to the next.
constexpr Story all[] = {
    {.from = "boxoffice@saltmarsh.example",
     .site = "https://tickets.saltmarsh.example",
     .live = true,
     .impact = degraded,
     .when = days_ago(14, 15, 20),
     .tier = 2,
     .text = R"(
The seat plan does not load on some tablets, people see a grey box. They can still take "best available", but subscribers
want their own seats. Started with the new season's plans on Monday.)",
     .acts = {triage(13),
              reply(24,
                    "Hi Bea,\n\nThe new plans are drawn with three times as many shapes, and older tablets "
                    "give up. I am simplifying the drawings; the seats stay as they are.",
                    "The plans usable on tablets again tomorrow.",
                    "I simplify the main stage first, since most is sold there.", 420),
              write(230,
                    "The main stage is done and loads on a six-year-old tablet. The studio follows today."),
              resolve(120,
                      "Both plans load on everything we could try, the old tablet of your foyer included. "
                      "Drawings from now on are simplified when they are uploaded.")}},

    {.from = "joan.carver@saltmarsh.example",
     .site = "https://www.saltmarsh.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(12, 10, 5),
     .tier = 3,
     .text = R"(
How do I exchange the season brochure? I uploaded the new PDF, but the button on the home page still opens the old one. I
have probably uploaded it next to the old one instead of over it.)",
     .acts = {triage(18),
              reply(19,
                    "Hi Joan,\n\nExactly that. Open the old file in *Media*, choose **Replace file**, and "
                    "take the new one. All links to it then lead to the new brochure.",
                    "Five minutes for you; I look afterwards.", "You replace it; I clear the cached copy.",
                    300),
              client(60, "That worked. I had no idea this button existed."),
              resolve(25,
                      "The home page opens the new brochure, and I removed your second upload so that nobody "
                      "picks it by mistake.")}},

    {.from = "felix@saltmarsh.example",
     .site = "https://www.saltmarsh.example",
     .page = "https://www.saltmarsh.example/season/the-tide-clock",
     .live = true,
     .impact = cosmetic_or_new,
     .when = days_ago(11, 16, 40),
     .tier = 4,
     .text = R"(
In the cast of *The Tide Clock*, "Understudy" should stand after the name and not before it, and the director belongs above
the cast. It is like that on all plays, I think.)",
     .acts = {triage(38),
              reply(14,
                    "Good morning Felix,\n\nIt is one template for all plays, so one change does it. "
                    "Director first, understudies after their names.",
                    "Live within two days.", "I change the template and look through all 19 plays.", 800),
              resolve(310,
                      "All 19 plays show the director above the cast and understudies after their names.")}},

    {.from = "boxoffice@saltmarsh.example",
     .site = "https://tickets.saltmarsh.example",
     .live = true,
     .impact = business_stopped,
     .when = weekend(2, 19, 30),
     .tier = 1,
     .text = R"(
Tickets cannot be bought! The page says "Service unavailable" and tonight's show is in half an hour. We sell at the door by
hand now. Is there anybody?)",
     .acts = {triage(9),
              reply(13, R"(Good morning Bea,

I am sorry that you stood there without us; your agreement does not include weekends, and we saw this only now. The ticket
service stopped when its certificate was renewed. It has been running again for five minutes.)",
                    "Sales work as of now; today you hear how to keep it from happening again.",
                    "I go through the log of Saturday evening.", 120),
              resolve(95,
                      "The service now reloads its certificate without stopping. I have put down what cover "
                      "at performance times would cost; Felix has the figures and there is no hurry.")}},

    {.from = "felix@saltmarsh.example",
     .site = "https://www.saltmarsh.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(8, 9, 25),
     .tier = 3,
     .text = R"(
People who sign up for our newsletter do not get the mail to confirm it, or get it hours later. I tried with three
addresses: one came at once, one after four hours, one never.)",
     .acts = {triage(16),
              reply(21,
                    "Hi Felix,\n\nThe mails leave us at once, but two of the three mail services defer them, "
                    "because the sender's name does not match the domain. That can be set right.",
                    "Prompt mails within two days.", "I change the sender and warm it up slowly.", 540),
              note(240, "Sender changed to news@; first 50 mails accepted at once by all services."),
              resolve(300,
                      "Confirmations arrive within a minute at all three services you tried. The 18 people "
                      "who never confirmed got a second mail.")}},

    {.from = "joan.carver@saltmarsh.example",
     .site = "https://www.saltmarsh.example",
     .page = "https://www.saltmarsh.example/calendar",
     .live = true,
     .impact = degraded,
     .when = days_ago(6, 11, 40),
     .tier = 2,
     .text = R"(
When someone adds a performance to their own calendar, it begins an hour too late: 8:30 pm instead of 7:30 pm. The website
shows 7:30. We had two latecomers last night who swear by their phones.)",
     .acts = {triage(10),
              reply(17,
                    "Hi Joan,\n\nYour latecomers are right: the calendar file is written without a time "
                    "zone. I am adding it.",
                    "Right files today; those already saved on phones cannot be changed from here.",
                    "I correct the file and try it with three calendars.", 240),
              review(
                  100,
                  "Handing over: off from tomorrow on, and the test with older phones is still to be done."),
              hand_over(2),
              write(70,
                    "I have taken this over. The file is corrected and live; I am still trying it with two "
                    "older phones."),
              resolve(110,
                      "Calendar files carry their zone and are right on all five phones and programs we "
                      "tried. I suggest a line in your next mail for those who saved a date before today.")}},

    {.from = "felix@saltmarsh.example",
     .site = "https://www.saltmarsh.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(3, 9, 15),
     .tier = 3,
     .text = R"(
Can trailers have captions? We have the text as an .srt file for all of them. The player shows no button for it.)",
     .acts = {triage(20),
              reply(24,
                    "Hi Felix,\n\nThe player can; it looks for a file beside the video in another format. I "
                    "will let it take .srt as well, so that you can upload what you have.",
                    "Ready tomorrow.", "I teach the upload to convert .srt files.", 300),
              resolve(210,
                      "Upload the .srt next to a trailer and the captions button appears. I did *The Tide "
                      "Clock* as an example.")}},

    {.from = "joan.carver@saltmarsh.example",
     .site = "https://www.saltmarsh.example",
     .live = true,
     .impact = cosmetic_or_new,
     .when = desk_ago(500),
     .tier = 4,
     .text = R"(
The poster of *Salt & Honey* is cropped in the overview, so that it reads "Salt & Hon". All other posters fit. It has a
slightly different shape.)",
     .acts = {triage(21),
              reply(16,
                    "Hi Joan,\n\nThe overview expects posters of 2:3 and cuts what is wider. I will let it "
                    "fit the whole poster on a colored ground instead.",
                    "Live today.", "I change it and look at the other posters.", 300),
              resolve(170,
                      "*Salt & Honey* can be read in full, on a ground taken from the poster's own color. "
                      "The other 18 look as before.")}},

    {.from = "boxoffice@saltmarsh.example",
     .site = "https://tickets.saltmarsh.example",
     .live = true,
     .impact = low_impact,
     .when = desk_ago(43),
     .text = R"(
A subscriber asks whether she can get one receipt for all six of her performances instead of six. I looked in the back
office and found only single ones. Is there a way, or a report I could print?)"},

    {.from = "joan.carver@saltmarsh.example",
     .site = "https://www.saltmarsh.example",
     .page = "https://www.saltmarsh.example/hire",
     .live = true,
     .impact = low_impact,
     .when = desk_ago(560),
     .tier = 3,
     .text = R"(
The form for hiring the studio lets people choose dates in the past, and dates when we play. We then have to write back
each time. Could it know our calendar?)",
     .acts =
         {triage(23),
          reply(27,
                "Hi Joan,\n\nThe past can be excluded at once. Knowing your calendar is a little more, but "
                "the calendar is right beside it. One question: may people ask for days with a matinee only?",
                "No more dates in the past today, the calendar within the week.",
                "I exclude the past and look at how the calendar can be asked.", 1100),
          write(130, "Dates in the past can no longer be chosen. The calendar is next."),
          client(320,
                 "Lovely. About the matinees: yes, from 6 pm on, as long as there is no second show that "
                 "evening.")}},

    {.from = "felix@saltmarsh.example",
     .site = "https://www.saltmarsh.example",
     .live = true,
     .impact = low_impact,
     .when = desk_ago(760),
     .tier = 3,
     .text = R"(
Our press pictures should be downloadable in print quality by journalists, with a password. At the moment I mail them one
by one. Is there something for that already?)",
     .acts = {triage(25),
              reply(20,
                    "Hi Felix,\n\nThere is a press area in your system that was never switched on. I will "
                    "have a look at what it needs and tell you this afternoon.",
                    "An answer today whether it does what you want.",
                    "I switch it on at staging and try it with your pictures.", 200),
              firmly(
                  reply(150,
                        "It does most of it: folders, a password, originals for download. I am still "
                        "checking whether the pictures' credits are shown, as your photographers will want.",
                        "A test area for you to try.",
                        "I send you the link and a password for the test area.", 400))}},

    {.from = "boxoffice@saltmarsh.example",
     .site = "https://tickets.saltmarsh.example",
     .live = true,
     .impact = cosmetic_or_new,
     .when = desk_ago(1700),
     .tier = 4,
     .text = R"(
We would like to sell gift vouchers with our own pictures on them. At the moment they look like an invoice. Three designs
would be enough.)",
     .acts = {triage(34),
              reply(22,
                    "Hi Bea,\n\nThe vouchers can carry a picture each. Could you send me the three designs, "
                    "148 by 105 mm, and tell me where the amount should stand?",
                    "Two days from when the designs are here.", "You send the designs.", 600),
              wait()}},

    {.from = "joan.carver@saltmarsh.example",
     .site = "https://staging.saltmarsh.example",
     .live = false,
     .impact = cosmetic_or_new,
     .when = desk_ago(1900),
     .tier = 4,
     .text = R"(
For the next season we want the calendar to show which performances are relaxed, captioned or signed, with a filter. We
have had the symbols drawn already.)",
     .acts = {triage(20),
              reply(20,
                    "Hi Joan,\n\nA very good idea, and the calendar has room for it. It is about ten hours, "
                    "all within your agreement if we spread it over two months.",
                    "The symbols this month, the filter next month.",
                    "I add the three marks to the performances in the editor.", 900),
              reply(700,
                    "The three marks can be set in the editor on staging, and the symbols appear in the "
                    "list. Please try it with two or three performances.",
                    "Symbols live by the end of the month.", "You try the editor; I begin with the filter.",
                    2800)}},
};

}  // namespace

std::span<const Story> saltmarsh_stories() {
  return all;
}

}  // namespace punctual::app::demo
