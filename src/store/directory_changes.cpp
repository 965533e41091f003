#include "store/directory_changes.h"

#include "store/hours_json.h"
#include "store/text/fold.h"

namespace punctual::store {

namespace {

/// Whoever has read the directory reads it again.
void moved(Session& session) {
  session.prepare("UPDATE directory_version SET version = version + 1").run();
}

}  // namespace

PersonId insert_person(Session& session, const PersonRow& person) {
  const std::string folded = fold_case(person.email);
  const std::string hours = hours_to_json(person.hours);
  session
      .prepare(
          "INSERT INTO person (name, email, email_folded, role, active, demo, password_hash, hours) "
          "VALUES (?,?,?,?,?,?,?,?)")
      .bind(person.name)
      .bind(person.email)
      .bind(folded)
      .bind(to_text(person.role))
      .bind(person.active)
      .bind(person.demo)
      .bind(person.password_hash)
      .bind(hours)
      .run();
  moved(session);
  return {session.last_insert_id()};
}

PodId insert_pod(Session& session, const PodRow& pod) {
  session.prepare("INSERT INTO pod (name) VALUES (?)").bind(pod.name).run();
  const PodId id{session.last_insert_id()};
  for (const PersonId member : pod.members)
    session.prepare("INSERT INTO pod_member (pod_id, person_id) VALUES (?,?)").bind(id).bind(member).run();
  moved(session);
  return id;
}

ClientId insert_client(Session& session, const ClientRow& client) {
  const std::string folded = fold_case(client.name);
  session.prepare("INSERT INTO client (name, name_folded, pod_id, policy) VALUES (?,?,?,?)")
      .bind(client.name)
      .bind(folded)
      .bind(client.pod)
      .bind(client.policy)
      .run();
  moved(session);
  return {session.last_insert_id()};
}

ContactId insert_contact(Session& session, const ContactRow& contact) {
  const std::string folded = fold_case(contact.email);
  session.prepare("INSERT INTO contact (client_id, name, email, email_folded) VALUES (?,?,?,?)")
      .bind(contact.client)
      .bind(contact.name)
      .bind(contact.email)
      .bind(folded)
      .run();
  moved(session);
  return {session.last_insert_id()};
}

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
  moved(session);
}

void write_pod(Session& session, const PodRow& pod) {
  session.prepare("UPDATE pod SET name = ?, active = ? WHERE id = ?")
      .bind(pod.name)
      .bind(pod.active)
      .bind(pod.id)
      .run();
  moved(session);
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
  moved(session);
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
  moved(session);
}

void set_pods(Session& session, PersonId person, const std::vector<PodId>& pods) {
  session.prepare("DELETE FROM pod_member WHERE person_id = ?").bind(person).run();
  for (const PodId pod : pods)
    session.prepare("INSERT INTO pod_member (pod_id, person_id) VALUES (?,?)").bind(pod).bind(person).run();
  moved(session);
}

void delete_contact(Session& session, ContactId contact) {
  session.prepare("DELETE FROM contact WHERE id = ?").bind(contact).run();
  moved(session);
}

void set_password(Session& session, PersonId person, std::optional<std::string_view> hash) {
  session.prepare("UPDATE person SET password_hash = ? WHERE id = ?").bind(hash).bind(person).run();
}

void make_demo_person(Session& session, PersonId person, std::string_view password_hash) {
  session.prepare("UPDATE person SET demo = 1, password_hash = ? WHERE id = ?")
      .bind(password_hash)
      .bind(person)
      .run();
}

}  // namespace punctual::store
