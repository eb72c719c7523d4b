// SPDX-License-Identifier: MulanPSL-2.0
#include "docxparts.h"

#include "docxlooks.h"
#include "docxmarkup.h"
#include "packagewriter.h"
#include "pictureheader.h"

#include <utility>

namespace nianbao {

namespace {

const QString kWordType
    = QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.%1+xml");
const QString kMainPart = QStringLiteral("word/document.xml");

QByteArray relationsOf(const QList<std::pair<QString, QString>> &relations) // type, target
{
    DocxMarkup xml;
    xml.declare();
    xml.open("Relationships", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
    int number = 0;
    for (const auto &[type, target] : relations)
        xml.leaf("Relationship",
            {{"Id", QStringLiteral("rId%1").arg(++number)}, {"Type", type}, {"Target", target}});
    xml.close();
    return xml.bytes();
}

QByteArray coreProperties(const QString &title, const QString &author)
{
    DocxMarkup xml;
    xml.declare();
    xml.open("cp:coreProperties",
        {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
            {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
    const auto element = [&xml](const char *name, const QString &words) {
        xml.open(name);
        xml.text(words);
        xml.close();
    };
    element("dc:title", title);
    if (!author.isEmpty())
        element("dc:creator", author);
    element("dc:language", QStringLiteral("zh-CN"));
    xml.close();
    return xml.bytes();
}

QByteArray appProperties(const QString &company)
{
    DocxMarkup xml;
    xml.declare();
    xml.open("Properties",
        {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
    xml.open("Application");
    xml.text(QStringLiteral("Nianbao"));
    xml.close();
    if (!company.isEmpty()) {
        xml.open("Company");
        xml.text(company);
        xml.close();
    }
    xml.close();
    return xml.bytes();
}

} // namespace

QString DocxParts::take(Part part)
{
    m_parts.append(std::move(part));
    return QStringLiteral("rId%1").arg(m_parts.size());
}

QString DocxParts::add(const QString &file, const QString &kind, const QByteArray &xml)
{
    return add(file, QLatin1String(docx::kRelations) + u'/' + kind, kWordType.arg(kind), xml);
}

QString DocxParts::add(
    const QString &file, const QString &relation, const QString &type, const QByteArray &xml)
{
    return take({file, relation, type, xml});
}

QString DocxParts::addPicture(const QByteArray &bytes)
{
    const auto known = m_pictures.constFind(bytes);
    if (known != m_pictures.cend())
        return *known;
    const bool isJpeg = pictureFormat(bytes) == PictureHeader::Format::Jpeg;
    const QString name = QStringLiteral("media/image%1.%2")
                             .arg(++m_pictureCount)
                             .arg(isJpeg ? QStringLiteral("jpeg") : QStringLiteral("png"));
    const QString id = take({name, QLatin1String(docx::kRelations) + QStringLiteral("/image"), {}, bytes});
    m_pictures.insert(bytes, id);
    return id;
}

QByteArray DocxParts::contentTypes() const
{
    DocxMarkup xml;
    xml.declare();
    xml.open("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    for (const auto &[suffix, type] :
        {std::pair("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            std::pair("xml", "application/xml"), std::pair("png", "image/png"),
            std::pair("jpeg", "image/jpeg")})
        xml.leaf("Default", {{"Extension", suffix}, {"ContentType", type}});
    const auto part = [&xml](const QString &name, const QString &type) {
        xml.leaf("Override", {{"PartName", u'/' + name}, {"ContentType", type}});
    };
    part(kMainPart, kWordType.arg(QStringLiteral("document.main")));
    for (const Part &each : m_parts) {
        if (!each.type.isEmpty())
            part(QStringLiteral("word/") + each.name, each.type);
    }
    part(QStringLiteral("docProps/core.xml"),
        QStringLiteral("application/vnd.openxmlformats-package.core-properties+xml"));
    part(QStringLiteral("docProps/app.xml"),
        QStringLiteral("application/vnd.openxmlformats-officedocument.extended-properties+xml"));
    xml.close();
    return xml.bytes();
}

QByteArray DocxParts::relations() const
{
    QList<std::pair<QString, QString>> all;
    for (const Part &part : m_parts)
        all.append({part.relation, part.name});
    return relationsOf(all);
}

Result<QByteArray> DocxParts::package(
    const QByteArray &document, const QString &title, const QString &author) const
{
    const QString office = QLatin1String(docx::kRelations);
    QList<PackagePart> parts{{QStringLiteral("[Content_Types].xml"), contentTypes()},
        {QStringLiteral("_rels/.rels"),
            relationsOf({{office + QStringLiteral("/officeDocument"), kMainPart},
                {QStringLiteral(
                     "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"),
                    QStringLiteral("docProps/core.xml")},
                {office + QStringLiteral("/extended-properties"), QStringLiteral("docProps/app.xml")}})},
        {kMainPart, document}, {QStringLiteral("word/_rels/document.xml.rels"), relations()}};
    for (const Part &part : m_parts)
        parts.append({QStringLiteral("word/") + part.name, part.bytes, part.type.isEmpty()});
    parts.append({QStringLiteral("docProps/core.xml"), coreProperties(title, author)});
    parts.append({QStringLiteral("docProps/app.xml"), appProperties(author)});
    return packageOf(parts);
}

} // namespace nianbao
