#include "app/routes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "desk/queries/desk_status.h"
#include "tests/world/world.h"

namespace punctual::app {
namespace {

constexpr std::string_view names[] = {"get", "post", "put", "delete"};

/// "get /api/v1/tickets"; operations of the contract stand below `paths:`, a path at two spaces, a method at
/// four.
std::vector<std::string> contract() {
  std::ifstream file("api/openapi.yaml");
  std::vector<std::string> found;
  std::string path;
  bool within = false;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != ' ' && line[0] != '#') within = line.starts_with("paths:");
    if (!within) continue;
    if (line.starts_with("  /")) path = line.substr(2, line.find_last_of(':') - 2);
    for (const auto name : names)
      if (line.starts_with("    " + std::string(name) + ":")) found.push_back(std::string(name) + " " + path);
  }
  return found;
}

struct Routes : ::testing::Test {
  world::World world;
  desk::Averages averages;
  web::Api api{.desk = *world.desk, .averages = averages};

  std::vector<std::string> lines(bool programs) {
    std::vector<std::string> found;
    for (const auto& route : routes_of(api)) {
      const bool for_programs = route.pattern.starts_with("/api/") || route.pattern == "/healthz" ||
                                route.pattern == "/readyz" || route.pattern == "/metrics";
      if (for_programs == programs)
        found.push_back(std::string(names[static_cast<std::size_t>(route.method)]) + " " + route.pattern);
    }
    return found;
  }
};

// The journeys ask every operation of the contract as everybody: a route that is not in it would go unasked.
TEST_F(Routes, WhatProgramsMayAskIsTheContract) {
  ASSERT_FALSE(contract().empty());
  EXPECT_THAT(lines(true), ::testing::UnorderedElementsAreArray(contract()));
}

// Open to everybody, each for a reason: a new one is added here by somebody who has thought of it.
TEST_F(Routes, WhatPeopleMayOpenWithoutSigningIn) {
  EXPECT_THAT(lines(false),
              ::testing::UnorderedElementsAre(
                  "get /", "post /requests", "get /assets/{name}",  // the public page
                  "get /r/{token}", "post /r/{token}/replies", "post /r/{token}/rating", "get /e/{token}",
                  "post /e/{token}", "get /s/{token}", "get /s/{token}/csv",
                  "get /r/{token}/events",                                              // who holds the link
                  "get /r/{token}/attachments/{attachment}",                            //
                  "get /password", "post /password",                                    // who forgot theirs
                  "get /password/{token}", "post /password/{token}",                    // who holds the link
                  "get /staff", "get /staff/", "get /staff/{a}", "get /staff/{a}/{b}",  // the app's files
                  "get /staff/{a}/{b}/{c}"));
}

}  // namespace
}  // namespace punctual::app
