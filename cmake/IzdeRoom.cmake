# A room is a folder, a static library izde_<room> (alias izde::<room>), a namespace and an include prefix.
#   izde_room(<room> SOURCES file… HEADERS file… [PUBLIC target…] [PRIVATE target…])
function(izde_room room)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
  add_library(izde_${room} STATIC ${ARG_SOURCES})
  add_library(izde::${room} ALIAS izde_${room})
  set_target_properties(izde_${room} PROPERTIES EXPORT_NAME ${room} CXX_EXTENSIONS OFF)
  target_sources(izde_${room} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${ARG_HEADERS})
  # Every header must compile alone: `cmake --build … --target izde_headers` proves it.
  set_target_properties(izde_${room} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  target_compile_features(izde_${room} PUBLIC cxx_std_20)
  target_link_libraries(izde_${room} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# Puts data files into the library, byte for byte, as std::string_view constants, so that a table is a file that a
# linguist mends and yet no program can start without it.
#   izde_embed(<target> NAMESPACE <ns> HEADER <name.hpp> FILES file…)
# kk_scripts.tsv becomes <ns>::kk_scripts; the header is found as "<name.hpp>" by that target only.
function(izde_embed target)
  cmake_parse_arguments(ARG "" "NAMESPACE;HEADER" "FILES" ${ARGN})
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded")
  set(header "#pragma once\n#include <string_view>\nnamespace ${ARG_NAMESPACE} {\n")
  set(source "#include \"${ARG_HEADER}\"\n")
  set(paths "")
  foreach(file IN LISTS ARG_FILES)
    get_filename_component(path "${file}" ABSOLUTE)
    get_filename_component(name "${file}" NAME_WE)
    list(APPEND paths "${path}")
    string(APPEND header "extern const std::string_view ${name};\n")
    string(APPEND source
      "__asm__(\".section .rodata\\n.global izde_${target}_${name}_begin\\n.global izde_${target}_${name}_end\\n\"\n"
      "        \"izde_${target}_${name}_begin:\\n.incbin \\\"${path}\\\"\\nizde_${target}_${name}_end:\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char izde_${target}_${name}_begin[], izde_${target}_${name}_end[];\n"
      "const std::string_view ${ARG_NAMESPACE}::${name}{izde_${target}_${name}_begin,\n"
      "    static_cast<std::size_t>(izde_${target}_${name}_end - izde_${target}_${name}_begin)};\n")
  endforeach()
  string(APPEND header "}\n")
  file(CONFIGURE OUTPUT "${out}/${ARG_HEADER}" CONTENT "${header}" @ONLY)
  file(CONFIGURE OUTPUT "${out}/${target}_tables.cpp" CONTENT "${source}" @ONLY)
  set_source_files_properties("${out}/${target}_tables.cpp" PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE "${out}/${target}_tables.cpp")
  target_include_directories(${target} PRIVATE "${out}")
endfunction()
