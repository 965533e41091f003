# HTTP stands alone: its tests, also those under the sanitizers, build without the desk.
file(GLOB sources CONFIGURE_DEPENDS src/web/http/*.cpp)
list(FILTER sources EXCLUDE REGEX "\\.test\\.cpp$")
add_library(web_http STATIC ${sources})
target_link_libraries(web_http PUBLIC store PkgConfig::SODIUM fmt::fmt Boost::headers Threads::Threads)

file(GLOB sources CONFIGURE_DEPENDS src/web/http/*.test.cpp)
add_executable(http_tests EXCLUDE_FROM_ALL ${sources})
target_link_libraries(http_tests PRIVATE web_http GTest::gmock GTest::gtest_main)
