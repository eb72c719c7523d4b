// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace nianbao {

/// The parts of a Word document around its main one, with what they are and how they hang together: what is
/// added has its type and its relation.
class DocxParts {
public:
    /// file: in the folder word; kind: the last word of its relation and of its type, which for Word's own
    /// parts are alike. Returns the relation's id.
    QString add(const QString &file, const QString &kind, const QByteArray &xml);
    /// One that came after the standard, with its whole relation and type.
    QString add(const QString &file, const QString &relation, const QString &type, const QByteArray &xml);
    /// PNG or JPEG as it came; the same bytes are kept once.
    QString addPicture(const QByteArray &bytes);

    Result<QByteArray> package(const QByteArray &document, const QString &title, const QString &author) const;

private:
    struct Part {
        QString name{}; // within word/
        QString relation{}; // its type
        QString type{}; // of its content; empty: a picture's, known by its suffix
        QByteArray bytes{};
    };
    QString take(Part part);
    QByteArray contentTypes() const;
    QByteArray relations() const;

    QList<Part> m_parts{}; // its relation: rId and its number, from 1
    QHash<QByteArray, QString> m_pictures{};
    int m_pictureCount = 0;
};

} // namespace nianbao
