#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace punctual::batch {

/// Whole lines, enough of them to be worth handing to a thread.
struct Block {
  std::string lines;         // each with its line feed, but for the last of the input
  std::size_t too_long = 0;  // lines left out because nobody would answer them
};

/// Cuts a stream into blocks of lines without waiting for more input than there is, and without keeping more
/// of it than one block and one line.
class LineBlocks {
 public:
  static constexpr std::size_t longest_line = 8 << 20;

  explicit LineBlocks(std::istream& in) : in_(in) {}
  /// False at the end of the input.
  bool next(Block& block);

 private:
  void take(std::string_view piece, Block& block);

  std::istream& in_;
  std::string partial_;    // the beginning of a line whose end was not read yet
  bool skipping_ = false;  // amid a line that is too long
  std::string buffer_;
};

}  // namespace punctual::batch
