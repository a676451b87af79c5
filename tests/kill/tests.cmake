# frist is killed at chance moments and must come to the same end. In full: kill_test.py --frist build/dev/frist.
if(TARGET frist)
  add_test(NAME kill COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/kill_test.py --frist $<TARGET_FILE:frist> --kills 12 --cases 40)
  add_test(NAME nights COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/two_nights_test.py --frist $<TARGET_FILE:frist>)
endif()
