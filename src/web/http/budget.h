#pragma once

#include <atomic>
#include <cstddef>

namespace punctual::web {

/// Bytes all connections may hold together, so that many that are slow do not take the machine's memory. Any
/// thread.
class Budget {
 public:
  explicit Budget(std::size_t most) : most_(most) {}

  /// What one connection holds of it; given back when it goes.
  class Share {
   public:
    explicit Share(Budget& budget) : budget_(budget) {}
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;
    ~Share() { give_back(); }
    /// False, and nothing taken, when there is not so much left.
    bool take(std::size_t bytes) {
      std::size_t held = budget_.held_;
      do {
        if (bytes > budget_.most_ - held) return false;
      } while (!budget_.held_.compare_exchange_weak(held, held + bytes));
      held_ += bytes;
      return true;
    }
    void give_back() {
      budget_.held_.fetch_sub(held_);
      held_ = 0;
    }

   private:
    Budget& budget_;
    std::size_t held_ = 0;
  };

 private:
  const std::size_t most_;
  std::atomic<std::size_t> held_ = 0;
};

}  // namespace punctual::web
