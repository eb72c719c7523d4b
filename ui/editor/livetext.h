// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QTextObjectInterface>

#include <functional>

class QTextCursor;
class QTextDocument;

namespace nianbao {

/// Live figures inside a document: {{…}} of the stored text is one character there, drawn as its value on a
/// faint ground. Everything else of the text is as it is.
class LiveText final : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    using Value = std::function<QString(const QString &expression)>;

    explicit LiveText(QTextDocument *document);
    void setValues(Value value);

    /// The pieces of a stored text: one character each, or a whole {{…}}.
    static QStringList pieces(const QString &stored);
    QStringList pieces() const; // of the document
    QString stored(int from, int to) const; // of the document's positions [from, to)
    QString shown(int from, int to) const; // with values in the place of live figures
    void insert(QTextCursor &cursor, const QString &stored) const;
    int toDocument(qsizetype storedPosition) const;
    qsizetype toStored(int position) const;
    QString expressionAt(int position) const; // of the character behind that position; empty: no live figure

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
        const QTextFormat &format) override;

private:
    QTextDocument *m_document;
    Value m_value;
};

} // namespace nianbao
