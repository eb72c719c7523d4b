// SPDX-License-Identifier: MulanPSL-2.0
#include "livetext.h"

#include "appearance.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kObject = QTextFormat::UserObject + 1;
constexpr int kExpression = QTextFormat::UserProperty + 1;

struct Range {
    qsizetype start = 0;
    qsizetype length = 0;
};

/// Every {{…}} of a stored text that is whole within its paragraph. Each end is looked for once: linear
/// whatever the text.
QList<Range> liveRanges(const QString &stored)
{
    QList<Range> ranges;
    qsizetype closing = -1;
    qsizetype lineEnd = -1;
    for (auto at = stored.indexOf(u"{{"); at >= 0;) {
        if (closing < at && (closing = stored.indexOf(u"}}", at)) < 0)
            break;
        if (lineEnd < at && (lineEnd = stored.indexOf(u'\n', at)) < 0)
            lineEnd = stored.size();
        if (lineEnd < closing) {
            at = stored.indexOf(u"{{", at + 1);
            continue;
        }
        if (!QStringView(stored).mid(at + 2, closing - at - 2).trimmed().isEmpty())
            ranges.append({at, closing + 2 - at});
        at = stored.indexOf(u"{{", closing + 2);
    }
    return ranges;
}

QString expressionOf(const QString &markup) { return markup.mid(2, markup.size() - 4); }

} // namespace

LiveText::LiveText(QTextDocument *document) : QObject(document), m_document(document)
{
    document->documentLayout()->registerHandler(kObject, this);
}

void LiveText::setValues(Value value)
{
    m_value = std::move(value);
    if (!all().isEmpty())
        m_document->markContentsDirty(0, m_document->characterCount());
}

QString LiveText::expressionAt(int position) const
{
    const QTextBlock block = m_document->findBlock(position);
    if (!block.isValid() || m_document->characterAt(position) != QChar::ObjectReplacementCharacter)
        return {};
    QTextCursor cursor(m_document);
    cursor.setPosition(position + 1);
    return cursor.charFormat().stringProperty(kExpression);
}

const QList<LiveText::Live> &LiveText::all() const
{
    if (m_revision == m_document->revision())
        return m_all;
    m_revision = m_document->revision();
    m_all.clear();
    const QString plain = m_document->toPlainText();
    qsizetype start = 0;
    qsizetype last = 0;
    for (auto at = plain.indexOf(QChar::ObjectReplacementCharacter); at >= 0;
         at = plain.indexOf(QChar::ObjectReplacementCharacter, at + 1)) {
        const QString expression = expressionAt(int(at));
        if (expression.isEmpty())
            continue;
        start += at - last;
        m_all.append({int(at), start, QStringLiteral("{{%1}}").arg(expression)});
        start += m_all.last().markup.size();
        last = at + 1;
    }
    return m_all;
}

template <typename Words> QString LiveText::joined(int from, int to, Words wordsOf) const
{
    const QString plain = m_document->toPlainText();
    const qsizetype end = to < 0 ? plain.size() : to;
    QString text;
    qsizetype at = from;
    for (const Live &live : all()) {
        if (live.position < from)
            continue;
        if (live.position >= end)
            break;
        text += QStringView(plain).mid(at, live.position - at);
        text += wordsOf(live);
        at = live.position + 1;
    }
    text += QStringView(plain).mid(at, end - at);
    return text;
}

QString LiveText::stored(int from, int to) const
{
    return joined(from, to, [](const Live &live) { return live.markup; });
}

QString LiveText::shown(int from, int to) const
{
    return joined(from, to,
        [this](const Live &live) { return m_value ? m_value(expressionOf(live.markup)) : live.markup; });
}

void LiveText::insert(QTextCursor &cursor, const QString &stored) const
{
    const QTextCharFormat plain;
    qsizetype at = 0;
    for (const Range &live : liveRanges(stored)) {
        cursor.insertText(stored.mid(at, live.start - at), plain);
        QTextCharFormat format;
        format.setObjectType(kObject);
        format.setProperty(kExpression, expressionOf(stored.mid(live.start, live.length)).trimmed());
        cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
        at = live.start + live.length;
    }
    cursor.insertText(stored.mid(at), plain);
}

int LiveText::toDocument(qsizetype storedPosition) const
{
    qsizetype shift = 0; // by which the stored text is ahead
    for (const Live &live : all()) {
        if (storedPosition < live.end())
            return storedPosition <= live.start ? int(storedPosition - shift) : live.position;
        shift += live.markup.size() - 1;
    }
    return std::min(int(storedPosition - shift), m_document->characterCount() - 1);
}

qsizetype LiveText::toStored(int position) const
{
    qsizetype shift = 0;
    for (const Live &live : all()) {
        if (position <= live.position)
            break;
        shift += live.markup.size() - 1;
    }
    return position + shift;
}

LiveText::Difference LiveText::difference(const QString &wanted) const
{
    const QString now = stored();
    const qsizetype least = std::min(now.size(), wanted.size());
    qsizetype same = 0;
    while (same < least && now[same] == wanted[same])
        ++same;
    qsizetype sameEnd = 0;
    while (sameEnd < least - same && now[now.size() - 1 - sameEnd] == wanted[wanted.size() - 1 - sameEnd])
        ++sameEnd;
    // a live figure is kept or replaced as a whole, on both sides
    const auto widen = [&](qsizetype start, qsizetype end, qsizetype size) {
        if (start < same && same < end)
            same = start;
        if (start < size - sameEnd && size - sameEnd < end)
            sameEnd = size - end;
    };
    for (const Live &live : all())
        widen(live.start, live.end(), now.size());
    for (const Range &live : liveRanges(wanted))
        widen(live.start, live.start + live.length, wanted.size());
    return {
        toDocument(same), toDocument(now.size() - sameEnd), wanted.mid(same, wanted.size() - sameEnd - same)};
}

QColor LiveText::ground(const QPalette &palette)
{
    QColor ground = appearance::accent(palette);
    ground.setAlphaF(0.14F);
    return ground;
}

QSizeF LiveText::intrinsicSize(QTextDocument *document, int, const QTextFormat &format)
{
    const QFontMetricsF metrics(document->defaultFont());
    const QString expression = format.stringProperty(kExpression);
    const QString value = m_value ? m_value(expression) : expression;
    return {metrics.horizontalAdvance(value) + metrics.averageCharWidth() / 2, metrics.ascent()};
}

void LiveText::drawObject(
    QPainter *painter, const QRectF &rect, QTextDocument *document, int, const QTextFormat &format)
{
    const QFontMetricsF metrics(document->defaultFont());
    const QString expression = format.stringProperty(kExpression);
    const QPalette palette = QApplication::palette();
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground(palette));
    painter->setRenderHint(QPainter::Antialiasing);
    // the layout sets the object's lower edge on the base line
    painter->drawRoundedRect(rect.adjusted(0.5, 0, -0.5, metrics.descent()), 3, 3);
    painter->setPen(palette.color(QPalette::Text));
    painter->setFont(document->defaultFont());
    painter->drawText(QPointF(rect.left() + metrics.averageCharWidth() / 4, rect.bottom()),
        m_value ? m_value(expression) : expression);
    painter->restore();
}

} // namespace nianbao
