// SPDX-License-Identifier: MulanPSL-2.0
#include "organisationfacts.h"

#include "bodykinds.h"
#include "bounds.h"
#include "cleantext.h"
#include "digits.h"
#include "intakewords.h"

#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kNameCompleted{
    "The title says “%1”; that the body is “%2” is a guess.", "题名写的是“%1”，单位全称“%2”是推测的。"};
constexpr Sentence kNameAhead{"“%1” stands before the name in the introduction.", "引言中名称前面还有“%1”。"};
constexpr Sentence kShortened{"It is how the text calls the body.", "正文这样称呼本机关。"};
constexpr Sentence kWhoToAsk{"It is whom the introduction says to ask.", "引言说可以与之联系。"};
constexpr Sentence kWhere{
    "It is where the introduction says the report can be read.", "引言说可以在此查阅报告。"};
constexpr Sentence kElsewhere{"It stands outside of the introduction.", "这一项不在引言里。"};

constexpr qsizetype kLongestName = 60;
constexpr qsizetype kLongestValue = 120;

class OrganisationReader {
public:
    OrganisationReader(const FrontMatter &front, const QList<DocumentLine> &lines, const ReportSpec &form,
        const IntakeHints &hints)
        : m_front(front), m_lines(lines), m_form(form), m_hints(hints)
    { }

    QMap<QString, FoundText> run()
    {
        for (const int line : m_front.introduction)
            readLine(m_lines[line], true);
        for (const DocumentLine &line : m_lines) {
            if (line.isText())
                readLine(line, false);
        }
        readName();
        return std::move(m_facts);
    }

private:
    void readLine(const DocumentLine &line, bool isIntroduction)
    {
        if (!isIntroduction && line.text.size() > kLongestLineElsewhere)
            return; // a paragraph that speaks of other things
        for (const auto &[key, labels] : IntakeWords::shipped().facts) {
            const QString value = m_facts.contains(key) ? QString() : labelled(line.text, key, labels);
            if (value.isEmpty())
                continue;
            m_facts.insert(key,
                {value, isIntroduction ? Recognition::Sure : Recognition::Guessed,
                    isIntroduction ? Phrase() : Phrase(kElsewhere), line.block});
        }
        if (isIntroduction) {
            readOffice(line);
            readWebsite(line);
        }
    }

    /// What stands behind one of the labels, up to the mark that ends it; empty: nothing that can be it.
    static QString labelled(const QString &text, const QString &key, const QStringList &labels)
    {
        for (const QString &label : labels) {
            qsizetype at = text.indexOf(label);
            if (at < 0)
                continue;
            at += label.size();
            while (at < text.size() && digits::isBlank(text[at]))
                ++at;
            const bool hasColon = at < text.size() && (text[at] == u'：' || text[at] == u':');
            if (!hasColon && (at >= text.size() || digits::valueOf(text[at]) < 0))
                continue;
            const QString value = valueAt(text, at + (hasColon ? 1 : 0));
            if (fits(key, value))
                return normal(key, value);
        }
        return {};
    }

    static QString valueAt(const QString &text, qsizetype at)
    {
        static const QString ends = QStringLiteral("；;，,。）)、\n");
        qsizetype end = at;
        while (end < text.size() && end - at <= kLongestValue && !ends.contains(text[end]))
            ++end;
        return digits::trimmed(QStringView(text).mid(at, end - at)).toString();
    }

    static bool fits(const QString &key, const QString &value)
    {
        static const QRegularExpression number(
            QStringLiteral("^[0-9０-９][0-9０-９—–－~\\-/ ()（）转]{4,40}$"));
        static const QRegularExpression postcode(QStringLiteral("^[0-9０-９]{6}$"));
        static const QRegularExpression mail(QStringLiteral("^[^\\s@]+@[^\\s@]+\\.[A-Za-z]{2,}$"));
        static const QRegularExpression site(
            QStringLiteral("^(https?://)?[A-Za-z0-9.-]+\\.[A-Za-z]{2,}(/\\S*)?$"));
        if (value.isEmpty() || value.size() > kLongestValue)
            return false;
        if (key == QLatin1String(fact::kPhone) || key == QLatin1String(fact::kFax))
            return number.match(value).hasMatch();
        if (key == QLatin1String(fact::kPostcode))
            return postcode.match(value).hasMatch();
        if (key == QLatin1String(fact::kEmail))
            return mail.match(value).hasMatch();
        if (key == QLatin1String(fact::kWebsite))
            return site.match(value).hasMatch();
        return value.size() > 3;
    }

    /// Numbers of telephones are joined by a hyphen, whatever dash was typed.
    static QString normal(const QString &key, QString value)
    {
        if (key == QLatin1String(fact::kAddress))
            return value;
        value = value.normalized(QString::NormalizationForm_KC);
        static const QRegularExpression dash(QStringLiteral("\\s*[—–－-]+\\s*"));
        return key == QLatin1String(fact::kEmail) || key == QLatin1String(fact::kWebsite)
            ? value
            : value.replace(dash, QStringLiteral("-"));
    }

    void readOffice(const DocumentLine &line)
    {
        const IntakeWords &words = IntakeWords::shipped();
        for (const QString &before : words.contactBefore) {
            qsizetype at = line.text.indexOf(before);
            if (at < 0)
                continue;
            at += before.size();
            qsizetype end = -1;
            for (const QString &after : words.contactAfter) {
                const auto found = line.text.indexOf(after, at);
                if (found > at && (end < 0 || found < end))
                    end = found;
            }
            const QString office = end > at ? line.text.mid(at, end - at).trimmed() : QString();
            if (office.size() > 2 && office.size() <= kLongestName)
                offer(fact::kOffice, {office, Recognition::Guessed, Phrase(kWhoToAsk), line.block});
        }
    }

    /// 可在××网站（www.….gov.cn）查阅.
    void readWebsite(const DocumentLine &line)
    {
        const IntakeWords &words = IntakeWords::shipped();
        for (const QString &end : words.publishedEnds) {
            const auto found = line.text.indexOf(end);
            if (found < 0)
                continue;
            const qsizetype behind = found + end.size();
            qsizetype start = -1;
            for (const QString &before : words.publishedBefore) {
                const auto at = line.text.lastIndexOf(before, found);
                if (at >= 0 && found - at <= kLongestName)
                    start = std::max(start, at + before.size());
            }
            if (start < 0 || start >= found)
                continue;
            const QString name = line.text.mid(start, behind - start);
            if (name.contains(u'，') || name.contains(u'。'))
                continue;
            offer(fact::kWebsiteName, {name, Recognition::Guessed, Phrase(kWhere), line.block});
            static const QRegularExpression site(QStringLiteral(
                "^[（(]\\s*(?:网址[:：]?)?((?:https?://)?[A-Za-z0-9.-]+\\.[A-Za-z]{2,}[^\\s）)，。]*)"));
            if (const auto match
                = site.match(wholeCharacters(QStringView(line.text).mid(behind, kLongestValue)).toString());
                match.hasMatch())
                offer(fact::kWebsite, {match.captured(1), Recognition::Guessed, Phrase(kWhere), line.block});
            return;
        }
    }

    void offer(const char *key, const FoundText &found)
    {
        if (!m_facts.contains(QLatin1String(key)))
            m_facts.insert(QLatin1String(key), found);
    }

    // name

    QString bodyInTitle() const
    {
        QString title = m_front.title.text;
        title.remove(u'\n');
        qsizetype start = -1;
        qsizetype end = -1;
        if (!yearIn(title, &start, &end))
            start = 0, end = 0;
        if (start > 0)
            return title.left(start).trimmed();
        QString behind = title.mid(end).trimmed();
        if (behind.startsWith(u'度'))
            behind.remove(0, 1);
        qsizetype until = -1;
        for (const QString &word : IntakeWords::shipped().matter) {
            const auto at = behind.indexOf(word);
            if (at >= 0 && (until < 0 || at < until))
                until = at;
        }
        return until > 0 ? behind.left(until).trimmed() : QString();
    }

    QString introduction() const
    {
        QString text;
        for (const int line : m_front.introduction)
            text += m_lines[line].text + u'\n';
        return text;
    }

    /// 淮安市 of 由淮安市洪泽区人民政府办公室: superiors before the name, as the introduction has it.
    static QString superiorsAhead(const QString &text, const QString &name)
    {
        static const QString ends = QStringLiteral("省市州盟");
        static const QString stops = QStringLiteral("由与及和，。、；：（）“”《》\n布制按向到在");
        for (auto at = text.indexOf(name); at > 0; at = text.indexOf(name, at + 1)) {
            if (!ends.contains(text[at - 1]))
                continue;
            qsizetype from = at - 1;
            constexpr qsizetype kLongest = 14;
            while (from > 0 && at - from < kLongest && !stops.contains(text[from - 1]))
                --from;
            if (from > 0 ? stops.contains(text[from - 1]) : true)
                return text.mid(from, at - from);
        }
        return {};
    }

    void readName()
    {
        const QString body = bodyInTitle();
        const QString text = introduction();
        const int block = m_front.title.block;
        const QString signature = m_front.signature.text;
        const QString tail = IntakeWords::shipped().bodies.value(kindOfBody(body));
        const bool isWhole = tail.isEmpty() || body.endsWith(tail);
        FoundText name{body, Recognition::Sure, {}, block};
        if (body.size() < 2 || body.size() > kLongestName)
            name.text = !m_hints.name.isEmpty() ? m_hints.name : signature;
        else if (!m_hints.name.isEmpty() && (m_hints.name.contains(body) || body.contains(m_hints.name)))
            name.text = m_hints.name;
        else if (signature.endsWith(body) || (!isWhole && signature.endsWith(body + tail)))
            name.text = signature;
        else if (!isWhole) {
            name.text = body + tail;
            const bool isStated = text.contains(name.text);
            name.state = isStated ? Recognition::Sure : Recognition::Guessed;
            name.why = isStated ? Phrase() : Phrase(kNameCompleted, body, name.text);
        }
        if (const QString ahead = superiorsAhead(text, name.text);
            !ahead.isEmpty() && name.text == body && isWhole) {
            name = {ahead + name.text, Recognition::Guessed, Phrase(kNameAhead, ahead), block};
        }
        if (name.isEmpty())
            return;
        offer(fact::kName, name);
        readShortName(name.text, text);
    }

    void readShortName(const QString &name, const QString &introduction)
    {
        Report report(
            findForm(m_form.id) ? findForm(m_form.id) : formForYear(bounds::kLastYear), bounds::kLastYear);
        if (!report.apply(Change::of({}, SetFact{QLatin1String(fact::kName), name})))
            return;
        QString shortest;
        const QStringList names = report.ownNames();
        for (const QString &each : names) {
            const bool isShorter = each.size() >= 2 && each.size() < name.size()
                && (shortest.isEmpty() || each.size() < shortest.size());
            if (isShorter && !kindOfBody(each).isEmpty())
                shortest = each;
        }
        const auto isUsedIn = [&](const QString &text) {
            for (auto at = text.indexOf(shortest); at >= 0; at = text.indexOf(shortest, at + 1)) {
                if (at == 0 || !text[at - 1].isLetter() || text.mid(at - 1).startsWith(u'与'))
                    return true; // not only as the end of a longer name
            }
            return false;
        };
        if (shortest.isEmpty())
            return;
        bool isUsed = isUsedIn(introduction);
        for (qsizetype i = 0; !isUsed && i < std::min<qsizetype>(m_lines.size(), kLinesRead); ++i)
            isUsed = m_lines[i].isText() && !m_lines[i].isTitle && isUsedIn(m_lines[i].text);
        if (isUsed)
            offer(fact::kShortName, {shortest, Recognition::Guessed, Phrase(kShortened), -1});
    }

    static constexpr qsizetype kLongestLineElsewhere = 200;
    static constexpr qsizetype kLinesRead = 200;

    const FrontMatter &m_front;
    const QList<DocumentLine> &m_lines;
    const ReportSpec &m_form;
    const IntakeHints &m_hints;
    QMap<QString, FoundText> m_facts{};
};

} // namespace

QMap<QString, FoundText> organisationFacts(const FrontMatter &front, const QList<DocumentLine> &lines,
    const ReportSpec &form, const IntakeHints &hints)
{
    return OrganisationReader(front, lines, form, hints).run();
}

} // namespace nianbao
