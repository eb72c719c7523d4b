// SPDX-License-Identifier: MulanPSL-2.0
#include "namechecks.h"

#include "inspection.h"
#include "patterns.h"

#include <QHash>

#include <algorithm>

namespace nianbao {

namespace {
void findOtherBodies(Inspection &check);
} // namespace

const Rule kOtherBody{"OTHER-BODY", Level::Explain, RuleGroup::Language, findOtherBodies};

namespace {

/// OTHER-BODY: what was copied from a neighbour's report.
class Names {
public:
    explicit Names(Inspection &check)
        : m_check(check), m_isDepartment(check.report.kind() == u"department"), m_own(check.report.ownNames())
    {
        const Report &report = check.report;
        for (const char *key : {fact::kOffice, fact::kWebsiteName, fact::kAddress, fact::kSignature})
            m_own.append(report.fact(key));
        for (const Channel &channel : report.channels())
            m_own.append(channel.name);
        m_own.removeAll(QString());
        // the short name's own word, without 镇 or 街道: accounts are called by it
        for (const QString &name : report.ownNames()) {
            for (const QString &end : {QStringLiteral("镇"), QStringLiteral("乡"), QStringLiteral("街道")}) {
                if (name.endsWith(end) && name.size() <= 6)
                    m_cores.append(name.chopped(end.size()));
            }
        }
    }

    void check(const CheckedText &text)
    {
        // 镇, 乡, 街道 with two or three characters of name before
        for (auto it = pattern("(\\p{Han}{1,4})(镇|乡|街道)(?![村镇道路贤愁亲土风情音长域级直里内外区])")
                           .globalMatch(text.bare);
             it.hasNext();) {
            if (m_check.isFull(kOtherBody))
                return;
            checkPlace(text, it.next(), 2);
        }
        // counties, districts and cities where a government or office of theirs follows
        for (auto it
             = pattern("(\\p{Han}{1,4})(市|县|区)(?=人民政府|政府|\\p{Han}{2,10}?(?:局|办公室|委员会)|委)")
                   .globalMatch(text.bare);
             it.hasNext();) {
            if (m_check.isFull(kOtherBody))
                return;
            checkPlace(text, it.next(), 2);
        }
        checkAccounts(text);
    }

private:
    bool isOwn(const QString &name)
    {
        const auto known = m_isOwn.constFind(name);
        if (known != m_isOwn.constEnd())
            return *known;
        const bool own
            = std::any_of(m_own.begin(), m_own.end(), [&](const QString &one) { return one.contains(name); });
        m_isOwn.insert(name, own);
        return own;
    }

    void checkPlace(const CheckedText &text, const QRegularExpressionMatch &match, int shortest)
    {
        // 城镇, 下乡, 园区: words, not names
        static const QString before
            = QStringLiteral("我本全各该乡城村街小区县市镇省内外属个有关部级与和及副驻进入到原正");
        static const QHash<QString, QString> wordsWith{
            {QStringLiteral("镇"), QStringLiteral("集强重名古建心点范型大老星")},
            {QStringLiteral("乡"), QStringLiteral("下回返家水他同故归振")},
            {QStringLiteral("区"), QStringLiteral("社园辖专景地厂校库片分战特自郊山林矿湖牧灾疫病")},
            {QStringLiteral("市"), QStringLiteral("都超股楼上")},
            {QStringLiteral("县"), QStringLiteral("直")}};
        QString name = match.captured(1);
        const QString end = match.captured(2);
        if (before.contains(name.back()) || wordsWith.value(end).contains(name.back()))
            return;
        // the name starts behind the last word that stands before names, or where the clause does
        bool bounded = match.capturedStart() == 0 || !text.bare[match.capturedStart() - 1].isLetter();
        for (qsizetype cut = name.size() - shortest; cut > 0; --cut) {
            const QString ahead = name.left(cut);
            const bool boundary
                = std::any_of(m_check.words.wordsBeforeBodies.begin(), m_check.words.wordsBeforeBodies.end(),
                    [&](const QString &word) { return ahead.endsWith(word); });
            if (boundary) {
                name = name.mid(cut);
                bounded = true;
                break;
            }
        }
        const bool isVerb = std::any_of(m_check.words.wordsBeforeBodies.begin(),
            m_check.words.wordsBeforeBodies.end(), [&](const QString &word) { return name.endsWith(word); });
        // 配合区政府 has no name; 继续使用区政府 has no beginning that can be told
        const bool isLarge = end == u"市" || end == u"县" || end == u"区";
        if (isVerb || (isLarge && (!bounded || name.size() > 3)))
            return;
        if (name.size() > 3)
            name = name.right(3);
        if (name.size() < shortest)
            return;
        // an office of a city or county may name what lies below it
        if (m_isDepartment && end != u"市")
            return;
        const QString body = name + end;
        const QString shortBody = name.right(2) + end;
        const bool ordinary
            = std::any_of(m_check.words.ordinaryBodies.begin(), m_check.words.ordinaryBodies.end(),
                [&](const QString &word) { return body.endsWith(word) || body.startsWith(word); });
        if (ordinary || isOwn(shortBody))
            return;
        add(text, match.capturedEnd(2) - body.size(), body.size());
    }

    void checkAccounts(const CheckedText &text)
    {
        const bool registered
            = !m_check.report.channels().isEmpty() || m_check.report.hasFact(QLatin1String(fact::kNames));
        if (!registered)
            return; // accounts are not known yet
        for (auto it = pattern(
                 "(?:公众号|微博|抖音号?|视频号|快手号?|头条号|百家号)“([^”\\n]{2,16})”"
                 "|“([^”\\n]{2,16})”(?:政务)?(?:微信)?(?:公众号|微博|抖音号?|视频号|快手号?|头条号|百家号)")
                           .globalMatch(text.shown.text);
             it.hasNext();) {
            const auto match = it.next();
            const int group = match.captured(1).isEmpty() ? 2 : 1;
            const QString name = match.captured(group);
            const bool own = isOwn(name)
                || std::any_of(
                    m_cores.begin(), m_cores.end(), [&](const QString &core) { return name.contains(core); });
            if (!own)
                add(text, match.capturedStart(group), match.capturedLength(group));
        }
    }

    void add(const CheckedText &text, qsizetype at, qsizetype length)
    {
        const QString name = text.shown.text.mid(at, length);
        Finding &finding = m_check.addAt(kOtherBody, text, at, length,
            Phrase({"Another body's name", "别的机关的名称"}),
            Phrase({"“%1” is not among this body's names. If it is one of them, enter it under Organisation.",
                       "“%1”不是本单位的名称。如果是，请在“单位信息”里登记。"},
                name));
        finding.left = name;
    }

    Inspection &m_check;
    const bool m_isDepartment;
    QStringList m_own;
    QStringList m_cores{};
    QHash<QString, bool> m_isOwn{}; // names that were asked for
};

void findOtherBodies(Inspection &check)
{
    // a city, county, district or zone may name the bodies below it
    static const QStringList above{
        QStringLiteral("city"), QStringLiteral("county"), QStringLiteral("district"), QStringLiteral("zone")};
    if (above.contains(check.report.kind()) || check.report.ownNames().isEmpty())
        return;
    Names names(check);
    for (const CheckedText &text : std::as_const(check.texts))
        names.check(text);
}

} // namespace

} // namespace nianbao
