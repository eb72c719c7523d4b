# SPDX-License-Identifier: MulanPSL-2.0
"""parts.py FILE…: each Word or Excel file as the bytes that fuzz_docx and fuzz_xlsx take for its parts, FF between.
A fuzzer that changes a packed part makes hardly more than wrong checksums."""
import re
import sys
import zipfile

WORD = ["word/document.xml", "word/numbering.xml", "word/styles.xml"]
EXCEL = ["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/comments1.xml"]

for path in sys.argv[1:]:
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        sheets = [name for name in names if name.startswith("xl/worksheets/sheet")]
        for number, parts in enumerate([[sheet] + EXCEL for sheet in sheets] or [WORD]):
            content = b"\xff".join(package.read(part) if part in names else b"" for part in parts)
            # The one sheet by the name that the target gives it.
            content = re.sub(rb'r:id="rId\d+"', b'r:id="worksheet-worksheets/sheet1.xml"', content)
            with open(f"{path}.parts{number}", "wb") as file:
                file.write(content)
