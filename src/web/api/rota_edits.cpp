#include <algorithm>

#include "domain/time/rfc3339.h"
#include "web/api/api.h"
#include "web/api/hours_json.h"
#include "web/api/rota_look.h"
#include "web/api/rota_reading.h"

// Changes of the rota: looked at, then done in the knowledge of what they open.
namespace punctual::web {

namespace {

struct SwapPartJson {
  std::string date;
  std::optional<std::vector<std::string>> hours;
};
BOOST_DESCRIBE_STRUCT(SwapPartJson, (), (date, hours))

struct SwapEditJson {
  PersonId person;
  SwapPartJson on;
  std::optional<SwapPartJson> off;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(SwapEditJson, (), (person, on, off, note))

struct GrantJson {
  TimeOffId time_off;
  std::optional<std::string> answer;
  std::optional<SwapEditJson> swap;
};
BOOST_DESCRIBE_STRUCT(GrantJson, (), (time_off, answer, swap))

struct AbsenceJson {
  PersonId person;
  std::string first_date;
  std::string last_date;
  std::optional<std::vector<std::string>> hours;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(AbsenceJson, (), (person, first_date, last_date, hours, note))

struct WithdrawSwapJson {
  SwapId swap;
};
BOOST_DESCRIBE_STRUCT(WithdrawSwapJson, (), (swap))

struct ChangeWeekJson {
  PersonId person;
  PersonWeekJson week;
};
BOOST_DESCRIBE_STRUCT(ChangeWeekJson, (), (person, week))

struct ChangeSkillsJson {
  PersonId person;
  std::vector<std::string> skills;
};
BOOST_DESCRIBE_STRUCT(ChangeSkillsJson, (), (person, skills))

struct ChangePodJson {
  PodId pod;
  std::vector<PersonId> members;
  std::optional<PersonId> lead;
  int needed = 1;
};
BOOST_DESCRIBE_STRUCT(ChangePodJson, (), (pod, members, lead, needed))

struct MoveClientJson {
  ClientId client;
  std::optional<PodId> pod;
};
BOOST_DESCRIBE_STRUCT(MoveClientJson, (), (client, pod))

struct EditJson {
  std::optional<GrantJson> grant_time_off;
  std::optional<AbsenceJson> record_absence;
  std::optional<SwapEditJson> agree_swap;
  std::optional<WithdrawSwapJson> withdraw_swap;
  std::optional<ChangeWeekJson> change_week;
  std::optional<ChangeSkillsJson> change_skills;
  std::optional<ChangePodJson> change_pod;
  std::optional<MoveClientJson> move_client;
};
BOOST_DESCRIBE_STRUCT(EditJson, (),
                      (grant_time_off, record_absence, agree_swap, withdraw_swap, change_week, change_skills,
                       change_pod, move_client))

struct LookRequestJson {
  EditJson edit;
};
BOOST_DESCRIBE_STRUCT(LookRequestJson, (), (edit))

struct EditRequestJson {
  EditJson edit;
  std::optional<std::string> seen;
};
BOOST_DESCRIBE_STRUCT(EditRequestJson, (), (edit, seen))

struct EditedJson {
  json::Nullable<TimeOffId> time_off;
  json::Nullable<SwapId> swap;
};
BOOST_DESCRIBE_STRUCT(EditedJson, (), (time_off, swap))

/// Reads an edit and notes what is wrong on the way; the places are the contract's.
class ReadEdit {
 public:
  std::vector<ProblemField> wrong;

  std::optional<desk::RotaEdit> operator()(const EditJson& json) {
    std::vector<desk::RotaEdit> edits;
    if (json.grant_time_off) edits.push_back(grant(*json.grant_time_off));
    if (json.record_absence) edits.push_back(absence(*json.record_absence));
    if (json.agree_swap) edits.push_back(swap(*json.agree_swap, "edit.agree_swap"));
    if (json.withdraw_swap) edits.push_back(desk::edit::WithdrawSwap{json.withdraw_swap->swap});
    if (json.change_week)
      edits.push_back(
          desk::edit::ChangeWeek{json.change_week->person,
                                 read_person_week(json.change_week->week, "edit.change_week.week", wrong)});
    if (json.change_skills)
      edits.push_back(desk::edit::ChangeSkills{json.change_skills->person, json.change_skills->skills});
    if (json.change_pod) edits.push_back(pod(*json.change_pod));
    if (json.move_client)
      edits.push_back(desk::edit::MoveClient{json.move_client->client, json.move_client->pod});
    if (edits.size() != 1) wrong.push_back({"edit", "Give exactly one change."});
    if (!wrong.empty()) return std::nullopt;
    return std::move(edits.front());
  }

 private:
  desk::edit::Swap swap(const SwapEditJson& json, const std::string& place) {
    desk::edit::Swap read{.person = json.person,
                          .on = part(json.on, place + ".on"),
                          .off = std::nullopt,
                          .note = read_note(json.note, place + ".note", wrong)};
    if (json.off) read.off = part(*json.off, place + ".off");
    return read;
  }
  store::SwapRow::Part part(const SwapPartJson& json, const std::string& place) {
    return {read_date(json.date, place + ".date", wrong),
            read_hours_of_day(json.hours, place + ".hours", wrong)};
  }
  desk::edit::GrantTimeOff grant(const GrantJson& json) {
    const std::string place = "edit.grant_time_off";
    desk::edit::GrantTimeOff read{json.time_off, read_note(json.answer, place + ".answer", wrong),
                                  std::nullopt};
    if (json.swap) read.swap = swap(*json.swap, place + ".swap");
    return read;
  }
  desk::edit::RecordAbsence absence(const AbsenceJson& json) {
    const std::string place = "edit.record_absence";
    return {json.person,
            {people::RotaChange::Kind::absence, read_date(json.first_date, place + ".first_date", wrong),
             read_date(json.last_date, place + ".last_date", wrong),
             read_hours_of_day(json.hours, place + ".hours", wrong)},
            read_note(json.note, place + ".note", wrong)};
  }
  static desk::edit::ChangePod pod(const ChangePodJson& json) {
    auto members = json.members;
    std::ranges::sort(members);
    members.erase(std::ranges::unique(members).begin(), members.end());
    return {json.pod, std::move(members), json.lead, json.needed};
  }
};

std::expected<desk::RotaEdit, Reply> allowed_edit(const desk::Caller& caller, const EditJson& json) {
  ReadEdit read;
  auto wanted = read(json);
  if (!wanted) return std::unexpected(problem(Problem::invalid, {}, std::move(read.wrong)));
  if (!desk::may(caller.role, desk::action_of(*wanted)))
    return std::unexpected(problem(Problem::not_allowed, "Managers change the rota; ask one of them."));
  return *std::move(wanted);
}

Answer look(Api& api, const desk::Caller& caller, const Request& request) {
  const auto body = read_body<LookRequestJson>(request);
  if (!body) return body.error();
  auto wanted = allowed_edit(caller, body->edit);
  if (!wanted) return std::move(wanted.error());
  return Slow{[&api, wanted = *std::move(wanted), now = request.now]() -> Answer {
                const auto look = desk::look_at(api.desk, wanted, now);
                return look ? look_reply(api, *look) : refused(look.error());
              },
              Slow::Lane::seconds};
}

/// What was looked at, on its way to the writer.
Answer carry(Api& api, desk::RotaEdit wanted, desk::RotaLook seen, PersonId by, Instant now) {
  using Done = std::expected<desk::RotaDone, desk::RotaRefused>;
  const auto done = std::make_shared<Done>();
  return Write{
      [&api, wanted = std::move(wanted), seen = std::move(seen), done, by, now](store::Session& session) {
        *done = desk::carry_out(api.desk, session, wanted, seen, by, now);
        return *done ? store::Keep::commit : store::Keep::discard;
      },
      [&api, done](store::Written) {
        if (!*done) return refused(done->error());
        api.catalogue_changed();
        EditedJson json;
        if ((*done)->time_off) json.time_off = (*done)->time_off;
        if ((*done)->swap) json.swap = (*done)->swap;
        return json_reply(200, json);
      }};
}

Answer edit(Api& api, const desk::Caller& caller, const Request& request) {
  auto body = read_body<EditRequestJson>(request);
  if (!body) return body.error();
  auto wanted = allowed_edit(caller, body->edit);
  if (!wanted) return std::move(wanted.error());
  return Slow{[&api, wanted = *std::move(wanted), seen = body->seen.value_or(""), by = caller.id,
               now = request.now]() -> Answer {
                auto look = desk::look_at(api.desk, wanted, now);
                if (!look) return refused(look.error());
                if (look->view.seen != seen) return problem(Problem::opens_gaps);
                return carry(api, wanted, *std::move(look), by, now);
              },
              Slow::Lane::seconds};
}

}  // namespace

std::vector<Route> rota_edit_routes(Api& api) {
  constexpr auto least = desk::Action::record_absence;
  return {
      staff_route(api, Method::post, "/api/v1/rota/looks", Body::json, least, look),
      staff_route(api, Method::post, "/api/v1/rota/edits", Body::json, least, edit),
  };
}

}  // namespace punctual::web
