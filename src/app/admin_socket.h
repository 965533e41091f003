#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace punctual::app {

/// How command-line verbs talk to the desk that holds the folder: `admin.sock` in it (0600). A JSON line
/// asks, a JSON line answers, with lines of progress before it where that takes long. Whoever may open the
/// folder may use it; nothing else speaks to it.
class AdminSocket {
 public:
  /// Sends a line of progress; false when nobody waits for it any more, or the desk stops.
  using Say = std::function<bool(const std::string& line)>;
  using Handler = std::function<std::string(const std::string& line, const Say& say)>;
  AdminSocket(const std::filesystem::path& folder, Handler handler);
  ~AdminSocket();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether a line is the answer, or was progress and more is to come.
enum class Heard { answer, progress };
/// The desk's answer; nothing where no desk listens in that folder. `hear` is given each line.
std::optional<std::string> ask_running_desk(const std::filesystem::path& folder, const std::string& line,
                                            const std::function<Heard(const std::string&)>& hear);

}  // namespace punctual::app
