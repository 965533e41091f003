#include "app/demo/story.h"

namespace punctual::app::demo {

namespace {

using enum Impact;
using enum Source;

/// An outfitter whose shop never closes; its agreement covers nights and weekends.
constexpr Story all[] = {
    {.from = "mara.ellwood@brightwater.example",
     .site = "https://www.brightwater.example",
     .page = "https://www.brightwater.example/checkout/payment",
     .live = true,
     .impact = business_stopped,
     .via = api,
     .when = days_ago(15, 9, 12),
     .tier = 1,
     .text = R"(
**Nobody can check out.** After "Pay now" the page spins for about thirty seconds and then says
"We could not process your payment". It happens with every card we tried, on phones and on desktops.

The last good order is from 8:51 this morning. Normally we would have had forty since then.)",
     .acts =
         {triage(6),
          reply(8, R"(Hi Mara,

I have this and am in the payment log now. Every attempt since 8:52 is refused before it reaches your bank, so your
customers are not being charged.)",
                "Working checkout within the hour; you hear from me every half hour until then.",
                "I am comparing this morning's credentials with the ones the payment service expects.", 30),
          note(
              9,
              R"(The API key of the live payment account was rotated at 8:50 by the payment provider's scheduled
maintenance. The new key never reached our secret store.)"),
          write(
              11,
              R"(Found it: the payment provider replaced a key this morning and our copy was not renewed. I am
putting the new one in place and will test with a real order before I tell you it is over.)"),
          resolve(
              24,
              R"(Checkout works again since 10:04. I placed and refunded one order with a real card, and six
of your customers have paid since.

The key is now read from the provider at each rotation, so the same change cannot stop you again.)")}},

    {.from = "jonas.petit@brightwater.example",
     .site = "https://www.brightwater.example",
     .page = "https://www.brightwater.example/c/tents?season=4&sort=weight",
     .live = true,
     .impact = degraded,
     .when = days_ago(13, 13, 40),
     .tier = 2,
     .text = R"(
Product listings have become very slow since the filters were extended last week. The tents page takes 9 to 12 seconds
for me, boots are similar. Single products are fine.

- with two filters set it is worst
- without any filter it is nearly normal
- our own network is not the reason, it is the same from home)",
     .acts =
         {triage(14),
          reply(17, R"(Hi Jonas,

I can see it from here: filtered listings take eleven seconds, and nearly all of that is one query. Your measurements
were a real help.)",
                "Listings back to about a second by tomorrow noon.",
                "I add the missing index on a copy of your catalogue and measure both.", 400),
          note(150,
               "The weight filter sorts all variants in memory. An index on (category, season, weight) "
               "brings it from 10.8 s to 0.3 s on the copy."),
          write(
              60,
              R"(The cause is confirmed and the remedy works on a copy of your shop: 10.8 seconds become 0.3. I
will put it live tomorrow before you open, when few people are in the shop.)"),
          resolve(320,
                  R"(The new index is live. Tents with two filters now take 0.4 seconds, boots 0.3. I left a
measurement running for the next week; should listings climb above two seconds, we will know before you do.)")}},

    {.from = "mara.ellwood@brightwater.example",
     .cc = "jonas.petit@brightwater.example",
     .site = "https://www.brightwater.example",
     .live = true,
     .impact = business_stopped,
     .via = api,
     .when = days_ago(11, 2, 10),
     .tier = 1,
     .on_call = true,
     .text = R"(
The whole shop answers with an error page, our monitor woke me up:

```
HTTP/1.1 502 Bad Gateway
upstream prematurely closed connection while reading response header
GET / HTTP/1.1, host: "www.brightwater.example"
```

It started at about 1:55. Nothing was changed by us.)",
     .acts =
         {triage(7),
          reply(
              6, R"(Hi Mara,

I am on call tonight and have the shop's servers open in front of me. Two of three have run out of disk space; I am
freeing it now.)",
              "The shop back within half an hour. You can go back to sleep; I will not stop before it works.",
              "I free the disks, restart the two servers and watch the error rate.", 30),
          write(24,
                "Two servers are back and the shop answers again. I am doing the third and then finding out "
                "what filled the disks."),
          resolve(
              45,
              R"(All three servers have been answering since 2:41. An import had written its debug log without
limit and filled the disks within a night. The log now rotates, and we are alerted at 80 % instead of at full.

You lost 46 minutes, at a time with about four visitors a minute. A short report follows by mail.)")}},

    {.from = "dee.harmon@brightwater.example",
     .site = "https://www.brightwater.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(10, 10, 25),
     .tier = 3,
     .text = R"(
How do I schedule the banner on the home page? I would like it to change to the rain jackets on Friday at midnight and
back on Monday, without sitting at my computer. I only find "Publish" and "Unpublish".)",
     .acts =
         {triage(19),
          reply(
              21, R"(Hi Dee,

That is possible without us. Open the banner, choose **Duplicate**, and in the copy set "Visible from" and "Visible
until" in the right-hand column under *Timing*. The old banner comes back by itself when the copy ends. Would you try it
with a banner that starts in five minutes?)",
              "It should take you two minutes; I stay with it until your first scheduled banner has worked.",
              "You try a short one; I look whether it appeared.", 480),
          client(95,
                 "Found it, *Timing* was folded in. My test banner came and went as it should. Thank you!"),
          resolve(20,
                  "Good to hear. The copy for Friday is in place too, I can see it waiting. Have a good "
                  "weekend with the jackets.")}},

    {.from = "jonas.petit@brightwater.example",
     .site = "https://www.brightwater.example",
     .live = true,
     .impact = degraded,
     .when = days_ago(8, 15, 5),
     .tier = 2,
     .text = R"(
Customers tell us that order confirmations land in their spam folder, or do not arrive at all. At least nine since
Monday. From the headers of one of them:

    Authentication-Results: mx.mailhost.example;
      spf=softfail smtp.mailfrom=orders@brightwater.example;
      dkim=none; dmarc=fail (p=quarantine)

We moved our own mail to another provider last week. Can that have to do with it?)",
     .acts =
         {triage(12),
          reply(22, R"(Hi Jonas,

Yes, that is the reason, and the header you sent shows it: with the move, the record that allows the shop to send in your
name was replaced by the new provider's. The shop's own mails now look forged.)",
                "Confirmations arriving normally within the day, once one entry in your DNS is changed.",
                "I send you the two records to enter; your DNS is with you, so I cannot do that part.", 240),
          write(35, R"(Please replace the SPF record of brightwater.example and add the DKIM key:

    brightwater.example.            TXT  "v=spf1 include:_spf.mailhost.example include:_spf.shop.quillmoor.example -all"
    qm1._domainkey.brightwater.example.  CNAME  qm1.dkim.quillmoor.example.

Tell me when they are in, and I test with three mailboxes.)"),
          wait(),
          by_the_clock(client(
              960, "Both are entered, our provider says up to an hour until they are visible everywhere.")),
          resolve(
              75,
              R"(SPF and DKIM pass with all three test mailboxes, and the forty-one confirmations since then
went out cleanly. Mails already in spam folders stay there; if you like, we can send the confirmations of this week once
more.)")}},

    {.from = "dee.harmon@brightwater.example",
     .site = "https://www.brightwater.example",
     .page = "https://www.brightwater.example/cart",
     .live = true,
     .impact = degraded,
     .via = api,
     .when = weekend(1, 11, 20),
     .tier = 2,
     .on_call = true,
     .text = R"(
The weekend code TRAIL15 is taken off twice when the cart holds a gift card: 15 % on everything and again on the gift
card. We can live with it for an hour or two, but not for the whole weekend.)",
     .acts =
         {triage(16),
          reply(19, R"(Hi Dee,

I am on call and can repeat it with one tent and one gift card. For now I have switched the code off for carts that hold a
gift card, so nothing more is given away.)",
                "A proper fix this afternoon, without switching your campaign off.",
                "I correct the rule on the staging shop and run last weekend's carts through it.", 180),
          resolve(
              150,
              R"(Fixed and live: gift cards are left out before the code is applied, once. I ran 600 of your
carts through both versions; only those with gift cards differ. Four orders got the double discount, the list is in your
shop's report folder.)")}},

    {.from = "dee.harmon@brightwater.example",
     .site = "https://www.brightwater.example",
     .page = "https://www.brightwater.example/about/workshop",
     .live = true,
     .impact = cosmetic_or_new,
     .when = days_ago(6, 9, 50),
     .tier = 4,
     .text = R"(
Two small things on the workshop page:

1. "Our repairs are garanteed for two years" is missing a u.
2. The photo of the sewing room is cropped so that Ana's head is cut off on phones.

No hurry at all.)",
     .acts = {triage(31),
              reply(12,
                    "Hi Dee,\n\nBoth are noted. The typo goes out with today's release; for the photo I set "
                    "the focus on Ana so that every crop keeps her in.",
                    "Both done by tomorrow evening.",
                    "I set the photo's focus point and check it at four widths.", 540),
              resolve(260,
                      "Both are live. The photo now keeps Ana's face in the frame at every width, and the "
                      "guarantee has its u.")}},

    {.from = "jonas.petit@brightwater.example",
     .site = "https://www.brightwater.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(5, 14, 10),
     .tier = 3,
     .text = R"(
We renamed three categories and would like the old addresses to lead to the new ones:

| old | new |
|---|---|
| /c/hiking-gear | /c/hiking |
| /c/climbing-gear | /c/climbing |
| /c/sale-last-season | /c/outlet |

Also everything below them, such as /c/hiking-gear/poles.)",
     .acts = {triage(10),
              reply(18,
                    "Hi Jonas,\n\nA table is the nicest way to get redirects, thank you. I will add them as "
                    "permanent ones, with everything below.",
                    "Live tomorrow morning, covered by your agreement.",
                    "I enter the rules and test them with the addresses search engines know.", 500),
              resolve(180,
                      "All three are live as permanent redirects, with their sub-pages. I tested the 84 "
                      "addresses that still get visits."),
              client(110,
                     "Nearly! /c/sale-last-season/boots leads to the outlet's front page instead of to the "
                     "outlet's boots."),
              write(25,
                    "You are right, the outlet's rule dropped the rest of the path. I am correcting it now."),
              resolve(35,
                      "Corrected: everything below the old sale category now keeps its path. I checked all "
                      "eleven sub-pages this time.")}},

    {.from = "mara.ellwood@brightwater.example",
     .site = "https://www.brightwater.example",
     .page = "https://www.brightwater.example/search?q=t-shirt",
     .live = true,
     .impact = degraded,
     .when = days_ago(3, 11, 0),
     .tier = 2,
     .text = R"(
The shop's search finds nothing for "t-shirt", but plenty for "tshirt" and "t shirt". The same with "gore-lined" and
"three-season". I believe it began with yesterday's update. About a third of our visitors use the search.)",
     .acts = {triage(9),
              reply(13,
                    "Hi Mara,\n\nConfirmed, and you dated it right: yesterday's update changed how words "
                    "with a hyphen are split. I am putting the former rule back and rebuilding the index.",
                    "Search as before by this afternoon.",
                    "The index is rebuilding on the second server; it is swapped in when complete.", 180),
              resolve(105,
                      "The index is swapped: \"t-shirt\" finds 212 products again. A test now searches for "
                      "your twenty most frequent hyphenated words after every update.")}},

    {.from = "jonas.petit@brightwater.example",
     .site = "https://www.brightwater.example",
     .live = true,
     .impact = low_impact,
     .via = api,
     .when = desk_ago(430),
     .tier = 3,
     .text = R"(
Our analytics counts purchases twice when people reload the thank-you page. Revenue in the report was 11 % higher than
in the shop last week. The orders themselves are right.)",
     .acts = {triage(9),
              reply(14,
                    "Hi Jonas,\n\nThe purchase event is sent whenever that page is shown, so each reload "
                    "counts. I will tie it to the order number, once.",
                    "Corrected today; last week's figures cannot be repaired, but I can tell you by how much "
                    "they are off.",
                    "I change the tag and compare a few hours of events with orders.", 300),
              resolve(190,
                      "Since the change, 37 orders made 37 purchase events, reloads included. For last week: "
                      "58 of 583 events were doubles.")}},
};

}  // namespace

std::span<const Story> brightwater_stories() {
  return all;
}

}  // namespace punctual::app::demo
