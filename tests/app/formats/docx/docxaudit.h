// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nianbao::test {

/// An element of a part, by its name as it is written: w:pPr.
struct XmlElement {
    QString name{};
    QHash<QString, QString> attributes{};
    QString text{}; // its own
    std::vector<XmlElement> children{};

    const XmlElement *child(const char *childName) const;
    QString attribute(const char *attributeName) const
    {
        return attributes.value(QLatin1String(attributeName));
    }
    QString valueOf(const char *childName) const; // its w:val; empty: none
    /// All of that name at any depth, in their order.
    std::vector<const XmlElement *> all(const char *childName) const;
};

/// Nothing, with what is wrong, where it is not well-formed.
std::optional<XmlElement> parseXml(const QByteArray &xml, QString *fault);

/// Where the children of an element do not stand as the schema of ECMA-376 (transitional) has them, or are
/// none of its own. Elements that the table does not know may have any.
QStringList orderFaults(const XmlElement &element);

/// A Word file taken apart.
struct OpenedDocx {
    QMap<QString, QByteArray> parts{};
    QStringList faults{}; // of the package: types, relations, parts that are not well-formed, order
    XmlElement document{};

    XmlElement part(const char *name) const; // parsed; empty where it is not there
};
OpenedDocx openDocx(const QByteArray &bytes);

/// The words of a paragraph as they are read: line ends that are only layout have none.
QString wordsOf(const XmlElement &paragraph);
/// What is read, from first to last: a line, what stands between tabs, a cell's paragraph. Blanks are one.
QStringList piecesOf(const XmlElement &body);
/// The cells of a table as row,column+rows×columns:words, from left to right and down.
QStringList cellsOf(const XmlElement &table);
QStringList cellsOf(const TableBlock &table);

/// The manuscript as it is read: words that changed as one text; what is said of a chart stands in its
/// alternative text alone.
Manuscript asWritten(Manuscript manuscript);

} // namespace nianbao::test
