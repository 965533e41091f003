#include "web/api/outgoing_mail.h"

#include <boost/describe.hpp>
#include <charconv>

#include "store/outbox.h"
#include "web/api/api.h"

namespace punctual::web {

namespace {

struct MailLineJson {
  std::int64_t id = 0;
  std::string kind;
  std::string to;
  std::string subject;
  Instant created_at{};
  std::string state;
};
BOOST_DESCRIBE_STRUCT(MailLineJson, (), (id, kind, to, subject, created_at, state))

struct MailListJson {
  std::vector<MailLineJson> items;
};
BOOST_DESCRIBE_STRUCT(MailListJson, (), (items))

struct MailJson {
  std::int64_t id = 0;
  std::string kind;
  std::string to;
  std::string subject;
  Instant created_at{};
  std::string state;
  std::string headers;
  std::string text;
  std::string html;
};
BOOST_DESCRIBE_STRUCT(MailJson, (), (id, kind, to, subject, created_at, state, headers, text, html))

constexpr int newest = 100;

Answer list_mail(Api& api, const desk::Caller&, const Request&) {
  // A hundred mails are rendered for their subjects.
  return Slow{[&api]() -> Answer {
    auto& session = api.desk.reader();
    const store::Snapshot snapshot(session);
    MailListJson json;
    for (const auto& row : store::newest_outbox(session, newest)) {
      const auto mail = api.render_mail(session, row);
      json.items.push_back({row.id, std::string(store::to_text(row.kind)), row.to_address,
                            mail ? mail->subject : std::string(), row.created_at,
                            std::string(store::to_text(row.state))});
    }
    return json_reply(200, json);
  }};
}

Answer get_mail(Api& api, const desk::Caller&, const Request& request) {
  const auto text = request.parameter("id");
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto row = error == std::errc{} && end == text.data() + text.size() ? store::find_outbox(session, id)
                                                                            : std::nullopt;
  const auto mail = row ? api.render_mail(session, *row) : std::nullopt;
  if (!mail) return problem(Problem::not_found, "There is no such mail.");
  return json_reply(200, MailJson{row->id, std::string(store::to_text(row->kind)), row->to_address,
                                  mail->subject, row->created_at, std::string(store::to_text(row->state)),
                                  mail->headers, mail->text, mail->html});
}

}  // namespace

std::vector<Route> outgoing_mail_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/outgoing-mail", Body::none, desk::Action::read_outgoing_mail,
                  list_mail),
      staff_route(api, Method::get, "/api/v1/outgoing-mail/{id}", Body::none,
                  desk::Action::read_outgoing_mail, get_mail),
  };
}

}  // namespace punctual::web
