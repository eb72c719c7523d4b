// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "docxcomments.h"
#include "docxmarkup.h"

namespace nianbao {

/// What a paragraph has of its own beside its style. Lengths in twips.
struct DocxParagraph {
    const char *style;
    bool keepsNext = false;
    bool isFramed = false; // a box around it
    int before = -1; // -1: as the style says
    int after = -1;
    int line = 0; // exact
    int left = 0;
    int right = 0;
    const char *align = nullptr;
};

struct DocxRun {
    int size = 0; // half points; 0: as the style says
    bool isStruck = false;
    bool isUnderlined = false;
    const char *colour = nullptr;
    const char *ground = nullptr;
};

/// Paragraphs and their runs, in the order of the schema: Word repairs or refuses anything else.
class DocxText {
public:
    void open(const DocxParagraph &paragraph);
    /// Text with what stands between its characters. Line ends become breaks.
    void words(const QString &text, const QList<DocxCut> &cuts, const DocxRun &look = {});
    void words(const QString &text, const DocxRun &look = {}) { words(text, {}, look); }
    void field(const char *instruction, const QString &shown, const DocxRun &look = {}); // PAGE
    void close();
    void add(const DocxParagraph &paragraph, const QString &text, const QList<DocxCut> &cuts = {});

    /// The last paragraph ends a section; nothing came behind it.
    void insertSection(const QByteArray &properties) { m_xml.insert(m_propertiesEnd, properties); }
    DocxMarkup &markup() { return m_xml; }
    const QByteArray &bytes() const { return m_xml.bytes(); }

    /// A line break that no text has: for those who look at it, not for those who read it.
    static QByteArray layoutBreak();

private:
    void run(const QString &text, const DocxRun &look);
    void openRun(const DocxRun &look);

    DocxMarkup m_xml{};
    qsizetype m_propertiesEnd = 0; // of the last paragraph
};

} // namespace nianbao
