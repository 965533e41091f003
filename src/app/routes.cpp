#include "app/routes.h"

#include "web/live/events.h"
#include "web/public/site.h"

namespace punctual::app {

std::vector<web::Route> routes_of(web::Api& api) {
  std::vector<web::Route> routes;
  for (auto part :
       {web::desk_routes(api),           web::session_routes(api),        web::ticket_routes(api),
        web::ticket_read_routes(api),    web::ticket_command_routes(api), web::ticket_relation_routes(api),
        web::redaction_routes(api),      web::client_export_routes(api),  web::rating_routes(api),
        web::directory_routes(api),      web::outgoing_mail_routes(api),  web::business_hours_routes(api),
        web::explanation_routes(api),    web::backup_routes(api),         web::people_routes(api),
        web::own_account_routes(api),    web::rota_routes(api),           web::rota_edit_routes(api),
        web::time_off_routes(api),       web::suggestion_routes(api),     web::hand_off_routes(api),
        web::time_entry_routes(api),     web::estimate_routes(api),       web::agreement_routes(api),
        web::agreement_edit_routes(api), web::statement_routes(api),      web::live_routes(api),
        web::public_routes(api)})
    routes.insert(routes.end(), part.begin(), part.end());
  return routes;
}

}  // namespace punctual::app
