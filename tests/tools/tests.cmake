# The tools of the house are tested too: each check finds the fault it is for. Included by cmake/tests.cmake.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME tools COMMAND ${Python3_EXECUTABLE} -B -m unittest discover -s ${CMAKE_CURRENT_LIST_DIR} -p "*_test.py" -b)
