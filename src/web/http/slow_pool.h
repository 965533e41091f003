#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace punctual::web {

/// A few threads for work that takes long, and a queue that ends.
class SlowPool {
 public:
  SlowPool(int threads, std::size_t queue);
  SlowPool(const SlowPool&) = delete;
  SlowPool& operator=(const SlowPool&) = delete;
  ~SlowPool();

  /// False when the queue is full or the pool has stopped. The job must not throw.
  [[nodiscard]] bool submit(std::function<void()> job);
  /// Finishes what has begun, drops what has not, joins.
  void stop();

 private:
  void run();

  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable filled_;
  std::deque<std::function<void()>> queue_;
  bool stopped_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace punctual::web
