# Firms are looked up at a local server that answers as the business register does.
if(TARGET frist)
  add_test(NAME registers COMMAND ${Python3_EXECUTABLE} -B -m unittest discover -s ${CMAKE_CURRENT_LIST_DIR} -p "*_test.py" -b)
  set_tests_properties(registers PROPERTIES ENVIRONMENT "FRIST_BINARY=$<TARGET_FILE:frist>")
endif()
