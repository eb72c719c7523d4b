// SPDX-License-Identifier: MulanPSL-2.0
#include "textwriter.h"

#include "writewhole.h"

#include <utility>

namespace nianbao {

namespace {

/// Inside a row neither line nor tab may come from a cell.
QString inCell(QString text)
{
    for (QChar &c : text) {
        if (c == u'\n' || c == u'\t')
            c = u' ';
    }
    return text;
}

class Writer {
public:
    void add(const TitleBlock &title)
    {
        for (const QString &line : title.lines)
            addLine(line);
    }

    void add(const HeadingBlock &heading)
    {
        if (heading.level == 1)
            addLine({});
        addLine(heading.text);
    }

    void add(const ParagraphBlock &paragraph) { addLine(paragraph.text); }

    void add(const TableBlock &table)
    {
        QList<QStringList> rows;
        for (int row = 0; row < table.rows; ++row)
            rows.append(QStringList(table.widths.size()));
        for (const TableCell &cell : table.cells)
            rows[cell.row][cell.column] = inCell(cell.text());
        for (const QStringList &row : rows)
            addLine(row.join(u'\t'));
        for (const QString &note : table.notes)
            addLine(note);
    }

    void add(const IllustrationBlock &illustration)
    {
        addLine(illustration.caption);
        if (!illustration.caption.endsWith(illustration.alternative)) // a picture's may be its caption
            addLine(illustration.alternative);
    }

    void add(const Signature &signature)
    {
        addLine({});
        addLine(signature.name);
        const QDate &day = signature.date;
        if (day.isValid())
            addLine(QStringLiteral("%1年%2月%3日").arg(day.year()).arg(day.month()).arg(day.day()));
    }

    void addLine(const QString &line) { m_text += line + u'\n'; }
    QString text() const { return m_text; }

private:
    QString m_text{};
};

} // namespace

QString plainText(const Manuscript &manuscript)
{
    Writer writer;
    if (!manuscript.mark.isEmpty())
        writer.addLine(QStringLiteral("【%1】").arg(manuscript.mark));
    bool isFirst = true;
    for (const Manuscript::Part &part : manuscript.parts) {
        if (!std::exchange(isFirst, false))
            writer.addLine({});
        for (const Block &block : part.blocks)
            std::visit([&writer](const auto &each) { writer.add(each); }, block);
    }
    return writer.text();
}

Result<> writeText(const Manuscript &manuscript, const QString &path)
{
    return writeWhole(path, plainText(manuscript).toUtf8());
}

} // namespace nianbao
