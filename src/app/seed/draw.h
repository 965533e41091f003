#pragma once

#include <cstdint>
#include <span>

namespace punctual::app::seed {

/// Numbers that look drawn by chance and are the same in every run: one sequence a ticket (splitmix64).
class Draw {
 public:
  explicit Draw(std::uint64_t number) : state_(number) {}

  std::int64_t below(std::int64_t end) {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<std::int64_t>(((mixed ^ (mixed >> 31)) >> 1) % static_cast<std::uint64_t>(end));
  }
  template <class T>
  const T& of(std::span<const T> values) {
    return values[static_cast<std::size_t>(below(std::ssize(values)))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace punctual::app::seed
