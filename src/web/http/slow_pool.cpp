#include "web/http/slow_pool.h"

#include "web/http/begin_thread.h"

namespace punctual::web {

SlowPool::SlowPool(int threads, std::size_t queue) : most_(queue) {
  for (int i = 0; i < threads; ++i)
    threads_.emplace_back([this] {
      begin_thread("slow");
      run();
    });
}

SlowPool::~SlowPool() {
  stop();
}

bool SlowPool::submit(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopped_ || queue_.size() >= most_) return false;
    queue_.push_back(std::move(job));
  }
  filled_.notify_one();
  return true;
}

void SlowPool::stop() {
  std::deque<std::function<void()>> dropped;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    dropped.swap(queue_);
  }
  filled_.notify_all();
  threads_.clear();
}

void SlowPool::run() {
  for (;;) {
    std::function<void()> job;
    {
      std::unique_lock lock(mutex_);
      filled_.wait(lock, [&] { return stopped_ || !queue_.empty(); });
      if (stopped_) return;
      job = std::move(queue_.front());
      queue_.pop_front();
    }
    job();
  }
}

}  // namespace punctual::web
