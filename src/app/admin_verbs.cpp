#include "app/admin_verbs.h"

#include <boost/describe.hpp>

#include "app/admin_socket.h"
#include "app/clock.h"
#include "app/folder.h"
#include "desk/access/sign_in.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/migrations/migrations.h"

namespace punctual::app {

namespace {

struct Ask {
  std::string verb;
  std::string as;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(Ask, (), (verb, as, note))

struct Told {
  std::optional<std::string> result;
  std::optional<std::string> error;
};
BOOST_DESCRIBE_STRUCT(Told, (), (result, error))

std::string nobody(const std::string& mail) {
  return "nobody active signs in as " + mail + "; use the address of a person of this desk";
}

Told token_create(const Ask& ask, store::Writer& writer) {
  std::optional<std::string> token;
  const auto written = writer.write([&](store::Session& session) {
    token = desk::create_token(session, ask.as, ask.note, system_now());
    return token ? store::Keep::commit : store::Keep::discard;
  });
  if (!token) return {{}, nobody(ask.as)};
  if (written != store::Written::committed) return {{}, "the desk could not write; look at its log"};
  return {token, {}};
}

}  // namespace

std::string admin_answer(const std::string& line, const desk::Desk&, store::Writer& writer) {
  const auto ask = json::from_json<Ask>(line);
  if (!ask)
    return json::to_json(Told{{}, "the desk does not understand this; both sides must be of one version"});
  try {
    if (ask->verb == "token create") return json::to_json(token_create(*ask, writer));
  } catch (const std::exception&) {
    return json::to_json(Told{{}, "the desk is too busy; try again"});
  }
  return json::to_json(Told{{}, "the desk does not know " + ask->verb});
}

std::expected<std::string, std::string> create_token(const Config& config, const std::string& mail,
                                                     const std::string& note) {
  const auto database = config.data / "desk.sqlite";
  if (!std::filesystem::exists(database))
    return std::unexpected(config.data.string() + ": holds no desk; name its folder with --data DIR");
  const auto folder = std::filesystem::absolute(config.data);
  if (const auto line = ask_running_desk(folder, json::to_json(Ask{"token create", mail, note}))) {
    const auto told = json::from_json<Told>(*line);
    if (!told)
      return std::unexpected("the running desk gave no answer that can be read; is it of the same version?");
    if (told->error) return std::unexpected(*told->error);
    return told->result.value_or("");
  }
  const auto held = DataFolder::hold(config.data);
  if (!held)
    return std::unexpected(config.data.string() +
                           ": a desk holds this folder but does not answer; try again");
  store::Session session(database.string(), store::Session::Mode::read_write);
  store::migrate(session);
  session.execute("BEGIN IMMEDIATE");
  auto token = desk::create_token(session, mail, note, system_now());
  session.execute(token ? "COMMIT" : "ROLLBACK");
  if (!token) return std::unexpected(nobody(mail));
  return *token;
}

}  // namespace punctual::app
