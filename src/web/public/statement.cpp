#include "desk/access/statement_link.h"
#include "web/api/csv_reply.h"
#include "web/pages/statement_page.h"
#include "web/public/private_reply.h"

// A client's statement behind a contact's own link, as a page and as a table.
namespace punctual::web {

namespace {

/// `render(session, row, statement, path)` of the statement the link leads to: a year's work may be on it.
template <class Render>
Answer of_link(Api& api, const Request& request, Render render) {
  if (!api.ready) return problem(Problem::not_ready);
  return Slow{[&api, token = std::string(request.parameter("token")), render]() -> Answer {
    auto& session = api.desk.reader();
    const store::Snapshot snapshot(session);
    const auto row = desk::follow_statement_link(api.desk, session, token);
    if (!row || row->corrects) return link_gone(api);
    Reply reply = render(session, *row, json::from_json<desk::Statement>(row->body).value(), "/s/" + token);
    reply.headers.emplace_back("X-Robots-Tag", "noindex");
    return reply;
  }};
}

}  // namespace

Answer statement_page(Api& api, const Request& request) {
  return of_link(api, request,
                 [&api, now = request.now](auto& session, const auto& row, auto statement, std::string path) {
                   const auto catalogue = api.desk.catalogue();
                   StatementPage page{.desk = face_of(*catalogue),
                                      .zone = catalogue->zone_of(row.client),
                                      .now = now,
                                      .path = std::move(path),
                                      .statement = std::move(statement),
                                      .corrections = {}};
                   for (const auto& one : store::read_corrections(session, row.client, row.month))
                     page.corrections.push_back(json::from_json<desk::Correction>(one.body).value());
                   return page_reply(200, statement_page_html(page));
                 });
}

Answer statement_table(Api& api, const Request& request) {
  return of_link(api, request, [](auto&, const auto&, const desk::Statement& statement, const std::string&) {
    return csv_reply(statement);
  });
}

}  // namespace punctual::web
