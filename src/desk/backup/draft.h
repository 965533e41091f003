#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "desk/backup/layout.h"

namespace punctual::desk {

/// Stands behind the folder's name, before some random letters, while it is a draft.
inline constexpr std::string_view draft_mark = ".partial-";

/// A folder under another name until it is complete; removed where that never comes.
class Draft {
 public:
  /// The error says why `place` cannot be made. Throws std::system_error.
  static std::expected<Draft, std::string> begin(const std::filesystem::path& place);
  Draft(Draft&& other) noexcept;
  Draft& operator=(Draft&&) = delete;
  ~Draft();

  const Layout& layout() const { return layout_; }
  /// Gives it its name, all of it being on disk.
  void complete();

 private:
  Draft(std::filesystem::path place, std::filesystem::path draft);
  std::filesystem::path place_;
  Layout layout_;
};

}  // namespace punctual::desk
