// SPDX-License-Identifier: MulanPSL-2.0
#include "digits.h"
#include "textencoding.h"
#include "textreader.h"

#include <QHash>

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kMostCsvMegabytes = 16;
constexpr qsizetype kMostColumns = 1'000; // what is beyond is not kept
constexpr qsizetype kMostFields = 300'000; // more than any table of figures has

constexpr Sentence kTableCut{
    "A table is larger than any report needs; what is beyond %1 rows and %2 columns was left out.",
    "有一张表格超出报告所需，第%1行、第%2列以后没有读入。"};

/// Records of a text, one after the other.
class CsvRecords {
public:
    CsvRecords(const QString &text, QChar separator, bool hasQuotes, qsizetype at = 0)
        : m_text(text), m_separator(separator), m_hasQuotes(hasQuotes), m_at(at)
    { }
    bool atEnd() const { return m_at >= m_text.size(); }
    bool isQuoteOpen() const { return m_isQuoteOpen; } // at the end
    QStringList next();

private:
    QString quoted();
    bool isLineEnd() const { return m_text.at(m_at) == u'\n' || m_text.at(m_at) == u'\r'; }

    const QString &m_text;
    QChar m_separator;
    bool m_hasQuotes;
    bool m_isQuoteOpen = false;
    qsizetype m_at;
};

/// From behind the quote that opens to behind the one that closes.
QString CsvRecords::quoted()
{
    QString words;
    while (!atEnd()) {
        const auto end = m_text.indexOf(u'"', m_at);
        words += m_text.mid(m_at, end < 0 ? -1 : end - m_at);
        m_at = end < 0 ? m_text.size() : end + 1;
        if (end < 0)
            m_isQuoteOpen = true;
        else if (!atEnd() && m_text.at(m_at) == u'"')
            words += m_text.at(m_at++);
        else
            break;
    }
    return words;
}

QStringList CsvRecords::next()
{
    QStringList fields{QString()};
    bool isAtStart = true;
    const auto isMark = [&](QChar c) { return c == m_separator || c == u'\n' || c == u'\r'; };
    while (!atEnd() && !isLineEnd()) {
        const QChar c = m_text.at(m_at);
        if (c == m_separator) {
            ++m_at;
            if (fields.size() < kMostColumns)
                fields.append(QString());
            else
                fields.last().clear();
            isAtStart = true;
        } else if (c == u'"' && isAtStart && m_hasQuotes) {
            ++m_at;
            fields.last() += quoted();
            isAtStart = false;
        } else {
            const auto from = m_at;
            while (!atEnd() && !isMark(m_text.at(m_at)))
                ++m_at;
            fields.last() += QStringView(m_text).sliced(from, m_at - from);
            isAtStart = false;
        }
    }
    if (!atEnd() && m_text.at(m_at++) == u'\r' && !atEnd() && m_text.at(m_at) == u'\n')
        ++m_at;
    return fields;
}

/// The mark that gives most records as many fields as each other.
QChar separatorOf(const QString &text)
{
    constexpr int kSample = 200;
    constexpr qsizetype kSampleCharacters = 50'000;
    const QString sample = text.left(kSampleCharacters);
    QChar best = u',';
    qsizetype most = 0;
    for (const QChar mark : {QChar(u'\t'), QChar(u';'), QChar(u','), QChar(u'，')}) {
        QHash<qsizetype, qsizetype> lengths;
        CsvRecords records(sample, mark, true);
        for (int i = 0; i < kSample && !records.atEnd(); ++i) {
            if (const auto fields = records.next().size(); fields > 1)
                lengths[fields] += fields;
        }
        for (const qsizetype merit : std::as_const(lengths)) {
            if (merit > most) {
                most = merit;
                best = mark;
            }
        }
    }
    return best;
}

/// As it was meant: without the apostrophe that keeps table programs from counting, and out of ="…".
QString meantField(const QString &field)
{
    QStringView text = digits::trimmed(field);
    if (text.size() > 1 && text.front() == u'\'' && QStringView(u"=+-@\t\r＝＋－＠").contains(text.at(1)))
        text = text.sliced(1);
    else if (text.size() > 2 && text.startsWith(u"=\"") && text.endsWith(u'"'))
        text = text.sliced(2, text.size() - 3);
    return digits::trimmed(text)
        .toString()
        .replace(QStringLiteral("\r\n"), QStringLiteral("\n"))
        .replace(u'\r', u'\n');
}

class CsvTables {
public:
    void addRecord(const QStringList &fields);
    ForeignDocument document();
    bool isTooLarge() const { return m_fields > kMostFields; }

private:
    void endTable();

    ForeignDocument m_document{};
    QList<QStringList> m_rows{};
    qsizetype m_fields = 0;
    bool m_isCut = false;
};

void CsvTables::addRecord(const QStringList &fields)
{
    QStringList row;
    for (const QString &field : fields)
        row.append(meantField(field));
    m_fields += row.size();
    if (std::all_of(row.begin(), row.end(), [](const QString &text) { return text.isEmpty(); }))
        endTable();
    else
        m_rows.append(row);
}

/// Columns that hold nothing at the right are none; rows of one field are lines of text.
void CsvTables::endTable()
{
    const QList<QStringList> rows = std::exchange(m_rows, {});
    qsizetype columns = 0;
    for (const QStringList &row : rows) {
        const auto filled
            = std::find_if(row.rbegin(), row.rend(), [](const QString &text) { return !text.isEmpty(); });
        columns = std::max<qsizetype>(columns, row.rend() - filled);
    }
    if (columns <= 1) {
        for (const QStringList &row : rows)
            m_document.blocks.append(ForeignParagraph{row.first()});
        return;
    }
    GridBuilder builder;
    for (const QStringList &row : rows) {
        builder.beginRow();
        for (const QString &text : row.mid(0, columns)) {
            ForeignCell cell;
            cell.text = text;
            builder.addCell(std::move(cell));
        }
    }
    m_isCut = m_isCut || builder.isCut();
    m_document.blocks.append(builder.grid());
}

ForeignDocument CsvTables::document()
{
    endTable();
    m_document.kind = QStringLiteral("csv");
    if (m_isCut)
        m_document.notices.append(Phrase(kTableCut, GridBuilder::kMostRows, GridBuilder::kMostColumns));
    return std::move(m_document);
}

} // namespace

Result<ForeignDocument> readCsv(const QByteArray &bytes)
{
    if (bytes.size() > (kMostCsvMegabytes << 20))
        return Error{ErrorCode::TooLarge, {}, QString::number(kMostCsvMegabytes)};
    const auto decoded = decodeText(bytes);
    if (!decoded)
        return Error{ErrorCode::UnknownEncoding};
    const QString &text = decoded->text;
    QChar separator;
    qsizetype start = 0;
    if (text.startsWith(u"sep=", Qt::CaseInsensitive) && text.size() > 4) { // a line for Excel
        separator = text.at(4);
        start = std::max<qsizetype>(text.indexOf(u'\n'), 5);
    } else {
        separator = separatorOf(text);
    }
    for (const bool hasQuotes : {true, false}) { // a quote that nothing closes is a character
        CsvRecords records(text, separator, hasQuotes, start);
        CsvTables tables;
        while (!records.atEnd() && !tables.isTooLarge())
            tables.addRecord(records.next());
        if (tables.isTooLarge())
            return Error{ErrorCode::TooCostly};
        if (!records.isQuoteOpen())
            return tables.document();
    }
    return ForeignDocument{};
}

} // namespace nianbao
