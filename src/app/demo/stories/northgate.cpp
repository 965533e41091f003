#include "app/demo/story.h"

namespace punctual::app::demo {

namespace {

using enum Impact;
using enum Source;

/// A group of dental practices; the booking page is its front door.
constexpr Story all[] = {
    {.from = "colleen@northgatedental.example",
     .site = "https://book.northgatedental.example",
     .live = true,
     .impact = business_stopped,
     .via = api,
     .when = days_ago(14, 9, 20),
     .tier = 1,
     .text = R"(
The online booking shows no free appointments at all, for any of our five practices and for months ahead. Our own calendar
is half empty. The phones are ringing without a pause because of it.)",
     .acts = {triage(5),
              reply(11,
                    "Hi Colleen,\n\nI have it. The booking page gets no answer from the practice calendar "
                    "since 7:30, and shows that as \"nothing free\". I am on the connection between the two.",
                    "Appointments visible again within the hour.",
                    "I restore the connection; meanwhile the page says to call.", 30),
              write(26,
                    "The connection is back for three of the five practices. The other two follow in a few "
                    "minutes."),
              note(10,
                   "The calendar's service account had its password expire. Renewed, reminder set four weeks "
                   "ahead."),
              resolve(22,
                      "All five practices offer appointments again, and eleven have been booked in the last "
                      "quarter of an hour. When the calendar cannot be asked, the page now says so instead "
                      "of pretending to be full.")}},

    {.from = "victor@northgatedental.example",
     .site = "https://www.northgatedental.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(13, 11, 5),
     .tier = 3,
     .text = R"(
Dr. Amy Sato joins us in Riverside next month. What is the right way to add her: a new page, or a new entry somewhere? The
other dentists appear on three different pages and I do not want to forget one.)",
     .acts = {triage(24),
              reply(
                  22,
                  "Hi Victor,\n\nOne entry is enough: under *People*, *Add dentist*. The three pages collect "
                  "from there. If you set \"Visible from\", she appears on her first day by herself.",
                  "You add her; I look over it once she is in.",
                  "You fill in the entry, as a draft if you like.", 540),
              client(200,
                     "Done as a draft, with her first day as the date. The portrait looks a little dark next "
                     "to the others."),
              resolve(45,
                      "The entry is complete, and I brightened the portrait to match. She will appear in "
                      "Riverside, in the team list and in the booking on her first day.")}},

    {.from = "colleen@northgatedental.example",
     .site = "https://www.northgatedental.example",
     .page = "https://www.northgatedental.example/contact",
     .live = true,
     .impact = degraded,
     .via = staff,
     .when = days_ago(12, 8, 50),
     .tier = 2,
     .text = R"(
Colleen on the phone: nobody has received anything through the contact form since Thursday. Usually about ten messages a
day arrive at the front desk. The form itself says "Thank you". She worries about the messages of the last days.)",
     .acts =
         {triage(4),
          reply(33,
                "Hi Colleen,\n\nGood news first: all messages are stored, 34 of them since Thursday. They "
                "are not passed on because your front desk's mailbox is full and refuses them.",
                "The stored messages to you within the hour.",
                "I send them to your own address now, and again to the front desk once there is room.", 180),
          wait(20),
          client(90,
                 "We cleared the mailbox. Could you send the 34 there, too? And can we be warned next time?"),
          resolve(50,
                  "All 34 are in the front desk's mailbox. If a message is refused from now on, you and "
                  "Victor get a mail about it the same hour.")}},

    {.from = "victor@northgatedental.example",
     .site = "https://www.northgatedental.example",
     .live = true,
     .impact = cosmetic_or_new,
     .when = days_ago(9, 13, 0),
     .tier = 4,
     .text = R"(
Could we get a strip above the header that we can switch on ourselves when a practice is closed? Something like
"Riverside is closed on Tuesday, call Harbor Street instead", for chosen practices and with an end date.)",
     .acts = {triage(27),
              reply(21,
                    "Hi Victor,\n\nThat is a small block with four fields: text, practices, from, until. "
                    "About three hours, which your agreement covers this month.",
                    "Ready for you by the end of the week.", "I build it on staging and show it to you.",
                    1000),
              write(620,
                    "It is on staging, under *Notices*. Please try it with a sentence of your own before I "
                    "put it live."),
              client(150, "Works nicely, also on the phone. Please put it live."),
              resolve(
                  40,
                  "*Notices* is live for all five practices. Editors of a practice can switch their own.")}},

    {.from = "colleen@northgatedental.example",
     .site = "https://www.northgatedental.example",
     .live = true,
     .impact = business_stopped,
     .when = days_ago(8, 10, 15),
     .tier = 1,
     .text = R"(
The website is down! White page, it only says:

    Error establishing a database connection

Booking, directions, everything gone. Please call me, 555-0142.)",
     .acts = {triage(21),
              reply(28, R"(Hi Colleen,

I am sorry that this took longer than we promise. The database had stopped after running out of memory. It is starting now,
and I have just seen the first pages come back.)",
                    "The whole site back in a few minutes, an explanation today.",
                    "I watch it start and then look for what used the memory.", 60),
              write(22,
                    "The site and the booking have been up for fifteen minutes. I now look for the cause."),
              review(15,
                     "First reply 19 minutes late: the request came through the form while the phone line "
                     "had it as a duplicate. To be raised on Thursday."),
              resolve(110,
                      "The cause was a statistics job that read ten years of bookings at once. It now reads "
                      "a month at a time and runs at night. I called as well, and you have a summary for "
                      "your team by mail.")}},

    {.from = "victor@northgatedental.example",
     .site = "https://www.northgatedental.example",
     .page = "https://www.northgatedental.example/practices/harbor-street",
     .live = true,
     .impact = low_impact,
     .when = days_ago(6, 15, 45),
     .tier = 3,
     .text = R"(
The map of the Harbor Street practice points to the building we left in March. The address below it is right. Two patients
stood before the wrong door this week.)",
     .acts = {triage(12),
              reply(15,
                    "Hi Victor,\n\nThe map keeps its own coordinates, and those are still the old ones. I am "
                    "setting it to the new door and checking the other four.",
                    "Right by tomorrow morning.", "I correct it and clear the copies that browsers keep.",
                    300),
              resolve(55,
                      "Harbor Street's map points to the new entrance. The other four were right. Maps now "
                      "follow the address, so they cannot drift apart again.")}},

    {.from = "colleen@northgatedental.example",
     .site = "https://staging.northgatedental.example",
     .live = false,
     .impact = cosmetic_or_new,
     .when = days_ago(5, 9, 10),
     .tier = 4,
     .text = R"(
We need a page about which insurance plans each practice takes. It is a table of 14 plans and 5 practices, which changes
every quarter. Ideally our office can keep it.)",
     .acts = {triage(33),
              reply(24,
                    "Hi Colleen,\n\nA table your office can edit is quickly made; I would take the rows from "
                    "a spreadsheet you upload. About four hours, two of them beyond your agreement.",
                    "With your consent to the two hours: ready in three days.",
                    "You say yes or no to the plan; I hold a place for Thursday.", 900),
              wait(),
              by_the_clock(client(
                  400, "Two hours are fine. The spreadsheet is with Victor, he sends it this evening.")),
              write(60, "Thank you. I begin with the upload, the look is the smaller part."),
              resolve(480,
                      "The page is live: 14 plans, 5 practices, made from your spreadsheet. Upload a new one "
                      "each quarter and it follows.")}},

    {.from = "victor@northgatedental.example",
     .site = "https://www.northgatedental.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(2, 10, 30),
     .tier = 3,
     .text = R"(
On my phone the menu does not open. I tap the three lines and nothing happens. Might be my phone, it is an old one, but a
colleague has it, too.)",
     .acts = {triage(15), retier(12, 2),
              review(1,
                     "Not only old phones: half of the mobile visitors are affected since yesterday's "
                     "release. Tier 2."),
              reply(10,
                    "Hi Victor,\n\nIt is not your phone. A script of yesterday's release fails on most "
                    "phones. I am taking that part back.",
                    "The menu works again within the hour.",
                    "I take the change back and test with six phones.", 90),
              resolve(40,
                      "The menu opens again on everything we could lay hands on, your model included. Thank "
                      "you for writing although you thought it was your phone.")}},
};

}  // namespace

std::span<const Story> northgate_stories() {
  return all;
}

}  // namespace punctual::app::demo
