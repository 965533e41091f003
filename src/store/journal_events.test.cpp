#include "store/journal_events.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "domain/ticket/ticket.h"

namespace punctual::store {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Journals written by the first desk fold for ever: these files never change.
TEST(JournalEvents, EveryGoldenFileOfVersionOneReadsAndWritesAlike) {
  std::set<std::string> types;
  for (const auto& entry : std::filesystem::directory_iterator("tests/journal/v1")) {
    const std::string type = entry.path().stem().string();
    const std::string content = read_file(entry.path());
    const TicketEvent event = read_event(type, 1, content);
    EXPECT_EQ(type_of(event), type);
    EXPECT_EQ(content_of(event), content) << type;
    types.insert(type);
  }
  EXPECT_EQ(types.size(), std::variant_size_v<TicketEvent> + 1) << "one file a type; a warning is two";
}

TEST(JournalEvents, WhatNobodyCanReadIsSaid) {
  EXPECT_THROW(read_event("submitted", 99, "{}"), std::runtime_error);
  EXPECT_THROW(read_event("exploded", 1, "{}"), std::runtime_error);
  EXPECT_THROW(read_event("triaged", 1, R"({"tier":2})"), std::runtime_error);
  EXPECT_THROW(read_event("triaged", 1, "not JSON"), std::runtime_error);
}

}  // namespace
}  // namespace punctual::store
