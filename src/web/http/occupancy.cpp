#include "web/http/occupancy.h"

namespace punctual::web {

bool Occupancy::enter(const Address& peer) {
  const std::lock_guard lock(mutex_);
  if (open_ >= most_) return false;
  if (counted_apart(peer)) {
    auto& count = of_network_[peer.network()];
    if (count >= most_of_network_) return false;
    ++count;
  }
  ++open_;
  return true;
}

void Occupancy::leave(const Address& peer) {
  const std::lock_guard lock(mutex_);
  if (counted_apart(peer)) {
    const auto found = of_network_.find(peer.network());
    if (--found->second == 0) of_network_.erase(found);
  }
  if (--open_ == 0) emptied_.notify_all();
}

bool Occupancy::wait_empty(std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  return emptied_.wait_until(lock, until, [&] { return open_ == 0; });
}

}  // namespace punctual::web
