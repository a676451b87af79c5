# What the Debian package holds; packaging/deb builds it. Everything the program needs travels inside it, so that the package
# is the program, its unit, its settings and its papers (docs/adr/0029-package.md).
set(papers ${CMAKE_BINARY_DIR}/papers)
set(FRIST_PACKAGE_VERSION ${PROJECT_VERSION} CACHE STRING "the version of the package")
file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/store/sql/[0-9][0-9][0-9][0-9]_*.sql)
list(SORT migrations)
list(GET migrations -1 newest)
string(REGEX REPLACE ".*/0*([0-9]+)_[^/]*$" "\\1" FRIST_SHAPE "${newest}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME frist)
set(CPACK_PACKAGE_VERSION ${FRIST_PACKAGE_VERSION})
set(CPACK_PACKAGE_CONTACT "The Frist maintainers <maintainers@frist.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "debt collection by the book")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Frist collects overdue invoices by the law: reminders, collection notices and
payment demands, late interest, fees and collection costs, payments,
instalment plans, and the way to the courts. Every sum and every deadline
says why.
.
The package runs it as a service with a web application, on a database in
/var/lib/frist.")
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, ca-certificates, tzdata")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

foreach(script preinst postinst prerm postrm)
  configure_file(packaging/debian/${script} ${CMAKE_BINARY_DIR}/debian/${script} @ONLY)
  list(APPEND CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_BINARY_DIR}/debian/${script})
endforeach()
file(WRITE ${CMAKE_BINARY_DIR}/debian/conffiles "/etc/frist/frist.conf\n")
list(APPEND CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_BINARY_DIR}/debian/conffiles)

set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
install(TARGETS frist RUNTIME DESTINATION /usr/bin)
install(FILES packaging/frist.service DESTINATION /lib/systemd/system)
install(FILES packaging/frist.conf DESTINATION /etc/frist)
install(FILES packaging/copyright DESTINATION /usr/share/doc/frist)
install(FILES packaging/port443.conf DESTINATION /usr/share/doc/frist/examples)
install(DIRECTORY docs/operate/ DESTINATION /usr/share/doc/frist FILES_MATCHING PATTERN "*.md")
install(FILES ${papers}/changelog.gz ${papers}/CHANGELOG.md.gz ${papers}/web-licences.gz DESTINATION /usr/share/doc/frist)
install(FILES ${papers}/frist.1.gz DESTINATION /usr/share/man/man1)
include(CPack)
