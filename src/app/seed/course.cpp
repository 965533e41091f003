#include "app/seed/course.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/seed/agency.h"
#include "app/seed/wording.h"

namespace punctual::app::seed {

namespace {

using std::chrono::minutes;

constexpr Seconds span = std::chrono::days{300};
constexpr std::int64_t open_of_three = 3;

/// What has happened to a ticket that is still open.
enum class Reached { submitted, triaged, answered, waiting };
constexpr Reached reached_by[] = {Reached::submitted, Reached::triaged, Reached::answered, Reached::answered,
                                  Reached::waiting};

/// Who does something, drawn from a pod.
class Staff {
 public:
  Staff(const desk::Catalogue& catalogue, const store::PodRow& pod, PersonId but) {
    for (const PersonId id : pod.members) {
      const auto role = catalogue.person(id)->role;
      if (role == people::Role::member && id != but) members_.push_back(id);
      if (role == people::Role::coordinator) coordinators_.push_back(id);
    }
  }
  PersonId member(Draw& draw) const { return draw.of<PersonId>(members_); }
  PersonId coordinator(Draw& draw) const { return draw.of<PersonId>(coordinators_); }

 private:
  std::vector<PersonId> members_;
  std::vector<PersonId> coordinators_;
};

desk::NewRequest request_of(Draw& draw, const Customer& who, std::int64_t contact) {
  desk::NewRequest request;
  request.name = who.name;
  request.email = who.email;
  request.site = fmt::format("https://www.client-{}.example", contact / 2);
  request.live = draw.below(8) != 0;
  request.description = clients_words(draw, 640);
  request.impact = static_cast<Impact>(draw.below(4));
  request.source = Source::form;
  return request;
}

}  // namespace

Amount Amount::usual(std::int64_t tickets) {
  return {tickets, std::clamp(tickets / 50, std::min(open_of_three, tickets), tickets)};
}

Courses::Courses(const desk::Catalogue& catalogue, Amount amount, Instant now)
    : catalogue_(catalogue), amount_(amount), now_(now), contacts_(2 * clients_for(amount.tickets)) {
  for (const auto& person : catalogue.people())
    if (person.role == people::Role::member) idle_ = person.id;
}

/// A twentieth of all resolved requests are from the client with three open ones: what it has had must not
/// slow its page.
std::int64_t Courses::contact_of(std::int64_t n, Draw& draw) const {
  const bool open = n >= amount_.tickets - amount_.open;
  const bool of_three = open ? n >= amount_.tickets - open_of_three : draw.below(20) == 0;
  return of_three ? draw.below(2) : 2 + draw.below(contacts_ - 2);
}

Course Courses::of(std::int64_t n) const {
  Draw draw(static_cast<std::uint64_t>(n));
  Course course;
  course.submitted_at = now_ - span + span * (n + 1) / (amount_.tickets + 1);
  const auto contact = contact_of(n, draw);
  course.request = request_of(draw, customer(contact), contact);
  course.by = Actor::contact({});  // submit() looks up which
  const bool open = n >= amount_.tickets - amount_.open;
  const auto& pods = catalogue_.pods();
  const auto& pod = pods[static_cast<std::size_t>(contact / 2 % std::ssize(pods))];
  const Staff staff(catalogue_, pod, open ? idle_ : PersonId{});
  const PersonId coordinator = staff.coordinator(draw);
  const PersonId member = staff.member(draw);
  const auto reached = draw.of<Reached>(reached_by);

  Instant at = course.submitted_at;
  const auto then = [&](Seconds after, TicketCommand what, PersonId by) {
    at = std::min(at + after, now_);
    course.steps.push_back({at, std::move(what), Actor::person(by)});
  };
  if (open && reached == Reached::submitted) return course;
  then(minutes{2 + draw.below(20)},
       command::Triage{suggested_tier(*course.request.impact, course.request.live), pod.id, member},
       coordinator);
  if (open && reached == Reached::triaged) return course;
  const Instant replied_at = std::min(at + minutes{5 + draw.below(40)}, now_);
  then(replied_at - at,
       command::Reply{staffs_words(draw, 340),
                      Expectation{.assignee = member,
                                  .what_to_expect = staffs_words(draw, 60),
                                  .next_step = staffs_words(draw, 60),
                                  .next_update_by = replied_at + std::chrono::days{2}}},
       member);
  if (open && reached == Reached::answered) return course;
  if (open) {
    then(minutes{1}, command::Wait{}, member);
    return course;
  }
  then(std::chrono::hours{1 + draw.below(30)}, command::Resolve{staffs_words(draw, 340)}, member);
  return course;
}

}  // namespace punctual::app::seed
