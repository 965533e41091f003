#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/log.h"

namespace punctual::app {

/// When and where backups are made by themselves.
struct BackupPlan {
  std::filesystem::path folder;  ///< each is a folder of its own in it
  int minute_of_day = 3 * 60;    ///< in the desk's zone
  int keep = 14;                 ///< the newest; older ones are removed
};

/// How this process runs. What the agency promises is data of the desk, not configuration.
struct Config {
  std::filesystem::path data = "data";
  std::string host = "localhost";
  std::uint16_t port = 8080;
  std::string base_url;  ///< follows `listen` where it is not set
  int threads = 2;
  std::vector<std::string> trusted_proxies;
  std::string smtp_url;  ///< smtp:// or smtps://, with user and password where needed; empty: mails are kept
                         ///< at the desk
  std::string smtp_tls = "auto";
  std::string smtp_ca_file;
  std::string mail_from;  ///< empty: the desk's own
  std::optional<int>
      forms_per_network;  ///< requests taken from one network in ten minutes; none: the desk's own
  LogFormat log_format = LogFormat::text;
  BackupPlan backup;  ///< without a folder none is made by itself
};

/// One setting: its key in the file, its environment variable, what it means.
struct Setting {
  std::string_view key;
  std::string_view variable;
  std::string_view meaning;
  /// Nothing when taken; else problem and remedy.
  std::optional<std::string> (*take)(Config& config, std::string_view value);
};
std::span<const Setting> settings();

/// The value of an environment variable; nothing when it is not set.
using Environment = std::function<std::optional<std::string>(std::string_view variable)>;

/// The file first (where one is named), then the environment, then the flags (by key). The error is one line
/// that names file or variable, key, problem and remedy.
std::expected<Config, std::string> read_config(const std::optional<std::filesystem::path>& file,
                                               const Environment& environment,
                                               const std::vector<std::pair<std::string, std::string>>& flags);

}  // namespace punctual::app
