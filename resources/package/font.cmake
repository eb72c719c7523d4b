# SPDX-License-Identifier: MulanPSL-2.0
# The typeface of the report's text travels with the program: Debian has it only inside 280 MB of TeX. It is taken from
# where fontconfig finds it; app/setup.sh puts it there. NIANBAO_FONT_FOLDER: below the prefix.
execute_process(COMMAND fc-list FandolFang:style=Regular file OUTPUT_VARIABLE found
  RESULT_VARIABLE failed ERROR_QUIET)
string(REGEX MATCH "[^\n]*FandolFang-Regular\\.otf" font "${found}")
if(failed OR font STREQUAL "")
  message(FATAL_ERROR "FandolFang-Regular.otf is not among the fonts that fc-list knows, and a package must hold it: "
    "run install_fangsong of app/setup.sh (bash app/run --package does), or install texlive-lang-chinese and let "
    "fontconfig see its fonts.")
endif()
file(INSTALL "${font}" DESTINATION "${CMAKE_INSTALL_PREFIX}/${NIANBAO_FONT_FOLDER}")
