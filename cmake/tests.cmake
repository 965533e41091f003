# A unit test stands beside its source (`calendar.test.cpp`): each folder under src makes one program `test_FOLDER`.
# The scenarios under tests/specs make `test_specs`; each tests/bench/NAME.cpp makes `bench_NAME`.
# All of them run from the project's folder, so files are named relative to it.

find_package(rapidcheck REQUIRED)
set(punctual_all_libraries domain store desk mail timers web app)

function(punctual_test name pattern)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${pattern})
  if(sources)
    add_executable(test_${name} ${sources})
    foreach(library ${ARGN})
      if(TARGET ${library})
        target_link_libraries(test_${name} PRIVATE ${library})
      endif()
    endforeach()
    target_link_libraries(test_${name} PRIVATE GTest::gmock GTest::gtest_main rapidcheck)
  endif()
endfunction()

foreach(folder ${punctual_all_libraries})
  punctual_test(${folder} src/${folder}/*.test.cpp ${folder})
endforeach()
punctual_test(specs tests/specs/*.cpp ${punctual_all_libraries})

file(GLOB benches CONFIGURE_DEPENDS tests/bench/*.cpp)
foreach(source ${benches})
  get_filename_component(name ${source} NAME_WE)
  add_executable(bench_${name} ${source})
  foreach(library ${punctual_all_libraries})
    if(TARGET ${library})
      target_link_libraries(bench_${name} PRIVATE ${library})
    endif()
  endforeach()
endforeach()
