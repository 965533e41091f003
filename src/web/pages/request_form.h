#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ticket/impact.h"

namespace punctual::web {

/// A file that came with a refused form and is kept for the next try.
struct KeptFile {
  std::string name;
  std::int64_t size = 0;  ///< bytes
};

/// What is wrong with one field, named as the form names it; an empty field is about the form as a whole.
struct FieldError {
  std::string field;
  std::string message;  ///< what is wrong and what to do, as a sentence
};

/// The public form, empty or as it was sent.
struct RequestForm {
  std::string nonce;  ///< makes a double click or a resent form one request; names the kept files
  std::string name;
  std::string email;
  std::string company;
  std::string cc;
  std::string site;
  std::string page;
  std::optional<bool> live;
  std::string description;
  std::optional<Impact> impact;
  std::vector<KeptFile> kept;
  std::vector<FieldError> errors;
};

/// How much a form takes.
struct FormLimits {
  std::size_t files = 20;
  std::int64_t bytes = 25'000'000;  ///< of all attachments together
  std::size_t characters = 20'000;  ///< of a description or an answer
};

/// "One thing is missing or wrong", or empty where nothing is.
std::string problems_title(const std::vector<FieldError>& errors);

/// The first message about the field, or empty.
std::string error_of(const std::vector<FieldError>& errors, std::string_view field);

}  // namespace punctual::web
