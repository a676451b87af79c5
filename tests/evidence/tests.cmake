# The evidence pack is checked by its own checker, and by nothing else of ours.
if(TARGET frist)
  add_test(NAME evidence COMMAND ${Python3_EXECUTABLE} -B -m unittest discover -s ${CMAKE_CURRENT_LIST_DIR} -p "*_test.py" -b)
  set_tests_properties(evidence PROPERTIES ENVIRONMENT "FRIST_BINARY=$<TARGET_FILE:frist>")
endif()
