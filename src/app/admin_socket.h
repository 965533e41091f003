#pragma once

#include <filesystem>
#include <functional>
#include <memory>
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
  /// `busy` answers those who come while too many are being answered.
  AdminSocket(const std::filesystem::path& folder, Handler handler, std::string busy);
  ~AdminSocket();
  /// What is under way and says progress is told to end. Does not wait.
  void give_up();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether a line is the answer, or was progress and more is to come.
enum class Heard { answer, progress };
struct Asked {
  /// Unanswered: the desk was asked and stopped, or takes too long; what was asked for may have been done.
  enum class Outcome { no_desk, answered, unanswered };
  Outcome outcome = Outcome::no_desk;
  std::string answer;
};
/// Asks the desk that listens in that folder. `hear` is given each line.
Asked ask_running_desk(const std::filesystem::path& folder, const std::string& line,
                       const std::function<Heard(const std::string&)>& hear);

}  // namespace punctual::app
