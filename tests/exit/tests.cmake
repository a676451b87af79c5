# An installation leaves and comes back the same, is killed on the way, and is refused when somebody has changed it.
if(TARGET frist)
  add_test(NAME exit COMMAND ${CMAKE_COMMAND} -E env FRIST_BINARY=$<TARGET_FILE:frist> ${Python3_EXECUTABLE} -B -m unittest discover -s ${CMAKE_CURRENT_LIST_DIR} -p "*_test.py" -b)
endif()
