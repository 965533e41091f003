#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "web/http/body_sink.h"
#include "web/http/form_limits.h"
#include "web/http/header_value.h"
#include "web/http/request.h"
#include "web/http/upload_file.h"

namespace punctual::web {

/// The boundary of a `multipart/form-data` content type; nothing when it is missing or not one of RFC 2046.
std::optional<std::string> multipart_boundary(const HeaderValue& content_type);

/// Reads multipart/form-data (RFC 7578) as it arrives, each byte once: fields into memory, files to the disk.
/// A part with a file name is a file; an input left empty (no name, no bytes) is none. Bare line feeds,
/// transfer encodings, nameless parts and what is not text are malformed.
class MultipartReader final : public BodySink {
 public:
  MultipartReader(std::string_view boundary, const FormLimits& limits, std::filesystem::path folder,
                  Form& into);

  std::optional<Fault> take(std::string_view bytes) override;
  std::optional<Fault> end() override;

 private:
  enum class State { preamble, after_boundary, header, body, epilogue };

  bool find_delimiter(std::string_view& bytes);
  void content(std::string_view bytes);
  void after_boundary(std::string_view& bytes);
  void header(std::string_view& bytes);
  void begin_part();
  void end_part();
  void refuse(Fault fault) { fault_ = fault; }

  const FormLimits limits_;
  const std::filesystem::path folder_;
  Form& form_;
  const std::string delimiter_;  ///< "\r\n--boundary"
  State state_ = State::preamble;
  /// Bytes of the delimiter seen last. The first boundary may open the body without a line before it.
  std::size_t matched_ = 2;
  std::string line_;  ///< what follows a boundary on its line, or the part's header
  std::optional<Fault> fault_;

  std::string name_;
  std::string value_;
  std::optional<std::string> file_name_;
  std::string media_type_;
  std::optional<UploadFile> file_;
  std::size_t text_bytes_ = 0;
  std::size_t parts_ = 0;
};

}  // namespace punctual::web
