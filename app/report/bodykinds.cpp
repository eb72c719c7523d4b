// SPDX-License-Identifier: MulanPSL-2.0
#include "bodykinds.h"

#include "jsonreader.h"

#include <QFile>
#include <QHash>

#include <algorithm>

namespace nianbao {

namespace {

struct BodyNames {
    QStringList kinds{};
    QStringList tails{};
    QHash<QString, QString> kindOfEnding{};
    qsizetype longestEnding = 0;
};

const BodyNames &names()
{
    static const BodyNames shipped = [] {
        QFile file(QStringLiteral(":/rules/bodies.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the kinds of bodies are missing");
        JsonCursor::Fault fault{ErrorCode::BadJson};
        const auto root = JsonCursor::parse(file.readAll(), fault);
        BodyNames read;
        for (const auto &tail : root["tails"].items())
            read.tails.append(tail.string());
        for (const auto &item : root["kinds"].items()) {
            const QString kind = item["kind"].string();
            if (!kind.isEmpty())
                read.kinds.append(kind);
            for (const auto &ending : item["endings"].items()) {
                read.kindOfEnding.insert(ending.string(), kind);
                read.longestEnding = std::max(read.longestEnding, ending.string().size());
            }
        }
        if (fault.first)
            qFatal("the kinds of bodies: %s", qPrintable(fault.first->where));
        return read;
    }();
    return shipped;
}

} // namespace

const QStringList &bodyKinds() { return names().kinds; }

QString kindOfBody(const QString &fullName)
{
    QString name = fullName.trimmed();
    for (const QString &tail : names().tails) {
        if (name.endsWith(tail) && name.size() > tail.size())
            name.chop(tail.size());
    }
    for (qsizetype length = std::min(names().longestEnding, name.size()); length > 0; --length) {
        const auto found = names().kindOfEnding.constFind(name.right(length));
        if (found != names().kindOfEnding.constEnd())
            return *found;
    }
    return {};
}

} // namespace nianbao
