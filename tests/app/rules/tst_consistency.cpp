// SPDX-License-Identifier: MulanPSL-2.0
// Reports that are consistent by construction have nothing to explain; one figure changed is always found.
#include "checks.h"
#include "livefigures.h"
#include "paragraphs.h"
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

/// Draws consistent reports: tables that balance, texts drafted from them, last year's report that fits.
class Maker {
public:
    explicit Maker(quint32 seed) : m_random(seed) { }

    Report make()
    {
        Report report = test::filledReport(QStringLiteral("2021"), 2022 + number(5));
        Change change;
        const bool hasRequests = !chance(5);
        for (const QString &column : kColumns)
            addRequests(report, change, column, hasRequests && (column == u"individual" || chance(2)));
        for (const QString &row : report.spec().table(TableId(QStringLiteral("disputes")))->rows) {
            for (const char *column : {"upheld", "corrected", "other", "pending"})
                set(change, QStringLiteral("disputes.%1.%2").arg(row, QLatin1String(column)),
                    chance(2) ? 0 : number(20));
        }
        addDocuments(change);
        addChannels(change);
        apply(report, change);
        addPrior(report);
        addTexts(report);
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
        set(change, QStringLiteral("disclosure.normative.in_force"), before + issued - repealed);
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
    void addPrior(Report &report)
    {
        Report prior = test::filledReport(QStringLiteral("2021"), report.year() - 1);
        Change change;
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
        set(change, QStringLiteral("disclosure.normative.in_force"), m_inForceBefore);
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

QString describe(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(finding.rule.toString() + u' ' + finding.excerpt + u' ' + said(finding.message));
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

private:
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
        const CellId before(carried ? QStringLiteral("requests.carried_out.") + column
                                    : QStringLiteral("disclosure.normative.in_force"));
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
