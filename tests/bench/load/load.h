#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "latencies.h"

/// A load generator on raw sockets: one thread, as many kept-alive connections as wanted, each sending its
/// next request when the answer to the last is complete. Small enough to leave the machine to the server it
/// measures.
namespace punctual::bench {

struct Load {
  std::uint16_t port = 0;
  int connections = 1;
  std::chrono::milliseconds warm_up{500};  ///< answered, not counted
  std::chrono::milliseconds time{5'000};
  int expected_status = 200;
  /// Complete requests, sent in turn.
  std::vector<std::string> requests;
};

struct Answered {
  std::uint64_t expected = 0;  ///< with the expected status, in the time counted
  std::uint64_t all = 0;       ///< with the expected status, warm-up and end included
  std::uint64_t other = 0;
  std::string first_other;  ///< an answer with another status, to be shown
  double seconds = 0;
  double server_cpu_seconds = 0;  ///< in the time counted
  Latencies latencies;
  double per_second() const { return static_cast<double>(expected) / seconds; }
  double cpu_us_each() const { return server_cpu_seconds * 1e6 / static_cast<double>(expected); }
};

/// Throws std::runtime_error when it cannot connect or the server closes a connection.
Answered run_load(const Load& load, int server_pid);

/// User and system time of a process so far; 10 ms exact.
double cpu_seconds(int pid);

}  // namespace punctual::bench
