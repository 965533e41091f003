#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace punctual::bench {

/// The real binary with the demo desk in a folder of its own, on a free port of this machine.
class DeskProcess {
 public:
  /// Starts it and waits until it is ready. Throws std::runtime_error when it does not become so.
  DeskProcess(std::string program, std::filesystem::path data);
  DeskProcess(const DeskProcess&) = delete;
  DeskProcess& operator=(const DeskProcess&) = delete;
  ~DeskProcess();

  pid_t pid() const { return pid_; }
  std::uint16_t port() const { return port_; }
  /// Of the first coordinator the demo desk printed.
  std::string coordinators_token() const;
  /// SIGTERM, and waits for its end.
  void stop();

 private:
  void read_people(int output);
  void wait_until_ready() const;

  std::string program_;
  std::filesystem::path data_;
  std::uint16_t port_;
  pid_t pid_ = -1;
  std::string coordinator_;
};

}  // namespace punctual::bench
