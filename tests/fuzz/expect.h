#pragma once

#include <cstdio>
#include <cstdlib>

namespace punctual::fuzz {

/// What does not hold is a crash to libFuzzer, which keeps the input; unlike assert, in every kind of build.
inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "it does not hold that %s\n", what);
  std::abort();
}

}  // namespace punctual::fuzz
