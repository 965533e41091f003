#pragma once

#include <optional>
#include <string>

#include "app/config.h"

namespace punctual::app {

struct PreviewOptions {
  std::string name;                 ///< of a mail: "received"; empty: all are listed
  std::string file;                 ///< a desk.toml instead of the desk; empty: none
  std::optional<std::string> part;  ///< "text" or "html" alone
  bool source = false;              ///< `name` is a template's; print what it is made of
};

/// Prints a mail as this desk would write it, about a request that never was; where the folder holds no desk,
/// as it is built in.
int preview_mail(const Config& config, const PreviewOptions& options);

}  // namespace punctual::app
