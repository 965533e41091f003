#include "desk/access/statement_link.h"

#include <fmt/format.h>

#include "desk/access/numbered_token.h"
#include "store/directory.h"

namespace punctual::desk {

namespace {

std::string token_of(const Desk& desk, store::Session& session, const StatementLink& link) {
  const auto named = fmt::format("{}-{}", link.statement.value, link.contact.value);
  const auto mac =
      desk.sign("statement", fmt::format("{}.{}", named, store::link_salt(session, link.contact)));
  return named + "-" + store::to_base64url(store::view(mac).substr(0, 16));
}

}  // namespace

std::string statement_url(const Desk& desk, store::Session& session, const StatementLink& link) {
  return desk.options().base_url + "/s/" + token_of(desk, session, link);
}

std::optional<store::StatementRow> follow_statement_link(const Desk& desk, store::Session& session,
                                                         std::string_view token) {
  constexpr std::size_t longest_token = 70;
  const auto numbers = token.size() > longest_token ? std::nullopt : numbers_in<2>(token);
  if (!numbers) return std::nullopt;
  const StatementLink link{{(*numbers)[0]}, {(*numbers)[1]}};
  if (!store::equal_constant_time(token, token_of(desk, session, link))) return std::nullopt;
  auto row = store::find_statement(session, link.statement);
  const auto contact = store::find_contact(session, link.contact);
  if (!row || !contact || !contact->active || !contact->approves || contact->client != row->client)
    return std::nullopt;
  return row;
}

}  // namespace punctual::desk
