#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "desk/catalogue.h"

namespace punctual::web {

/// The coverage of the desk as it was told last: everybody who asks within a minute, of the same state of the
/// desk, is told the same.
class ToldCoverage {
 public:
  std::string of(const std::shared_ptr<const desk::Catalogue>& catalogue, Instant minute,
                 const std::function<std::string()>& count) {
    const std::lock_guard lock(mutex_);
    if (told_of_ != catalogue || minute_ != minute) {
      json_ = count();
      told_of_ = catalogue;
      minute_ = minute;
    }
    return json_;
  }

 private:
  std::mutex mutex_;
  std::shared_ptr<const desk::Catalogue> told_of_;
  Instant minute_{};
  std::string json_;
};

}  // namespace punctual::web
