# A build with tests fails when an include breaks src/FLOORS, before anything is compiled: every library waits
# for frist_pch, and frist_pch waits for the check. It runs again only when a source has changed.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
file(GLOB_RECURSE checked_sources CONFIGURE_DEPENDS ${FRIST_SRC}/*.h ${FRIST_SRC}/*.cpp)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/floors.checked
                   COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tools/check_floors
                   COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/floors.checked
                   DEPENDS ${checked_sources} ${FRIST_SRC}/FLOORS ${CMAKE_SOURCE_DIR}/tools/check_floors
                   COMMENT "Checking the floors" VERBATIM)
add_custom_target(check_floors DEPENDS ${CMAKE_BINARY_DIR}/floors.checked)
add_dependencies(frist_pch check_floors)
