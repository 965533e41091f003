#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace punctual::web {

/// Bytes received and not yet understood. Small while a connection rests, larger while a body arrives.
class InputBuffer {
 public:
  std::string_view bytes() const { return {data_.get() + begin_, end_ - begin_}; }
  bool empty() const { return begin_ == end_; }

  void consume(std::size_t count) {
    begin_ += count;
    if (begin_ == end_) begin_ = end_ = 0;
  }

  /// Room to receive into, at most `capacity` with what is there; empty when that is full.
  std::span<char> room(std::size_t capacity) {
    if (begin_ > 0) {
      std::copy(data_.get() + begin_, data_.get() + end_, data_.get());
      end_ -= begin_;
      begin_ = 0;
    }
    if (end_ == capacity_ && capacity_ < capacity)
      resize(std::min(capacity, std::max(resting, capacity_ * 4)));
    return {data_.get() + end_, std::max(std::min(capacity, capacity_), end_) - end_};
  }
  void received(std::size_t count) { end_ += count; }

  /// Gives back what a body needed, when nothing is held.
  void rest() {
    if (empty() && capacity_ > resting) {
      data_.reset();
      capacity_ = 0;
    }
  }

 private:
  static constexpr std::size_t resting = 4096;

  void resize(std::size_t capacity) {
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    std::copy(data_.get(), data_.get() + end_, larger.get());
    data_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> data_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace punctual::web
