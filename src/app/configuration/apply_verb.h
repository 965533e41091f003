#pragma once

#include <string>

#include "app/config.h"

namespace punctual::app {

/// How `apply` is to go about it.
struct ApplyOptions {
  std::string file;
  bool yes = false;
  bool dry_run = false;
  bool json = false;
};

/// Shows what the file changes, asks, and makes it so. The exit status: 0 applied, or nothing to change;
/// 3 a dry run that found changes, or a no; 2 a file or use that is wrong; 1 it could not be done.
int run_apply(const Config& config, const ApplyOptions& options);

}  // namespace punctual::app
