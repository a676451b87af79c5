# Debtors are erased when nothing is open and the law lets go of them: nothing that tells who they were is left, and everything else is.
if(TARGET frist)
  add_test(NAME forget COMMAND ${CMAKE_COMMAND} -E env FRIST_BINARY=$<TARGET_FILE:frist> ${Python3_EXECUTABLE} -B -m unittest discover -s ${CMAKE_CURRENT_LIST_DIR} -p "*_test.py" -b)
endif()
