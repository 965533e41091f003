#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace punctual::desk {

/// Stands in the name of a folder that is a draft, before some random letters.
inline constexpr std::string_view draft_mark = ".partial-";

/// A folder that is not at its place until it is complete; removed where that never comes. Beside a place
/// that is not there yet, under another name. In an empty folder it is within: whoever may write there need
/// not own what is above, and a mount point cannot be renamed.
class Draft {
 public:
  /// `last` is the part without which the folder is not what it is to be: it comes to its place last. The
  /// error says why `place` cannot be made. Throws std::system_error.
  static std::expected<Draft, std::string> begin(const std::filesystem::path& place, std::string last);
  Draft(Draft&& other) noexcept;
  Draft& operator=(Draft&&) = delete;
  ~Draft();

  const std::filesystem::path& folder() const { return folder_; }
  /// Brings it to its place, all of it being on disk.
  void complete();

 private:
  Draft(std::filesystem::path place, std::filesystem::path folder, std::string last);
  void move_up();
  std::filesystem::path place_;
  std::filesystem::path folder_;
  std::string last_;
  std::vector<std::filesystem::path> moved_;  ///< to their place already
};

}  // namespace punctual::desk
