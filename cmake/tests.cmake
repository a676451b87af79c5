# Unit tests stand beside their code as *_test.cpp: one test program per folder. The larger suites
# (law, scenarios, bank, errors, store contract) are folders under tests/.
find_package(GTest REQUIRED)
find_library(RAPIDCHECK rapidcheck REQUIRED)
include(GoogleTest)

add_library(frist_test_pch STATIC ${FRIST_SRC}/base/pch.cpp)
target_link_libraries(frist_test_pch PUBLIC frist_pch GTest::gtest GTest::gmock)
target_precompile_headers(frist_test_pch PRIVATE ${CMAKE_SOURCE_DIR}/tests/support/pch.h)
# Like the tests below, whatever the preset says: a header that was precompiled otherwise is not used.
target_compile_options(frist_test_pch PRIVATE -O0)

function(frist_test name)
  add_executable(${name}_test ${ARGN})
  target_include_directories(${name}_test PRIVATE ${FRIST_SRC} ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${name}_test PRIVATE GTest::gtest_main GTest::gmock ${RAPIDCHECK})
  target_precompile_headers(${name}_test REUSE_FROM frist_test_pch)
  target_compile_options(${name}_test PRIVATE -O0)
  target_compile_definitions(${name}_test PRIVATE FRIST_ROOT="${CMAKE_SOURCE_DIR}"
                             FRIST_BINARY="$<IF:$<TARGET_EXISTS:frist>,${CMAKE_BINARY_DIR}/frist,>")
  frist_together(${name}_test ${ARGN})
  add_test(NAME ${name} COMMAND ${name}_test --gtest_brief=1)
  set_tests_properties(${name} PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()

foreach(line IN LISTS floor_lines)
  string(REPLACE " " ";" words "${line}")
  list(POP_FRONT words floor)
  foreach(folder IN LISTS words)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${FRIST_SRC}/${folder}/*_test.cpp)
    if(sources AND TARGET frist_${folder})
      frist_test(${folder} ${sources})
      target_link_libraries(${folder}_test PRIVATE frist_${folder})
    endif()
  endforeach()
endforeach()

# Folders of tests/ whose *_test.cpp need the whole program's libraries.
file(GLOB suites CONFIGURE_DEPENDS LIST_DIRECTORIES true ${CMAKE_SOURCE_DIR}/tests/*)
foreach(suite IN LISTS suites)
  file(GLOB sources CONFIGURE_DEPENDS ${suite}/*_test.cpp)
  if(sources)
    get_filename_component(name ${suite} NAME)
    frist_test(suite_${name} ${sources})
    target_link_libraries(suite_${name}_test PRIVATE ${FRIST_LIBRARIES})
    if(TARGET frist)
      add_dependencies(suite_${name}_test frist)
    endif()
  endif()
endforeach()

# Suites that are no gtest say in their own tests.cmake how they run.
file(GLOB others CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/*/tests.cmake)
foreach(other IN LISTS others)
  include(${other})
endforeach()
