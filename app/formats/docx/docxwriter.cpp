// SPDX-License-Identifier: MulanPSL-2.0
#include "docxwriter.h"

#include "docxcomments.h"
#include "docxdrawings.h"
#include "docxlooks.h"
#include "docxparts.h"
#include "docxsections.h"
#include "docxtables.h"
#include "docxtext.h"
#include "titlelines.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nianbao {

namespace {

constexpr double kTwipsInMm = 1440 / 25.4;

/// Writes one part of a manuscript after the other.
class DocumentWriter {
public:
    DocumentWriter(const DocxChoices &choices, const FontSet &fonts)
        : m_choices(choices), m_fonts(fonts), m_sections(m_parts, choices.charGrid)
    { }

    Result<QByteArray> write(const Manuscript &manuscript)
    {
        const QString word = QStringLiteral("%1.xml");
        m_parts.add(word.arg(QStringLiteral("styles")), QStringLiteral("styles"), docxStyles());
        m_parts.add(word.arg(QStringLiteral("settings")), QStringLiteral("settings"), docxSettings());
        m_parts.add(word.arg(QStringLiteral("fontTable")), QStringLiteral("fontTable"), docxFontTable());
        m_sections.setMark(manuscript.mark);
        QList<MarginMark> marks = manuscript.marks; // of the first part that is the report
        for (size_t i = 0; i < manuscript.parts.size(); ++i) {
            const Manuscript::Part &part = manuscript.parts[i];
            m_isPaper = part.kind == Manuscript::Part::Kind::OfficePaper;
            const QList<MarginMark> own = m_isPaper ? QList<MarginMark>() : std::exchange(marks, {});
            DocxComments comments(own, part);
            m_comments = &comments;
            addBlocks(part.blocks);
            const bool isLast = i + 1 == manuscript.parts.size();
            endPart(m_sections.propertiesOf(part.kind, i == 0, i == 0 && isLast), isLast);
            comments.addTo(m_parts);
        }
        DocxMarkup xml;
        xml.declare();
        xml.open("w:document",
            {{"xmlns:w", docx::kMain}, {"xmlns:r", docx::kRelations},
                {"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}});
        xml.open("w:body");
        xml.raw(m_body.bytes());
        xml.close();
        xml.close();
        return m_parts.package(xml.bytes(), manuscript.title, m_author);
    }

private:
    void addBlocks(const std::vector<Block> &blocks)
    {
        for (size_t i = 0; i < blocks.size(); ++i) {
            m_next = i + 1 < blocks.size() ? &blocks[i + 1] : nullptr;
            std::visit([this](const auto &each) { add(each); }, blocks[i]);
        }
    }

    template <typename Kind> bool isNext() const { return m_next && std::holds_alternative<Kind>(*m_next); }

    /// A section ends with a paragraph, and so does the document.
    void endPart(const QByteArray &section, bool isLast)
    {
        if (m_endsWithTable || m_body.bytes().isEmpty())
            addSpacer(false);
        if (isLast)
            m_body.markup().raw(section);
        else
            m_body.insertSection(section);
    }

    /// Between two tables, which would be one without it.
    void addSpacer(bool keepsNext)
    {
        DocxParagraph paragraph{docx::kTableText, keepsNext};
        paragraph.line = 20;
        m_body.add(paragraph, {});
        m_endsWithTable = false;
    }

    void addParagraph(const DocxParagraph &paragraph, const QString &text, const QList<DocxCut> &cuts)
    {
        m_body.add(paragraph, text, cuts);
        m_endsWithTable = false;
    }

    void add(const TitleBlock &title)
    {
        if (m_author.isEmpty())
            m_author = title.publisher.name;
        const bool isStated = title.lines.size() > 1;
        const QString text = title.lines.join(u'\n');
        const QStringList lines
            = m_isPaper || isStated ? title.lines : titleLines(title, pageStyle(), m_fonts);
        QList<DocxCut> cuts = m_comments->cutsAt(title.place, text, true);
        qsizetype at = 0;
        for (qsizetype i = 0; !isStated && i + 1 < lines.size(); ++i) {
            at += lines[i].size();
            cuts.append({at, DocxText::layoutBreak()});
        }
        std::stable_sort(cuts.begin(), cuts.end(),
            [](const DocxCut &one, const DocxCut &other) { return one.at < other.at; });
        DocxParagraph paragraph{m_isPaper ? docx::kPaperTitle : docx::kTitle};
        if (!m_isPaper) { // the text under it begins on the grid, after an empty line
            const int height = int(lines.size()) * docx::kTitleLine;
            paragraph.after = ((height + docx::kLine - 1) / docx::kLine + 1) * docx::kLine - height;
        }
        addParagraph(paragraph, text, cuts);
    }

    void add(const HeadingBlock &heading)
    {
        const char *style = m_isPaper ? docx::kPaperHeading
            : heading.level == 1      ? docx::kHeading1
                                      : docx::kHeading2;
        m_heading = heading.text;
        addParagraph({style}, heading.text, m_comments->cutsAt(heading.place, heading.text));
    }

    void add(const ParagraphBlock &paragraph)
    {
        // a signature never stands alone on a page
        const DocxParagraph look{
            m_isPaper ? docx::kPaperText : docx::kBody, isNext<Signature>() && m_choices.signature};
        if (paragraph.changes.isEmpty()) {
            addParagraph(look, paragraph.text, m_comments->cutsAt(paragraph.place, paragraph.text));
            return;
        }
        // Not as tracked changes: who accepts them all would end up with a list of nothing.
        m_body.open(look);
        for (const ChangedWords &each : paragraph.changes) {
            switch (each.kind) {
            case ChangedWords::Kind::Kept: m_body.words(each.text); break;
            case ChangedWords::Kind::Deleted:
                m_body.words(each.text, DocxRun{0, true, false, "C01C1C", "FDE7E7"});
                break;
            case ChangedWords::Kind::Inserted:
                m_body.words(each.text, DocxRun{0, false, true, "007030", "E2F3E6"});
                break;
            }
        }
        m_body.close();
        m_endsWithTable = false;
    }

    void add(const TableBlock &table)
    {
        if (m_endsWithTable)
            addSpacer(true);
        const TextStyle style{FontRole::Heading1, pageStyle().bodySize, pageStyle().cell(),
            pageStyle().typeWidth, 2 * pageStyle().cell(), true};
        addDocxTable(m_body, table, {m_heading, int(breakLines(m_fonts, m_heading, style).size())},
            *m_comments, m_fonts);
        m_endsWithTable = table.notes.isEmpty();
    }

    void add(const IllustrationBlock &illustration)
    {
        addDocxIllustration(m_body, m_parts, illustration, ++m_illustrations, *m_comments, m_fonts);
        m_endsWithTable = false;
    }

    /// GB/T 9704 7.3.5: see SignatureLines.
    void add(const Signature &signature)
    {
        if (!m_choices.signature)
            return;
        const SignatureLines lines = signatureLinesOf(signature, pageStyle(), m_fonts, m_choices.seal);
        const TextStyle style = signatureStyle(pageStyle());
        const QString name = lines.names.join(QString());
        const auto fromRight = [](double right) {
            return std::max(0, int(std::lround((pageStyle().typeWidth - right) * kTwipsInMm)));
        };
        QList<DocxCut> cuts = m_comments->cutsAt(signature.place, name);
        qsizetype from = 0;
        DocxParagraph paragraph{docx::kSignature};
        paragraph.before = (m_choices.seal ? 2 : 1) * docx::kLine;
        for (const QString &line : lines.names) {
            const bool isLast = &line == &lines.names.last();
            QList<DocxCut> own;
            while (!cuts.isEmpty() && (isLast || cuts.first().at <= from + line.size())) {
                DocxCut cut = cuts.takeFirst();
                cut.at -= from;
                own.append(cut);
            }
            from += line.size();
            paragraph.right = fromRight(lines.middle + textWidth(m_fonts, line, style) / 2);
            paragraph.keepsNext = !isLast || !lines.date.isEmpty();
            addParagraph(paragraph, line, own);
            paragraph.before = -1;
        }
        if (lines.date.isEmpty())
            return;
        paragraph.keepsNext = false;
        paragraph.right = fromRight(lines.dateLeft + lines.dateWidth);
        addParagraph(paragraph, lines.date, {});
    }

    const DocxChoices &m_choices;
    const FontSet &m_fonts;
    DocxParts m_parts{};
    DocxSections m_sections;
    DocxText m_body{};
    DocxComments *m_comments = nullptr; // of the part
    const Block *m_next = nullptr; // behind the one that is written
    QString m_heading{}; // the last one
    QString m_author{};
    int m_illustrations = 0;
    bool m_isPaper = false;
    bool m_endsWithTable = false; // or is empty
};

} // namespace

Result<QByteArray> docxOf(const Manuscript &manuscript, const DocxChoices &choices, const FontSet &fonts)
{
    return DocumentWriter(choices, fonts).write(manuscript);
}

} // namespace nianbao
