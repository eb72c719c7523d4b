// SPDX-License-Identifier: MulanPSL-2.0
#include "exportnotices.h"

#include "cleantext.h"

#include <QCoreApplication>

namespace nianbao {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};
} // namespace

QStringList exportNotices(const PageDocument &document, bool asksArchival)
{
    QStringList notices;
    if (document.fonts) {
        for (const QString &standIn : document.fonts->standIns())
            notices.append(
                Words::tr("A font of the right style is missing and was replaced. %1").arg(standIn));
    }
    const auto missing = missingCharacters(document);
    if (!missing.isEmpty())
        notices.append(Words::tr("No font on this computer has these characters; a box stands for each: %1")
                           .arg(said(characterWords(missing))));
    for (const QString &name : document.brokenPictures)
        notices.append(
            Words::tr("The picture “%1” is missing or cannot be shown; a box says so in its place.")
                .arg(name));
    if (asksArchival && !canBeArchived(document))
        notices.append(
            Words::tr("The file was not marked as PDF/A: that asks for a glyph of every character."));
    return notices;
}

} // namespace nianbao
