# SPDX-License-Identifier: MulanPSL-2.0
# The tree that the stores of UOS, deepin and Kylin want: everything below /opt/apps/ID, what the desktop reads in entries,
# the program in files, what it may do in info; no script runs when it is installed.
#   cmake -DBUILD=build folder -DTREE=where /opt is laid out -DINFO=info.json -P storetree.cmake
set(id cn.nianbao.nianbao)
set(home "${TREE}/opt/apps/${id}")
file(REMOVE_RECURSE "${home}")
foreach(component "" "--component;packaged")
  execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${home}/files" --strip ${component}
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endforeach()
file(MAKE_DIRECTORY "${home}/entries")
foreach(folder applications icons mime)
  file(RENAME "${home}/files/share/${folder}" "${home}/entries/${folder}")
endforeach()
set(desktop "${home}/entries/applications/${id}.desktop")
file(READ "${desktop}" words)
string(REGEX REPLACE "(\n(Try)?Exec=)nianbao" "\\1/opt/apps/${id}/files/bin/nianbao" words "${words}")
file(WRITE "${desktop}" "${words}")
file(COPY_FILE "${INFO}" "${home}/info")
