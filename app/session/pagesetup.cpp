// SPDX-License-Identifier: MulanPSL-2.0
#include "pagesetup.h"

#include "settings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace nianbao {

namespace {

const QString kKey = QStringLiteral("paper");

PageChoices kept()
{
    const QJsonObject object = QJsonDocument::fromJson(settings::windowState(kKey)).object();
    PageChoices choices;
    choices.fillsArea = object.value(QLatin1String("fill")).toBool(choices.fillsArea);
    choices.signature = object.value(QLatin1String("signature")).toBool(choices.signature);
    choices.seal = object.value(QLatin1String("seal")).toBool(choices.seal);
    choices.cover = object.value(QLatin1String("cover")).toBool(choices.cover);
    choices.marksArchival = object.value(QLatin1String("pdfa")).toBool(choices.marksArchival);
    return choices;
}

void keep(const PageChoices &choices)
{
    const QJsonObject object{{QStringLiteral("fill"), choices.fillsArea},
        {QStringLiteral("signature"), choices.signature}, {QStringLiteral("seal"), choices.seal},
        {QStringLiteral("cover"), choices.cover}, {QStringLiteral("pdfa"), choices.marksArchival}};
    settings::setWindowState(kKey, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

PageSetup::PageSetup(QObject *parent) : QObject(parent), m_choices(kept()) { }

void PageSetup::choose(const PageChoices &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    keep(m_choices);
    Q_EMIT changed();
}

void PageSetup::setDraftMark(bool shown)
{
    PageChoices choices = m_choices;
    choices.draftMark = shown;
    choose(choices);
}

} // namespace nianbao
