#include "app/sla/batch.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <istream>
#include <mutex>
#include <optional>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

#include "app/sla/answer.h"
#include "app/sla/line_blocks.h"
#include "store/zones/system_zones.h"

namespace punctual {
namespace {

using batch::Block;

/// Blocks on their way from the reader to the workers; never more than a few, so a slow worker slows the
/// reader instead of filling the memory.
class Conveyor {
 public:
  explicit Conveyor(std::size_t most) : most_(most) {}

  void put(Block block) {
    std::unique_lock lock(mutex_);
    taken_.wait(lock, [&] { return blocks_.size() < most_; });
    blocks_.push_back(std::move(block));
    given_.notify_one();
  }
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    given_.notify_all();
  }
  std::optional<Block> take() {
    std::unique_lock lock(mutex_);
    given_.wait(lock, [&] { return closed_ || !blocks_.empty(); });
    if (blocks_.empty()) return std::nullopt;
    auto block = std::move(blocks_.front());
    blocks_.pop_front();
    taken_.notify_one();
    return block;
  }

 private:
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable given_;
  std::condition_variable taken_;
  std::deque<Block> blocks_;
  bool closed_ = false;
};

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == line.npos;
}

std::string answer_block(const Block& block, batch::CalendarCache& calendars) {
  std::string answers;
  std::string_view rest = block.lines;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    if (!is_blank(line)) batch::answer(line, calendars, answers);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (std::size_t i = 0; i < block.too_long; ++i) batch::answer_unreadable("the line is too long", answers);
  return answers;
}

}  // namespace

int run_sla_batch(std::istream& in, std::ostream& out) {
  const SystemZones zones;
  batch::CalendarCache calendars(zones);
  const auto workers = std::max(1u, std::thread::hardware_concurrency());
  Conveyor conveyor(workers * 2);
  std::mutex writing;
  const auto work = [&] {
    while (const auto block = conveyor.take()) {
      const auto answers = answer_block(*block, calendars);
      const std::lock_guard lock(writing);
      out.write(answers.data(), static_cast<std::streamsize>(answers.size())).flush();
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < workers; ++i) threads.emplace_back(work);
    batch::LineBlocks blocks(in);
    for (Block block; blocks.next(block);) conveyor.put(std::move(block));
    conveyor.close();
  }
  return out && !in.bad() ? 0 : 1;
}

}  // namespace punctual
