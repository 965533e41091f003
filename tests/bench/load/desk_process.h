#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace punctual::bench {

/// The real binary with the demo desk in a folder of its own, on a free port of this machine.
class DeskProcess {
 public:
  enum class Wait { until_ready, until_it_listens };
  struct Person {
    std::string mail;
    std::string password;
  };

  /// Starts it and waits. Throws std::runtime_error when it does not become so.
  DeskProcess(std::string program, std::filesystem::path data, Wait wait = Wait::until_ready);
  DeskProcess(const DeskProcess&) = delete;
  DeskProcess& operator=(const DeskProcess&) = delete;
  ~DeskProcess();

  pid_t pid() const { return pid_; }
  std::uint16_t port() const { return port_; }
  /// The first coordinator the demo desk printed.
  const Person& coordinator() const { return coordinator_; }
  std::string coordinators_token() const;
  /// SIGTERM, and waits for its end.
  void stop();

 private:
  void read_people(int output);
  void wait_for(Wait what) const;

  std::string program_;
  std::filesystem::path data_;
  std::uint16_t port_;
  pid_t pid_ = -1;
  Person coordinator_;
};

}  // namespace punctual::bench
