// SPDX-License-Identifier: MulanPSL-2.0
#include "pagestyle.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Q_INIT_RESOURCE must stand outside every namespace; a static library's resources need it.
static void initStyle() { Q_INIT_RESOURCE(pages_style); }

namespace nianbao {

namespace {

/// Missing numbers keep the standard's value; the file is the program's own, so a wrong one is our fault.
void take(const QJsonObject &object, const char *key, double &value, double factor = 1)
{
    const QJsonValue found = object.value(QLatin1String(key));
    Q_ASSERT(found.isDouble());
    if (found.isDouble())
        value = found.toDouble() * factor;
}

void addChoices(FontChain &chain, const QJsonArray &names, bool fitting)
{
    const QString bold = QStringLiteral(":bold");
    for (const QJsonValue &value : names) {
        const QString name = value.toString();
        const bool isBold = name.endsWith(bold);
        chain.choices.append({isBold ? name.chopped(bold.size()) : name, isBold, fitting});
    }
}

QList<FontChain> readFonts(const QJsonObject &fonts)
{
    QList<FontChain> chains;
    for (const char *role : {"title", "body", "heading1", "heading2", "table"}) {
        const QJsonObject object = fonts.value(QLatin1String(role)).toObject();
        FontChain chain;
        chain.label = object.value(QLatin1String("label")).toString();
        addChoices(chain, object.value(QLatin1String("families")).toArray(), true);
        addChoices(chain, object.value(QLatin1String("stand_ins")).toArray(), false);
        chains.append(chain);
    }
    Q_ASSERT(chains.size() == kFontRoles);
    return chains;
}

PageStyle readStyle()
{
    initStyle();
    QFile file(QStringLiteral(":/style/page.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QJsonObject root = opened ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    PageStyle style;
    const QJsonObject paper = root.value(QLatin1String("paper")).toObject();
    take(paper, "width", style.paperWidth);
    take(paper, "height", style.paperHeight);
    const QJsonObject area = root.value(QLatin1String("type_area")).toObject();
    take(area, "top", style.top);
    take(area, "left", style.left);
    take(area, "width", style.typeWidth);
    take(area, "height", style.typeHeight);
    style.linesPerPage = area.value(QLatin1String("lines")).toInt(style.linesPerPage);
    style.charactersPerLine = area.value(QLatin1String("characters")).toInt(style.charactersPerLine);
    const QJsonObject sizes = root.value(QLatin1String("sizes_pt")).toObject();
    take(sizes, "body", style.bodySize, kMmPerPoint);
    take(sizes, "title", style.titleSize, kMmPerPoint);
    take(sizes, "page_number", style.pageNumberSize, kMmPerPoint);
    take(sizes, "table", style.tableSize, kMmPerPoint);
    take(sizes, "table_small", style.tableSmallSize, kMmPerPoint);
    take(root, "page_number_drop", style.pageNumberDrop);
    const QJsonObject rules = root.value(QLatin1String("rules")).toObject();
    take(rules, "frame", style.frameWidth);
    take(rules, "inner", style.ruleWidth);
    style.banner = QColor(root.value(QLatin1String("banner")).toString());
    style.fonts = readFonts(root.value(QLatin1String("fonts")).toObject());
    return style;
}

} // namespace

const PageStyle &pageStyle()
{
    static const PageStyle style = readStyle();
    return style;
}

} // namespace nianbao
