#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace punctual::bench {

/// A data folder with so many tickets, by `punctual seed`; made once (a million takes a quarter of an hour)
/// and kept in `parent` for the next run. Says on standard error what it makes and how fast. Its file is in
/// the page cache afterwards.
std::filesystem::path seeded_desk(const std::string& program, const std::filesystem::path& parent,
                                  std::int64_t tickets);

}  // namespace punctual::bench
