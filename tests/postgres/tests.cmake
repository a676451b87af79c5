# The suites that ask for a store, on PostgreSQL: a server of this build's own is started before them and stopped after.
if(TARGET frist)
  set(server ${CMAKE_CURRENT_LIST_DIR}/server)
  execute_process(COMMAND ${server} url ${CMAKE_BINARY_DIR} OUTPUT_VARIABLE postgres OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(on_postgres "FRIST_BINARY=$<TARGET_FILE:frist>;FRIST_TEST_POSTGRES=${postgres};FRIST_SANITIZED=$<OR:$<BOOL:${FRIST_SANITIZE}>,$<BOOL:${FRIST_FUZZ}>>")
  add_test(NAME postgres_start COMMAND ${server} start ${CMAKE_BINARY_DIR})
  add_test(NAME postgres_stop COMMAND ${server} stop ${CMAKE_BINARY_DIR})
  set_tests_properties(postgres_start PROPERTIES FIXTURES_SETUP postgres)
  set_tests_properties(postgres_stop PROPERTIES FIXTURES_CLEANUP postgres)

  function(on_postgres name)
    add_test(NAME postgres_${name} COMMAND ${ARGN})
    set_tests_properties(postgres_${name} PROPERTIES FIXTURES_REQUIRED postgres ENVIRONMENT "${on_postgres}" WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endfunction()

  on_postgres(contract suite_store_contract_test --gtest_brief=1 --gtest_filter=*postgres*)
  on_postgres(nodes ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/nodes.py --frist $<TARGET_FILE:frist> --server ${CMAKE_BINARY_DIR} --cases 12 --kills 12 --restarts 1)
  # It restarts the server under everybody.
  set_tests_properties(postgres_nodes PROPERTIES RUN_SERIAL TRUE)
  # Under the sanitizers the contract has gone through the same code.
  if(NOT FRIST_SANITIZE AND NOT FRIST_FUZZ)
    on_postgres(server /usr/bin/python3 -B -m unittest discover -s ${CMAKE_SOURCE_DIR}/tests/http -p "*_test.py" -b)
    on_postgres(kill ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tests/kill/kill_test.py --frist $<TARGET_FILE:frist> --kills 8 --cases 20)
    on_postgres(nights ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tests/kill/two_nights_test.py --frist $<TARGET_FILE:frist>)
    on_postgres(move /usr/bin/python3 -B -m unittest discover -s ${CMAKE_CURRENT_LIST_DIR} -p "*_test.py" -b)
  endif()
endif()
