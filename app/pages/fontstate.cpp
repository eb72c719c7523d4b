// SPDX-License-Identifier: MulanPSL-2.0
#include "fontstate.h"

#include "folder.h"
#include "installedfaces.h"
#include "pagestyle.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <fontconfig/fontconfig.h>
#include <hb.h>

namespace nianbao {

namespace {

constexpr qsizetype kMostLacking = 20; // characters that are named

const QJsonObject &remedies()
{
    static const QJsonObject object = [] {
        pageStyle(); // whose resource it lies in
        QFile file(QStringLiteral(":/style/remedies.json"));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        Q_ASSERT(isOpen);
        return isOpen ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    return object;
}

/// What can be seen on a page, each once.
QList<char32_t> asked(const QString &characters)
{
    const QString all = characters + remedies().value(QLatin1String("probe")).toString();
    QList<char32_t> list;
    for (const char32_t c : all.toUcs4()) {
        if (QChar::isPrint(c) && !QChar::isSpace(c))
            list.append(c);
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

QString lackingIn(const FontFace &face, const QList<char32_t> &characters)
{
    QString lacking;
    qsizetype count = 0;
    for (const char32_t c : characters) {
        if (face.glyph(c) == 0 && ++count <= kMostLacking)
            lacking.append(QString::fromUcs4(&c, 1));
    }
    return lacking;
}

bool haveSameBytes(const QString &one, const QString &other)
{
    QFile first(one);
    QFile second(other);
    return first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly)
        && first.size() == second.size() && first.readAll() == second.readAll();
}

} // namespace

QList<FontState> fontStates(const QList<FontChain> &chains, const QString &characters)
{
    constexpr std::array kRoles{"title", "body", "heading1", "heading2", "table"}; // of FontRole
    const auto installed = InstalledFaces::forChains(chains);
    const QList<char32_t> wanted = asked(characters);
    QList<FontState> states;
    for (qsizetype i = 0; i < chains.size(); ++i) {
        FontState state;
        state.label = chains[i].label;
        if (size_t(i) < kRoles.size()) {
            const QJsonObject remedy = remedies().value(QLatin1String(kRoles[size_t(i)])).toObject();
            state.role = FontRole(i);
            state.sample = remedy.value(QLatin1String("sample")).toString();
            state.package = remedy.value(QLatin1String("package")).toString();
        }
        for (const FontChain::Choice &choice : chains[i].choices) {
            const auto file = installed.find(choice);
            if (!file)
                continue;
            auto face = std::make_shared<const FontFace>(file->file, file->index, choice.family);
            if (hb_face_get_glyph_count(face->face()) == 0)
                continue; // went away, or is damaged
            state.family = choice.family;
            state.face = std::move(face);
            state.lacking = lackingIn(*state.face, wanted);
            state.kind = !choice.fitting   ? FontState::Kind::StandIn
                : !state.lacking.isEmpty() ? FontState::Kind::LacksCharacters
                                           : FontState::Kind::Complete;
            break;
        }
        states.append(state);
    }
    return states;
}

QString installFont(const QString &path)
{
    const QString family = printableFamily(path);
    if (family.isEmpty())
        return {};
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/fonts/nianbao"));
    if (!folder.mkpath(QStringLiteral(".")))
        return {};
    const QFileInfo file(path);
    QString target = folder.filePath(file.fileName());
    if (isThere(target) && !haveSameBytes(path, target))
        target = freePath(folder, file.completeBaseName(), u'.' + file.suffix());
    if (!isThere(target) && !QFile::copy(path, target))
        return {};
    const QByteArray copied = QFile::encodeName(target);
    return FcConfigAppFontAddFile(FcConfigGetCurrent(), reinterpret_cast<const FcChar8 *>(copied.constData()))
        ? family
        : QString();
}

} // namespace nianbao
