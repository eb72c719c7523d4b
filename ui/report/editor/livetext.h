// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QTextObjectInterface>

#include <functional>

class QColor;
class QPalette;
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
    static QColor ground(const QPalette &palette); // lets what is behind it be seen

    QString stored(int from = 0, int to = -1) const; // of the document's positions [from, to)
    QString shown(int from, int to) const; // with values in the place of live figures
    void insert(QTextCursor &cursor, const QString &stored) const;
    int toDocument(qsizetype storedPosition) const;
    qsizetype toStored(int position) const;
    QString expressionAt(int position) const; // of the character behind that position; empty: no live figure

    /// What of the document is to be replaced by which stored words, so that it holds the wanted text; whole
    /// live figures only.
    struct Difference {
        int from = 0;
        int to = 0;
        QString words{};
    };
    Difference difference(const QString &wanted) const;

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
        const QTextFormat &format) override;

private:
    struct Live {
        int position = 0; // in the document
        qsizetype start = 0; // in the stored text
        QString markup{};
        qsizetype end() const { return start + markup.size(); }
    };
    const QList<Live> &all() const; // in their order, found once per state of the document
    template <typename Words> QString joined(int from, int to, Words wordsOf) const;
    QTextDocument *m_document;
    Value m_value;
    mutable QList<Live> m_all;
    mutable int m_revision = -1; // of the document that m_all was found in
};

} // namespace nianbao
