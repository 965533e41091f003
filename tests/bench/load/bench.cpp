#include "bench.h"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace punctual::bench {

int run_bench(const std::string& name, int argc, char** argv,
              const std::function<void(const Started&, Report&)>& run) {
  const char* named = std::getenv("PUNCTUAL_BINARY");
  const Started started{argument(argc, argv, "--binary").value_or(named ? named : "build/release/punctual"),
                        argument(argc, argv, "--folder").value_or("build/bench")};
  try {
    Report report(name, argc, argv);
    run(started, report);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", name.c_str(), error.what());
    return 1;
  }
  return 0;
}

int run_bench_in_new_folder(const std::string& name, int argc, char** argv,
                            const std::function<void(const Started&, Report&)>& run) {
  return run_bench(name, argc, argv, [&](const Started& started, Report& report) {
    std::filesystem::create_directories(started.folder);
    std::string folder = (std::filesystem::absolute(started.folder) / (name + "-XXXXXX")).string();
    if (!::mkdtemp(folder.data()))
      throw std::runtime_error("no folder can be made in " + started.folder.string());
    struct Removed {
      std::filesystem::path path;
      ~Removed() { std::filesystem::remove_all(path); }
    } const removed{folder};
    run({started.program, folder}, report);
  });
}

}  // namespace punctual::bench
