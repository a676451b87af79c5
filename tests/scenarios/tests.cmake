# The sentences of reason that the web application words are those that the scenarios bring.
if(TARGET frist)
  add_test(NAME sentences COMMAND ${CMAKE_SOURCE_DIR}/tools/sentences $<TARGET_FILE:frist> --check)
endif()
