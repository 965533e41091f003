#include "app/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/world/world.h"

namespace punctual::app {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

Environment variables(std::map<std::string, std::string, std::less<>> values) {
  return [values = std::move(values)](std::string_view name) -> std::optional<std::string> {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : std::optional(found->second);
  };
}

struct ConfigTest : ::testing::Test {
  world::TemporaryFolder folder;
  std::filesystem::path file(std::string_view text) const {
    const auto path = folder.path() / "desk.toml";
    std::ofstream(path) << text;
    return path;
  }
};

TEST_F(ConfigTest, FlagsWinOverTheEnvironmentAndThatOverTheFile) {
  const auto path =
      file("listen = \"localhost:1111\"\ndata = \"from-file\"\n[mail]\nfrom = \"a@file.example\"\n");
  const auto config =
      read_config(path, variables({{"PUNCTUAL_LISTEN", "localhost:2222"}, {"PUNCTUAL_DATA", "env"}}),
                  {{"listen", "127.0.0.1:3333"}});
  ASSERT_TRUE(config) << config.error();
  EXPECT_EQ(config->port, 3333);
  EXPECT_EQ(config->data, "env");
  EXPECT_EQ(config->mail_from, "a@file.example");
}

TEST_F(ConfigTest, TheBaseUrlFollowsWhatItListensOn) {
  const auto base = [](const char* listen) {
    return read_config({}, variables({}), {{"listen", listen}})->base_url;
  };
  EXPECT_EQ(base("localhost:8080"), "http://localhost:8080");
  EXPECT_EQ(base("127.0.0.1:80"), "http://127.0.0.1");
  EXPECT_EQ(base("[::1]:8080"), "http://[::1]:8080");
  EXPECT_EQ(base("0.0.0.0:8080"), "http://localhost:8080");
}

TEST_F(ConfigTest, BadConfigurationNamesFileKeyProblemAndRemedy) {
  struct Row {
    const char* text;
    const char* key;
    const char* words;
  };
  constexpr Row rows[] = {
      {"listn = \"localhost:80\"", "listn", "is not a setting; remove it"},
      {"listen = \"8080\"", "listen", "write HOST:PORT"},
      {"listen = \"localhost:99999\"", "listen", "write HOST:PORT"},
      {"threads = 0", "threads", "write 1 to 64"},
      {"threads = 1.5", "threads", "must be a text or a whole number"},
      {"base_url = \"support\"", "base_url", "https://support.example.com"},
      {"[mail]\nsmtp_url = \"mail:25\"", "mail.smtp_url", "smtp://"},
      {"[mail]\ntls = \"maybe\"", "mail.tls", "auto, none or required"},
      {"[mail]\nfrom = \"nobody\"", "mail.from", "support@example.com"},
      {"trusted_proxies = [\"proxy\"]", "trusted_proxies", "list addresses"},
      {"[limits]\nforms_per_network = -1", "limits.forms_per_network", "1 or more"},
      {"data = [", "line 1", "correct the line"},
  };
  for (const Row& row : rows) {
    const auto config = read_config(file(row.text), variables({}), {});
    ASSERT_FALSE(config) << row.text;
    EXPECT_THAT(config.error(), AllOf(HasSubstr("desk.toml"), HasSubstr(row.key), HasSubstr(row.words)))
        << row.text;
  }
}

TEST_F(ConfigTest, AMissingFileIsNamed) {
  const auto config = read_config(folder.path() / "nowhere.toml", variables({}), {});
  ASSERT_FALSE(config);
  EXPECT_THAT(config.error(), HasSubstr("nowhere.toml: there is no such file"));
}

}  // namespace
}  // namespace punctual::app
