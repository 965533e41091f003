#include "app/demo/story.h"

namespace punctual::app::demo {

namespace {

using enum Impact;
using enum Source;

/// A furniture maker with a shop and stricter targets than the others.
constexpr Story all[] = {
    {.from = "ingrid@marrowandpine.example",
     .site = "https://shop.marrowandpine.example",
     .page = "https://shop.marrowandpine.example/configure/harrow-table",
     .live = true,
     .impact = degraded,
     .when = days_ago(15, 13, 30),
     .tier = 2,
     .text = R"(
The configurator shows a wrong price for the Harrow table in walnut: $1,940 instead of $2,480 at 220 cm. Oak is right. Two
people have ordered at the lower price. We will honor those, but not many more.)",
     .acts = {triage(7),
              reply(12,
                    "Hi Ingrid,\n\nWalnut above 200 cm has no surcharge in the price table, so it falls back "
                    "to oak. I have taken that one combination off sale until it is right; everything else "
                    "can be ordered.",
                    "The right price back this afternoon.",
                    "I complete the table with your list of March and check all lengths.", 120),
              resolve(
                  85,
                  "Walnut is back with the right surcharge at every length. I compared all 96 combinations "
                  "with your list; only this one was missing. The two orders are marked for you.")}},

    {.from = "noel@marrowandpine.example",
     .site = "https://shop.marrowandpine.example",
     .page = "https://shop.marrowandpine.example/checkout",
     .live = true,
     .impact = business_stopped,
     .via = api,
     .when = days_ago(13, 9, 0),
     .tier = 1,
     .text = R"(
Checkout ends in an error for everybody since the release this morning. Our log says:

```
Fatal error: Uncaught TypeError: ShippingQuote::forWeight(): Argument #1 ($grams) must be of type int, float given
  in /app/src/Shipping/ShippingQuote.php:48
  #0 /app/src/Checkout/Totals.php(112): ShippingQuote->forWeight(48250.5)
  #1 /app/src/Checkout/CheckoutController.php(77): Totals->withShipping()
```

Half a gram, apparently.)",
     .acts = {triage(4),
              reply(6,
                    "Hi Noel,\n\nHalf a gram it is; thank you for the trace. I am taking this morning's "
                    "release back, which is the quickest way to a working checkout.",
                    "A working checkout in about ten minutes.",
                    "I take the release back and place a test order.", 30),
              resolve(16,
                      "The former release is live and I have placed a test order. The corrected one rounds "
                      "weights to whole grams and goes out tomorrow, with your trace as one of its tests.")}},

    {.from = "hana@marrowandpine.example",
     .site = "https://www.marrowandpine.example",
     .page = "https://www.marrowandpine.example/delivery",
     .live = true,
     .impact = cosmetic_or_new,
     .when = days_ago(11, 10, 50),
     .tier = 4,
     .text = R"(
On the delivery page it says "We deliver within the contiguous Untied States". I laughed, but it should be changed. Also
"white glove" and "white-glove" are both used.)",
     .acts = {triage(26),
              resolve(15,
                      "Hi Hana,\n\nThe States are united again, and it is \"white-glove\" throughout. I read "
                      "the rest of the page as well and found nothing else.")}},

    {.from = "hana@marrowandpine.example",
     .site = "https://www.marrowandpine.example",
     .page = "https://www.marrowandpine.example/rooms",
     .live = true,
     .impact = low_impact,
     .when = days_ago(9, 9, 40),
     .tier = 3,
     .text = R"(
The room pictures are cropped badly on wide screens: of the dining room you see mostly floor. I uploaded them in the size
your guide asks for (2400 x 1600).)",
     .acts = {triage(15),
              reply(20,
                    "Hi Hana,\n\nYour pictures are right; the guide is older than the wide layout. I will "
                    "set a focus point for each room, so that the furniture stays in view.",
                    "All twelve rooms today.", "I set the focus points and look at them on a wide screen.",
                    240),
              resolve(140,
                      "All twelve rooms keep their furniture in view now, up to 2560 pixels. The guide has a "
                      "new section on it."),
              by_the_clock(client(200,
                                  "Eleven look great. The reading corner still shows half a lamp and no "
                                  "chair, on my laptop at least.")),
              write(35, "You are right, I had set the focus on the lamp. One moment."),
              resolve(
                  20,
                  "The chair is back in its corner. I looked at it in your laptop's resolution this time.")}},

    {.from = "noel@marrowandpine.example",
     .site = "https://shop.marrowandpine.example",
     .live = true,
     .impact = low_impact,
     .when = days_ago(7, 14, 30),
     .tier = 3,
     .text = R"(
We renamed the Alba range to Linden. The old product addresses should lead to the new ones, about 40 of them. Search engines
still send us 300 visitors a week to /alba-something. I have a list:

    /p/alba-bench-120   ->  /p/linden-bench-120
    /p/alba-bench-160   ->  /p/linden-bench-160
    /p/alba-stool       ->  /p/linden-stool

and so on, always the same pattern.)",
     .acts = {triage(11),
              reply(18,
                    "Hi Noel,\n\nA pattern is all I need. I will turn it into one rule, and check it against "
                    "your list of products so that nothing leads nowhere.",
                    "Live tomorrow morning.", "I add the rule and try every product of the range.", 300),
              resolve(150,
                      "All 43 old addresses lead to their Linden products. Two had no successor and lead to "
                      "the range's page; they are alba-tray and alba-coaster.")}},

    {.from = "ingrid@marrowandpine.example",
     .site = "https://shop.marrowandpine.example",
     .page = "https://shop.marrowandpine.example/p/fenwick-sofa",
     .live = true,
     .impact = degraded,
     .when = days_ago(5, 11, 20),
     .tier = 2,
     .text = R"(
Product pages with many fabrics have become slow, the Fenwick sofa takes 7 seconds on my phone until I see anything. There
are 64 fabric swatches on that page. Before the new swatches it was fine.)",
     .acts =
         {triage(8),
          reply(
              15,
              "Hi Ingrid,\n\nThe new swatches are full-size photographs, 64 of them before the first picture "
              "of the sofa. I am letting the sofa come first and the swatches follow in their shown size.",
              "Quick pages again tomorrow at the latest.",
              "I change the order of loading and measure with a slow phone.", 330),
          note(90, "18.4 MB down to 1.1 MB; first picture after 1.3 s on a throttled phone."),
          resolve(150,
                  "The sofa appears after 1.3 seconds on a slow phone, down from 7. The swatches load as you "
                  "scroll, in the size they are shown. The same goes for all 38 products with fabrics.")}},

    {.from = "noel@marrowandpine.example",
     .site = "https://shop.marrowandpine.example",
     .live = true,
     .impact = low_impact,
     .via = api,
     .when = days_ago(4, 8, 40),
     .tier = 3,
     .text = R"(
Automatic report of the shop's product feed: **17 products refused**, field `availability` is empty. All 17 are made to
order. The other 402 were accepted.)",
     .acts =
         {triage(14),
          reply(27,
                "Hi Noel,\n\nMade-to-order products have no stock, and the feed leaves the field empty for "
                "them. They should say \"backorder\" with their lead time.",
                "In tonight's feed, so that they are back by tomorrow.",
                "I map made-to-order to backorder and check the feed by hand.", 300),
          resolve(
              110,
              "Today's feed was accepted in full: 419 products. Made-to-order ones carry their lead time.")}},

    {.from = "hana@marrowandpine.example",
     .site = "https://shop.marrowandpine.example",
     .live = true,
     .impact = degraded,
     .when = desk_ago(380),
     .tier = 2,
     .text = R"(
The code FIRSTHOME from our newsletter is refused with "This code has expired", although it should hold until the end of
the month. The newsletter went out an hour ago to 11,000 people.)",
     .acts = {triage(5),
              reply(9,
                    "Hi Hana,\n\nThe code's end was entered with last year's date. I have corrected it; it "
                    "is accepted from now on. I am looking for the people who were refused.",
                    "The code works now; a list of who was refused within two hours.",
                    "I collect the refused carts for you.", 120),
              resolve(
                  75,
                  "The code holds until the end of the month. 29 people were refused before the correction; "
                  "their addresses are in your shop's report folder, should you want to write to them.")}},

    {.from = "ingrid@marrowandpine.example",
     .site = "https://shop.marrowandpine.example",
     .page = "https://shop.marrowandpine.example/cart",
     .live = true,
     .impact = degraded,
     .when = desk_ago(33),
     .text = R"(
Shipping to Alaska and Hawaii is offered as free in the cart. It should ask people to call us for a quote, as it did last
week. We noticed because of an order for a wardrobe to Juneau.)"},

    {.from = "noel@marrowandpine.example",
     .site = "https://shop.marrowandpine.example",
     .page = "https://shop.marrowandpine.example/account/login",
     .live = true,
     .impact = business_stopped,
     .via = api,
     .when = desk_ago(150),
     .tier = 1,
     .text = R"(
Trade customers cannot sign in. They get "Session expired" right after entering the right password, again and again. Retail
customers are not affected, they rarely sign in. Trade is 60 % of our orders on a weekday.

    POST /account/login  302 -> /account
    GET  /account        302 -> /account/login?reason=expired)",
     .acts =
         {triage(5),
          reply(8,
                "Hi Noel,\n\nI have it and can repeat it with our trade account. The session is written but "
                "not found again on the next page, which points at the store we moved yesterday.",
                "I write every hour until trade can sign in.", "I compare the session store of both servers.",
                60),
          note(25,
               "Server 2 still writes to the old store. Half of the sign-ins land there; with two redirects "
               "nearly everybody fails once."),
          firmly(reply(
              32,
              "Found: one of the two servers still uses yesterday's store. I have taken it out, so "
              "sign-ins work on the other one, a little slower. Please ask two or three customers to try.",
              "Sign-in works as of now; the second server returns this afternoon.",
              "I set the second server right, test it alone and bring it back.", 95))}},

    {.from = "hana@marrowandpine.example",
     .cc = "ingrid@marrowandpine.example",
     .site = "https://staging.marrowandpine.example",
     .live = false,
     .impact = cosmetic_or_new,
     .when = desk_ago(1100),
     .tier = 4,
     .text = R"(
We are photographing the new lookbook next week and would like a page for it: full-width pictures one below the other, a
few words between them, and dots on the furniture that lead to the product. A bit like the rooms, but calmer.)",
     .acts = {triage(24),
              reply(21,
                    "Hi Hana,\n\nLovely. The dots exist in the rooms already, so it is mostly a calmer "
                    "layout. I will sketch two versions for you to choose from.",
                    "Two sketches within three days, the page a week after you chose.",
                    "I draw the sketches with pictures of the last lookbook.", 1000),
              reply(610,
                    "Both sketches are in your folder: one with the words between the pictures, one with the "
                    "words beside them. No hurry before your shoot.",
                    "I begin as soon as you have chosen; it takes about a week.",
                    "You choose; until then I prepare the dots.", 1300)}},

    {.from = "noel@marrowandpine.example",
     .site = "https://shop.marrowandpine.example",
     .page = "https://shop.marrowandpine.example/c/storage",
     .live = true,
     .impact = low_impact,
     .when = desk_ago(640),
     .tier = 3,
     .text = R"(
In the storage category the filter "Width" offers 40 values from 38 cm to 241 cm. Nobody uses it. Ranges would be better,
say up to 60, 60 to 100, 100 to 160, above.)",
     .acts = {triage(20),
              reply(22,
                    "Hi Noel,\n\nRanges make sense, and the filter can do them for any measure. I will set "
                    "yours for storage and look whether tables and benches would gain from it, too.",
                    "On staging in two days.", "I set the ranges up on staging with your real products.",
                    560),
              reply(250,
                    "Ranges are on staging for storage. For tables I would suggest lengths by number of "
                    "seats; have a look and tell me.",
                    "Live by the end of the week.",
                    "You look at staging; I wait with tables until I hear from you.", 900)}},
};

}  // namespace

std::span<const Story> marrow_pine_stories() {
  return all;
}

}  // namespace punctual::app::demo
