#include "store/directory_changes.h"

#include "store/hours_json.h"
#include "store/json/write.h"
#include "store/text/fold.h"

namespace punctual::store {

void move_directory_version(Session& session) {
  session.prepare("UPDATE directory_version SET version = version + 1").run();
}

PersonId insert_person(Session& session, const PersonRow& person) {
  const std::string folded = fold_case(person.email);
  const std::string hours = hours_to_json(person.hours);
  const std::string skills = json::to_json(person.skills);
  session
      .prepare(
          "INSERT INTO person (name, email, email_folded, role, active, demo, password_hash, hours, skills) "
          "VALUES (?,?,?,?,?,?,?,?,?)")
      .bind(person.name)
      .bind(person.email)
      .bind(folded)
      .bind(to_text(person.role))
      .bind(person.active)
      .bind(person.demo)
      .bind(person.password_hash)
      .bind(hours)
      .bind(skills)
      .run();
  move_directory_version(session);
  return {session.last_insert_id()};
}

PodId insert_pod(Session& session, const PodRow& pod) {
  session.prepare("INSERT INTO pod (name, needed, lead_id) VALUES (?,?,?)")
      .bind(pod.name)
      .bind(pod.needed)
      .bind(pod.lead)
      .run();
  const PodId id{session.last_insert_id()};
  for (const PersonId member : pod.members)
    session.prepare("INSERT INTO pod_member (pod_id, person_id) VALUES (?,?)").bind(id).bind(member).run();
  move_directory_version(session);
  return id;
}

ClientId insert_client(Session& session, const ClientRow& client) {
  const std::string folded = fold_case(client.name);
  const std::string skills = json::to_json(client.skills);
  session
      .prepare(
          "INSERT INTO client (name, name_folded, pod_id, policy, skills, time_zone) VALUES (?,?,?,?,?,?)")
      .bind(client.name)
      .bind(folded)
      .bind(client.pod)
      .bind(client.policy)
      .bind(skills)
      .bind(client.time_zone)
      .run();
  move_directory_version(session);
  return {session.last_insert_id()};
}

ContactId insert_contact(Session& session, const ContactRow& contact) {
  const std::string folded = fold_case(contact.email);
  session.prepare("UPDATE contact_sequence SET last = last + 1").run();
  session
      .prepare(
          "INSERT INTO contact (id, client_id, name, email, email_folded, approves, link_salt) "
          "SELECT last, ?, ?, ?, ?, ?, random() FROM contact_sequence")
      .bind(contact.client)
      .bind(contact.name)
      .bind(contact.email)
      .bind(folded)
      .bind(contact.approves)
      .run();
  move_directory_version(session);
  return {session.last_insert_id()};
}

void write_person(Session& session, const PersonRow& person) {
  const std::string folded = fold_case(person.email);
  const std::string hours = hours_to_json(person.hours);
  const std::string skills = json::to_json(person.skills);
  session
      .prepare(
          "UPDATE person SET name = ?, email = ?, email_folded = ?, role = ?, active = ?, hours = ?, skills "
          "= ? "
          "WHERE id = ?")
      .bind(person.name)
      .bind(person.email)
      .bind(folded)
      .bind(to_text(person.role))
      .bind(person.active)
      .bind(hours)
      .bind(skills)
      .bind(person.id)
      .run();
  move_directory_version(session);
}

void write_pod(Session& session, const PodRow& pod) {
  session.prepare("UPDATE pod SET name = ?, active = ?, needed = ?, lead_id = ? WHERE id = ?")
      .bind(pod.name)
      .bind(pod.active)
      .bind(pod.needed)
      .bind(pod.lead)
      .bind(pod.id)
      .run();
  move_directory_version(session);
}

void write_client(Session& session, const ClientRow& client) {
  const std::string folded = fold_case(client.name);
  const std::string skills = json::to_json(client.skills);
  session
      .prepare(
          "UPDATE client SET name = ?, name_folded = ?, pod_id = ?, policy = ?, active = ?, skills = ?, "
          "time_zone = ? WHERE id = ?")
      .bind(client.name)
      .bind(folded)
      .bind(client.pod)
      .bind(client.policy)
      .bind(client.active)
      .bind(skills)
      .bind(client.time_zone)
      .bind(client.id)
      .run();
  move_directory_version(session);
}

void write_contact(Session& session, const ContactRow& contact) {
  const std::string folded = fold_case(contact.email);
  session
      .prepare(
          "UPDATE contact SET "
          "link_salt = CASE WHEN ?1 = client_id AND (?5 >= active) AND (?6 >= approves) THEN link_salt ELSE "
          "random() END, client_id = ?1, name = ?2, email = ?3, email_folded = ?4, active = ?5, approves = "
          "?6 "
          "WHERE id = ?7")
      .bind(contact.client)
      .bind(contact.name)
      .bind(contact.email)
      .bind(folded)
      .bind(contact.active)
      .bind(contact.approves)
      .bind(contact.id)
      .run();
  move_directory_version(session);
}

void set_members(Session& session, PodId pod, const std::vector<PersonId>& members) {
  session.prepare("DELETE FROM pod_member WHERE pod_id = ?").bind(pod).run();
  for (const PersonId member : members)
    session.prepare("INSERT INTO pod_member (pod_id, person_id) VALUES (?,?)").bind(pod).bind(member).run();
  move_directory_version(session);
}

void set_pods(Session& session, PersonId person, const std::vector<PodId>& pods) {
  session.prepare("DELETE FROM pod_member WHERE person_id = ?").bind(person).run();
  for (const PodId pod : pods)
    session.prepare("INSERT INTO pod_member (pod_id, person_id) VALUES (?,?)").bind(pod).bind(person).run();
  move_directory_version(session);
}

void delete_contact(Session& session, ContactId contact) {
  session.prepare("DELETE FROM contact WHERE id = ?").bind(contact).run();
  move_directory_version(session);
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
