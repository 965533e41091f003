#include "app/sla/line_blocks.h"

#include <algorithm>
#include <string_view>

namespace punctual::batch {
namespace {

constexpr std::size_t worth_a_thread = 64 << 10;

}  // namespace

bool LineBlocks::next(Block& block) {
  block = {};
  auto& source = *in_.rdbuf();
  while (true) {
    const bool some = !block.lines.empty() || block.too_long > 0;
    if (block.lines.size() >= worth_a_thread) return true;
    // Whoever writes a line and waits for its answer gets it: only what is there already is waited for.
    if (some && source.in_avail() <= 0) return true;
    if (source.sgetc() == std::istream::traits_type::eof()) break;
    const auto ready = std::clamp<std::streamsize>(source.in_avail(), 1, worth_a_thread);
    buffer_.resize(static_cast<std::size_t>(ready));
    const auto got = source.sgetn(buffer_.data(), ready);
    take(std::string_view(buffer_).substr(0, static_cast<std::size_t>(got)), block);
  }
  if (skipping_) ++block.too_long;
  skipping_ = false;
  block.lines += partial_;
  partial_.clear();
  return !block.lines.empty() || block.too_long > 0;
}

void LineBlocks::take(std::string_view piece, Block& block) {
  const auto last = piece.rfind('\n');
  if (last != piece.npos) {
    const auto first = piece.find('\n');
    if (skipping_)
      ++block.too_long;
    else
      block.lines.append(partial_).append(piece.substr(0, first + 1));
    block.lines += piece.substr(first + 1, last - first);
    skipping_ = false;
    partial_.clear();
    piece.remove_prefix(last + 1);
  }
  if (skipping_) return;
  partial_ += piece;
  if (partial_.size() <= longest_line) return;
  skipping_ = true;
  partial_ = {};
}

}  // namespace punctual::batch
