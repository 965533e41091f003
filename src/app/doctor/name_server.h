#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

namespace punctual::app::doctor {

/// What is asked of the domain name system; an address of either kind.
enum class Record { address, mail_exchanger, text };

/// The machine's name servers, or one that is named, so that a site can be seen from outside.
class NameServer {
 public:
  /// Those of this machine.
  NameServer();
  /// `place` is an IPv4 address, with ":PORT" where it is not 53. Nothing where it is none.
  static std::unique_ptr<NameServer> at(const std::string& place);
  NameServer(const NameServer&) = delete;
  NameServer& operator=(const NameServer&) = delete;
  ~NameServer();

  /// The records, texts as they are and names of servers; empty where there are none. The error says why
  /// nobody knows.
  std::expected<std::vector<std::string>, std::string> ask(const std::string& name, Record record) const;

 private:
  std::expected<std::vector<std::string>, std::string> ask_type(const std::string& name, int type) const;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace punctual::app::doctor
