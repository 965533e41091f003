#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace punctual::desk {

/// The whole numbers a link's token begins with, a dash after each; nothing where it is no such token.
/// Whether the rest proves them, is the caller's to check.
template <std::size_t Count>
std::optional<std::array<std::int64_t, Count>> numbers_in(std::string_view token) {
  std::array<std::int64_t, Count> numbers{};
  for (auto& number : numbers) {
    const auto dash = token.find('-');
    if (dash == std::string_view::npos || dash == 0) return std::nullopt;
    const auto [end, error] = std::from_chars(token.data(), token.data() + dash, number);
    if (error != std::errc{} || end != token.data() + dash || number < 1) return std::nullopt;
    token.remove_prefix(dash + 1);
  }
  return numbers;
}

}  // namespace punctual::desk
