// SPDX-License-Identifier: MulanPSL-2.0
#include "namechecks.h"

#include "inspection.h"
#include "namesintext.h"
#include "patterns.h"

#include <algorithm>

namespace nianbao {

namespace {
void findOtherBodies(Inspection &check);
} // namespace

const Rule kOtherBody{"OTHER-BODY", Level::Explain, RuleGroup::Language, findOtherBodies};

namespace {

/// OTHER-BODY: what was copied from a neighbour's report.
class OtherBodies {
    static constexpr qsizetype kClause = 60; // as far as one is read

public:
    explicit OtherBodies(Inspection &check)
        : m_check(check)
        , m_names(check.names, check.words.wordsBeforeBodies)
        , m_own(check.names.literals() + QStringList{check.report.fact(fact::kAddress)})
        , m_account(accountPattern(check.words))
    {
        const QString kind = check.report.kind();
        m_isTown = kind == u"town" || kind == u"street";
        const auto place = check.names.placeOf(check.report.fact(fact::kName));
        m_level = place ? place->level : 0;
        m_isCounty = kind == u"county" || kind == u"district";
        m_isZone = kind == u"zone";
    }

    void check(const CheckedText &text)
    {
        for (const NamedBody &named : m_names.read(text.bare)) {
            if (m_check.isFull(kOtherBody))
                return;
            if (concerns(named) && !isKnown(text.bare.mid(named.start, named.length))
                && !isVisited(text.bare, named.start))
                add(text, named.start, named.length);
        }
        checkScopes(text);
        if (!m_isCounty && !m_isZone) // theirs bear names of what lies below them
            checkAccounts(text);
    }

private:
    static QString escaped(const QStringList &words)
    {
        QStringList list;
        for (const QString &word : words)
            list.append(QRegularExpression::escape(word));
        return list.join(u'|');
    }

    static QString accountPattern(const RuleWords &words)
    {
        return QStringLiteral("(?:%1)\u201c([^\u201d\\n]{2,16})\u201d"
                              "|\u201c([^\u201d\\n]{2,16})\u201d(?:%2)*(?:%1)")
            .arg(escaped(words.accounts), escaped(words.accountMarks));
    }

    /// Departments may name what lies below or beside them; not do their work.
    bool concerns(const NamedBody &named) const
    {
        constexpr int kCounties = 3; // level
        if (m_isCounty) // the bodies below it are named rightly, not the county beside it
            return named.kind == NamedBody::Kind::Place && named.level == kCounties;
        if (m_isZone)
            return named.kind == NamedBody::Kind::Peer && named.isSubject;
        switch (named.kind) {
        case NamedBody::Kind::Department:
        case NamedBody::Kind::Peer: return named.isSubject;
        case NamedBody::Kind::Place: return m_isTown || m_level == 0 || named.level <= m_level;
        case NamedBody::Kind::Town: break;
        }
        return m_isTown;
    }

    bool isKnown(const QString &name) const
    {
        const auto &ordinary = m_check.words.ordinaryBodies;
        return std::any_of(ordinary.begin(), ordinary.end(), [&](const QString &word) {
            return name.endsWith(word) || name.startsWith(word);
        }) || std::any_of(m_own.begin(), m_own.end(), [&](const QString &own) { return own.contains(name); });
    }

    /// Another body is named on purpose: learnt from, visited, helped.
    static bool isVisited(const QString &text, qsizetype at)
    {
        const auto isEnd = [&](qsizetype i) { return BodyWords::shipped().clauseEnds.contains(text[i]); };
        qsizetype from = at;
        while (from > 0 && at - from < kClause && !isEnd(from - 1))
            --from;
        qsizetype to = at;
        while (to < text.size() && to - at < kClause && !isEnd(to))
            ++to;
        const auto clause = QStringView(text).mid(from, to - from);
        const auto &visits = BodyWords::shipped().visits;
        return std::any_of(
            visits.begin(), visits.end(), [&](const QString &word) { return clause.contains(word); });
    }

    void checkAccounts(const CheckedText &text)
    {
        const bool registered
            = !m_check.report.channels().isEmpty() || m_check.report.hasFact(QLatin1String(fact::kNames));
        const QStringList stems = m_check.names.stems();
        for (auto it = pattern(m_account).globalMatch(text.shown.text); it.hasNext();) {
            const auto match = it.next();
            const int group = match.captured(1).isEmpty() ? 2 : 1;
            const QString name = match.captured(group);
            const bool own = isKnown(name) || m_check.names.ownAt(name, 0) > 0
                || m_check.names.mayBeCalled(name)
                || std::any_of(
                    stems.begin(), stems.end(), [&](const QString &s) { return name.contains(s); });
            if (own)
                continue;
            // accounts that nobody registered are told by the place they name only
            const auto named = registered ? QList<NamedBody>() : m_names.read(name);
            if (registered || (!named.isEmpty() && named.first().start == 0 && concerns(named.first())))
                add(text, match.capturedStart(group), match.capturedLength(group));
        }
    }

    /// 组织推动全省…: what a town or county does not do.
    void checkScopes(const CheckedText &text)
    {
        const auto &words = m_check.words.scopes;
        if (words.whole.isEmpty() || !(m_isTown || m_isCounty || m_check.names.isBelowCounty()))
            return;
        QStringList places = words.places;
        if (m_isTown && m_check.names.isBelowCounty())
            places.append(words.city);
        const QString &bare = text.bare;
        for (auto at = bare.indexOf(words.whole); at >= 0; at = bare.indexOf(words.whole, at + 1)) {
            const auto behind = QStringView(bare).mid(at + words.whole.size(), kClause);
            const auto place = beginningOf(behind, places);
            if (place.isEmpty() || !beginningOf(behind.mid(place.size()), words.excusesBehind).isEmpty())
                continue;
            qsizetype from = at;
            while (
                from > 0 && at - from < kClause && !BodyWords::shipped().clauseEnds.contains(bare[from - 1]))
                --from;
            const auto ahead = QStringView(bare).mid(from, at - from);
            if (!containsOneOf(ahead, words.directs) || containsOneOf(ahead, words.excuses))
                continue;
            if (m_check.isFull(kOtherBody))
                return;
            const qsizetype length = words.whole.size() + place.size();
            m_check.addAt(kOtherBody, text, at, length, "SCOPE", bare.mid(at, length)).left
                = bare.mid(at, length);
        }
    }

    void add(const CheckedText &text, qsizetype at, qsizetype length)
    {
        const QString name = text.shown.text.mid(at, length);
        m_check.addAt(kOtherBody, text, at, length, "NAME", name).left = name;
    }

    Inspection &m_check;
    NamesInText m_names;
    const QStringList m_own;
    const QString m_account;
    bool m_isTown = false, m_isCounty = false, m_isZone = false;
    int m_level = 0; // of the place it belongs to; 0: not known
};

void findOtherBodies(Inspection &check)
{
    // counties of a city bear names like its own
    if (check.report.kind() == u"city" || check.names.isEmpty())
        return;
    OtherBodies bodies(check);
    check.forEachText([&bodies](Inspection &, const CheckedText &text) { bodies.check(text); });
}

} // namespace

} // namespace nianbao
