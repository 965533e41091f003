# Headers that are compiled once a target instead of once a source, which halves what compiling takes. Sources include
# what they use all the same: the preset `plain` goes without (bin/test-nightly includes).
option(PUNCTUAL_PRECOMPILED "compile common headers once a target" ON)

if(PUNCTUAL_PRECOMPILED)
  add_compile_options("SHELL:-Xclang -fno-pch-timestamp")  # else the compiler cache knows none again
endif()

function(punctual_precompiled target)
  if(PUNCTUAL_PRECOMPILED)
    list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/cmake/precompiled/)
    list(TRANSFORM ARGN APPEND .h)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
