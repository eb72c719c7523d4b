// SPDX-License-Identifier: MulanPSL-2.0
#include "pageaudit.h"

#include <libxml/HTMLparser.h>

#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace nianbao::test {

namespace {

QString fromXml(const xmlChar *text)
{
    return text ? QString::fromUtf8(reinterpret_cast<const char *>(text)) : QString();
}

class Auditor {
public:
    explicit Auditor(bool isFragment) : m_isFragment(isFragment) { }
    PageAudit of(xmlDoc *document);

private:
    using Visit = std::function<void(xmlNode *)>;
    static void each(xmlNode *node, const Visit &visit);
    static std::optional<QString> attribute(xmlNode *node, const char *name);
    static QString text(xmlNode *node);
    static bool is(xmlNode *node, const char *name) { return fromXml(node->name) == QLatin1String(name); }
    void fault(const QString &words, xmlNode *node)
    {
        m_audit.faults.append(words + QStringLiteral(": ") + text(node).left(30));
    }
    void lookAtElement(xmlNode *node);
    void lookAtTable(xmlNode *table);
    void lookAtCell(xmlNode *cell, const QHash<QString, xmlNode *> &heads);

    bool m_isFragment;
    PageAudit m_audit{};
    QSet<QString> m_ids{};
};

void Auditor::each(xmlNode *node, const Visit &visit)
{
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        visit(node);
        each(node->children, visit);
    }
}

std::optional<QString> Auditor::attribute(xmlNode *node, const char *name)
{
    const std::unique_ptr<xmlChar, void (*)(void *)> value(
        xmlGetProp(node, reinterpret_cast<const xmlChar *>(name)), [](void *words) { xmlFree(words); });
    return value ? std::optional(fromXml(value.get())) : std::nullopt;
}

QString Auditor::text(xmlNode *node)
{
    const std::unique_ptr<xmlChar, void (*)(void *)> words(
        xmlNodeGetContent(node), [](void *at) { xmlFree(at); });
    return fromXml(words.get()).trimmed();
}

void Auditor::lookAtElement(xmlNode *node)
{
    const QString name = fromXml(node->name);
    for (const xmlAttr *each = node->properties; each; each = each->next) {
        const QString key = fromXml(each->name);
        if (key == u"class" || key.startsWith(u"on"))
            fault(QStringLiteral("attribute ") + key, node);
    }
    if (const auto id = attribute(node, "id")) {
        if (m_ids.contains(*id))
            fault(QStringLiteral("id twice ") + *id, node);
        m_ids.insert(*id);
    }
    if (name == u"script" || name == u"link" || name == u"iframe")
        fault(QStringLiteral("element ") + name, node);
    if (name.size() == 2 && name.front() == u'h' && name.back().isDigit()) {
        const int level = name.back().digitValue();
        if (level > (m_audit.headings.isEmpty() ? 1 : m_audit.headings.last() + 1))
            fault(QStringLiteral("level left out"), node);
        if (level == 1 && m_audit.headings.contains(1))
            fault(QStringLiteral("second h1"), node);
        if (text(node).isEmpty())
            fault(QStringLiteral("empty heading"), node);
        m_audit.headings.append(level);
    }
    if (name == u"img") {
        if (attribute(node, "alt").value_or(QString()).isEmpty())
            fault(QStringLiteral("img without alt"), node);
        if (!attribute(node, "src").value_or(QString()).startsWith(u"data:image/"))
            fault(QStringLiteral("picture from outside"), node);
    }
    if (name == u"table")
        lookAtTable(node);
}

void Auditor::lookAtCell(xmlNode *cell, const QHash<QString, xmlNode *> &heads)
{
    PageAudit::Cell seen{text(cell), {}};
    if (!cell->children)
        fault(QStringLiteral("cell without content"), cell);
    const QStringList ids = attribute(cell, "headers").value_or(QString()).split(u' ', Qt::SkipEmptyParts);
    if (ids.isEmpty() && !heads.isEmpty())
        fault(QStringLiteral("cell without headers"), cell);
    for (const QString &id : ids) {
        if (heads.contains(id))
            seen.heads.append(text(heads.value(id)));
        else
            fault(QStringLiteral("no such head ") + id, cell);
    }
    m_audit.tables.last().append(seen);
}

void Auditor::lookAtTable(xmlNode *table)
{
    m_audit.tables.append(QList<PageAudit::Cell>());
    QHash<QString, xmlNode *> heads;
    bool hasCaption = false;
    each(table->children, [&](xmlNode *node) {
        hasCaption = hasCaption || (is(node, "caption") && !text(node).isEmpty());
        if (!is(node, "th"))
            return;
        if (text(node).isEmpty())
            fault(QStringLiteral("empty th"), node);
        const QString scope = attribute(node, "scope").value_or(QString());
        if (scope != u"col" && scope != u"row")
            fault(QStringLiteral("th without scope"), node);
        heads.insert(attribute(node, "id").value_or(QString()), node);
    });
    if (!hasCaption)
        fault(QStringLiteral("table without caption"), table);
    if (m_isFragment && attribute(table, "border") != QStringLiteral("1"))
        fault(QStringLiteral("table without border"), table);
    each(table->children, [&](xmlNode *node) {
        if (is(node, "td"))
            lookAtCell(node, heads);
    });
}

PageAudit Auditor::of(xmlDoc *document)
{
    xmlNode *root = xmlDocGetRootElement(document);
    QStringList languages;
    bool hasTitle = false;
    each(root, [&](xmlNode *node) {
        if (const auto language = attribute(node, "lang"))
            languages.append(fromXml(node->name) + u' ' + *language);
        hasTitle = hasTitle || (is(node, "title") && !text(node).isEmpty());
        lookAtElement(node);
    });
    const QString due = m_isFragment ? QStringLiteral("div zh-CN") : QStringLiteral("html zh-CN");
    if (languages != QStringList{due})
        m_audit.faults.append(QStringLiteral("language: ") + languages.join(u','));
    if (hasTitle == m_isFragment)
        m_audit.faults.append(QStringLiteral("title"));
    if (!m_audit.headings.contains(1))
        m_audit.faults.append(QStringLiteral("no h1"));
    return m_audit;
}

} // namespace

PageAudit audit(const QByteArray &page, bool isFragment)
{
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        htmlReadMemory(page.constData(), int(page.size()), nullptr, "UTF-8",
            HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET),
        &xmlFreeDoc);
    return document ? Auditor(isFragment).of(document.get()) : PageAudit{{QStringLiteral("no page")}, {}, {}};
}

} // namespace nianbao::test
