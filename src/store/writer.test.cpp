#include "store/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <latch>
#include <thread>

namespace punctual::store {
namespace {

class WriterTest : public ::testing::Test {
 protected:
  WriterTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "punctual-writer-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    Session session(path(), Session::Mode::read_write);
    session.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT");
  }
  ~WriterTest() override { std::filesystem::remove_all(folder_); }
  std::string path() const { return (folder_ / "desk.sqlite").string(); }
  static Work note(std::string text, Keep keep = Keep::commit) {
    return [text = std::move(text), keep](Session& session) {
      session.prepare("INSERT INTO note (text) VALUES (?)").bind(text).run();
      return keep;
    };
  }
  std::int64_t notes() const {
    Session session(path(), Session::Mode::read_only);
    auto query = session.prepare("SELECT count(*) FROM note");
    query.step();
    return query.integer(0);
  }
  std::filesystem::path folder_;
};

TEST_F(WriterTest, WhatIsAcknowledgedIsThere) {
  Writer writer(path(), {});
  EXPECT_EQ(writer.write(note("one")), Written::committed);
  EXPECT_EQ(notes(), 1);
}

TEST_F(WriterTest, ARefusalDiscardsItsOwnRowsAlone) {
  Writer writer(path(), {});
  std::promise<Written> first, second, third;
  ASSERT_TRUE(writer.submit(note("one"), [&](Written w) { first.set_value(w); }));
  ASSERT_TRUE(writer.submit(note("two", Keep::discard), [&](Written w) { second.set_value(w); }));
  ASSERT_TRUE(writer.submit(note("three"), [&](Written w) { third.set_value(w); }));
  EXPECT_EQ(first.get_future().get(), Written::committed);
  EXPECT_EQ(second.get_future().get(), Written::discarded);
  EXPECT_EQ(third.get_future().get(), Written::committed);
  EXPECT_EQ(notes(), 2);
}

TEST_F(WriterTest, WorkThatThrowsIsBrokenAndTheOthersGoOn) {
  Writer writer(path(), {});
  EXPECT_EQ(writer.write(note("same")), Written::committed);
  EXPECT_EQ(writer.write(note("same")), Written::broken) << "the unique text is refused";
  EXPECT_EQ(writer.write([](Session&) -> Keep { throw std::runtime_error("no"); }), Written::broken);
  EXPECT_EQ(writer.write(note("other")), Written::committed);
  EXPECT_EQ(notes(), 2);
  EXPECT_FALSE(writer.stopped_writing());
}

TEST_F(WriterTest, AFullQueueTakesNoMore) {
  std::latch begun(1);
  std::promise<void> go_on;
  auto release = go_on.get_future().share();
  std::atomic<int> done = 0;
  {
    Writer writer(path(), {.queue = 2, .batch = 10});
    ASSERT_TRUE(writer.submit(
        [&](Session&) {
          begun.count_down();
          release.wait();
          return Keep::commit;
        },
        [&](Written) { ++done; }));
    begun.wait();
    EXPECT_TRUE(writer.submit(note("a"), [&](Written) { ++done; }));
    EXPECT_TRUE(writer.submit(note("b"), [&](Written) { ++done; }));
    EXPECT_FALSE(writer.submit(note("c"), [&](Written) { ++done; }));
    EXPECT_EQ(writer.queue_depth(), 2U);
    go_on.set_value();
  }
  EXPECT_EQ(done, 3);
  EXPECT_EQ(notes(), 2);
}

TEST_F(WriterTest, ManyThreadsLoseNothingAndListenersHear) {
  std::atomic<int> heard = 0;
  {
    Writer writer(path(), {.queue = 1000, .batch = 16});
    writer.on_commit([&] { ++heard; });
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 8; ++thread)
      threads.emplace_back([&, thread] {
        for (int i = 0; i < 50; ++i)
          EXPECT_EQ(writer.write(note(std::to_string(thread) + "/" + std::to_string(i))), Written::committed);
      });
  }
  EXPECT_EQ(notes(), 400);
  EXPECT_GT(heard, 0);
}

TEST_F(WriterTest, EndingFinishesWhatWasTaken) {
  std::atomic<int> done = 0;
  {
    Writer writer(path(), {});
    for (int i = 0; i < 100; ++i)
      ASSERT_TRUE(writer.submit(note(std::to_string(i)), [&](Written) { ++done; }));
  }
  EXPECT_EQ(done, 100);
  EXPECT_EQ(notes(), 100);
}

}  // namespace
}  // namespace punctual::store
