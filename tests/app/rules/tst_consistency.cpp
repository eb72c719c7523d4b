// SPDX-License-Identifier: MulanPSL-2.0
// Reports that are consistent by construction have nothing to explain; one figure changed is always found.
#include "checks.h"
#include "livefigures.h"
#include "paragraphs.h"
#include "paraphrases.h"
#include "quantity.h"
#include "rounds.h"
#include "testreports.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace nianbao;

namespace {

const QStringList kColumns{QStringLiteral("individual"), QStringLiteral("business"),
    QStringLiteral("research"), QStringLiteral("welfare"), QStringLiteral("legal_service"),
    QStringLiteral("other")};

const QString kInForce = QStringLiteral("disclosure.normative.in_force");
const SectionId kOverview(QStringLiteral("overview"));

/// Draws consistent reports: tables that balance, texts drafted from them, last year's report that fits.
class Maker {
public:
    explicit Maker(quint32 seed) : m_random(seed) { }

    Report make()
    {
        Report report = makeTables(QStringLiteral("2021"), 2022 + number(5), {});
        addTexts(report);
        return report;
    }

    /// The tables, the channels and last year's report; texts say nothing of them.
    Report makeTables(const QString &form, int year, const QList<Step> &facts)
    {
        Report report = test::filledReport(form, year);
        Change change;
        change.steps = facts;
        const bool hasRequests = !chance(5);
        for (const QString &column : kColumns)
            addRequests(report, change, column, hasRequests && (column == u"individual" || chance(2)));
        for (const QString &row : report.spec().table(TableId(QStringLiteral("disputes")))->rows) {
            for (const char *column : {"upheld", "corrected", "other", "pending"})
                set(change, QStringLiteral("disputes.%1.%2").arg(row, QLatin1String(column)),
                    chance(2) ? 0 : number(20));
        }
        if (report.spec().cell(CellId(kInForce)))
            addDocuments(change);
        addChannels(change);
        apply(report, change);
        addPrior(report, facts);
        return report;
    }

    bool chance(int of) { return m_random.bounded(of) == 0; }
    int number(int below) { return int(m_random.bounded(below)); }
    template <typename List> auto pick(const List &list) { return list.at(number(int(list.size()))); }

    static void apply(Report &report, const Change &change)
    {
        if (const auto done = report.apply(change); !done)
            qFatal("the report cannot be made: %s", qPrintable(done.error().where));
    }

private:
    static void set(Change &change, const QString &cell, qint64 value)
    {
        change.steps.append(SetCell{CellId(cell), Amount::fromInteger(value)});
    }
    static QString request(const QString &row, const QString &column)
    {
        return QStringLiteral("requests.%1.%2").arg(row, column);
    }

    void addRequests(const Report &report, Change &change, const QString &column, bool any)
    {
        qint64 done = 0;
        for (const QString &row : report.spec().table(TableId(QStringLiteral("requests")))->rows) {
            const bool outcome
                = row != u"received" && row != u"carried_in" && row != u"total" && row != u"carried_out";
            if (!outcome)
                continue;
            const int value = any && chance(2) ? number(chance(10) ? 3000 : 40) : 0;
            set(change, request(row, column), value);
            done += value;
        }
        // no jump against last year's
        const int out = any && chance(2) ? number(20) : 0;
        const qint64 in
            = std::min<qint64>(column == kColumns.first() ? std::max(0, out - number(6)) : out, done + out);
        set(change, request(QStringLiteral("carried_out"), column), out);
        set(change, request(QStringLiteral("carried_in"), column), in);
        set(change, request(QStringLiteral("received"), column), done + out - in);
    }

    void addDocuments(Change &change)
    {
        const int issued = chance(3) ? 0 : number(20);
        const int before = 60 + number(200);
        const int repealed = chance(3) ? 0 : number(20);
        m_inForceBefore = before;
        set(change, QStringLiteral("disclosure.normative.issued"), issued);
        set(change, QStringLiteral("disclosure.normative.repealed"), repealed);
        set(change, kInForce, before + issued - repealed);
    }

    void addChannels(Change &change)
    {
        QList<Channel> channels;
        Channel site{QStringLiteral("政府网站"), 0, {}};
        for (const char *name : {"人事任免", "通知公告", "政策解读", "工作动态"}) {
            const int count = 1 + number(300);
            site.categories.append({QString::fromUtf8(name), count});
            site.count = *site.count + count;
        }
        channels.append(site);
        for (const char *name : {"微信公众号“柳林在线”", "政务微博", "政务公开栏"}) {
            if (!chance(3))
                channels.append({QString::fromUtf8(name), 1 + number(900), {}});
        }
        change.steps.append(SetChannels{channels});
    }

    /// Last year's figures near this year's, what is carried over exactly.
    void addPrior(Report &report, const QList<Step> &facts)
    {
        Report prior = test::filledReport(report.spec().id, report.year() - 1);
        Change change;
        change.steps = facts;
        for (const TableSpec &table : report.spec().tables) {
            for (const CellId &cell : table.cells) {
                const CellSpec *spec = prior.spec().cell(cell);
                if (spec && !spec->isComputed() && report.computed(cell))
                    change.steps.append(SetCell{cell, report.computed(cell)});
            }
        }
        for (const QString &column : kColumns)
            change.steps.append(SetCell{CellId(request(QStringLiteral("carried_out"), column)),
                report.computed(CellId(request(QStringLiteral("carried_in"), column)))});
        if (report.spec().cell(CellId(kInForce)))
            set(change, kInForce, m_inForceBefore);
        for (const char *section : {"overview", "problems", "other"})
            change.steps.append(
                SetText{SectionId(QLatin1String(section)), 0, QStringLiteral("上年另有说明。")});
        apply(prior, change);
        apply(report, Change::of({}, SetPrior{std::make_shared<const Report>(prior)}));
    }

    static QString drafted(const Report &report, const char *draft)
    {
        return draftParagraph(report, *report.spec().draft(QLatin1String(draft)));
    }

    /// The drafts as plain text: as if the clerk had typed them. Numbers in one of several ways.
    void addTexts(Report &report)
    {
        Change change;
        int index = 1;
        for (const auto &[draft, heading] : {std::pair("disclosure", "主动公开情况"),
                 std::pair("requests", "依申请公开情况"), std::pair("disputes", "行政复议、行政诉讼情况")}) {
            const QString text = shownText(report, drafted(report, draft)).text;
            change.steps.append(InsertSubSection{
                SectionId(QStringLiteral("overview")), index++, {QString::fromUtf8(heading), written(text)}});
        }
        change.steps.append(SetText{SectionId(QStringLiteral("other")), 0, drafted(report, "fee")});
        apply(report, change);
    }

    QString written(const QString &text)
    {
        const int way = number(4);
        QString result;
        for (const QChar c : text) {
            const bool digit = c >= u'0' && c <= u'9';
            result += way == 1 && digit ? QChar(char16_t(c.unicode() + 0xFEE0)) : c;
        }
        if (way == 2) { // 1,305
            static const QRegularExpression thousands(QStringLiteral("(?<!\\d)(\\d)(\\d{3})(?=[件条])"));
            result.replace(thousands, QStringLiteral("\\1,\\2"));
        }
        return result;
    }

    QRandomGenerator m_random;
    int m_inForceBefore = 0;
};

/// A report whose texts say in other words what its tables hold, several sentences a text.
struct Paraphrased {
    struct Text {
        QString heading{};
        test::DrawnSentence said{}; // all of it
    };
    Report report;
    QList<Text> texts{}; // overview/2 …
};

class ParaphrasedMaker {
public:
    ParaphrasedMaker(const test::Paraphrases &paraphrases, quint32 seed)
        : m_paraphrases(paraphrases), m_maker(seed)
    { }

    Paraphrased make()
    {
        const auto &body = m_maker.pick(m_paraphrases.bodies());
        const QList<Step> facts{SetFact{QLatin1String(fact::kName), body.name},
            SetFact{QLatin1String(fact::kShortName), QString()},
            SetFact{QLatin1String(fact::kNames), body.names}};
        static const QStringList forms{QStringLiteral("2021"), QStringLiteral("2021"),
            QStringLiteral("2021-single-other"), QStringLiteral("2019")};
        const QString form = m_maker.pick(forms);
        const int year = form == u"2019" ? 2019 + m_maker.number(2) : 2022 + m_maker.number(5);
        Paraphrased made{m_maker.makeTables(form, year, facts)};
        QList<const test::Paraphrase *> fitting;
        for (const test::Paraphrase &paraphrase : m_paraphrases.all()) {
            if (paraphrase.suits(body.kind) && paraphrase.isTrueOf(made.report))
                fitting.append(&paraphrase);
        }
        Change change;
        QSet<QString> used; // headings, and what was said
        for (int left = 2 + m_maker.number(4); left > 0; --left) {
            const Paraphrased::Text text = makeText(fitting, made.report, body, used);
            if (text.said.text.isEmpty())
                continue;
            made.texts.append(text);
            change.steps.append(
                InsertSubSection{kOverview, int(made.texts.size()), {text.heading, text.said.text}});
        }
        Maker::apply(made.report, change);
        return made;
    }

    Maker &maker() { return m_maker; }

private:
    /// One to five sentences that stand under one heading; none is said twice.
    Paraphrased::Text makeText(const QList<const test::Paraphrase *> &fitting, const Report &report,
        const test::Paraphrases::Body &body, QSet<QString> &used)
    {
        Paraphrased::Text text;
        const int most = 1 + m_maker.number(5);
        constexpr int kTries = 40;
        for (int tries = 0, said = 0; tries < kTries && said < most; ++tries) {
            const test::Paraphrase &paraphrase = *m_maker.pick(pickKind(fitting));
            const QStringList parts = paraphrase.id.split(u'+');
            const auto isUsed = [&](const QString &part) { return used.contains(part); };
            if (std::any_of(parts.begin(), parts.end(), isUsed)
                || (!text.heading.isEmpty() && !paraphrase.headings().contains(text.heading)))
                continue;
            const test::DrawnSentence sentence
                = m_paraphrases.draw(paraphrase, report, body, [&](const QString &what, qsizetype of) {
                      // what a body means by its total, it means everywhere
                      return what == u"reading" && of == 2 ? 0 : m_maker.number(int(of));
                  });
            if (text.heading.isEmpty()) {
                if (used.contains(sentence.heading))
                    continue;
                text.heading = sentence.heading;
                used.insert(sentence.heading);
            }
            used.unite(QSet<QString>(parts.begin(), parts.end()));
            for (test::StatedFigure figure : sentence.figures) {
                figure.start += text.said.text.size();
                text.said.figures.append(figure);
            }
            text.said.text += sentence.text;
            ++said;
        }
        return text;
    }

    /// Each kind as often as the others, however many there are of it.
    QList<const test::Paraphrase *> pickKind(const QList<const test::Paraphrase *> &fitting)
    {
        static const QStringList kinds{QStringLiteral("statement"), QStringLiteral("statement"),
            QStringLiteral("none"), QStringLiteral("split"), QStringLiteral("second")};
        const QString kind = m_maker.pick(kinds);
        QList<const test::Paraphrase *> list = fitting;
        list.removeIf([&](const test::Paraphrase *paraphrase) { return paraphrase->kind != kind; });
        return list.isEmpty() ? fitting : list;
    }

    const test::Paraphrases &m_paraphrases;
    Maker m_maker;
};

QString describe(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(
            finding.rule.toString() + u' ' + finding.excerpt + u' ' + finding.message.in(Language::Chinese));
    return lines.join(u'\n');
}

Findings aboveHint(const Report &report)
{
    Findings findings = check(report, RuleSet());
    findings.removeIf([](const Finding &finding) { return finding.level == Level::Hint; });
    return findings;
}

/// Names the cell, in its cells or as a reading of a sentence.
bool names(const Findings &findings, const CellId &cell)
{
    return std::any_of(findings.begin(), findings.end(),
        [&](const Finding &finding) { return finding.cells.contains(cell); });
}

} // namespace

class ConsistencyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void consistentReportsAreSilentAndOneChangeIsFound()
    {
        Maker maker(20231);
        int inTables = 0;
        int inTexts = 0;
        int inChannels = 0;
        int inPrior = 0;
        const int reports = test::rounds(2'000, 200, 10'000);
        for (int i = 0; i < reports; ++i) {
            Report report = maker.make();
            const Findings before = aboveHint(report);
            if (!before.isEmpty()) {
                for (const CheckedSub &sub : overview(report))
                    qWarning().noquote() << sub.text;
                QFAIL(qPrintable(QStringLiteral("report %1:\n%2").arg(i).arg(describe(before))));
            }
            switch (i % 4) {
            case 0: inTables += changeACell(maker, report, i); break;
            case 1: inTexts += changeAText(maker, report, i); break;
            case 2: inChannels += changeAChannel(maker, report, i); break;
            default: inPrior += changeLastYear(maker, report, i); break;
            }
            if (QTest::currentTestFailed())
                return;
        }
        for (const int changed : {inTables, inTexts, inChannels, inPrior})
            QVERIFY(changed > reports / 5);
    }

    /// The same of reports whose texts are written in many ways. A failure prints the number that draws its
    /// report again: NIANBAO_SEED=12 draws that one only.
    void paraphrasedReportsAreSilentAndOneFigureIsFound()
    {
        const test::Paraphrases paraphrases;
        const QByteArray only = qgetenv("NIANBAO_SEED");
        const int reports = only.isEmpty() ? test::rounds(150, 40, 10'000) : 1;
        int silent = 0;
        int planted = 0;
        int named = 0;
        QStringList faults;
        for (int i = 0; i < reports; ++i) {
            const quint32 seed = only.isEmpty() ? quint32(i) : only.toUInt();
            ParaphrasedMaker maker(paraphrases, seed);
            const Paraphrased made = maker.make();
            const QString told = toldOf(made);
            if (told.isEmpty())
                ++silent;
            else
                faults.append(QStringLiteral("seed %1: %2").arg(seed).arg(told));
            const auto missed = plantedIn(maker.maker(), made);
            planted += missed ? 1 : 0;
            named += missed && missed->isEmpty() ? 1 : 0;
            if (missed && !missed->isEmpty())
                faults.append(QStringLiteral("seed %1: %2").arg(seed).arg(*missed));
        }
        for (const QString &fault : std::as_const(faults))
            qWarning().noquote() << fault;
        qInfo("silent %d of %d, found %d of %d", silent, reports, named, planted);
        QVERIFY2(silent == reports, qPrintable(QStringLiteral("%1 faults").arg(faults.size())));
        constexpr int kMostMissed = 3; // of a hundred
        QVERIFY2((planted - named) * 100 <= planted * kMostMissed,
            qPrintable(QStringLiteral("%1 not found").arg(planted - named)));
        QVERIFY(!only.isEmpty() || planted > reports / 2);
    }

private:
    /// What is found in the texts, and in which; empty: nothing.
    static QString toldOf(const Paraphrased &made)
    {
        QStringList told;
        for (const Finding &finding : check(made.report, RuleSet())) {
            const Place place = finding.place.whole();
            const bool isInText = place.kind() == Place::Kind::SubSection && place.index() > 0
                && place.sectionId() == kOverview;
            const bool isOfForm = finding.rule.toString() == u"FORM-OLD"; // older ones are drawn too
            if (isInText || (finding.level != Level::Hint && !isOfForm))
                told.append(QStringLiteral("false: %1 in %2")
                                .arg(describe({finding}),
                                    isInText ? made.texts[place.index() - 1].said.text : place.toString()));
        }
        return told.join(u'\n');
    }

    /// One figure is changed: what is found instead; nullopt: no text has a figure.
    static std::optional<QString> plantedIn(Maker &maker, const Paraphrased &made)
    {
        QList<std::pair<int, qsizetype>> figures;
        for (int text = 0; text < made.texts.size(); ++text) {
            for (qsizetype i = 0; i < made.texts[text].said.figures.size(); ++i)
                figures.append({text, i});
        }
        if (figures.isEmpty())
            return {};
        const auto [text, at] = maker.pick(figures);
        const test::DrawnSentence &said = made.texts[text].said;
        const int step = 1 + maker.number(maker.chance(3) ? 200 : 9);
        const qint64 value = test::otherValue(said.figures[at], made.report, maker.chance(2) ? step : -step);
        Report report = made.report;
        Maker::apply(report, Change::of({}, SetText{kOverview, text + 1, said.with(at, value)}));
        const Findings found = check(report, RuleSet());
        const bool isNamed = std::any_of(found.begin(), found.end(), [&](const Finding &finding) {
            return test::names(
                finding, said.figures[at], value, report, Place::subSection(kOverview, text + 1));
        });
        if (isNamed)
            return QString();
        return QStringLiteral("missed: %1 in place of %2 (%3) in %4, found: %5")
            .arg(value)
            .arg(said.figures[at].value)
            .arg(said.figures[at].meanings.join(u'/'), said.with(at, value), describe(found));
    }

    using CheckedSub = SubSection;
    static QList<SubSection> overview(const Report &report)
    {
        return report.subSections(SectionId(QStringLiteral("overview")));
    }

    /// Any typed cell of requests and disputes, or of normative documents, has a partner.
    static int changeACell(Maker &maker, Report &report, int number)
    {
        QList<CellId> cells;
        for (const TableSpec &table : report.spec().tables) {
            for (const CellId &cell : table.cells) {
                const bool partner = table.id.toString() != u"disclosure" || cell.row() == u"normative";
                if (partner && !report.spec().cell(cell)->isComputed())
                    cells.append(cell);
            }
        }
        const CellId cell = maker.pick(cells);
        const Amount changed = *report.computed(cell) + Amount::fromInteger(1 + maker.number(50));
        // an outcome is named by the total of its column, which the balance speaks of; a result by its row's
        const CellId ofRow(cell.table(), cell.row(), QStringLiteral("total"));
        const CellId ofColumn(cell.table(), QStringLiteral("total"), cell.column());
        Maker::apply(report, Change::of({}, SetCell{cell, changed}));
        const Findings after = aboveHint(report);
        if (!names(after, cell) && !names(after, ofRow) && !names(after, ofColumn))
            QTest::qFail(qPrintable(QStringLiteral("report %1: %2 changed to %3, found:\n%4\n%5")
                                        .arg(number)
                                        .arg(cell.toString(), changed.toString(), describe(after),
                                            overview(report).last().text)),
                __FILE__, __LINE__);
        return 1;
    }

    /// A figure of a sentence, to a value that no other reading of it has.
    static int changeAText(Maker &maker, Report &report, int number)
    {
        const SectionId section(QStringLiteral("overview"));
        const int index = 1 + maker.number(3);
        QString text = overview(report).at(index).text;
        const QList<Quantity> quantities = readQuantities(text);
        if (quantities.isEmpty())
            return 0;
        const Quantity quantity = maker.pick(quantities);
        const qint64 changed = 100'000 + maker.number(1000);
        text.replace(quantity.start, quantity.digits, QString::number(changed));
        Maker::apply(report, Change::of({}, SetText{section, index, text}));
        const Findings after = aboveHint(report);
        const QString value = QString::number(changed);
        const bool found = std::any_of(after.begin(), after.end(), [&](const Finding &finding) {
            return finding.place.whole() == Place::subSection(section, index)
                && said(finding.message).contains(value);
        });
        if (!found)
            QTest::qFail(qPrintable(QStringLiteral("report %1: the text says %2 in\n%3\nfound:\n%4")
                                        .arg(number)
                                        .arg(value, text, describe(after))),
                __FILE__, __LINE__);
        return 1;
    }

    /// The count of a channel or of a category, which its sum and a sentence state too.
    static int changeAChannel(Maker &maker, Report &report, int number)
    {
        QList<Channel> channels = report.channels();
        Channel &channel = channels[maker.number(int(channels.size()))];
        const qint64 changed = 100'000 + maker.number(1000);
        const QString name = channel.name;
        if (!channel.categories.isEmpty() && maker.chance(2))
            channel.categories[maker.number(int(channel.categories.size()))].count = changed;
        else
            channel.count = changed;
        Maker::apply(report, Change::of({}, SetChannels{channels}));
        const Findings after = aboveHint(report);
        const bool found = std::any_of(after.begin(), after.end(), [&](const Finding &finding) {
            return finding.rule.toString() == u"TXT-SUM" && said(finding.message).contains(name);
        });
        if (!found)
            QTest::qFail(qPrintable(QStringLiteral("report %1: %2 changed to %3, found:\n%4")
                                        .arg(number)
                                        .arg(name)
                                        .arg(changed)
                                        .arg(describe(after))),
                __FILE__, __LINE__);
        return 1;
    }

    /// What last year's report carried out, or had in force.
    static int changeLastYear(Maker &maker, Report &report, int number)
    {
        Report prior = *report.prior();
        const bool carried = maker.chance(2);
        const QString column = maker.pick(kColumns);
        const CellId before(carried ? QStringLiteral("requests.carried_out.") + column : kInForce);
        const CellId now(carried ? QStringLiteral("requests.carried_in.") + column
                                 : QStringLiteral("disclosure.normative.in_force"));
        const Amount changed = *prior.computed(before) + Amount::fromInteger(1 + maker.number(50));
        Maker::apply(prior, Change::of({}, SetCell{before, changed}));
        Maker::apply(report, Change::of({}, SetPrior{std::make_shared<const Report>(prior)}));
        const Findings after = aboveHint(report);
        if (!names(after, now))
            QTest::qFail(qPrintable(QStringLiteral("report %1: last year's %2 changed, found:\n%3")
                                        .arg(number)
                                        .arg(before.toString(), describe(after))),
                __FILE__, __LINE__);
        return 1;
    }
};

QTEST_GUILESS_MAIN(ConsistencyTest)
#include "tst_consistency.moc"
