#include "web/http/server.h"

#include <sodium.h>
#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <future>
#include <stdexcept>

#include "web/http/fault_log.h"
#include "web/http/io_thread.h"
#include "web/http/listener.h"
#include "web/http/upload_file.h"

namespace punctual::web {
namespace {

/// Files, databases and the connections to mail servers need descriptors, too.
constexpr std::size_t other_descriptors = 512;

/// Services start with 1,024 descriptors and leave to raise it.
void allow_descriptors(std::size_t connections) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const auto wanted = std::min<rlim_t>(connections + other_descriptors, limit.rlim_max);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = wanted;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

struct Server::State {
  State(ServerOptions options, std::vector<Route> routes, store::Writer& writer,
        std::function<Reply(Fault, const Request&)> refuse)
      : parts(std::move(options), std::move(routes), writer, std::move(refuse)) {
    for (int i = 0; i < parts.options.threads; ++i) threads.push_back(std::make_unique<IoThread>(parts));
    listener = std::make_unique<Listener>(threads.at(0)->context(), parts.options.host, parts.options.port);
  }

  void accepted(Descriptor socket, const Address& peer) {
    if (!parts.occupancy.enter(peer)) return;
    threads[next++ % threads.size()]->adopt(std::move(socket), peer);
  }

  Parts parts;
  std::vector<std::unique_ptr<IoThread>> threads;
  std::unique_ptr<Listener> listener;  ///< on the first thread
  std::size_t next = 0;
  bool running = false;
};

Server::Server(ServerOptions options, std::vector<Route> routes, store::Writer& writer,
               std::function<Reply(Fault, const Request&)> refuse) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium found no source of randomness");
  if (!options.upload_folder.empty()) {
    std::filesystem::create_directories(options.upload_folder);
    remove_stale_uploads(options.upload_folder);
  }
  state_ = std::make_unique<State>(std::move(options), std::move(routes), writer, std::move(refuse));
}

Server::~Server() {
  stop(std::chrono::seconds(0));
}

std::uint16_t Server::port() const {
  return state_->listener->port();
}

void Server::start() {
  allow_descriptors(state_->parts.options.connections);
  state_->running = true;
  state_->listener->start(
      [state = state_.get()](Descriptor socket, const Address& peer) {
        state->accepted(std::move(socket), peer);
      },
      [state = state_.get()](std::string_view why) {
        log_fault(state->parts.options, "accept_failed", nullptr, why);
      });
  for (const auto& thread : state_->threads) thread->start();
}

void Server::wake_streams() {
  for (const auto& thread : state_->threads) thread->wake_streams();
}

void Server::stop(std::chrono::seconds grace) {
  if (!std::exchange(state_->running, false)) return;
  // What the first thread still accepts is counted before the others are told to wind down.
  std::promise<void> closed;
  asio::post(state_->threads[0]->context(), [&] {
    state_->listener->stop();
    closed.set_value();
  });
  closed.get_future().wait();
  for (const auto& thread : state_->threads) thread->wind_down();
  constexpr std::chrono::seconds to_notice{1};
  if (!state_->parts.occupancy.wait_empty(Clock::now() + grace)) {
    for (const auto& thread : state_->threads) thread->cut();
    state_->parts.occupancy.wait_empty(Clock::now() + to_notice);
  }
  for (const auto& thread : state_->threads) thread->join();
  state_->parts.pool.stop();
  state_->parts.seconds_pool.stop();
}

}  // namespace punctual::web
