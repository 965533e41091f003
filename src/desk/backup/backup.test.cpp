#include "desk/backup/backup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "desk/backup/verify.h"
#include "desk/commands/change.h"
#include "desk/draft.h"
#include "store/files.h"
#include "store/journal.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using world::at;
using world::World;

constexpr const char* now = "2026-11-25T21:00:00Z";
constexpr auto as_usual = Taken::without_what_may_have_ended;

const Progress to_the_end = [](std::string_view, std::int64_t, std::int64_t) { return true; };

void flip(const fs::path& file, std::streamoff place) {
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekg(place);
  const auto byte = static_cast<char>(bytes.get() ^ 1);
  bytes.seekp(place);
  bytes.put(byte);
}

struct Backups : ::testing::Test {
  World world;
  Layout data{world.folder.path()};
  world::TemporaryFolder elsewhere;
  TicketId ticket = world.submit("2026-11-25T15:00:00Z").id;
  std::string attached = attach("a screenshot");

  Backups() { store::write_file(data.key(), std::string(32, 'k')); }

  std::string attach(const std::string& content) {
    const auto draft = world.desk->blobs().incoming() / "draft";
    store::write_file(draft, content);
    const auto facts = store::facts_of(draft);
    const auto sha256 = store::to_hex(store::view(facts.sha256));
    const auto held = world.desk->blobs().keep(draft, sha256);
    (void)world.writer->write([&](store::Session& session) {
      const auto changed =
          change(*world.desk, session, ticket, std::nullopt, command::ClientReply{content, {}},
                 Actor::contact({}), at(now), {{"a.png", sha256, facts.size}});
      return changed ? store::Keep::commit : store::Keep::discard;
    });
    return sha256;
  }

  std::expected<BackedUp, std::string> back_up(const char* name,
                                               const std::optional<Layout>& previous = std::nullopt) {
    return make_backup(data, world.desk->blobs(), elsewhere.path() / name, previous, at(now), to_the_end);
  }
  Layout backup(const char* name) const { return {elsewhere.path() / name}; }
  std::vector<std::string> problems(const Layout& of) const {
    return verify(of, world.zones, to_the_end).problems;
  }
};

TEST_F(Backups, HoldTheDeskAsItWasAndRestoreElsewhere) {
  const auto made = back_up("monday");
  ASSERT_TRUE(made) << made.error();
  EXPECT_THAT(made->problems, IsEmpty());
  EXPECT_EQ(made->manifest.tickets, 1);
  EXPECT_EQ(made->manifest.blobs, 1);
  world.submit("2026-11-25T21:30:00Z");
  const auto restored =
      restore_backup(backup("monday"), elsewhere.path() / "machine" / "data", as_usual, at(now), to_the_end);
  ASSERT_TRUE(restored) << restored.error();
  const Layout other{elsewhere.path() / "machine" / "data"};
  const auto found = verify(other, world.zones, to_the_end);
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_EQ(found.tickets, 1) << "the second came after the backup";
  EXPECT_EQ(found.blobs, 1);
  EXPECT_EQ(store::facts_of(other.key()).sha256, store::facts_of(data.key()).sha256);
  EXPECT_FALSE(fs::exists(other.manifest())) << "it is a data folder now";
}

TEST_F(Backups, TheNextOneLinksWhatTheOneBeforeHolds) {
  ASSERT_TRUE(back_up("monday"));
  attach("another");
  const auto made = back_up("tuesday", backup("monday"));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->manifest.blobs, 2);
  EXPECT_EQ(fs::hard_link_count(store::blob_path(backup("tuesday").blobs(), attached)), 2U);
  fs::remove_all(backup("monday").folder);
  EXPECT_THAT(problems(backup("tuesday")), IsEmpty());
}

TEST_F(Backups, AFlippedByteIsNamed) {
  struct Row {
    fs::path file;
    const char* words;
  };
  ASSERT_TRUE(back_up("monday"));
  const auto monday = backup("monday");
  for (const auto& [file, words] :
       {Row{monday.database(), "is damaged"}, Row{monday.key(), "is damaged"},
        Row{store::blob_path(monday.blobs(), attached), "attachment is damaged"}}) {
    const auto middle = static_cast<std::streamoff>(fs::file_size(file) / 2);
    flip(file, middle);
    EXPECT_THAT(problems(monday), ::testing::Contains(AllOf(HasSubstr(file.string()), HasSubstr(words))));
    flip(file, middle);
    EXPECT_THAT(problems(monday), IsEmpty());
  }
}

TEST_F(Backups, ADamagedOneIsNotRestoredButForItsAttachments) {
  ASSERT_TRUE(back_up("monday"));
  const auto monday = backup("monday");
  const auto to = elsewhere.path() / "data";
  flip(monday.key(), 3);
  const auto refused = restore_backup(monday, to, as_usual, at(now), to_the_end);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error(), AllOf(HasSubstr("desk.key: is damaged"), HasSubstr("another backup")));
  EXPECT_FALSE(fs::exists(to));
  EXPECT_EQ(std::distance(fs::directory_iterator(elsewhere.path()), fs::directory_iterator()), 1)
      << "nothing is left of it";
  flip(monday.key(), 3);
  flip(store::blob_path(monday.blobs(), attached), 3);
  const auto restored = restore_backup(monday, to, as_usual, at(now), to_the_end);
  ASSERT_TRUE(restored);
  EXPECT_THAT(restored->problems, ElementsAre(HasSubstr("attachment is damaged")));
}

TEST_F(Backups, AreMadeWhereNothingIsYet) {
  fs::create_directory(elsewhere.path() / "empty");
  EXPECT_TRUE(back_up("empty"));
  const auto refused = back_up("empty");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error(), HasSubstr("is there already"));
  const auto none = restore_backup(data, elsewhere.path() / "data", as_usual, at(now), to_the_end);
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error(), HasSubstr("backup.json: is missing"));
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  return names;
}

TEST_F(Backups, AreDraftedWithinAnEmptyFolderAndLeaveItWhereItIs) {
  const auto empty = elsewhere.path() / "empty";
  const auto machine = elsewhere.path() / "machine";
  for (const auto& place : {empty, machine}) fs::create_directories(place / "lost+found");
  const auto drafted = [&](const fs::path& place) {
    return [&, place](std::string_view, std::int64_t, std::int64_t) {
      EXPECT_THAT(names_in(place),
                  ::testing::UnorderedElementsAre("lost+found", ::testing::StartsWith(draft_mark)));
      EXPECT_THAT(names_in(elsewhere.path()), ::testing::UnorderedElementsAre("empty", "machine"))
          << "nothing is asked of the folder above";
      return true;
    };
  };
  ASSERT_TRUE(make_backup(data, world.desk->blobs(), empty, std::nullopt, at(now), drafted(empty)));
  ASSERT_TRUE(restore_backup({empty}, machine, as_usual, at(now), drafted(machine)));
  EXPECT_THAT(names_in(empty), ::testing::UnorderedElementsAre("lost+found", "backup.json", "blobs",
                                                               "desk.key", "desk.sqlite"));
  EXPECT_THAT(names_in(machine),
              ::testing::UnorderedElementsAre("lost+found", "blobs", "desk.key", "desk.sqlite"));
  for (const auto& place : {empty, machine}) EXPECT_THAT(problems({place}), IsEmpty());
}

TEST_F(Backups, ThatWereCutOffAreNoneAndSaidToBeThat) {
  const auto place = elsewhere.path() / "empty";
  fs::create_directories(place / (std::string(draft_mark) + "00112233"));
  const auto refused = back_up("empty");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error(), AllOf(HasSubstr("cut off"), HasSubstr(".partial-00112233")));
}

TEST_F(Backups, LeaveAnEmptyFolderEmptyWhereTheyAreGivenUp) {
  const auto place = elsewhere.path() / "empty";
  fs::create_directory(place);
  const auto given_up =
      make_backup(data, world.desk->blobs(), place, std::nullopt, at(now),
                  [](std::string_view doing, std::int64_t, std::int64_t) { return doing != "attachments"; });
  ASSERT_FALSE(given_up);
  EXPECT_TRUE(fs::is_empty(place));
}

TEST_F(Backups, CanBeGivenUpWhileALongDatabaseIsChecked) {
  const auto given_up = make_backup(data, world.desk->blobs(), elsewhere.path() / "monday", std::nullopt,
                                    at(now), [](std::string_view doing, std::int64_t, std::int64_t) {
                                      return doing == "database" || doing == "attachments";
                                    });
  ASSERT_FALSE(given_up);
  EXPECT_THAT(given_up.error(), HasSubstr("given up"));
  ASSERT_TRUE(back_up("monday"));
  int asked = 0;
  const auto restored = restore_backup(backup("monday"), elsewhere.path() / "data", as_usual, at(now),
                                       [&](std::string_view, std::int64_t, std::int64_t) {
                                         return ++asked < 2;  // the first part is read, then it ends
                                       });
  EXPECT_FALSE(restored);
}

TEST_F(Backups, DoNotPassOnWhatHasRottenInTheOneBefore) {
  ASSERT_TRUE(back_up("monday"));
  const auto held = store::blob_path(backup("monday").blobs(), attached);
  flip(held, 3);
  const auto made = back_up("tuesday", backup("monday"));
  ASSERT_TRUE(made);
  EXPECT_THAT(made->problems, ElementsAre(AllOf(HasSubstr(held.string()), HasSubstr("is damaged in this"))));
  EXPECT_THAT(problems(backup("tuesday")), IsEmpty());
}

TEST_F(Backups, NameWhatHasRottenInTheDeskAndHoldItWhole) {
  const auto unreadable = attach("unreadable");
  const auto missing = attach("missing");
  ASSERT_TRUE(back_up("monday"));
  const auto live = [&](const std::string& sha256) { return store::blob_path(data.blobs(), sha256); };
  flip(live(attached), 3);
  fs::remove(live(missing));
  fs::remove(live(unreadable));
  fs::create_directory(live(unreadable));  // as a bad sector is: it can be opened and not read
  const auto made = back_up("tuesday", backup("monday"));
  ASSERT_TRUE(made) << made.error();
  const auto told = [&](const std::string& sha256, const char* words) {
    return AllOf(HasSubstr(live(sha256).string()), HasSubstr(words),
                 HasSubstr("copy it from " + store::blob_path(backup("monday").blobs(), sha256).string()));
  };
  EXPECT_THAT(made->problems,
              ::testing::UnorderedElementsAre(told(attached, "is damaged"), told(missing, "is missing"),
                                              told(unreadable, "cannot be read")));
  EXPECT_THAT(problems(backup("tuesday")), IsEmpty());
  EXPECT_EQ(problems(data).size(), 3U);
  const auto alone = back_up("alone");
  ASSERT_TRUE(alone) << alone.error();
  EXPECT_THAT(alone->problems, ::testing::Contains(AllOf(HasSubstr("cannot be read"), HasSubstr("earlier"))));
}

TEST_F(Backups, LeaveNothingWhereTheyAreGivenUp) {
  const auto refused =
      make_backup(data, world.desk->blobs(), elsewhere.path() / "monday", std::nullopt, at(now),
                  [](std::string_view doing, std::int64_t, std::int64_t) { return doing != "attachments"; });
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error(), HasSubstr("given up"));
  EXPECT_TRUE(fs::is_empty(elsewhere.path()));
}

TEST_F(Backups, GoOnPastADamagedAttachmentAndSaySo) {
  flip(store::blob_path(data.blobs(), attached), 0);
  const auto missing = attach("goes away");
  fs::remove(store::blob_path(data.blobs(), missing));
  const auto made = back_up("monday");
  ASSERT_TRUE(made);
  EXPECT_THAT(made->problems,
              ::testing::UnorderedElementsAre(HasSubstr("is damaged"), HasSubstr("is missing")));
  EXPECT_THAT(problems(data),
              ::testing::UnorderedElementsAre(HasSubstr("is damaged"), HasSubstr("is missing")));
}

TEST_F(Backups, NoAttachmentIsRemovedMeanwhile) {
  const auto& blobs = world.desk->blobs();
  const auto made = make_backup(data, blobs, elsewhere.path() / "monday", std::nullopt, at(now),
                                [&](std::string_view doing, std::int64_t, std::int64_t) {
                                  if (doing != "attachments") return true;
                                  (void)world.writer->write([&](store::Session& session) {
                                    store::delete_attachments(session, ticket, 2);
                                    return store::Keep::commit;
                                  });
                                  EXPECT_FALSE(blobs.remove_unnamed(world.reader(), attached));
                                  return true;
                                });
  ASSERT_TRUE(made);
  EXPECT_THAT(problems(backup("monday")), IsEmpty());
  EXPECT_TRUE(blobs.remove_unnamed(world.reader(), attached));
  EXPECT_FALSE(fs::exists(store::blob_path(data.blobs(), attached)));
}

TEST_F(Backups, VerifyingNamesWhatDiffersFromTheJournal) {
  struct Row {
    const char* sql;
    const char* words;
  };
  EXPECT_THAT(problems(data), IsEmpty());
  for (const auto& [sql, words] : {
           Row{"UPDATE journal_content SET content = replace(content, 'contact_name', 'contact_game')",
               "P-1001: its journal's chain is broken"},
           Row{"UPDATE ticket SET tier = 3", "P-1001: tier differs from the journal"},
           Row{"UPDATE clock SET due_at = due_at + 1 WHERE kind = 'first_reply'",
               "P-1001: the first_reply clock differs"},
           Row{"UPDATE ticket SET next_due = next_due + 1", "P-1001: its place in the queue differs"},
           Row{"DELETE FROM timer", "P-1001: its timer differs"},
           Row{"UPDATE ticket_count SET n = n + 1", "the queue's counts: differ"},
           Row{"UPDATE ticket SET pod_id = 99", "names a row of pod that is not there"},
           Row{"UPDATE calendar SET hours = '{}'", "damaged"},
           Row{"DELETE FROM journal_content WHERE journal_id IN (SELECT id FROM journal WHERE subject = "
               "'token')",
               "audit of token 1: the content of event 1 is missing, and no redaction names it"},
           Row{"DELETE FROM journal WHERE subject = 'token' AND seq = 2",
               "audit of token 1: its chain is broken, or its newest event missing"},
           Row{"DELETE FROM journal WHERE subject = 'token'",
               "audit of token 1: its chain is broken, or its newest event missing"},
           Row{"UPDATE ticket SET client_id = NULL", "P-1001: client differs"},
           Row{"UPDATE ticket SET contact_id = NULL", "P-1001: contact differs"},
           Row{"UPDATE ticket SET contact_email_folded = 'mallory@evil.example'", "P-1001: contact differs"},
           Row{"UPDATE ticket SET link_generation = link_generation + 1",
               "P-1001: how often its private link was ended differs"},
           Row{"INSERT INTO blob VALUES (1, 'ab', 1, 0); INSERT INTO attachment VALUES (1, 1001, 1, 1, 'a', "
               "1)",
               "P-1001: its attachments differ"},
           Row{"PRAGMA user_version = 11", "written by another version of the desk"},
       }) {
    World fresh;
    fresh.submit("2026-11-25T15:00:00Z");
    (void)fresh.writer->write([](store::Session& session) {
      for (const char* type : {"token_created", "token_revoked"})
        store::append_audit(session, "token", 1, type, at(now), Actor::desk(), "{}");
      return store::Keep::commit;
    });
    const Layout layout{fresh.folder.path()};
    store::Session session(layout.database().string(), store::Session::Mode::read_write);
    session.execute("PRAGMA foreign_keys=OFF");
    session.execute(sql);
    EXPECT_THAT(verify(layout, fresh.zones, to_the_end).problems, ::testing::Contains(HasSubstr(words)))
        << sql;
  }
}

}  // namespace
}  // namespace punctual::desk
