// SPDX-License-Identifier: MulanPSL-2.0
#include "livetext.h"

#include "appearance.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace nianbao {

namespace {

constexpr int kObject = QTextFormat::UserObject + 1;
constexpr int kExpression = QTextFormat::UserProperty + 1;

} // namespace

LiveText::LiveText(QTextDocument *document) : QObject(document), m_document(document)
{
    document->documentLayout()->registerHandler(kObject, this);
}

void LiveText::setValues(Value value)
{
    m_value = std::move(value);
    m_document->markContentsDirty(0, m_document->characterCount());
}

QStringList LiveText::pieces(const QString &stored)
{
    QStringList list;
    for (qsizetype i = 0; i < stored.size();) {
        const auto closing = QStringView(stored).mid(i).startsWith(u"{{") ? stored.indexOf(u"}}", i) : -1;
        const auto broken = closing < 0 ? -1 : stored.indexOf(u'\n', i);
        const qsizetype length = closing < 0 || (broken >= 0 && broken < closing) ? 1 : closing + 2 - i;
        list.append(stored.mid(i, length));
        i += length;
    }
    return list;
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

QStringList LiveText::pieces() const
{
    QStringList list;
    const QString plain = m_document->toPlainText();
    for (int i = 0; i < plain.size(); ++i) {
        const QString expression
            = plain[i] == QChar::ObjectReplacementCharacter ? expressionAt(i) : QString();
        list.append(expression.isEmpty() ? QString(plain[i]) : QStringLiteral("{{%1}}").arg(expression));
    }
    return list;
}

QString LiveText::stored(int from, int to) const { return pieces().mid(from, to - from).join(QString()); }

QString LiveText::shown(int from, int to) const
{
    QString text;
    const QStringList all = pieces().mid(from, to - from);
    for (const QString &piece : all)
        text += piece.size() > 1 && m_value ? m_value(piece.mid(2, piece.size() - 4)) : piece;
    return text;
}

void LiveText::insert(QTextCursor &cursor, const QString &stored) const
{
    QString words;
    const QTextCharFormat plain;
    for (const QString &piece : pieces(stored)) {
        if (piece.size() == 1) {
            words += piece;
            continue;
        }
        cursor.insertText(words, plain);
        words.clear();
        QTextCharFormat format;
        format.setObjectType(kObject);
        format.setProperty(kExpression, piece.mid(2, piece.size() - 4).trimmed());
        cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
    }
    cursor.insertText(words, plain);
}

int LiveText::toDocument(qsizetype storedPosition) const
{
    qsizetype at = 0;
    int position = 0;
    for (const QString &piece : pieces()) {
        if (at + piece.size() > storedPosition)
            return position;
        at += piece.size();
        ++position;
    }
    return position;
}

qsizetype LiveText::toStored(int position) const
{
    qsizetype at = 0;
    for (const QString &piece : pieces().mid(0, position))
        at += piece.size();
    return at;
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
    QColor ground = appearance::accent(palette);
    ground.setAlphaF(0.14F);
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
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
