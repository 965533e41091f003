#include "web/http/router.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace punctual::web {
namespace {

Route route(Method method, std::string pattern) {
  return {method, std::move(pattern), Body::none, [](const Request&) { return Reply{}; }};
}

std::string found(const Router& router, std::string_view path, Request& request,
                  Method method = Method::get) {
  const auto match = router.find(path, method, request);
  return match.route ? match.route->pattern : match.allow.empty() ? "404" : "405 " + std::string(match.allow);
}

TEST(Router, FindsLiteralsBeforeNames) {
  const Router router({route(Method::get, "/"), route(Method::get, "/tickets"),
                       route(Method::get, "/tickets/{ref}"), route(Method::get, "/tickets/new"),
                       route(Method::put, "/tickets/{ref}/triage"),
                       route(Method::get, "/{page}/new/{part}")});
  Request r;
  EXPECT_EQ(found(router, "/", r), "/");
  EXPECT_EQ(found(router, "/tickets", r), "/tickets");
  EXPECT_EQ(found(router, "/tickets/new", r), "/tickets/new");
  EXPECT_EQ(found(router, "/tickets/P-1042", r), "/tickets/{ref}");
  EXPECT_EQ(r.parameter("ref"), "P-1042");
  EXPECT_EQ(found(router, "/tickets/P-7/triage", r, Method::put), "/tickets/{ref}/triage");
  EXPECT_EQ(r.parameter("ref"), "P-7");
  EXPECT_EQ(found(router, "/tickets/new/part", r), "/{page}/new/{part}")
      << "goes back where a literal led nowhere";
  EXPECT_EQ(r.parameter("page"), "tickets");
  EXPECT_EQ(r.parameters.size(), 2U);
}

TEST(Router, RefusesWhatIsNotThere) {
  const Router router(
      {route(Method::get, "/a/{b}"), route(Method::del, "/a/{b}"), route(Method::post, "/a")});
  Request r;
  EXPECT_EQ(found(router, "/a/b", r, Method::post), "405 GET, HEAD, DELETE");
  EXPECT_EQ(router.find("/a", std::nullopt, r).allow, "POST");
  for (const char* path : {"/", "/a/", "/a//", "//a", "/A", "/a/b/", "/a/b/c", "/a/%ff", "/a/%00"})
    EXPECT_EQ(found(router, path, r), "404") << path;
  EXPECT_EQ(found(router, "/" + std::string(15'000, '/'), r), "404");
}

TEST(Router, AnEncodedSlashMakesNoSegment) {
  const Router router({route(Method::get, "/a/{b}"), route(Method::get, "/a/{b}/secret")});
  Request r;
  EXPECT_EQ(found(router, "/a/x%2Fsecret", r), "/a/{b}");
  EXPECT_EQ(r.parameter("b"), "x/secret");
  EXPECT_EQ(found(router, "/%61/x", r), "/a/{b}");
}

TEST(Router, PatternsAreCheckedWhenTheServerIsMade) {
  EXPECT_THROW(Router({route(Method::get, "a")}), std::invalid_argument);
  EXPECT_THROW(Router({route(Method::get, "/a{b}")}), std::invalid_argument);
  EXPECT_THROW(Router({route(Method::get, "/a/{b}"), route(Method::get, "/a/{c}")}), std::invalid_argument);
}

}  // namespace
}  // namespace punctual::web
