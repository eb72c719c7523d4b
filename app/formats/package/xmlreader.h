// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QBuffer>
#include <QByteArray>
#include <QXmlStreamReader>

namespace nianbao {

/// Reads the XML of a stranger element by element, by local names: Strict and Transitional files are the
/// same. A document type (entities are declared there) is an error, and so is a depth beyond kDepth; nothing
/// outside is ever asked for. Not recursive; in linear time: what makes the parser beneath slower than that
/// (attributes of one element, namespaces in force) has bounds, too.
class XmlReader {
public:
    static constexpr int kDepth = 256;
    static constexpr int kMostAttributes = 100; // of one element
    static constexpr int kMostNamespaces = 200; // in force at one place
    /// Starts, ends and texts of one part: the report of a town has some ten thousand, the largest sheet that
    /// is read to its end less than this.
    static constexpr int kMostTokens = 3'500'000;

    /// part: its name, for errors.
    explicit XmlReader(const QByteArray &xml, QString part);

    /// The next start, end or text; false at the end and after an error.
    bool next();
    bool isStart() const { return m_reader.isStartElement(); }
    bool isEnd() const { return m_reader.isEndElement(); }
    bool isText() const { return m_reader.isCharacters(); }
    /// Of a start or end: its local name. Valid until next().
    QStringView name() const { return m_reader.name(); }
    bool is(QStringView localName) const { return name() == localName; }
    QStringView text() const { return m_reader.text(); }
    int depth() const { return m_depth; } // of a start and of its end the same: 1 for the root
    /// By local name, whatever its namespace; empty: none.
    QString attribute(QStringView localName) const;
    bool hasAttribute(QStringView localName) const;
    QStringView namespaceUri() const { return m_reader.namespaceUri(); }
    /// From a start to its end, with all inside: the next() after it is what follows.
    void skip();

    bool hasFailed() const { return m_error.has_value(); }
    /// BrokenDocument, DeclaresEntities (detail: the part), TooDeep (detail: the limit), TooCostly.
    Result<> result() const;

private:
    bool fail(ErrorCode code, const QString &detail);
    bool enter();

    QBuffer m_bytes{}; // UTF-8
    QXmlStreamReader m_reader{};
    QString m_part;
    int m_depth = 0;
    int m_tokens = 0; // so far
    bool m_leaves = false; // the token before was an end
    QList<qsizetype> m_namespaces{}; // in force at each depth
    std::optional<Error> m_error{};
};

} // namespace nianbao
