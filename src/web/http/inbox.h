#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "web/http/exchange.h"

namespace punctual::web {

/// Exchanges that other threads have finished, on their way back to one I/O thread. However many a batch of
/// the writer answers, the thread is woken once.
class Inbox {
 public:
  /// `wake` is called on the finishing thread; it must only post.
  explicit Inbox(std::function<void()> wake) : wake_(std::move(wake)) {}

  void put(std::shared_ptr<Exchange> exchange) {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    waiting_.push_back(std::move(exchange));
    if (waiting_.size() == 1) wake_();
  }

  /// Into `out`, which is empty; its room is used for what comes next.
  void take(std::vector<std::shared_ptr<Exchange>>& out) {
    const std::lock_guard lock(mutex_);
    out.swap(waiting_);
  }

  /// From now on nobody is woken: the thread has ended.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    waiting_.clear();
  }

 private:
  std::mutex mutex_;
  std::function<void()> wake_;
  std::vector<std::shared_ptr<Exchange>> waiting_;
  bool closed_ = false;
};

}  // namespace punctual::web
