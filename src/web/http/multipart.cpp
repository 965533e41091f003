#include "web/http/multipart.h"

#include <algorithm>

#include "web/http/part_header.h"
#include "web/http/text.h"

namespace punctual::web {
namespace {

constexpr std::size_t most_header_bytes = 8 * 1024;
constexpr std::size_t most_padding = 64;

bool boundary_character(char c) {
  constexpr std::string_view others = "'()+_,-./:=? ";
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         others.find(c) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> multipart_boundary(const HeaderValue& content_type) {
  const std::string* boundary = content_type.parameter("boundary");
  if (!boundary || boundary->empty() || boundary->size() > 70 || boundary->back() == ' ') return std::nullopt;
  if (!std::ranges::all_of(*boundary, boundary_character)) return std::nullopt;
  return *boundary;
}

MultipartReader::MultipartReader(std::string_view boundary, const FormLimits& limits,
                                 std::filesystem::path folder, Form& into)
    : limits_(limits),
      folder_(std::move(folder)),
      form_(into),
      delimiter_("\r\n--" + std::string(boundary)) {}

std::optional<Fault> MultipartReader::take(std::string_view bytes) {
  while (!bytes.empty() && !fault_) {
    switch (state_) {
      case State::preamble:
        if (find_delimiter(bytes)) state_ = State::after_boundary;
        break;
      case State::after_boundary:
        after_boundary(bytes);
        break;
      case State::header:
        header(bytes);
        break;
      case State::body:
        if (find_delimiter(bytes) && !fault_) end_part();
        break;
      case State::epilogue:
        bytes = {};
        break;
    }
  }
  return fault_;
}

std::optional<Fault> MultipartReader::end() {
  if (state_ != State::epilogue) return Fault::malformed;
  return std::nullopt;
}

/// Takes bytes up to and with the delimiter; true when it is complete. A carriage return stands only at the
/// delimiter's start, so after a mismatch no shorter match can be under way and every byte is looked at once.
bool MultipartReader::find_delimiter(std::string_view& bytes) {
  while (!bytes.empty()) {
    if (matched_ == 0) {
      const auto at = std::min(bytes.find('\r'), bytes.size());
      content(bytes.substr(0, at));
      bytes.remove_prefix(at);
      if (bytes.empty()) return false;
    }
    if (bytes.front() == delimiter_[matched_]) {
      bytes.remove_prefix(1);
      if (++matched_ < delimiter_.size()) continue;
      matched_ = 0;
      return true;
    }
    content(std::string_view(delimiter_).substr(0, matched_));
    matched_ = 0;
  }
  return false;
}

void MultipartReader::content(std::string_view bytes) {
  if (state_ != State::body || bytes.empty() || fault_) return;
  if (file_name_) {
    if (!file_) file_.emplace(folder_);
    file_->write(bytes);
    return;
  }
  text_bytes_ += bytes.size();
  if (value_.size() + bytes.size() > limits_.field_bytes || text_bytes_ > limits_.text_bytes)
    return refuse(Fault::too_large);
  value_.append(bytes);
}

void MultipartReader::after_boundary(std::string_view& bytes) {
  while (!bytes.empty()) {
    line_ += bytes.front();
    bytes.remove_prefix(1);
    if (line_ == "--") {
      state_ = State::epilogue;
      return;
    }
    if (line_.ends_with("\r\n")) {
      if (!trimmed(std::string_view(line_).substr(0, line_.size() - 2)).empty())
        return refuse(Fault::malformed);
      line_.clear();
      state_ = State::header;
      return;
    }
    if (line_.size() > most_padding) return refuse(Fault::malformed);
  }
}

void MultipartReader::header(std::string_view& bytes) {
  while (!bytes.empty()) {
    line_ += bytes.front();
    bytes.remove_prefix(1);
    if (line_.ends_with("\r\n\r\n")) {
      begin_part();
      line_.clear();
      return;
    }
    // A part whose header is empty has no name.
    if (line_ == "\r\n") return refuse(Fault::malformed);
    if (line_.size() > most_header_bytes) return refuse(Fault::too_large);
  }
}

void MultipartReader::begin_part() {
  auto header = parse_part_header(std::string_view(line_).substr(0, line_.size() - 2));
  if (!header) return refuse(Fault::malformed);
  // Inputs left empty count as well: a limit on parts is a limit on work.
  if (++parts_ > limits_.fields + limits_.files) return refuse(Fault::too_large);
  if (header->file_name && form_.files.size() == limits_.files) return refuse(Fault::too_large);
  if (!header->file_name && form_.fields.size() == limits_.fields) return refuse(Fault::too_large);
  name_ = std::move(header->name);
  file_name_ = std::move(header->file_name);
  media_type_ = std::move(header->media_type);
  value_.clear();
  state_ = State::body;
}

void MultipartReader::end_part() {
  state_ = State::after_boundary;
  line_.clear();
  if (!file_name_) {
    if (!is_text(value_)) return refuse(Fault::malformed);
    form_.fields.emplace_back(std::move(name_), std::move(value_));
    return;
  }
  if (!file_ && file_name_->empty()) return;
  if (!file_) file_.emplace(folder_);
  Upload upload = file_->finish();
  file_.reset();
  upload.field = std::move(name_);
  upload.name = *std::move(file_name_);
  upload.media_type = std::move(media_type_);
  form_.files.push_back(std::move(upload));
}

}  // namespace punctual::web
