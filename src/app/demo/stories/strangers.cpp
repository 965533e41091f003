#include "app/demo/story.h"

namespace punctual::app::demo {

namespace {

using enum Impact;
using enum Source;

/// People whose address belongs to no client.
constexpr Story all[] = {
    {.from = "growth@rank-rocket.example",
     .name = "Kevin",
     .company = "Rank Rocket",
     .site = "https://www.quillmoor.example",
     .live = true,
     .impact = business_stopped,
     .when = days_ago(13, 10, 0),
     .tier = 4,
     .pod = "Basalt",
     .text = R"(
Dear owner, I was on your website and found 37 ERRORS that cost you customers every day!! We bring you to page one
GUARANTEED, first month free. Reply YES and I call you today. https://rank-rocket.example/offer?ref=8841)",
     .acts = {spam(25)}},

    {.from = "p.lindgren@postbox.example",
     .name = "Petra Lindgren",
     .site = "https://www.brightwater.example",
     .page = "https://www.brightwater.example/journal/knots",
     .live = true,
     .impact = cosmetic_or_new,
     .when = days_ago(11, 13, 20),
     .tier = 4,
     .pod = "Juniper",
     .text = R"(
Hello, I am only a reader. In the article about knots, the link "printable card" leads nowhere. I saw your name at the
bottom of the page and thought you might like to know.)",
     .acts = {triage(30), resolve(25,
                                  "Dear Petra,\n\nThank you for taking the time. The card had been moved; "
                                  "the link leads to it again.")}},

    {.from = "amelia.frost@oldmill-press.example",
     .name = "Amelia Frost",
     .company = "Old Mill Press",
     .site = "https://www.oldmill-press.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(9, 15, 10),
     .tier = 3,
     .pod = "Basalt",
     .text = R"(
We are a small publisher and our website was made by somebody who has retired. Would you take over the care of a site you
did not build? It is about 200 pages and a small shop. Who would be the right person to talk to?)",
     .acts = {triage(14),
              resolve(
                  29,
                  "Dear Amelia,\n\nYes, we do that, after a look at what is there. Rafael Quintero will call "
                  "you this week; he looks after everything that concerns new agreements. Until then, please "
                  "make sure that you hold the domain's and the server's passwords yourselves.")}},

    {.from = "colleen.byrne@homemail.example",
     .name = "Colleen Byrne",
     .company = "Northgate Dental",
     .site = "https://www.northgatedental.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(7, 8, 20),
     .tier = 3,
     .pod = "Basalt",
     .text = R"(
Writing from home as I cannot get into my work mail: the editor does not accept my password any more. Could you set it
anew? I am on the early shift tomorrow and should change the opening hours.)",
     .acts = {triage(22),
              review(4, "Private address. Called her at the practice before doing anything; it is her."),
              reply(15,
                    "Hi Colleen,\n\nWe have just spoken on the phone, so all is well. You have a link to set "
                    "a new password in your work mail; we never send those to another address.",
                    "You can sign in again as soon as your work mail does.",
                    "You set the password; I see whether it worked.", 300),
              resolve(
                  160,
                  "You signed in at 12:40 and the opening hours are changed. The link has been used up.")}},

    {.from = "offers@cheap-backlinks.example",
     .name = "SEO Team",
     .site = "https://www.quillmoor.example",
     .impact = cosmetic_or_new,
     .when = days_ago(4, 14, 0),
     .tier = 4,
     .pod = "Juniper",
     .text = R"(
500 high quality backlinks for only $49!!! <a href="https://cheap-backlinks.example/buy">CLICK HERE</a> [url=https://cheap-backlinks.example]best price[/url])",
     .acts = {spam(37)}},

    {.from = "theo@studio-larchmont.example",
     .name = "Theo Vance",
     .company = "Studio Larchmont",
     .site = "https://www.marrowandpine.example",
     .page = "https://www.marrowandpine.example/press",
     .live = true,
     .impact = low_impact,
     .when = days_ago(2, 9, 40),
     .tier = 4,
     .pod = "Basalt",
     .text = R"(
I photograph for Marrow & Pine. My name is spelled "Theo Vans" under the pictures on the press page; it is Vance. Hana said
I may write to you directly.)",
     .acts = {triage(26),
              reply(21,
                    "Dear Theo,\n\nOf course. I will correct the name in the pictures' own data, so that it "
                    "is right wherever they appear.",
                    "Right by this afternoon.", "I correct the data of the 14 pictures.", 300),
              resolve(120, "All 14 pictures carry \"Theo Vance\", on the press page and in the downloads.")}},

    {.from = "ronan.keel@tidemark.example",
     .name = "Ronan Keel",
     .company = "Tidemark Rowing Club",
     .site = "https://www.tidemark.example",
     .page = "https://www.tidemark.example/join",
     .live = true,
     .impact = low_impact,
     .when = clock_ago(3),
     .pod = "Basalt",
     .text = R"(
Hi, you built our site two years ago, I think under our old secretary's name. New members say they never get a confirmation
after filling in the form to join. We do get their details, so nothing is lost. Can you help, and what would it cost?)"},

    {.from = "l.moravec@stationhotel.example",
     .name = "Lucie Moravec",
     .company = "Station Hotel",
     .site = "https://www.stationhotel.example",
     .live = true,
     .impact = low_impact,
     .when = desk_ago(615),
     .tier = 3,
     .pod = "Basalt",
     .text = R"(
Our breakfast menu on the website cannot be changed any more, the editor says "This entry is locked by another user", but
we are only two and the other one is me as well, on the old computer. Your name is in the footer. Can you unlock it?)",
     .acts = {triage(48), note(60,
                               "No agreement with them. The site is on our old server, though, so it is ours "
                               "to unlock. Asked Rafael whether we simply do it.")}},
};

}  // namespace

std::span<const Story> strangers_stories() {
  return all;
}

}  // namespace punctual::app::demo
