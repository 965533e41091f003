#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/admin_socket.h"
#include "app/config.h"
#include "app/held_desk.h"

namespace punctual::app {

/// About a person, by mail address.
struct PersonAsk {
  std::string mail;
  std::string name;          ///< of who is invited; empty where they are known
  std::string role;          ///< as name
  std::string hand_over_to;  ///< mail address; empty: nobody was named
  bool unassign = false;
};

/// How long, and of which pods.
struct CoverageAsk {
  std::string pod;  ///< its name; empty: all
  int weeks = 52;
  bool json = false;
  bool desk = false;  ///< the desk as a whole, too
};

/// Whose account, of which month.
struct StatementAsk {
  std::string client;  ///< its name
  std::string month;   ///< "2026-10"
  bool json = false;
};

/// What a verb asks of the desk that holds the folder, and its answer: {"result":…} or {"error":…}.
struct Ask {
  std::string verb;
  std::string as{};
  std::string note{};
  std::int64_t id = 0;
  std::string place{};  ///< an absolute path
  std::optional<PersonAsk> person{};
  std::optional<std::string> text{};  ///< a whole file
  std::optional<CoverageAsk> coverage{};
  std::optional<StatementAsk> statement{};
};
struct Told {
  std::optional<std::string> result;
  std::optional<std::string> error;
};

/// A running desk's answer to who comes while too many are being answered.
std::string busy_answer();
/// A running desk's answer to one line; what went wrong is also logged.
std::string admin_answer(const std::string& line, const HeldDesk& held, const AdminSocket::Say& say);
/// Asks the desk that holds the folder; where none does, opens it and answers itself. One that was asked and
/// gave no answer is never asked again here: the error says how to see whether it was done. `progress` is
/// given what is done, how much and of how much. A folder without a desk is refused, or made where `missing`
/// says so.
enum class Missing { refused, made };
inline const desk::Progress unwatched = [](std::string_view, std::int64_t, std::int64_t) { return true; };
Told carry_out(const Config& config, const Ask& ask, const desk::Progress& progress = unwatched,
               Missing missing = Missing::refused);

}  // namespace punctual::app
