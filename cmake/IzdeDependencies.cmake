# Every library Izde stands on, found once. All are Debian 12 packages (scripts/packages.txt).
find_package(PkgConfig REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(CLI11 2.1 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(simdjson 3.0 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(cmark REQUIRED IMPORTED_TARGET libcmark-gfm)
pkg_check_modules(yamlcpp REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(serd REQUIRED IMPORTED_TARGET serd-0)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
find_library(CMARK_GFM_EXTENSIONS cmark-gfm-extensions REQUIRED)
find_package(mimalloc 2.0 REQUIRED)

# What users run takes its memory from mimalloc: a tenth of the time of indexing was malloc's. Sanitizers have their own.
add_library(izde_allocator INTERFACE)
target_link_libraries(izde_allocator INTERFACE
  "$<$<CONFIG:Release>:-Wl,--push-state,--no-as-needed;mimalloc;-Wl,--pop-state>")
