#include "app/configuration/apply_verb.h"

#include <unistd.h>

#include <algorithm>
#include <boost/describe.hpp>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "app/clock.h"
#include "app/configuration/configuration_file.h"
#include "app/configuration/input.h"
#include "app/configuration/shown_difference.h"
#include "app/exit_status.h"
#include "app/printed.h"
#include "desk/backup/layout.h"
#include "desk/text/wording.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/zones/system_zones.h"

namespace punctual::app {

namespace {

/// Lines of a refusal; more are counted.
constexpr std::size_t most_told = 10;

struct AnswerJson {
  bool applied = false;
  std::vector<ChangeJson> changes;
  std::vector<std::string> obstacles;
  std::vector<std::string> to_confirm;
  std::optional<FollowJson> requests;
  std::vector<std::string> opens;
  std::int64_t opens_more = 0;
};
BOOST_DESCRIBE_STRUCT(AnswerJson, (), (applied, changes, obstacles, to_confirm, requests, opens, opens_more))

struct RefusedJson {
  std::vector<FileProblem> problems;
};
BOOST_DESCRIBE_STRUCT(RefusedJson, (), (problems))

void tell(const std::vector<std::string>& lines) {
  for (std::size_t i = 0; i < lines.size() && i < most_told; ++i) std::cerr << lines[i] << '\n';
  if (lines.size() > most_told)
    std::cerr << "and " << text::count_words(std::ssize(lines) - most_told, "more problem", "more problems")
              << '\n';
}

int refused(const ApplyOptions& options, const std::vector<FileProblem>& problems) {
  if (options.json) std::cout << json::to_json(RefusedJson{problems}) << '\n';
  std::vector<std::string> lines;
  for (const auto& problem : problems)
    lines.push_back(in_line(problem, options.file == "-" ? "standard input" : options.file));
  tell(lines);
  return wrong_use;
}

class ScratchFolder {
 public:
  ScratchFolder() {
    auto name = (std::filesystem::temp_directory_path() / "punctual-look-XXXXXX").string();
    if (!::mkdtemp(name.data()))
      throw std::system_error(errno, std::generic_category(), name + ": cannot be made to look in");
    path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class Applying {
 public:
  Applying(const Config& config, const ApplyOptions& options, std::string text)
      : config_(config), options_(options), text_(std::move(text)) {}

  int run() {
    auto told = look();
    if (told.error) return failed(*told.error);
    look_ = json::from_json<LookJson>(*told.result).value();
    show(false);
    if (look_.changes.empty()) return 0;
    tell(look_.obstacles);
    if (!look_.obstacles.empty()) return failed_running;
    if (options_.dry_run) return answer_is_no;
    if (!options_.yes)
      if (const auto status = may_go_on(); status != 0) return status;
    told = ask({.verb = "apply", .note = look_.state, .text = text_});
    if (told.error) return failed(*told.error);
    if (options_.json)
      show(true);
    else
      std::cout << "Applied.\n" << newcomers();
    return 0;
  }

 private:
  /// Leaves no trace: where there is no desk yet, one is looked at that is empty, too, and elsewhere.
  Told look() const {
    const Ask what{.verb = "apply look", .text = text_};
    if (std::filesystem::exists(desk::Layout{config_.data}.database())) return ask(what);
    const ScratchFolder scratch;
    auto elsewhere = config_;
    elsewhere.data = scratch.path();
    return carry_out(elsewhere, what, unwatched, Missing::made);
  }

  Told ask(const Ask& what) const { return carry_out(config_, what, unwatched, Missing::made); }

  /// Who cannot sign in yet.
  std::string newcomers() const {
    const auto count = std::ranges::count_if(look_.changes, [](const ChangeJson& one) {
      return one.section == "people" && one.change == "added";
    });
    if (count == 0) return {};
    return text::count_words(count, "person is", "people are") +
           " new and without a password until invited: punctual person invite --mail ADDRESS, or on the page "
           "of people.\n";
  }

  /// Programs are told once, at the end.
  void show(bool applied) const {
    const bool last = applied || look_.changes.empty() || options_.dry_run || !look_.obstacles.empty();
    if (options_.json) {
      if (last)
        std::cout << json::to_json(AnswerJson{applied, look_.changes, look_.obstacles, look_.to_confirm,
                                              look_.requests, look_.opens, look_.opens_more})
                  << '\n';
    } else if (look_.changes.empty()) {
      std::cout << "Nothing to change.\n";
    } else {
      const bool colours = ::isatty(STDOUT_FILENO) == 1 && !std::getenv("NO_COLOR");
      std::cout << shown(look_, colours ? Ink::coloured : Ink::plain);
    }
  }

  int may_go_on() const {
    constexpr auto unasked =
        "nobody can be asked here; say --yes to apply this as it is shown, or --dry-run to see it alone";
    return options_.json || options_.file == "-" ? failed(unasked, wrong_use) : asked("Apply this?", unasked);
  }

  const Config& config_;
  const ApplyOptions& options_;
  std::string text_;
  LookJson look_;
};

}  // namespace

int run_apply(const Config& config, const ApplyOptions& options) {
  auto text = read_whole(options.file);
  if (!text) return failed(text.error(), wrong_use);
  const SystemZones zones;
  if (const auto read = read_configuration(*text, zones, system_now()); !read)
    return refused(options, read.error());
  return Applying(config, options, std::move(*text)).run();
}

}  // namespace punctual::app
