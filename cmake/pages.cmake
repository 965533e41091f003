# What is read by people: words, templates, public pages, mails.
find_library(CMARK_GFM cmark-gfm REQUIRED)
find_library(CMARK_GFM_EXTENSIONS cmark-gfm-extensions REQUIRED)

function(punctual_part name folder)
  file(GLOB sources CONFIGURE_DEPENDS src/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "\\.test\\.cpp$")
  if(NOT sources)
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ${ARGN})
endfunction()

function(punctual_part_tests name folder)
  file(GLOB sources CONFIGURE_DEPENDS src/${folder}/*.test.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${ARGN} GTest::gmock GTest::gtest_main)
endfunction()

add_library(asset_table STATIC src/desk/assets/assets.cpp)
target_link_libraries(asset_table PUBLIC assets)

punctual_part(desk_text desk/text domain asset_table fmt::fmt ${CMARK_GFM_EXTENSIONS} ${CMARK_GFM})
punctual_part(web_pages web/pages desk_text)
punctual_part(mail mail/outbound desk_text store PkgConfig::GMIME PkgConfig::CURL Threads::Threads)

punctual_part_tests(text_tests desk/text desk_text)
punctual_part_tests(page_tests web/pages web_pages)
punctual_part_tests(mail_tests mail/outbound mail)
