#pragma once

#include <cstddef>

namespace punctual::web {

/// Bytes and counts a form may have; beyond each one it is too large.
struct FormLimits {
  std::size_t bytes;  ///< the whole body
  std::size_t fields;
  std::size_t files;
  std::size_t field_bytes;  ///< one field's value
  std::size_t text_bytes;   ///< all fields together; a whole urlencoded body
};

}  // namespace punctual::web
