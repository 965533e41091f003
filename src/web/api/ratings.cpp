#include "store/answers.h"
#include "web/api/api.h"

namespace punctual::web {

namespace {

constexpr int days = 30;

struct RatingsJson {
  int days = 0;
  std::int64_t good = 0;
  std::int64_t okay = 0;
  std::int64_t bad = 0;
};
BOOST_DESCRIBE_STRUCT(RatingsJson, (), (days, good, okay, bad))

Answer get_ratings(Api& api, const desk::Caller&, const Request& request) {
  const auto counts = store::ratings_since(api.desk.reader(), request.now - std::chrono::days{days});
  return json_reply(200, RatingsJson{days, counts.good, counts.okay, counts.bad});
}

}  // namespace

std::vector<Route> rating_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/ratings", Body::none, desk::Action::read_tickets, get_ratings)};
}

}  // namespace punctual::web
