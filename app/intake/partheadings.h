// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentlines.h"

namespace nianbao {

struct SectionSplit;

/// A sub-section as the lines have it.
struct FoundPart {
    QString heading{}; // without number; empty: a lead-in
    Recognition state = Recognition::Sure; // of the heading
    Phrase why{};
    int headingBlock = -1;
    QStringList paragraphs{};
    int block = -1; // of the first paragraph
    struct Picture {
        int afterParagraph = 0;
        int block = -1;
        QString caption{};
    };
    QList<Picture> pictures{};
    bool isEmpty() const { return heading.isEmpty() && paragraphs.isEmpty() && pictures.isEmpty(); }
};

/// Parts a narrative section into sub-sections: by the styles of headings where the document has such, else
/// by their numbers, and where these were lost by what a heading looks like, as a guess.
class PartHeadings {
public:
    PartHeadings(const QList<DocumentLine> &lines, const SectionSplit &split, const ReportSpec &form,
        IntakeNotes &notes);
    QList<FoundPart> partsOf(const SectionId &section, int first, int end) const;
    /// All of it as it stands, without sub-sections.
    FoundPart textOf(int first, int end) const;

private:
    struct Heading {
        int line = 0;
        Recognition state = Recognition::Sure;
        Phrase why{};
        qsizetype lead = -1; // of a heading that its text runs on from: where that begins
    };
    QList<Heading> headingsIn(const SectionId &section, int first, int end) const;
    bool numberedHeading(int line, int lastNumber, Heading &heading) const;
    QList<Heading> unnumbered(
        const SectionId &section, int first, int end, const QList<Heading> &known) const;
    QList<Heading> listed(int first, int end) const;
    QList<int> looseLines(int from, int to) const;
    bool isUsual(const SectionId &section, const QString &words, const QStringList &ends) const;
    void noteNumbers(const QList<Heading> &headings) const;
    void addLine(FoundPart &part, int line) const;

    const QList<DocumentLine> &m_lines;
    const ReportSpec &m_form;
    IntakeNotes &m_notes;
    int m_level = 0; // of the headings of sub-sections; 0: the document does not say
    bool m_isStyled = false; // headings of sections have styles: plain lines are not guessed to be headings
};

/// The words of a caption behind its number: 图1 公开渠道; nullopt: none. Behind a picture it may be a
/// sentence.
std::optional<QString> captionOf(const QString &text, bool isBehindPicture = false);

} // namespace nianbao
