# tests/fuzz/NAME.cpp makes `fuzz_NAME`, in the preset `fuzz` alone. They are built of the engine's sources and nothing
# else: each of those is compiled once more, to tell libFuzzer which ways were taken.
file(GLOB fuzzed CONFIGURE_DEPENDS src/domain/time/*.cpp src/domain/calendar/*.cpp src/domain/sla/*.cpp
     src/app/sla/*.cpp src/store/zones/*.cpp)
list(FILTER fuzzed EXCLUDE REGEX "\\.test\\.cpp$")
add_library(fuzzed STATIC EXCLUDE_FROM_ALL ${fuzzed})
# Ways through these say nothing about the input: they are taken a thousand times a question.
set_source_files_properties(src/domain/time/time_zone.cpp src/domain/calendar/calendar_state.cpp
                            src/domain/calendar/date_after_date.cpp src/domain/calendar/era.cpp
                            src/domain/calendar/merge.cpp
                            PROPERTIES COMPILE_OPTIONS -fno-sanitize=fuzzer-no-link)
target_link_libraries(fuzzed PUBLIC absl::time fmt::fmt Boost::json Threads::Threads)

file(GLOB fuzz_targets CONFIGURE_DEPENDS tests/fuzz/*.cpp)
add_custom_target(fuzz)
foreach(source ${fuzz_targets})
  get_filename_component(name ${source} NAME_WE)
  add_executable(fuzz_${name} EXCLUDE_FROM_ALL ${source})
  target_link_libraries(fuzz_${name} PRIVATE fuzzed)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzz fuzz_${name})
endforeach()
