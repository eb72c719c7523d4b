// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "jsonreader.h"
#include "keptstep.h"
#include "report.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace nianbao {

struct JsonWords {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

/// What the parts read from a report in the interchange format: steps into an empty report. Faults go to the
/// cursor.
struct JsonIn {
    JsonCursor root;
    const ReportSpec &spec;
    bool isOwn; // of one of our files: bounds are not asked
    bool isPrior; // last year's within another
    QStringList &notices; // paths of unknown keys
    const BytesOf *kept; // of a picture of a move: what it names by hash; else null
    Change change{};
    QHash<SectionId, int> subSections{}; // how many each narrative section has
    QList<SetDeclared> totals{}; // as the file declares them: taken where they differ from the computed ones

    void noticeUnknown(const JsonCursor &object, const QStringList &known)
    {
        for (const QString &key : object.keys()) {
            if (!known.contains(key))
                notices.append(object.member(key).path());
        }
    }
};

/// Where the parts write a report in the interchange format.
struct JsonOut {
    const ReportSpec &spec;
    QJsonObject root;
    QList<QByteArray> &pictures; // travel as base64, and are put into the text last: see kPicturePlace
    KeptBytes *large = nullptr; // for a picture of a move, which names them by hash: they go there

    /// What stands for a picture until then. As a value of the tree it would take eight times its memory.
    QString placeOf(const QByteArray &picture)
    {
        pictures.append(picture);
        return QString(QChar(1)) + QString::number(pictures.size() - 1);
    }
    QString keep(const QByteArray &bytes)
    {
        const QString key = keyOf(bytes);
        large->insert(key, bytes);
        return key;
    }
};

} // namespace nianbao
