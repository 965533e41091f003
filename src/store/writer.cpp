#include "store/writer.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <stdexcept>

namespace punctual::store {

namespace {
struct Waiting {
  Work work;
  Done done;
};
}  // namespace

struct Writer::State {
  State(const std::string& path, Limits its_limits)
      : limits(its_limits), session(path, Session::Mode::read_write) {}

  Limits limits;
  Session session;
  mutable std::mutex mutex;
  std::condition_variable filled;
  std::vector<Waiting> queue;
  bool ending = false;
  std::atomic<bool> broken = false;
  std::vector<std::function<void()>> listeners;
  CommitTimes times;
  std::thread thread;

  void run();
  bool take(std::vector<Waiting>& batch);
  Written one(const Work& work);
  void committed_after(std::chrono::steady_clock::duration took);
  void say(std::string_view what) const {
    if (limits.log) limits.log(what);
  }
};

Writer::Writer(const std::string& path, Limits limits) : state_(std::make_unique<State>(path, limits)) {
  state_->thread = std::thread([state = state_.get()] { state->run(); });
}

Writer::~Writer() {
  stop();
}

void Writer::stop() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->ending = true;
  }
  state_->filled.notify_one();
  if (state_->thread.joinable()) state_->thread.join();
}

bool Writer::submit(Work work, Done done) {
  {
    const std::lock_guard lock(state_->mutex);
    if (state_->ending || state_->broken || state_->queue.size() >= state_->limits.queue) return false;
    state_->queue.push_back({std::move(work), std::move(done)});
    if (state_->queue.size() > 1) return true;  // the writer is on its way already
  }
  state_->filled.notify_one();
  return true;
}

Written Writer::write(Work work) {
  const auto promise = std::make_shared<std::promise<Written>>();
  auto written = promise->get_future();
  if (!submit(std::move(work), [promise](Written outcome) { promise->set_value(outcome); }))
    throw std::runtime_error("the writer takes no more work");
  return written.get();
}

void Writer::on_commit(std::function<void()> listener) {
  const std::lock_guard lock(state_->mutex);
  state_->listeners.push_back(std::move(listener));
}

std::size_t Writer::queue_depth() const {
  const std::lock_guard lock(state_->mutex);
  return state_->queue.size();
}

Writer::CommitTimes Writer::commit_times() const {
  const std::lock_guard lock(state_->mutex);
  return state_->times;
}

bool Writer::stopped_writing() const {
  return state_->broken;
}

bool Writer::State::take(std::vector<Waiting>& batch) {
  std::unique_lock lock(mutex);
  filled.wait(lock, [&] { return !queue.empty() || ending; });
  if (queue.size() <= limits.batch) {
    batch.swap(queue);
  } else {
    const auto end = queue.begin() + static_cast<std::ptrdiff_t>(limits.batch);
    batch.assign(std::make_move_iterator(queue.begin()), std::make_move_iterator(end));
    queue.erase(queue.begin(), end);
  }
  return !batch.empty();
}

Written Writer::State::one(const Work& work) {
  session.prepare("SAVEPOINT work").run();
  Written written = Written::broken;
  try {
    if (work(session) == Keep::commit) {
      session.prepare("RELEASE work").run();
      return Written::committed;
    }
    written = Written::discarded;
  } catch (const SqlError& error) {
    written = error.disk_full() ? Written::disk_full : Written::broken;
    say(error.what());
    // Some failures (disk full, I/O) roll the whole transaction back: nothing of the batch is left to save.
    if (!session.in_transaction()) throw;
  } catch (const std::exception& error) {
    say(error.what());
  }
  session.prepare("ROLLBACK TO work").run();
  session.prepare("RELEASE work").run();
  return written;
}

void Writer::State::committed_after(std::chrono::steady_clock::duration took) {
  const auto* bound = std::ranges::find_if(CommitTimes::bounds_ms,
                                           [&](int ms) { return took <= std::chrono::milliseconds{ms}; });
  const std::lock_guard lock(mutex);
  ++times.within[static_cast<std::size_t>(bound - CommitTimes::bounds_ms.begin())];
  times.seconds += std::chrono::duration<double>(took).count();
}

void Writer::State::run() {
  std::vector<Waiting> batch;
  std::vector<Written> outcomes;
  while (take(batch)) {
    outcomes.assign(batch.size(), Written::broken);
    bool any = false;
    bool begun = false;
    const auto began = std::chrono::steady_clock::now();
    try {
      if (!broken) {
        session.prepare("BEGIN IMMEDIATE").run();
        begun = true;
        for (std::size_t i = 0; i < batch.size(); ++i) {
          outcomes[i] = one(batch[i].work);
          any = any || outcomes[i] == Written::committed;
        }
        session.prepare("COMMIT").run();
        committed_after(std::chrono::steady_clock::now() - began);
        session.empty_log_if_asked();
      }
    } catch (const SqlError& error) {
      any = false;
      say(error.what());
      // Somebody else's lock (a backup, a shell) fails the BEGIN: nothing was written, the next batch may
      // pass. A COMMIT that fails for want of space leaves the file as it was; any other failure, an fsync
      // above all, leaves it unknown what the disk holds: write no more until a restart has recovered the
      // log.
      if (begun && !error.disk_full()) {
        broken = true;
        say("writing has stopped: it is unknown what the disk holds; look at it, then start again");
      }
      session.roll_back();
      outcomes.assign(batch.size(), error.disk_full() ? Written::disk_full : Written::broken);
    }
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i].done(outcomes[i]);
    batch.clear();
    if (any) {
      std::vector<std::function<void()>> told;
      {
        const std::lock_guard lock(mutex);
        told = listeners;
      }
      for (const auto& listener : told) listener();
    }
  }
}

}  // namespace punctual::store
