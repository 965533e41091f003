#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "desk/text/template.h"
#include "web/pages/desk_line.h"
#include "web/pages/estimate_page.h"

namespace punctual::web {

struct EstimateLineView {
  std::string text;
  std::string time;
};
BOOST_DESCRIBE_STRUCT(EstimateLineView, (), (text, time))

/// The form; only where something can be decided.
struct EstimateFormView {
  std::string name;
  std::string name_error;
  std::string error;
  std::string approve;  ///< the words of its button
};
BOOST_DESCRIBE_STRUCT(EstimateFormView, (), (name, name_error, error, approve))

/// What the template page/estimate reads.
struct EstimatePageView {
  Frame frame;
  std::optional<DeskLine> desk_line;
  std::string title;
  std::string ref;
  std::string summary;
  std::string path;
  text::SafeHtml plan_html;
  std::vector<EstimateLineView> lines;
  std::string covered;
  std::string extra;
  std::string price;
  std::string state;      ///< a sentence: what became of it, or until when it can be approved
  std::string not_taken;  ///< why an answer that was sent changed nothing
  std::optional<EstimateFormView> form;
  std::string foot_note;
};
BOOST_DESCRIBE_STRUCT(EstimatePageView, (),
                      (frame, desk_line, title, ref, summary, path, plan_html, lines, covered, extra, price,
                       state, not_taken, form, foot_note))

EstimatePageView view_of(const EstimatePage& page);

}  // namespace punctual::web
