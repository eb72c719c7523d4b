// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QXmlStreamReader>

namespace nianbao {

/// Reads the XML of a stranger element by element, by local names: Strict and Transitional files are the same.
/// A document type (entities are declared there) is an error, and so is a depth beyond kDepth; nothing outside
/// is ever asked for. Not recursive.
class XmlReader {
public:
    static constexpr int kDepth = 256;

    explicit XmlReader(const QByteArray &xml, QString part);

    /// The next start, end or text; false at the end and after an error.
    bool next();
    bool isStart() const;
    bool isEnd() const;
    bool isText() const;
    /// Of a start or end: its local name. Valid until next().
    QStringView name() const;
    bool is(QStringView localName) const { return name() == localName; }
    QStringView text() const;
    int depth() const { return m_depth; } // of a start and of its end the same: 1 for the root
    /// By local name, whatever its namespace; empty: none.
    QString attribute(QStringView localName) const;
    bool hasAttribute(QStringView localName) const;
    QStringView namespaceUri() const;
    /// From a start past its end, with all inside.
    void skip();

    bool hasFailed() const { return m_error.has_value(); }
    /// BrokenDocument, TooDeep, DeclaresEntities (detail: the part; of TooDeep: the limit).
    Result<> result() const;

private:
    QXmlStreamReader m_reader;
    QString m_part;
    int m_depth = 0;
    bool m_leaves = false; // the token before was an end
    std::optional<Error> m_error{};
};

} // namespace nianbao
