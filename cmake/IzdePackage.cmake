# Install rules and packages: `cmake --install build/release`, `cpack --config build/release/CPackConfig.cmake`.
# README.md and docs/ keep their places to each other, so that the links between them work where they are installed.
install(TARGETS izde-index izde-search RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY corpus/thesaurus corpus/lexicon DESTINATION ${CMAKE_INSTALL_DATADIR}/izde
        FILES_MATCHING PATTERN "*.ttl" PATTERN "*.tsv")
install(FILES README.md LICENSE CHANGELOG.md copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
# The analysis is a library for other programs too (examples/kazakh_stem): headers, archive and CMake package.
include(CMakePackageConfigHelpers)
set(izde_cmake "${CMAKE_INSTALL_LIBDIR}/cmake/izde")
install(TARGETS izde_analysis EXPORT izdeTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/izde)
install(EXPORT izdeTargets NAMESPACE izde:: DESTINATION ${izde_cmake})
configure_package_config_file(cmake/izdeConfig.cmake.in "${PROJECT_BINARY_DIR}/izdeConfig.cmake" INSTALL_DESTINATION ${izde_cmake})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/izdeConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/izdeConfig.cmake" "${PROJECT_BINARY_DIR}/izdeConfigVersion.cmake" DESTINATION ${izde_cmake})
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md")

set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGE_NAME izde)
set(CPACK_PACKAGE_CONTACT "Izde contributors <izde@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_STRIP_FILES ON)
include(CPack)
