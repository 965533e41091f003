#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "web/pages/request_form.h"

namespace punctual::web {

/// What the template page/request_form reads; made by `view_of`.

struct ProblemView {
  std::string href;  ///< the field's id; empty where it is about the whole
  std::string message;
};
BOOST_DESCRIBE_STRUCT(ProblemView, (), (href, message))

struct KeptView {
  std::string name;
  std::string size;
};
BOOST_DESCRIBE_STRUCT(KeptView, (), (name, size))

struct FieldView {
  std::string id;
  std::string value;
  std::string error;
};
BOOST_DESCRIBE_STRUCT(FieldView, (), (id, value, error))

struct YesNoView {
  std::string id;
  bool yes = false;
  bool no = false;
  std::string error;
};
BOOST_DESCRIBE_STRUCT(YesNoView, (), (id, yes, no, error))

struct WordsView {
  std::string id;
  std::string value;
  std::string error;
  std::size_t limit = 0;
};
BOOST_DESCRIBE_STRUCT(WordsView, (), (id, value, error, limit))

struct ChoiceView {
  std::string value;
  std::string label;
  std::string hint;
  bool checked = false;
};
BOOST_DESCRIBE_STRUCT(ChoiceView, (), (value, label, hint, checked))

struct ChoicesView {
  std::string id;
  std::string error;
  std::vector<ChoiceView> choices;
};
BOOST_DESCRIBE_STRUCT(ChoicesView, (), (id, error, choices))

struct AttachmentsView {
  std::string id;
  std::string error;
  bool has_kept = false;
  std::vector<KeptView> kept;
  std::int64_t most_bytes = 0;
  std::size_t most_files = 0;
  std::string most_size;
};
BOOST_DESCRIBE_STRUCT(AttachmentsView, (), (id, error, has_kept, kept, most_bytes, most_files, most_size))

struct RequestFormView {
  std::string nonce;
  bool has_problems = false;
  std::vector<ProblemView> problems;
  FieldView name;
  FieldView email;
  FieldView company;
  FieldView cc;
  FieldView site;
  FieldView page;
  YesNoView live;
  WordsView description;
  ChoicesView impact;
  AttachmentsView attachments;
};
BOOST_DESCRIBE_STRUCT(RequestFormView, (),
                      (nonce, has_problems, problems, name, email, company, cc, site, page, live, description,
                       impact, attachments))

RequestFormView view_of(const RequestForm& form, const FormLimits& limits);
std::vector<ProblemView> problem_views(const std::vector<FieldError>& errors);
std::vector<KeptView> kept_views(const std::vector<KeptFile>& kept);

}  // namespace punctual::web
