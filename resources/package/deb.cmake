# SPDX-License-Identifier: MulanPSL-2.0
# What Debian wants beyond an installed tree; CPack runs it upon the tree before it is packed.
set(prefix "${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}")
set(documents "${prefix}/share/doc/nianbao")
file(COPY_FILE "${CPACK_NIANBAO_CHANGELOG}" "${documents}/changelog.Debian")
file(CHMOD "${documents}/changelog.Debian" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
file(GLOB_RECURSE pages "${prefix}/share/man/*.1")
foreach(file "${documents}/changelog.Debian" ${pages})
  execute_process(COMMAND gzip -9nf "${file}" RESULT_VARIABLE failed) # n: the same bytes every time
  if(failed)
    message(FATAL_ERROR "${file} cannot be compressed: ${failed}")
  endif()
endforeach()
