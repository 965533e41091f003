#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "desk/text/template.h"
#include "store/outbox.h"

namespace punctual::desk {

/// What a mail about time off or a swap says, read when it is rendered: it tells what is so by then. Dates
/// and hours are in words, those of the person's own zone.
struct RotaMailFacts {
  /// Hours taken on, and those given up for them.
  struct Swap {
    std::string person;  ///< whose; empty: the reader's
    std::string takes_on;
    std::string gives_up;  ///< empty: nothing
  };
  store::MailKind kind{};
  std::string desk_name;
  std::string from_address;
  std::string to_name;
  std::string to_address;
  std::string message_id;
  std::string person;  ///< whose time off or swap it is
  std::string state;   ///< requested, granted, declined, withdrawn, shortened, agreed
  std::string by;      ///< who decided, agreed or withdrew it; empty: the person, or nobody yet
  std::string dates;   ///< of time off
  std::string note;    ///< what the person says to it
  std::string answer;  ///< what the decider says to it
  std::optional<Swap> swap;
  /// A ticket that falls due while somebody is away.
  struct Left {
    std::string ref;
    std::string summary;
    std::string due;
    std::string suggested;  ///< who could take it over; empty: nobody
    std::string why;
    std::string url;
  };
  std::vector<Left> left{};  ///< of a hand-off: as it was told, the first due first
  bool own = false;          ///< the reader's
  std::string until{};       ///< what nobody has taken over by then goes to a coordinator
  std::string url;           ///< the staff page about it
  text::TemplateSources templates;
};

/// Nothing where the row it is about is gone.
std::optional<RotaMailFacts> read_rota_mail_facts(const Desk& desk, store::Session& session,
                                                  const store::OutboxRow& row);

}  // namespace punctual::desk
