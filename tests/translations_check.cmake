# SPDX-License-Identifier: MulanPSL-2.0
# Fails when the .ts lacks a string of the sources, holds one that is gone, or leaves one untranslated;
# and when a string that counts has no form of one in English.
file(COPY_FILE ${TS} ${COPY})
execute_process(COMMAND ${LUPDATE} @${SOURCES} -locations none -source-language en -ts ${COPY}
  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "lupdate failed:\n${output}")
endif()
file(READ ${COPY} text)
string(REPLACE ";" "," text "${text}") # a semicolon would split CMake's list below
string(REGEX MATCHALL "<source>[^<]*</source>[^/]*<translation type=\"[a-z]+\"" faults "${text}")
if(text MATCHES "type=\"(unfinished|vanished|obsolete)\"")
  string(REGEX REPLACE "<source>([^<]*)</source>[^/]*<translation type=\"([a-z]+)\"" "  \\2: \\1" faults "${faults}")
  string(REPLACE ";" "\n" faults "${faults}")
  message(FATAL_ERROR "${TS} is not complete; run the target update_translations and translate:\n${faults}")
endif()
file(READ ${ENGLISH} english)
string(REPLACE ";" "," english "${english}")
string(REGEX MATCHALL "numerus=\"yes\">[^<]*<source>[^<]*</source>" counting "${text}")
foreach(message IN LISTS counting)
  string(REGEX REPLACE "^.*(<source>.*)$" "\\1" source "${message}")
  string(FIND "${english}" "${source}" found)
  if(found EQUAL -1)
    message(FATAL_ERROR "${ENGLISH} has no form of one for:\n${source}")
  endif()
endforeach()
