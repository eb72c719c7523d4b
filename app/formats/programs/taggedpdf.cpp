// SPDX-License-Identifier: MulanPSL-2.0
#include "taggedpdf.h"

#include "pagenumbers.h"
#include "radicals.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao {

namespace {

constexpr Sentence kPicturesStay{
    "Pictures and charts of a PDF are not read. Their captions: %1", "PDF 中的图片和图表没有读入，图题：%1"};
constexpr Sentence kFiguresStay{
    "Pictures and charts of a PDF are not read. There are %1 in it.", "PDF 中的图片和图表没有读入，共%1幅。"};

/// A line of pdfinfo -struct-text: an element, an attribute of the one before, or text.
struct TagLine {
    enum class Kind { Element, Attribute, Text };
    Kind kind = Kind::Element;
    int depth = 0; // blanks before it
    QString name{}; // of an element (TH) or attribute (/RowSpan)
    QString text{}; // of text; an attribute's value
};

QList<TagLine> linesOfTree(const QString &tree)
{
    QList<TagLine> lines;
    for (const QString &line : tree.split(u'\n')) {
        const auto *const start = std::find_if(line.cbegin(), line.cend(), [](QChar c) { return c != u' '; });
        const auto depth = qsizetype(start - line.cbegin());
        if (depth == line.size())
            continue;
        TagLine next{TagLine::Kind::Element, int(depth), {}, {}};
        const auto blank = line.indexOf(u' ', depth);
        if (line.at(depth) == u'"') {
            next.kind = TagLine::Kind::Text;
            next.text = withoutRadicals(line.mid(depth + 1));
            if (next.text.endsWith(u'"'))
                next.text.chop(1);
        } else if (line.at(depth) == u'/') {
            next.kind = TagLine::Kind::Attribute;
            next.name = line.mid(depth, blank < 0 ? -1 : blank - depth);
            next.text = blank < 0 ? QString() : line.mid(blank + 1).trimmed();
        } else {
            next.name = line.mid(depth, blank < 0 ? -1 : blank - depth);
            if (next.name.endsWith(u':'))
                next.name.chop(1);
        }
        lines.append(std::move(next));
    }
    return lines;
}

/// Compares what the tree says with what the pages say, line by line of the pages. poppler gives the text of
/// elements without /ActualText, that of pages with it: where single characters differ, those of the pages
/// are right.
class TextProof {
public:
    explicit TextProof(QList<TagLine> &lines) : m_lines(lines), m_heads(headsIn(lines))
    {
        for (qsizetype line = 0; line < lines.size(); ++line) {
            const QString &text = lines.at(line).text;
            if (lines.at(line).kind != TagLine::Kind::Text)
                continue;
            for (qsizetype at = 0; at < text.size(); ++at) {
                if (text.at(at).isSpace())
                    continue;
                m_said += text.at(at);
                m_places.append({line, at});
            }
        }
    }

    bool holds(const QString &pages)
    {
        for (const QString &page : withoutRadicals(pages).split(u'\f')) {
            QStringList lines;
            for (QString line : page.split(u'\n')) {
                line.removeIf([](QChar c) { return c.isSpace(); });
                if (!line.isEmpty())
                    lines.append(line);
            }
            for (qsizetype i = 0; i < lines.size(); ++i) {
                const bool isAtEdge = i == 0 || i + 1 == lines.size();
                if (!follows(lines.at(i)) && !isRepeated(lines.at(i))
                    && !(isAtEdge && isPageNumber(lines.at(i))))
                    return false;
            }
        }
        return m_at == m_said.size();
    }

private:
    /// Texts of the heads of tables, a line each.
    static QString headsIn(const QList<TagLine> &lines)
    {
        constexpr qsizetype kMost = 20'000; // characters
        QString heads;
        int depth = -1; // of the head that is open
        for (const TagLine &line : lines) {
            if (line.kind == TagLine::Kind::Element && line.depth <= depth)
                depth = -1;
            if (line.kind == TagLine::Kind::Element && line.name == u"TH" && depth < 0) {
                depth = line.depth;
                if (heads.size() < kMost)
                    heads += u'\n';
            } else if (line.kind == TagLine::Kind::Text && depth >= 0) {
                heads += QStringView(line.text).left(std::max<qsizetype>(0, kMost - heads.size()));
            }
        }
        heads.removeIf([](QChar c) { return c.isSpace() && c != u'\n'; });
        return heads;
    }

    /// Words: a figure that stands on the pages once more is one that the tags do not tell.
    bool isOfHead(QStringView text)
    {
        if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }))
            return false;
        const QString words = text.toString();
        if (m_before.contains(words))
            return true;
        if (m_looksLeft == 0)
            return false;
        --m_looksLeft;
        if (!m_heads.contains(words))
            return false;
        m_before.insert(words);
        return true;
    }

    /// A head of a table that goes on is on the next page again, or a piece of it: alone in its line, or in
    /// front of the row that comes next.
    bool isRepeated(const QString &line)
    {
        if (isOfHead(line))
            return true;
        constexpr qsizetype kLongestHead = 40;
        for (qsizetype head = std::min(line.size() - 1, kLongestHead); head > 0; --head) {
            if (isOfHead(QStringView(line).first(head)) && follows(line.sliced(head)))
                return true;
        }
        return false;
    }

    bool follows(const QString &line)
    {
        const QStringView said = QStringView(m_said).mid(m_at, line.size());
        if (said.size() < line.size())
            return false;
        qsizetype differing = 0;
        for (qsizetype i = 0; i < line.size(); ++i)
            differing += said.at(i) == line.at(i) ? 0 : 1;
        constexpr qsizetype kOneIn = 6;
        if (differing * kOneIn > line.size())
            return false;
        for (qsizetype i = 0; differing > 0 && i < line.size(); ++i) {
            const auto [place, at] = m_places.at(m_at + i);
            m_lines[place].text[at] = line.at(i);
        }
        m_at += line.size();
        m_before.insert(line);
        return true;
    }

    QList<TagLine> &m_lines;
    QString m_said{}; // all of it, without blanks
    QList<std::pair<qsizetype, qsizetype>> m_places{}; // of each character: its line, its place there
    qsizetype m_at = 0; // in m_said
    QSet<QString> m_before{}; // lines that were there, and pieces of heads that were again
    const QString m_heads;
    int m_looksLeft = 50'000; // through all heads
};

/// Blocks out of the lines of a proven tree. What is open is known by depth alone: no recursion.
class TagBlocks {
public:
    TagBlocks(const PdfFacts &facts, const QList<TagLine> &lines) : m_facts(facts)
    {
        const auto isFirst = [](const TagLine &line) { return line.name == u"H1"; };
        m_hasTitle = std::count_if(lines.cbegin(), lines.cend(), isFirst) == 1;
        for (const TagLine &line : lines)
            take(line);
        endAll();
    }

    ForeignDocument document()
    {
        m_document.kind = QStringLiteral("pdf");
        m_document.title = m_facts.title;
        if (!m_captions.isEmpty())
            m_document.notices.append(Phrase(kPicturesStay, m_captions.join(u'；')));
        else if (m_figures > 0)
            m_document.notices.append(Phrase(kFiguresStay, m_figures));
        return std::move(m_document);
    }

private:
    void take(const TagLine &line)
    {
        switch (line.kind) {
        case TagLine::Kind::Element: begin(line); break;
        case TagLine::Kind::Attribute:
            if (m_isInCell && line.depth > m_cellDepth && !m_hasContent) {
                // bounded by the grid
                if (line.name == u"/RowSpan")
                    m_cell.rowSpan = line.text.toInt();
                if (line.name == u"/ColSpan")
                    m_cell.columnSpan = line.text.toInt();
            }
            break;
        case TagLine::Kind::Text:
            m_text += line.text;
            m_hasContent = true;
            break;
        }
    }

    void begin(const TagLine &line)
    {
        static const QSet<QString> inside{QStringLiteral("Span"), QStringLiteral("Link"),
            QStringLiteral("Quote"), QStringLiteral("Lbl"), QStringLiteral("Reference"),
            QStringLiteral("Object"), QStringLiteral("Annot")};
        if (inside.contains(line.name))
            return;
        endText();
        if (m_isInCell && line.depth <= m_cellDepth)
            endCell();
        if (m_isInTable && line.depth <= m_tableDepth)
            endTable();
        m_role = line.name;
        m_figures += line.name == u"Figure" ? 1 : 0;
        m_hasContent = false;
        if (line.name == u"Table" && !m_isInTable) {
            m_isInTable = true;
            m_tableDepth = line.depth;
            m_grid = {};
        } else if (line.name == u"TR" && m_isInTable) {
            m_grid.beginRow();
        } else if ((line.name == u"TH" || line.name == u"TD") && m_isInTable) {
            m_isInCell = true;
            m_cellDepth = line.depth;
            m_cell = {};
            m_cell.isHead = line.name == u"TH";
        }
    }

    void endText()
    {
        const QString text = std::exchange(m_text, {}).trimmed();
        if (text.isEmpty())
            return;
        if (m_role == u"Caption" || m_role == u"Figure") {
            m_captions.append(text);
            return;
        }
        if (m_isInCell) {
            m_cell.text += m_cell.text.isEmpty() ? text : u'\n' + text;
            return;
        }
        ForeignParagraph paragraph{text};
        const bool isHeading = m_role.size() == 2 && m_role.startsWith(u'H') && m_role.at(1).isDigit();
        if (isHeading) {
            const int level = m_role.at(1).digitValue() - (m_hasTitle ? 1 : 0);
            paragraph.isTitle = level == 0;
            paragraph.headingLevel = std::max(0, level);
        }
        paragraph.isTitle |= m_role == u"Title";
        if (paragraph.isTitle && bare(text) == bare(m_facts.title))
            paragraph.text = m_facts.title; // blanks where its lines end are there
        m_document.blocks.append(paragraph);
    }

    static QString bare(QString text)
    {
        text.removeIf([](QChar c) { return c.isSpace(); });
        return text;
    }

    void endCell()
    {
        m_isInCell = false;
        m_grid.addCell(std::exchange(m_cell, {}));
    }

    void endTable()
    {
        m_isInTable = false;
        ForeignGrid grid = m_grid.grid();
        if (grid.rows > 0)
            m_document.blocks.append(std::move(grid));
    }

    void endAll()
    {
        endText();
        if (m_isInCell)
            endCell();
        if (m_isInTable)
            endTable();
    }

    const PdfFacts &m_facts;
    ForeignDocument m_document{};
    QStringList m_captions{};
    int m_figures = 0;
    bool m_hasTitle = false; // of all headings one alone is of the first level
    QString m_role{}; // of the element that m_text belongs to
    QString m_text{};
    bool m_hasContent = false; // text stood in the element: what follows is no attribute of it
    bool m_isInTable = false;
    int m_tableDepth = 0;
    GridBuilder m_grid{};
    bool m_isInCell = false;
    int m_cellDepth = 0;
    ForeignCell m_cell{};
};

} // namespace

std::optional<ForeignDocument> readTags(const PdfFacts &facts, Poppler::Tags tags)
{
    QList<TagLine> lines = linesOfTree(tags.tree);
    if (!TextProof(lines).holds(tags.text))
        return std::nullopt;
    return TagBlocks(facts, lines).document();
}

} // namespace nianbao
