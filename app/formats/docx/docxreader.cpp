// SPDX-License-Identifier: MulanPSL-2.0
#include "docxreader.h"

#include "docxwalk.h"

#include <algorithm>

namespace nianbao {

namespace {

const QString kDocx = QStringLiteral("docx");

using Relations = QHash<QString, PackageReader::Relation>;

/// The part to which a relation of this type leads; of several always the same one. Empty: none.
QString partOfType(const Relations &relations, QStringView type)
{
    QStringList ids;
    for (auto it = relations.cbegin(); it != relations.cend(); ++it) {
        if (it->type == type)
            ids.append(it.key());
    }
    return ids.isEmpty() ? QString() : relations.value(*std::min_element(ids.cbegin(), ids.cend())).target;
}

/// A part beside the text, read by the class that knows it; where there is none, one that says nothing.
template <typename Part>
Result<Part> readBeside(PackageReader &package, const Relations &relations, QStringView type)
{
    const QString part = partOfType(relations, type);
    if (part.isEmpty() || !package.has(part))
        return Part();
    const auto bytes = package.read(part);
    if (!bytes)
        return bytes.error();
    return Part::read(*bytes, part);
}

/// dc:title. Properties that cannot be read are as good as none.
QString titleIn(PackageReader &package, const Relations &relations)
{
    const QString part = partOfType(relations, u"core-properties");
    const auto bytes = part.isEmpty() ? Result<QByteArray>(QByteArray()) : package.read(part);
    if (!bytes || bytes->isEmpty())
        return {};
    XmlReader xml(*bytes, part);
    QString title;
    int depth = 0;
    while (xml.next()) {
        if (xml.isStart() && xml.is(u"title"))
            depth = xml.depth();
        else if (xml.isEnd() && xml.depth() == depth)
            break;
        else if (xml.isText() && depth > 0)
            title += xml.text();
    }
    return title.simplified();
}

} // namespace

Result<ForeignDocument> readDocx(const QByteArray &bytes)
{
    const Error notDocx{ErrorCode::NotOfItsKind, {}, kDocx};
    auto package = PackageReader::open(bytes);
    if (!package) {
        const bool isZip = bytes.startsWith("PK");
        return package.error().code == ErrorCode::BrokenDocument && !isZip ? notDocx : package.error();
    }
    const auto own = package->relations();
    if (!own)
        return own.error();
    const QString main = partOfType(*own, u"officeDocument");
    if (main.isEmpty())
        return notDocx;
    const auto relations = package->relations(main);
    if (!relations)
        return relations.error();
    const auto styles = readBeside<DocxForeignStyles>(*package, *relations, u"styles");
    if (!styles)
        return styles.error();
    auto numbering = readBeside<DocxNumbering>(*package, *relations, u"numbering");
    if (!numbering)
        return numbering.error();
    QHash<QString, int> listStyles;
    for (const QString &style : numbering->listStyles())
        listStyles.insert(style, styles->style(style).number.value_or(-1));
    numbering->setListStyles(listStyles);
    const auto xml = package->read(main);
    if (!xml)
        return xml.error();
    DocxForeignPictures pictures(*package, *relations);
    DocxWalk body(*xml, main, *styles, *numbering, pictures);
    auto blocks = body.read();
    if (!blocks)
        return blocks.error();
    return ForeignDocument{kDocx, titleIn(*package, *own), std::move(*blocks), body.notices()};
}

} // namespace nianbao
