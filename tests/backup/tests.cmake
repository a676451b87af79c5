# A backup is made beside writers, killed on the way, spoilt, and restored; the doctor finds what was done to an installation.
if(TARGET frist)
  add_test(NAME backup COMMAND ${CMAKE_COMMAND} -E env FRIST_BINARY=$<TARGET_FILE:frist> ${Python3_EXECUTABLE} -B -m unittest discover -s ${CMAKE_CURRENT_LIST_DIR} -p "*_test.py" -b)
endif()
