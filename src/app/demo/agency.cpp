#include "app/demo/demo_desk.h"

namespace punctual::app::demo {

namespace {

constexpr auto minutes = Target::of_minutes;
constexpr auto hours = Target::of_hours;
constexpr auto days = Target::of_business_days;

store::PolicyRow policy(std::string name, std::array<sla::Policy, 4> tiers) {
  return {.name = std::move(name), .tiers = tiers};
}

}  // namespace

// First reply, next reply, resolution; tier 1 first.
std::vector<store::PolicyRow> agency_policies(CalendarId desk_calendar, CalendarId around_the_clock,
                                              Target goal, Instant starts_at) {
  std::vector<store::PolicyRow> policies{
      policy("standard", {{{minutes(30), hours(1), hours(8)},
                           {hours(4), hours(4), days(2)},
                           {days(1), days(1), days(5)},
                           {days(2), days(2), days(10)}}}),
      policy("priority", {{{minutes(15), minutes(30), hours(4)},
                           {hours(2), hours(2), days(1)},
                           {hours(4), hours(4), days(3)},
                           {days(1), days(1), days(5)}}}),
      policy("round-the-clock", {{{minutes(30), hours(1), hours(8)},
                                  {hours(2), hours(4), hours(48)},
                                  {hours(24), hours(24), hours(240)},
                                  {hours(48), hours(48), hours(480)}}}),
  };
  for (auto& policy : policies) {
    policy.starts_at = starts_at;
    policy.desk_calendar = desk_calendar;
    policy.goal = goal;
  }
  policies.back().own_calendar = around_the_clock;
  return policies;
}

desk::Profile agency_profile() {
  return {
      .name = "Quillmoor Studio",
      .greeting =
          "Something broken, slow or unclear on your site? Tell us here, and a person takes it from there.",
      .colour = "#0f5c5c",
      .goal = Target::of_hours(1),
      .tiers =
          {{{"Business stopped",
             "Your live site has a serious fault that stops sales or keeps your organization from working."},
            {"Live site impaired",
             "Your live site works worse than it should, but people can still do what they came for."},
            {"Low impact",
             "A known fault in a quiet corner of the site, or a question about how something is done."},
            {"Cosmetic or new",
             "A matter of looks or wording, something new, or anything that is not on the live site."}}},
      .steps =
          {{"We read it", "A Support Coordinator looks at every request and assesses how severe it is."},
           {"A person answers",
            "You hear by name who has your request, what to expect, the next step, and when we write again."},
           {"It is done, and you know",
            "We finish the work and tell you. Not quite right? Answer, and it is open again."}},
      .questions = {{"Will this cost me extra?",
                     "It depends on your support agreement and on how much work the request is. Much of it "
                     "is covered. Where it "
                     "is not, our answer comes with a plan and its price, and **nothing is charged before "
                     "you have agreed to "
                     "it**."},
                    {"How soon will I hear from someone?",
                     "Our goal is a first answer within **one hour** for every request sent through this "
                     "page, counted in our "
                     "business hours. The receipt you get at once comes from a machine; we never count it as "
                     "an answer."},
                    {"How soon will it be solved?",
                     "That depends on what is wrong and on who is free to work on it, so your first answer "
                     "says what to expect. "
                     "What we hold ourselves to is how soon you are answered, by severity:\n\n"
                     "- **Tier 1**, 30 minutes: a serious fault on the live site that stops your business or "
                     "your sales.\n"
                     "- **Tier 2**, 4 hours: the live site works worse than it should, without stopping the "
                     "business.\n"
                     "- **Tier 3**, 1 business day: a known fault with little effect, or a how-to question.\n"
                     "- **Tier 4**, 2 business days: looks, wording, new wishes, and whatever is not on the "
                     "live site."},
                    {"When are you there?",
                     "Monday to Friday, 8 am to 5 pm Eastern time, except on the holidays we announce. Each "
                     "of us works four "
                     "days, Monday to Thursday or Tuesday to Friday. You are looked after by a small team, "
                     "your pod, whose days "
                     "together cover the whole week, so that somebody who knows your site is always in."},
                    {"What if something breaks at night or on a weekend?",
                     "Send it anyway: it is safe with us and among the first things read when we open. We "
                     "cannot promise an "
                     "answer before that, unless your agreement includes cover around the clock."},
                    {"How do I follow my request?",
                     "After sending it you get a private link. It shows who has your request, what happens "
                     "next and everything "
                     "written so far. Answer there."}},
      .availability =
          "We work a four-day week: some of us Monday to Thursday, the others Tuesday to Friday. Every "
          "client belongs "
          "to a pod, a small team whose days together cover all our hours, so one of the people who know "
          "your site is "
          "always in.",
      .out_of_hours =
          "What you send outside our hours is safe with us. We cannot promise an answer before they resume, "
          "unless your own agreement says otherwise.",
      .unknown_policy = "standard",
  };
}

}  // namespace punctual::app::demo
