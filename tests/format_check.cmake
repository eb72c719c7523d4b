# SPDX-License-Identifier: MulanPSL-2.0
# Fails when a source is not as clang-format writes it.
file(GLOB_RECURSE sources
  ${ROOT}/app/*.cpp ${ROOT}/app/*.h ${ROOT}/ui/*.cpp ${ROOT}/ui/*.h ${ROOT}/tests/*.cpp ${ROOT}/tests/*.h)
execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror ${sources} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "Run clang-format -i on the files named above.")
endif()
