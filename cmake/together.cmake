# With FRIST_TOGETHER the sources of a target are compiled several in one unit, as tools/together.py groups them:
# a third of the time for a whole build. Without it, each file by itself: a change builds less, and a header that a
# file forgot to include is found.
option(FRIST_TOGETHER "compile the files of a folder together" OFF)
if(FRIST_TOGETHER)
  find_program(FRIST_PYTHON python3 REQUIRED)
endif()

function(frist_together target)
  if(NOT FRIST_TOGETHER)
    return()
  endif()
  set(sources ${ARGN})
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  list(TRANSFORM sources REPLACE "^${CMAKE_SOURCE_DIR}/" "")
  execute_process(COMMAND ${FRIST_PYTHON} -B ${CMAKE_SOURCE_DIR}/tools/together.py ${CMAKE_SOURCE_DIR} ${sources}
                  OUTPUT_VARIABLE units OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" units "${units}")
  set(number 0)
  foreach(unit IN LISTS units)
    string(REPLACE " " ";" unit "${unit}")
    list(TRANSFORM unit PREPEND ${CMAKE_SOURCE_DIR}/)
    set_source_files_properties(${unit} PROPERTIES UNITY_GROUP ${number})
    math(EXPR number "${number}+1")
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # What a source keeps to itself changes with it, and with that who may stand beside it.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/tools/together.py)
endfunction()
