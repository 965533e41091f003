# Files built into the binary (src/desk/assets/assets.h): the staff app, public styles and scripts, templates.
# Sanitizer builds go without the staff app: its bundle is no code of ours and need not be made for them.

add_executable(embed tools/embed/embed.cpp)
target_link_libraries(embed PRIVATE PkgConfig::BROTLI PkgConfig::SODIUM)

set(embedded_folders examples=${CMAKE_SOURCE_DIR}/examples templates=${CMAKE_SOURCE_DIR}/templates
    assets=${CMAKE_SOURCE_DIR}/src/web/pages/assets)
# The public pages' face; where it is not there they take the system's.
list(APPEND embedded_folders
     assets/inter.woff2=${CMAKE_SOURCE_DIR}/staff/node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2)
if(NOT PUNCTUAL_SANITIZE)
  list(APPEND embedded_folders staff=${CMAKE_SOURCE_DIR}/staff/dist)
endif()

set(embedded_dir ${CMAKE_BINARY_DIR}/embedded)
add_custom_command(
  OUTPUT ${embedded_dir}/embedded.cpp
  BYPRODUCTS ${embedded_dir}/embedded.bin
  COMMAND embed ${embedded_dir} ${embedded_folders}
  DEPENDS embed
  DEPFILE ${embedded_dir}/embedded.d
  COMMENT "Embedding templates and assets"
  VERBATIM)

add_library(assets STATIC ${embedded_dir}/embedded.cpp)
