# Letters leave by real servers on loopback (Debian's Python has aiosmtpd). In full: dispatch_kill.py --kills 200.
if(TARGET frist)
  add_test(NAME dispatch COMMAND /usr/bin/python3 -B -m unittest discover -s ${CMAKE_CURRENT_LIST_DIR} -p "*_test.py" -b)
  set_tests_properties(dispatch PROPERTIES ENVIRONMENT "FRIST_BINARY=$<TARGET_FILE:frist>")
  add_test(NAME dispatch_kill COMMAND /usr/bin/python3 -B ${CMAKE_CURRENT_LIST_DIR}/dispatch_kill.py --frist $<TARGET_FILE:frist> --kills 10 --cases 5)
endif()
