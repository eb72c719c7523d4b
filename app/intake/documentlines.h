// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "headingnumber.h"
#include "recognisetables.h"

namespace nianbao {

/// What recognition has to say: notes that ask for a look, and those that only tell what was left aside.
struct IntakeNotes {
    QList<Phrase> weighty{};
    QList<Phrase> plain{};
};

/// A document as one line after the other: paragraphs, and where a table or picture stands.
struct DocumentLine {
    enum class Kind { Text, Table, Picture };
    Kind kind = Kind::Text;
    QString text{}; // without blanks at its ends; an automatic number is not in it
    QString automatic{}; // that number
    HeadingNumber number{}; // of the automatic one, else of the text's own
    int level = 0; // of a heading, as the document says
    bool isTitle = false;
    int block = -1; // in the document
    TableId table{}; // of a Table: the statutory one, if it is known

    bool isText() const { return kind == Kind::Text; }
    /// What a heading says, without its number.
    QString words() const { return automatic.isEmpty() ? text.mid(number.length) : text; }
    QString whole() const { return automatic + text; } // as it is read
};

/// Lines of a page that are none of its report's (navigation, dates of its system, buttons) are told by their
/// words; where they may stand is for the caller to know.
bool isFurniture(const QString &text);
/// What is left in of the empty form: （该部分以表格形式报告）.
bool isInstruction(const QString &text);

/// A table line for each block the tables used up; other grids are told of and left out, and so is the mark
/// of a picture that could not be written.
QList<DocumentLine> linesOf(
    const ForeignDocument &document, const RecognisedTables &tables, IntakeNotes &notes);

/// 长长的一段 …, for notes.
QString quoted(const QString &text);

} // namespace nianbao
