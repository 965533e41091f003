#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/configuration/file_problem.h"
#include "domain/time/instant.h"

namespace punctual::app {

/// What a text may be.
struct TextRule {
  std::size_t most = 200;  ///< bytes
  bool required = true;
  bool lines = false;  ///< more than one
};

/// A table of the file as it is read: each key is asked for by its name and kind, what is wrong is noted with
/// its place and the reading goes on. `finish` then names the keys nobody asked for.
class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string path, std::vector<FileProblem>& problems)
      : table_(table), path_(std::move(path)), problems_(problems) {}

  bool has(std::string_view key) const { return table_.contains(key); }
  bool is_table(std::string_view key) const { return table_[key].is_table(); }
  bool is_text(std::string_view key) const { return table_[key].is_string(); }
  /// Empty where there is none, or it is wrong.
  std::string text(std::string_view key, const TextRule& rule);
  std::vector<std::string> texts(std::string_view key, const TextRule& each);
  std::optional<std::int64_t> whole(std::string_view key, std::int64_t least, std::int64_t most);
  /// A list of them.
  std::vector<std::int64_t> wholes(std::string_view key, std::int64_t least, std::int64_t most);
  bool truth(std::string_view key);
  std::optional<Date> date(std::string_view key);
  void table(std::string_view key, const std::function<void(TomlTable&)>& read);
  /// `at_most` of them; `read` is given each with its number from 0.
  void tables(std::string_view key, std::size_t at_most,
              const std::function<void(TomlTable&, std::size_t)>& read);
  /// Every key with a text, whatever it is called.
  void each_text(const TextRule& rule, const std::function<void(std::string_view, std::string)>& take);
  /// All of them, as asked for.
  std::vector<std::string_view> keys();

  /// How much was wrong so far, in the whole file.
  std::size_t refusals() const { return problems_.size(); }
  void refuse(std::string_view key, std::string problem);
  /// The table itself.
  void refuse(std::string problem) { note(table_.source(), {}, std::move(problem)); }
  void finish();

 private:
  const toml::node* find(std::string_view key, bool required);
  std::optional<std::int64_t> read_whole(const toml::node& node, std::string_view key, std::int64_t least,
                                         std::int64_t most);
  std::string read_text(const toml::node& node, std::string_view key, const TextRule& rule);
  std::string place(std::string_view key) const;
  void note(const toml::source_region& where, std::string_view key, std::string problem);

  const toml::table& table_;
  std::string path_;
  std::vector<FileProblem>& problems_;
  std::vector<std::string_view> asked_;
};

}  // namespace punctual::app
