// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>

namespace nianbao {

/// Measures of the page of GB/T 9704 as Word has them: in twips, sizes of type in half points.
namespace docx {
inline constexpr int kTypeWidth = 8845; // 156 mm
inline constexpr int kTypeHeight = 12757; // 225 mm
inline constexpr int kLine = 579; // 22 × 580 is over the type area: LibreOffice then sets 21 lines
inline constexpr int kTitleLine = 680; // 34 pt
inline constexpr int kTableSize = 21; // 五号
inline constexpr const char *kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr const char *kRelations
    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

// Ids of the styles. Those that Word has itself carry its own English names, so that outline, navigation and
// table of contents work; the others have Chinese names.
inline constexpr const char *kTitle = "Title";
inline constexpr const char *kHeading1 = "Heading1";
inline constexpr const char *kHeading2 = "Heading2";
inline constexpr const char *kBody = "BodyText";
inline constexpr const char *kSignature = "Signature";
inline constexpr const char *kCaption = "Caption";
inline constexpr const char *kFooter = "Footer";
inline constexpr const char *kHeader = "Header";
inline constexpr const char *kFigure = "Figure";
inline constexpr const char *kTableText = "TableText";
inline constexpr const char *kTableNote = "TableNote";
inline constexpr const char *kPaperTitle = "PaperTitle"; // of the office's papers
inline constexpr const char *kPaperHeading = "PaperHeading";
inline constexpr const char *kPaperText = "PaperText";
inline constexpr const char *kCommentText = "CommentText";
inline constexpr const char *kCommentReference = "CommentReference";
} // namespace docx

QByteArray docxStyles(); // word/styles.xml
QByteArray docxSettings(); // word/settings.xml
QByteArray docxFontTable(); // word/fontTable.xml

} // namespace nianbao
