# A unit test stands beside its source (`calendar.test.cpp`): each folder under src makes one program `test_FOLDER`.
# The scenarios under tests/specs make `test_specs`; each tests/bench/NAME.cpp makes `bench_NAME`.
# All of them run from the project's folder, so files are named relative to it.

find_package(rapidcheck REQUIRED)
set(punctual_all_libraries domain store desk mail timers web app)

function(punctual_test name pattern)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${pattern})
  if(sources)
    add_executable(test_${name} ${sources})
    target_link_libraries(test_${name} PRIVATE ${ARGN} GTest::gmock GTest::gtest_main rapidcheck)
    if(name MATCHES "domain|specs")
      punctual_precompiled(test_${name} standard tests)
    else()
      punctual_precompiled(test_${name} desk tests)
    endif()
  endif()
endfunction()

# The named cast and its desk, for tests of what happens to tickets.
add_library(world_cast STATIC EXCLUDE_FROM_ALL tests/world/world.cpp)
target_include_directories(world_cast PUBLIC ${CMAKE_SOURCE_DIR})
target_link_libraries(world_cast PUBLIC desk)

foreach(folder ${punctual_all_libraries})
  punctual_test(${folder} src/${folder}/*.test.cpp ${folder})
endforeach()
target_link_libraries(test_store PRIVATE world_cast)
target_link_libraries(test_desk PRIVATE world_cast)
target_link_libraries(test_timers PRIVATE world_cast)
target_link_libraries(test_app PRIVATE world_cast)
punctual_test(specs tests/specs/*.cpp ${punctual_all_libraries})

# The same tests by part, for who works on one: they build without the rest.
function(punctual_part_test name folder library)
  file(GLOB sources CONFIGURE_DEPENDS src/${folder}/*.test.cpp)
  if(sources)
    add_executable(${name} EXCLUDE_FROM_ALL ${sources})
    target_link_libraries(${name} PRIVATE ${library} GTest::gmock GTest::gtest_main rapidcheck)
  endif()
endfunction()
punctual_part_test(http_tests web/http web_http)
punctual_part_test(page_tests web/pages web_pages)
punctual_part_test(text_tests desk/text desk_text)
punctual_part_test(mail_tests mail/outbound mail)
punctual_part_test(demo_tests app/demo app)

# What benches share: the load generator and the report. `bin/bench` builds the one it runs, `bin/build plain` all.
file(GLOB bench_load CONFIGURE_DEPENDS tests/bench/load/*.cpp)
add_library(bench_load STATIC EXCLUDE_FROM_ALL ${bench_load})
file(GLOB benches CONFIGURE_DEPENDS tests/bench/*.cpp)
add_custom_target(benches)
foreach(source ${benches})
  get_filename_component(name ${source} NAME_WE)
  add_executable(bench_${name} EXCLUDE_FROM_ALL ${source})
  target_link_libraries(bench_${name} PRIVATE bench_load app)
  add_dependencies(benches bench_${name})
endforeach()
