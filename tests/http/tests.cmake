# The server asked over the wire by a client that holds every answer against api/openapi.yaml.
if(TARGET frist)
  add_test(NAME server COMMAND /usr/bin/python3 -B -m unittest discover -s ${CMAKE_CURRENT_LIST_DIR} -p "*_test.py" -b)
  set_tests_properties(server PROPERTIES ENVIRONMENT "FRIST_BINARY=$<TARGET_FILE:frist>;FRIST_SANITIZED=$<OR:$<BOOL:${FRIST_SANITIZE}>,$<BOOL:${FRIST_FUZZ}>>")
endif()
