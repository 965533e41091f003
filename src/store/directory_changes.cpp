#include "store/directory_changes.h"

#include "store/hours_json.h"
#include "store/text/fold.h"

namespace punctual::store {

namespace {

std::vector<TicketId> ids_of(Statement& query) {
  std::vector<TicketId> ids;
  while (query.step()) ids.push_back(query.id<Ticket>(0));
  return ids;
}

}  // namespace

void write_person(Session& session, const PersonRow& person) {
  const std::string folded = fold_case(person.email);
  const std::string hours = hours_to_json(person.hours);
  session
      .prepare(
          "UPDATE person SET name = ?, email = ?, email_folded = ?, role = ?, active = ?, hours = ? "
          "WHERE id = ?")
      .bind(person.name)
      .bind(person.email)
      .bind(folded)
      .bind(to_text(person.role))
      .bind(person.active)
      .bind(hours)
      .bind(person.id)
      .run();
}

void write_pod(Session& session, const PodRow& pod) {
  session.prepare("UPDATE pod SET name = ?, active = ? WHERE id = ?")
      .bind(pod.name)
      .bind(pod.active)
      .bind(pod.id)
      .run();
}

void write_client(Session& session, const ClientRow& client) {
  const std::string folded = fold_case(client.name);
  session
      .prepare("UPDATE client SET name = ?, name_folded = ?, pod_id = ?, policy = ?, active = ? WHERE id = ?")
      .bind(client.name)
      .bind(folded)
      .bind(client.pod)
      .bind(client.policy)
      .bind(client.active)
      .bind(client.id)
      .run();
}

void write_contact(Session& session, const ContactRow& contact) {
  const std::string folded = fold_case(contact.email);
  session
      .prepare(
          "UPDATE contact SET client_id = ?, name = ?, email = ?, email_folded = ?, active = ? WHERE id = ?")
      .bind(contact.client)
      .bind(contact.name)
      .bind(contact.email)
      .bind(folded)
      .bind(contact.active)
      .bind(contact.id)
      .run();
}

void set_pods(Session& session, PersonId person, const std::vector<PodId>& pods) {
  session.prepare("DELETE FROM pod_member WHERE person_id = ?").bind(person).run();
  for (const PodId pod : pods)
    session.prepare("INSERT INTO pod_member (pod_id, person_id) VALUES (?,?)").bind(pod).bind(person).run();
}

void make_demo_person(Session& session, PersonId person, std::string_view password_hash) {
  session.prepare("UPDATE person SET demo = 1, password_hash = ? WHERE id = ?")
      .bind(password_hash)
      .bind(person)
      .run();
}

void end_access(Session& session, PersonId person, Instant now) {
  session.prepare("DELETE FROM session WHERE person_id = ?").bind(person).run();
  session.prepare("UPDATE token SET revoked_at = ? WHERE person_id = ? AND revoked_at IS NULL")
      .bind(now)
      .bind(person)
      .run();
}

std::vector<TicketId> active_of(Session& session, PersonId assignee, int at_most) {
  auto query = session.prepare(
      "SELECT id FROM ticket WHERE assignee_id = ? AND active = 1 ORDER BY next_due, id LIMIT ?");
  query.bind(assignee).bind(at_most);
  return ids_of(query);
}

std::vector<TicketId> active_of(Session& session, ClientId client, int at_most) {
  auto query = session.prepare(
      "SELECT id FROM ticket WHERE client_id = ? AND active = 1 ORDER BY next_due, id LIMIT ?");
  query.bind(client).bind(at_most);
  return ids_of(query);
}

std::vector<TicketId> active_of(Session& session, PodId pod, int at_most) {
  auto query =
      session.prepare("SELECT id FROM ticket WHERE active = 1 AND pod_id = ? ORDER BY next_due, id LIMIT ?");
  query.bind(pod).bind(at_most);
  return ids_of(query);
}

}  // namespace punctual::store
