#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "web/pages/desk_line.h"
#include "web/pages/statement_page.h"

namespace punctual::web {

// What the template page/statement reads; an empty text is nothing to say.

struct CorrectedLineView {
  std::string text;
  std::string given;  ///< "1 h and 125.00 USD"
};
BOOST_DESCRIBE_STRUCT(CorrectedLineView, (), (text, given))

struct CorrectionView {
  std::string title;
  std::string reason;
  std::vector<CorrectedLineView> lines;
  std::string sum;  ///< a sentence
};
BOOST_DESCRIBE_STRUCT(CorrectionView, (), (title, reason, lines, sum))

struct TotalView {
  std::string fee;
  std::string work;
  std::string total;
  std::string credited;  ///< by corrections; empty: nothing
  std::string rest;      ///< to pay after that
};
BOOST_DESCRIBE_STRUCT(TotalView, (), (fee, work, total, credited, rest))

struct GrantView {
  std::string what;
  std::string until;
  std::string minutes;
  std::string used_before;
  std::string used;
  std::string expired;
  std::string rest;
};
BOOST_DESCRIBE_STRUCT(GrantView, (), (what, until, minutes, used_before, used, expired, rest))

struct WorkView {
  std::string date;
  std::string note;
  std::string who;
  std::string outcome;
  std::string why;
  std::string time;
  std::string amount;
};
BOOST_DESCRIBE_STRUCT(WorkView, (), (date, note, who, outcome, why, time, amount))

struct WorkedView {
  std::string ref;
  std::string summary;
  std::string time;
  std::vector<WorkView> lines;
};
BOOST_DESCRIBE_STRUCT(WorkedView, (), (ref, summary, time, lines))

struct TermView {
  std::string label;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(TermView, (), (label, value))

struct TermsView {
  std::string title;
  std::vector<TermView> terms;
};
BOOST_DESCRIBE_STRUCT(TermsView, (), (title, terms))

struct HeadView {
  std::string event;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(HeadView, (), (event, hash))

struct StatementPageView {
  Frame frame;
  std::optional<DeskLine> desk_line;
  std::string title;
  std::string about;
  std::string csv;
  std::vector<CorrectionView> corrections;
  std::vector<TotalView> totals;
  std::string held;
  std::vector<GrantView> allowance;
  std::vector<WorkedView> requests;
  std::string promises;
  std::vector<std::string> missed;
  std::string credited;
  std::vector<TermsView> agreement;
  std::vector<HeadView> heads;
  std::string foot_note;
};
BOOST_DESCRIBE_STRUCT(StatementPageView, (),
                      (frame, desk_line, title, about, csv, corrections, totals, held, allowance, requests,
                       promises, missed, credited, agreement, heads, foot_note))

StatementPageView view_of(const StatementPage& page);

}  // namespace punctual::web
