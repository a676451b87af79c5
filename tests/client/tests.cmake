# A client that was generated from api/openapi.yaml (npm packages in package-lock.json) asks the server.
if(TARGET frist)
  add_test(NAME client COMMAND /usr/bin/python3 -B -m unittest discover -s ${CMAKE_CURRENT_LIST_DIR} -p "*_test.py" -b)
  set_tests_properties(client PROPERTIES ENVIRONMENT "FRIST_BINARY=$<TARGET_FILE:frist>")
endif()
