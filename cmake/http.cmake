# HTTP stands alone: its tests, also those under the sanitizers, build without the desk.
file(GLOB sources CONFIGURE_DEPENDS src/web/http/*.cpp)
list(FILTER sources EXCLUDE REGEX "\\.test\\.cpp$")
add_library(web_http STATIC ${sources})
target_link_libraries(web_http PUBLIC store PkgConfig::SODIUM fmt::fmt Boost::headers Threads::Threads)

file(GLOB sources CONFIGURE_DEPENDS src/web/http/*.test.cpp)
add_executable(http_tests EXCLUDE_FROM_ALL ${sources})
target_link_libraries(http_tests PRIVATE web_http GTest::gmock GTest::gtest_main)

# What benches share: the load generator and the report. Deferred: the benches themselves are made last.
add_library(bench_load STATIC tests/bench/load/load.cpp tests/bench/load/report.cpp)
function(link_benches)
  foreach(bench bench_http bench_intake)
    if(TARGET ${bench})
      target_link_libraries(${bench} PRIVATE bench_load web_http)
    endif()
  endforeach()
endfunction()
cmake_language(DEFER CALL link_benches)
