# The Debian package: the binary with the libraries it needs named by dpkg-shlibdeps, its service, its settings.
include(GNUInstallDirs)
install(TARGETS punctual RUNTIME DESTINATION bin)
install(FILES deploy/punctual.service DESTINATION lib/systemd/system)
install(FILES deploy/punctual.toml DESTINATION /etc/punctual)
install(FILES deploy/nginx.conf deploy/Caddyfile docs/OPERATIONS.md DESTINATION share/doc/punctual)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME punctual)
set(CPACK_PACKAGE_CONTACT "Punctual")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "The support desk of a service agency")
set(CPACK_PACKAGE_DESCRIPTION "Requests by form, assessed and answered by named people inside promises made in business hours.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "ca-certificates, libcurl4, passwd, tzdata")  # libcurl4 is loaded when needed
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    "${PROJECT_SOURCE_DIR}/deploy/debian/postinst;${PROJECT_SOURCE_DIR}/deploy/debian/prerm;${PROJECT_SOURCE_DIR}/deploy/debian/conffiles")
include(CPack)
