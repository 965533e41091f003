#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "desk/queries/mail_facts.h"
#include "desk/text/template.h"

namespace punctual::mail {

/// What the templates in templates/mail read; one for all kinds about a ticket, empty where a kind has no
/// such fact.

struct ExpectationView {
  std::string assignee;
  std::string what_to_expect;
  std::string next_step;
  std::string next_update;
};
BOOST_DESCRIBE_STRUCT(ExpectationView, (), (assignee, what_to_expect, next_step, next_update))

struct EstimateLineView {
  std::string text;
  std::string time;
};
BOOST_DESCRIBE_STRUCT(EstimateLineView, (), (text, time))

struct EstimateView {
  std::string number;
  std::string plan;
  text::SafeHtml plan_html;
  std::vector<EstimateLineView> lines;
  std::string covered;  ///< empty: nothing
  std::string extra;    ///< empty: nothing is beyond the allowance
  std::string price;
  std::string expires;
  std::string answer;
  std::string decided_by;
};
BOOST_DESCRIBE_STRUCT(EstimateView, (),
                      (number, plan, plan_html, lines, covered, extra, price, expires, answer, decided_by))

struct MailView {
  std::string subject;
  std::string preview;  ///< what a mail program shows beside the subject
  std::string desk_name;
  std::string greeting;
  std::string ref;
  std::string url;
  std::string goes_on;
  bool link_of_other = false;
  std::string summary;
  std::string answer_by;
  std::string clock_starts;
  std::string author;
  std::string body;
  text::SafeHtml body_html;
  std::optional<ExpectationView> expectation;
  std::string tier;
  std::string client_name;
  std::string contact_name;
  std::string impact;
  std::string site;
  std::string clock;
  std::string stage;
  std::string due;
  std::string assignee;
  std::string why;
  std::optional<EstimateView> estimate;
  std::string record;
};
BOOST_DESCRIBE_STRUCT(MailView, (),
                      (subject, preview, desk_name, greeting, ref, url, goes_on, link_of_other, summary,
                       answer_by, clock_starts, author, body, body_html, expectation, tier, client_name,
                       contact_name, impact, site, clock, stage, due, assignee, why, estimate, record))

/// The same of mails about an account.
struct AccountMailView {
  std::string subject;
  std::string preview;
  std::string desk_name;
  std::string greeting;
  std::string author;  ///< who invites
  std::string url;     ///< where the password is set, or another asked for
  std::string due;     ///< until when the link works
};
BOOST_DESCRIBE_STRUCT(AccountMailView, (), (subject, preview, desk_name, greeting, author, url, due))

struct LeftView {
  std::string ref;
  std::string summary;
  std::string due;
  std::string suggested;
  std::string why;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(LeftView, (), (ref, summary, due, suggested, why, url))

/// The same of mails about time off, swaps and hand-offs.
struct RotaMailView {
  std::string subject;
  std::string preview;
  std::string desk_name;
  std::string greeting;
  std::string person;  ///< whose it is
  bool waits = false;  ///< for a decision
  std::string state;   ///< "granted"
  std::string author;  ///< who decided, agreed or withdrew it
  std::string dates;
  std::string note;
  std::string answer;
  std::string taker;  ///< who takes on; empty: the reader
  std::string takes_on;
  std::string gives_up;
  std::vector<LeftView> left;
  bool own = false;
  std::string until;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(RotaMailView, (),
                      (subject, preview, desk_name, greeting, person, waits, state, author, dates, note,
                       answer, taker, takes_on, gives_up, left, own, until, url))

/// The same of mails about a client's agreement.
struct AgreementMailView {
  std::string subject;
  std::string preview;
  std::string desk_name;
  std::string greeting;
  std::string client_name;
  std::string number;
  std::string month;
  std::string corrects;  ///< empty: the statement itself
  std::string why;       ///< of a correction
  std::string total;
  std::string given_back;
  std::string share;  ///< "80 %"
  std::string left;
  std::string granted;
  std::string until;
  std::string held;
  std::string beyond;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(AgreementMailView, (),
                      (subject, preview, desk_name, greeting, client_name, number, month, corrects, why,
                       total, given_back, share, left, granted, until, held, beyond, url))

}  // namespace punctual::mail
