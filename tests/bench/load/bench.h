#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "report.h"

namespace punctual::bench {

/// What every bench is started with: `[--binary build/release/punctual] [--folder build/bench] [--json
/// FILE]`.
struct Started {
  std::string program;
  std::filesystem::path folder;
};

/// Runs a bench and reports; what it throws is said under its name, and the status is 1.
int run_bench(const std::string& name, int argc, char** argv,
              const std::function<void(const Started&, Report&)>& run);

/// The same in a new folder below the one named, on a disk, gone when the bench is over.
int run_bench_in_new_folder(const std::string& name, int argc, char** argv,
                            const std::function<void(const Started&, Report&)>& run);

}  // namespace punctual::bench
