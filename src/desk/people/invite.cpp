#include "desk/people/invite.h"

#include <boost/describe.hpp>

#include "desk/people/password_link.h"
#include "desk/reactions/queue_mail.h"
#include "desk/text/one_line.h"
#include "store/directory_changes.h"
#include "store/journal.h"
#include "store/json/write.h"

namespace punctual::desk {

namespace {

using Why = PersonRefused::Why;

struct InvitedJson {
  std::string email;
  std::string role;
  bool reactivated = false;
};
BOOST_DESCRIBE_STRUCT(InvitedJson, (), (email, role, reactivated))

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_address = 255;

Invited send(const Desk& desk, store::Session& session, const store::PersonRow& person, bool reactivated,
             const Actor& by, Instant now) {
  store::append_audit(
      session, "person", person.id.value, "invited", now, by,
      json::to_json(InvitedJson{person.email, std::string(to_text(person.role)), reactivated}));
  const auto link = make_link(session, person.id, store::LinkKind::invitation, now);
  queue_mail(desk, session, "account",
             {.kind = store::MailKind::invitation,
              .link = link.id,
              .to_name = person.name,
              .to_address = person.email,
              .cc = {},
              .message_id = {}},
             now);
  return {person.id, password_url(desk, link)};
}

}  // namespace

std::vector<FieldProblem> problems_of(const NewPerson& person) {
  std::vector<FieldProblem> problems;
  if (text::one_line(person.name, longest_name).empty())
    problems.push_back({"name", "Say what the person is called."});
  if (person.name.size() > longest_name)
    problems.push_back({"name", "Write the name in at most 200 characters."});
  if (!is_mail_address(text::one_line(person.email, longest_address)))
    problems.push_back({"email", "This is not a mail address; write it like name@example.com."});
  if (!people::role_from(person.role))
    problems.push_back({"role", "A role is coordinator, member or manager."});
  return problems;
}

std::expected<Invited, PersonRefused> invite(const Desk& desk, store::Session& session,
                                             const NewPerson& wanted, const Actor& by, Instant now) {
  if (!may_manage_people(session, by)) return std::unexpected(PersonRefused{Why::not_allowed, {}, {}});
  // The week alone: what else the desk closes for stays the desk's, and so do its changes.
  const auto desk_hours = read_hours(session).hours;
  const auto today = desk.catalogue()->zone().date(now);
  store::PersonRow person{.id = {},
                          .name = text::one_line(wanted.name, longest_name),
                          .email = text::one_line(wanted.email, longest_address),
                          .role = people::role_from(wanted.role).value(),
                          .password_hash = {},
                          .hours = {.zone = desk_hours.zone,
                                    .weekly = desk_hours.week_on(today),
                                    .weekly_from = {},
                                    .holidays = {},
                                    .exceptions = {},
                                    .always_open = desk_hours.always_open}};
  if (const auto known = store::find_person_by_email(session, person.email))
    return std::unexpected(PersonRefused{
        Why::invalid, "email", known->name + " has this address already; invite them again from the list."});
  person.id = store::insert_person(session, person);
  return send(desk, session, person, false, by, now);
}

std::expected<Invited, PersonRefused> invite_again(const Desk& desk, store::Session& session, PersonId id,
                                                   Whom whom, const Actor& by, Instant now) {
  if (!may_manage_people(session, by)) return std::unexpected(PersonRefused{Why::not_allowed, {}, {}});
  auto person = store::find_person(session, id);
  if (!person) return std::unexpected(PersonRefused{Why::unknown, {}, "There is no such person."});
  if (person->active && person->password_hash && whom == Whom::without_password)
    return std::unexpected(PersonRefused{
        Why::not_now,
        {},
        person->name + " has a password already; who forgot it asks for a new one on the sign-in page."});
  if (!is_mail_address(person->email))
    return std::unexpected(PersonRefused{
        Why::not_now, {}, "The address of " + person->name + " is another's now; invite them with theirs."});
  const bool reactivated = !person->active;
  person->active = true;
  store::write_person(session, *person);
  return send(desk, session, *person, reactivated, by, now);
}

}  // namespace punctual::desk
