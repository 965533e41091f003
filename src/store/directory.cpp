#include "store/directory.h"

#include <map>
#include <utility>

#include "store/hours_json.h"
#include "store/json/read.h"
#include "store/text/fold.h"

namespace punctual::store {

namespace {

constexpr std::string_view person_columns =
    "SELECT id, name, email, role, active, demo, password_hash, hours, last_seen_at, skills FROM person ";

std::vector<std::string> words_of(std::string_view text) {
  return json::from_json<std::vector<std::string>>(text).value();
}

/// Many have the same week; it is read once.
class Weeks {
 public:
  const BusinessHours& of(std::string_view text) {
    const auto known = weeks_.find(text);
    return known != weeks_.end() ? known->second
                                 : weeks_.emplace(std::string(text), hours_from_json(text)).first->second;
  }

 private:
  std::map<std::string, BusinessHours, std::less<>> weeks_;
};

PersonRow person_of(const Statement& row, BusinessHours hours) {
  return {.id = row.id<Person>(0),
          .name = row.string(1),
          .email = row.string(2),
          .role = people::role_from(row.text(3)).value(),
          .active = row.boolean(4),
          .demo = row.boolean(5),
          .password_hash = row.optional_string(6),
          .hours = std::move(hours),
          .last_seen_at = row.optional_instant(8),
          .skills = words_of(row.text(9))};
}

ContactRow contact_of(const Statement& row) {
  return {row.id<Contact>(0), row.id<Client>(1), row.string(2),
          row.string(3),      row.boolean(4),    row.boolean(5)};
}

}  // namespace

std::vector<PersonRow> read_people(Session& session) {
  static const std::string sql = std::string(person_columns) + "ORDER BY name";
  auto query = session.prepare(sql);
  std::vector<PersonRow> people;
  Weeks weeks;
  while (query.step()) people.push_back(person_of(query, weeks.of(query.text(7))));
  return people;
}

std::set<PersonId> people_with_password(Session& session) {
  auto query = session.prepare("SELECT id FROM person WHERE password_hash IS NOT NULL");
  std::set<PersonId> people;
  while (query.step()) people.insert(query.id<Person>(0));
  return people;
}

std::vector<PodRow> read_pods(Session& session) {
  std::vector<PodRow> pods;
  {
    auto query = session.prepare("SELECT id, name, active, needed, lead_id FROM pod ORDER BY name");
    while (query.step())
      pods.push_back({query.id<Pod>(0),
                      query.string(1),
                      {},
                      query.boolean(2),
                      static_cast<int>(query.integer(3)),
                      query.optional_id<Person>(4)});
  }
  for (PodRow& pod : pods) {
    auto query = session.prepare("SELECT person_id FROM pod_member WHERE pod_id = ? ORDER BY person_id");
    query.bind(pod.id);
    while (query.step()) pod.members.push_back(query.id<Person>(0));
  }
  return pods;
}

std::vector<ClientRow> read_clients(Session& session) {
  auto query = session.prepare(
      "SELECT id, name, pod_id, policy, active, skills, time_zone FROM client ORDER BY name_folded");
  std::vector<ClientRow> clients;
  while (query.step())
    clients.push_back({query.id<Client>(0), query.string(1), query.optional_id<Pod>(2), query.string(3),
                       query.boolean(4), words_of(query.text(5)), query.string(6)});
  return clients;
}

std::vector<ContactRow> read_contacts(Session& session) {
  auto query = session.prepare(
      "SELECT id, client_id, name, email, active, approves FROM contact ORDER BY client_id, name");
  std::vector<ContactRow> contacts;
  while (query.step()) contacts.push_back(contact_of(query));
  return contacts;
}

std::optional<PersonRow> find_person_by_email(Session& session, std::string_view email) {
  const std::string folded = fold_case(email);
  static const std::string sql = std::string(person_columns) + "WHERE email_folded = ?";
  auto query = session.prepare(sql);
  return query.bind(folded).step() ? std::optional(person_of(query, hours_from_json(query.text(7))))
                                   : std::nullopt;
}

std::optional<PersonRow> find_person(Session& session, PersonId id) {
  static const std::string sql = std::string(person_columns) + "WHERE id = ?";
  auto query = session.prepare(sql);
  return query.bind(id).step() ? std::optional(person_of(query, hours_from_json(query.text(7))))
                               : std::nullopt;
}

std::vector<PersonId> managers_who_sign_in(Session& session) {
  auto query = session.prepare(
      "SELECT id FROM person WHERE role = 'manager' AND active = 1 AND password_hash IS NOT NULL");
  std::vector<PersonId> managers;
  while (query.step()) managers.push_back(query.id<Person>(0));
  return managers;
}

std::int64_t directory_version(Session& session) {
  auto query = session.prepare("SELECT version FROM directory_version");
  query.step();
  return query.integer(0);
}

std::optional<ContactRow> find_contact_by_email(Session& session, std::string_view email) {
  const std::string folded = fold_case(email);
  auto query = session.prepare(
      "SELECT id, client_id, name, email, active, approves FROM contact WHERE email_folded = ? AND active = "
      "1");
  return query.bind(folded).step() ? std::optional(contact_of(query)) : std::nullopt;
}

std::int64_t link_salt(Session& session, ContactId id) {
  auto query = session.prepare("SELECT link_salt FROM contact WHERE id = ?");
  return query.bind(id).step() ? query.integer(0) : 0;
}

std::optional<ContactRow> find_contact(Session& session, ContactId id) {
  auto query =
      session.prepare("SELECT id, client_id, name, email, active, approves FROM contact WHERE id = ?");
  return query.bind(id).step() ? std::optional(contact_of(query)) : std::nullopt;
}

std::vector<ContactRow> approvers_of(Session& session, ClientId client) {
  auto query = session.prepare(
      "SELECT id, client_id, name, email, active, approves FROM contact "
      "WHERE client_id = ? AND active = 1 AND approves = 1 ORDER BY name");
  query.bind(client);
  std::vector<ContactRow> found;
  while (query.step()) found.push_back(contact_of(query));
  return found;
}

}  // namespace punctual::store
