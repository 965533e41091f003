#include "app/demo/plan.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

#include "app/demo/demo_desk.h"
#include "app/demo/placement.h"
#include "app/demo/shift.h"
#include "app/demo/unwrapped.h"

namespace punctual::app::demo {

namespace {

using Kind = Act::Kind;
using std::chrono::minutes;

/// Seconds that make instants look lived in; the same for the same place in the tables.
Seconds jitter(std::size_t story, std::size_t act) {
  std::uint64_t x = story * 1000 + act + 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return Seconds{static_cast<std::int64_t>((x ^ (x >> 31)) % 50)};
}

const desk::ClientEntry* client_of(std::string_view email) {
  for (const auto& client : agency().clients)
    for (const auto& contact : client.contacts)
      if (contact.email == email) return &client;
  return nullptr;
}

const std::string& name_of(const desk::ClientEntry& client, std::string_view email) {
  return std::ranges::find(client.contacts, email, &desk::ContactEntry::email)->name;
}

desk::NewRequest request_of(const Story& story) {
  const auto* client = client_of(story.from);
  desk::NewRequest request{.name = client ? name_of(*client, story.from) : std::string(story.name),
                           .email = std::string(story.from),
                           .company = client ? client->name : std::string(story.company),
                           .cc = {},
                           .site = std::string(story.site),
                           .page = std::string(story.page),
                           .live = story.live,
                           .description = unwrapped(story.text),
                           .impact = story.impact,
                           .source = story.via,
                           .files = {}};
  if (!story.cc.empty()) request.cc.emplace_back(story.cc);
  return request;
}

/// One story on its way from act to act.
class Telling {
 public:
  Telling(const Story& story, std::size_t number, Shift& shift, Instant base, std::vector<Planned>& plan)
      : story_(story), number_(number), shift_(shift), base_(base), plan_(plan) {
    const auto* client = client_of(story.from);
    pod_ = shift.pod(client ? std::string_view(client->pod) : story.pod);
  }

  void tell(Instant submitted) {
    at_ = submitted;
    const bool by_staff = story_.via != Source::form;
    plan_.push_back({at_, number_, request_of(story_),
                     by_staff ? Actor::person(shift_.coordinator(pod_, at_)) : Actor::contact({})});
    for (std::size_t i = 0; story_.acts[i].kind != Kind::none; ++i) {
      const Act& act = story_.acts[i];
      at_ = moment(at_, act, jitter(number_, i + 1));
      if (at_ > base_) return;
      plan_.push_back({at_, number_, command_of(act, i), actor_of(act.kind)});
      write_time_down(act);
      if (i + 1 == std::size(story_.acts)) return;
    }
  }

 private:
  Instant moment(Instant from, const Act& act, Seconds extra) const {
    const Seconds length = minutes{act.after} + extra;
    if (story_.on_call || act.clock) return from + length;
    const Calendar& desk = shift_.desk_hours();
    const Instant due = desk.due(from, Target::of_seconds(length.count())).value();
    // Used up at closing time: nobody is in any more, so it was done just before.
    const Instant before = due - Seconds{75};
    return !desk.is_open(due) && before > from ? before : due;
  }

  Actor actor_of(Kind kind) const {
    switch (kind) {
      case Kind::client:
        return Actor::contact({});
      case Kind::reply:
      case Kind::note:
      case Kind::wait:
      case Kind::resume:
      case Kind::resolve:
        return Actor::person(story_.on_call ? assignee_ : shift_.at_work(assignee_, pod_, at_));
      default:
        return Actor::person(shift_.coordinator(pod_, at_));
    }
  }

  Instant next_update(const Act& act) const {
    using std::chrono::minutes;
    if (story_.on_call) return std::chrono::ceil<minutes>(at_ + minutes{act.promise});
    const Instant due = shift_.desk_hours().due(at_, Target::of_minutes(act.promise)).value();
    if (act.firm) return std::chrono::ceil<minutes>(due);
    const Calendar& theirs = shift_.hours_of(assignee_);
    const Instant open = theirs.next_opening(due).value_or(due);
    constexpr Seconds quarter = minutes{15};
    const Seconds past = open.time_since_epoch() % quarter;
    const Instant later = past == Seconds{0} ? open : open - past + quarter;
    if (theirs.is_open(later)) return later;
    return later - quarter > at_ ? later - quarter : open;
  }

  /// What an answer and the end of a request took, where an agreement says what becomes of it.
  void write_time_down(const Act& act) {
    const auto* client = client_of(story_.from);
    const auto* version =
        client ? agreement::version_at(client->agreement, shift_.desk_hours().zone().date(at_)) : nullptr;
    if (!version) return;
    constexpr int least = 15;
    constexpr int most = 150;
    desk::WorkDone work{.kind = {}, .note = {}};
    if (act.kind == Kind::reply && act.promise > 0) {
      work.minutes = least;
      work.note = "Looked into it and answered";
    } else if (act.kind == Kind::resolve) {
      work.minutes = std::clamp(act.after / 2 / least * least, least, most);
      work.note = "Done, tried out and told";
    } else {
      return;
    }
    work.outside_hours = !shift_.desk_hours().is_open(at_);
    const auto& kinds = version->terms.kinds;
    if (story_.on_call && std::ranges::find(kinds, "emergency", &agreement::Kind::name) != kinds.end())
      work.kind = "emergency";
    plan_.push_back({at_, number_, std::move(work), actor_of(act.kind)});
  }

  TicketCommand command_of(const Act& act, std::size_t index) {
    switch (act.kind) {
      case Kind::triage:
        tier_ = story_.tier;
        // Whoever will be in for the first answer.
        assignee_ = shift_.assign(pod_, moment(at_, story_.acts[index + 1], Seconds{0}));
        return command::Triage{tier_, pod_, assignee_};
      case Kind::retier:
        tier_ = act.tier;
        return command::Triage{tier_, pod_, assignee_};
      case Kind::hand_over:
        assignee_ = shift_.assign(pod_, at_, assignee_);
        return command::Triage{tier_, pod_, assignee_};
      case Kind::reply: {
        command::Reply reply{unwrapped(act.text), std::nullopt};
        if (act.promise)
          reply.expectation = {assignee_, unwrapped(act.what_to_expect), unwrapped(act.next_step),
                               next_update(act)};
        return reply;
      }
      case Kind::note:
      case Kind::review:
        return command::Note{unwrapped(act.text)};
      case Kind::client:
        return command::ClientReply{unwrapped(act.text), {}};
      case Kind::wait:
        return command::Wait{};
      case Kind::resume:
        return command::Resume{};
      case Kind::resolve:
        return command::Resolve{unwrapped(act.text)};
      case Kind::reopen:
        return command::Reopen{};
      case Kind::spam:
        return command::MarkSpam{};
      case Kind::none:
        break;
    }
    std::abort();
  }

  const Story& story_;
  std::size_t number_;
  Shift& shift_;
  Instant base_;
  std::vector<Planned>& plan_;
  PodId pod_;
  Instant at_{};
  int tier_ = 0;
  PersonId assignee_;
};

}  // namespace

std::vector<Story> all_stories() {
  std::vector<Story> stories;
  for (const auto table : {brightwater_stories(), brightwater_open(), alder_valley_stories(),
                           alder_valley_open(), northgate_stories(), northgate_open(), marrow_pine_stories(),
                           saltmarsh_stories(), strangers_stories()})
    stories.insert(stories.end(), table.begin(), table.end());
  return stories;
}

std::vector<Planned> plan_history(std::span<const Story> stories, const desk::Catalogue& catalogue,
                                  Instant base) {
  Shift shift(catalogue);
  std::vector<std::pair<Instant, std::size_t>> beginnings;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const Instant at = placed(stories[i].when, catalogue.hours(), base);
    beginnings.emplace_back(std::min(base, at + jitter(i, 0)), i);
  }
  std::ranges::sort(beginnings);
  std::vector<Planned> plan;
  for (const auto& [at, i] : beginnings) Telling(stories[i], i, shift, base, plan).tell(at);
  // Acts of one story keep their order where they share an instant.
  std::ranges::stable_sort(plan, {}, [](const Planned& step) { return std::pair(step.at, step.story); });
  return plan;
}

}  // namespace punctual::app::demo
