#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace punctual::app {

/// How command-line verbs talk to the desk that holds the folder: `admin.sock` in it (0600), one JSON line
/// each way. Whoever may open the folder may use it; nothing else speaks to it.
class AdminSocket {
 public:
  using Handler = std::function<std::string(const std::string& line)>;
  AdminSocket(const std::filesystem::path& folder, Handler handler);
  ~AdminSocket();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The desk's answer; nothing where no desk listens in that folder.
std::optional<std::string> ask_running_desk(const std::filesystem::path& folder, const std::string& line);

}  // namespace punctual::app
