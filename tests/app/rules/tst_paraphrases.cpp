// SPDX-License-Identifier: MulanPSL-2.0
// What offices say in ever other words, one sentence beside tables that make it true: nothing is found. With
// one figure changed, one thing is found: that figure, with the cell that it disagrees with.
#include "checks.h"
#include "paraphrases.h"
#include "rounds.h"
#include "testreports.h"

#include <QMap>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace nianbao;
using test::DrawnSentence;
using test::Paraphrase;
using test::StatedFigure;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
const Place kPlace = Place::subSection(kOverview, 1);

QString describe(const Finding &finding)
{
    QStringList cells;
    for (const CellId &cell : finding.cells)
        cells.append(cell.toString());
    return QStringLiteral("%1 [%2] %3 {%4}")
        .arg(finding.rule.toString(), finding.excerpt, finding.message.in(Language::Chinese),
            cells.size() > 3 ? QString::number(cells.size()) : cells.join(u' '));
}

/// Filled tables that balance: every row has a total of its own, and no difference of a few is told by what
/// was carried in.
class Figures {
public:
    explicit Figures(const ReportSpec &spec) : m_spec(spec)
    {
        const TableSpec &requests = *m_spec.table(TableId(QStringLiteral("requests")));
        int row = 0;
        for (const CellId &cell : requests.cells) {
            if (m_spec.cell(cell)->isComputed() || isFlow(cell))
                continue;
            row = int(requests.rows.indexOf(cell.row()));
            const int column = int(requests.columns.indexOf(cell.column()));
            m_values[cell] = column == 0 ? 15 + 3 * row : 1 + (row * column) % (7 - column);
        }
        for (const QString &column : columns()) {
            const int index = int(requests.columns.indexOf(column));
            m_values[flow("carried_in", column)] = 11 + index;
            m_values[flow("carried_out", column)] = 2 + index;
        }
        int number = 40;
        for (const CellId &cell : m_spec.table(TableId(QStringLiteral("disputes")))->cells) {
            if (!m_spec.cell(cell)->isComputed())
                m_values[cell] = number += 7;
        }
        for (const CellId &cell : m_spec.table(TableId(QStringLiteral("disclosure")))->cells) {
            if (cell.row() == u"normative")
                m_values[cell] = number += 13;
        }
    }

    void clear(const QString &expression)
    {
        for (const QString &term : expression.split(QStringLiteral(" + "))) {
            const CellId named(term);
            const bool isReceived = named.row() == u"received"; // what was received follows from the rest
            for (auto it = m_values.begin(); it != m_values.end(); ++it) {
                const bool isRequest = it.key().table() == named.table();
                if (isReceived && isRequest && (isTotal(named) || it.key().column() == named.column()))
                    *it = 0;
            }
            for (const CellId &cell : test::typedCells(m_spec, term))
                m_values[cell] = 0;
        }
    }
    void set(const CellId &cell, qint64 value) { m_values[cell] = value; }

    Change change() const
    {
        Change change;
        for (auto it = m_values.constBegin(); it != m_values.constEnd(); ++it) {
            if (it.key().row() != u"carried_in" && it.key().row() != u"received")
                change.steps.append(SetCell{it.key(), Amount::fromInteger(it.value())});
        }
        for (const QString &column : columns()) {
            qint64 handled = 0;
            for (auto it = m_values.constBegin(); it != m_values.constEnd(); ++it) {
                const bool isRequest = it.key().table() == flow("received", column).table();
                const bool isIn = it.key().row() == u"carried_in" || it.key().row() == u"received";
                handled += isRequest && it.key().column() == column && !isIn ? it.value() : 0;
            }
            const qint64 in = std::min(handled, m_values[flow("carried_in", column)]);
            change.steps.append(SetCell{flow("carried_in", column), Amount::fromInteger(in)});
            change.steps.append(SetCell{flow("received", column), Amount::fromInteger(handled - in)});
        }
        return change;
    }

private:
    static CellId flow(const char *row, const QString &column)
    {
        return CellId(QStringLiteral("requests.%1.%2").arg(QLatin1String(row), column));
    }
    static bool isFlow(const CellId &cell)
    {
        return cell.row() == u"received" || cell.row() == u"carried_in" || cell.row() == u"carried_out";
    }
    static bool isTotal(const CellId &cell) { return cell.column() == u"total"; }
    QStringList columns() const
    {
        QStringList columns = m_spec.table(TableId(QStringLiteral("requests")))->columns;
        columns.removeAll(QStringLiteral("total"));
        return columns;
    }

    const ReportSpec &m_spec;
    QMap<CellId, qint64> m_values{};
};

Report with(Report report, const Change &change)
{
    if (const auto done = report.apply(change); !done)
        qFatal("the report cannot be made: %s", qPrintable(done.error().where));
    return report;
}

/// Takes the choices one after the other through all their values: of each sentence the same are asked.
class Every {
public:
    int choose(qsizetype of)
    {
        if (m_at == m_digits.size())
            m_digits.append({0, int(of)});
        return m_digits[m_at++].first;
    }
    bool next() // whether there is another one
    {
        m_at = 0;
        while (!m_digits.isEmpty() && ++m_digits.last().first == m_digits.last().second)
            m_digits.removeLast();
        return !m_digits.isEmpty();
    }

private:
    QList<std::pair<int, int>> m_digits{};
    qsizetype m_at = 0;
};

} // namespace

class ParaphrasesTest : public QObject {
    Q_OBJECT

    struct Count {
        int right = 0, rightOf = 0, wrong = 0, wrongOf = 0;
        void add(const Count &other)
        {
            right += other.right;
            rightOf += other.rightOf;
            wrong += other.wrong;
            wrongOf += other.wrongOf;
        }
    };
    const test::Paraphrases m_paraphrases{};
    QMap<QString, Count> m_counts; // by kind and id
    QMap<QString, Report> m_tables; // by what is 0 in them
    QMap<QString, Report> m_bare; // by body and tables
    QMap<QString, Findings> m_known; // the same: found without the sentence
    QString m_key; // of the report that was taken last
    QStringList m_faults;
    QMap<QString, QSet<int>> m_taken; // of each choice, with how many there are: which were taken
    QSet<std::pair<qsizetype, int>> m_times;
    QSet<QString> m_used; // calls of bodies
    int m_sentences = 0; // drawn so far: bodies, times and headings go round
    int m_changes = 0;

    const test::Paraphrases::Body &bodyFor(const Paraphrase &paraphrase, int &call)
    {
        struct Called {
            const test::Paraphrases::Body *body;
            int call;
        };
        static QMap<QString, QList<Called>> called;
        static QMap<QString, int> next;
        // normative documents only of those that make them
        const QString group = paraphrase.suits(QStringLiteral("school")) ? QString() : QStringLiteral("some");
        if (!called.contains(group)) {
            for (const auto &body : m_paraphrases.bodies()) {
                for (int i = 0; i < body.calls.size() && paraphrase.suits(body.kind); ++i)
                    called[group].append({&body, i});
            }
        }
        constexpr int kStep = 37; // from kind to kind of body
        const QList<Called> &all = called[group];
        const Called &taken = all[(next[group]++ * kStep) % all.size()];
        call = taken.call;
        m_used.insert(taken.body->name + u'/' + QString::number(call));
        return *taken.body;
    }

    /// The report of a body whose tables hold 0 there, and 9 in that cell.
    const Report &bare(const test::Paraphrases::Body &body, const QStringList &zeros, const CellId &nine = {})
    {
        const QString tables = zeros.join(u'|') + u'|' + nine.toString();
        if (!m_tables.contains(tables)) {
            static const Report filled = test::filledReport(QStringLiteral("2021"), kYear);
            Figures figures(filled.spec());
            for (const QString &zero : zeros)
                figures.clear(zero);
            if (!nine.isEmpty())
                figures.set(nine, 9);
            Change change = figures.change();
            change.steps.append(SetChannels{
                {{QStringLiteral("政务信息平台"), 1234, {}}, {QStringLiteral("政务信息查阅点"), 567, {}}}});
            m_tables.insert(tables, with(filled, change));
        }
        const QString key = body.name + u'|' + tables;
        if (!m_bare.contains(key)) {
            const Change names{{},
                {SetFact{QLatin1String(fact::kName), body.name},
                    SetFact{QLatin1String(fact::kShortName), QString()},
                    SetFact{QLatin1String(fact::kNames), body.names}}};
            m_bare.insert(key, with(*m_tables.constFind(tables), names));
        }
        m_key = key;
        return *m_bare.constFind(key);
    }

    /// What is found because the sentence stands there.
    Findings foundFor(const Report &bareReport, const QString &heading, const QString &text)
    {
        Findings found = check(
            with(bareReport, Change::of({}, InsertSubSection{kOverview, 1, {heading, text}})), RuleSet());
        static const QStringList ofTheWhole{
            QStringLiteral("CELL-BLANK"), QStringLiteral("SEC-LENGTH"), QStringLiteral("SEC-COVER")};
        found.removeIf([](const Finding &finding) { return ofTheWhole.contains(finding.rule.toString()); });
        const bool isAllOfIt = std::all_of(found.begin(), found.end(),
            [](const Finding &finding) { return kPlace.holds(finding.place.owner()); });
        if (isAllOfIt)
            return found;
        if (!m_known.contains(m_key))
            m_known.insert(m_key, check(bareReport, RuleSet()));
        for (const Finding &known : std::as_const(m_known[m_key]))
            found.removeIf([&](const Finding &each) {
                return each.rule == known.rule && each.message == known.message;
            });
        return found;
    }

    void fault(const Paraphrase &paraphrase, const DrawnSentence &sentence, const QString &what,
        const QString &text, const Findings &found)
    {
        QStringList said;
        for (const Finding &finding : found)
            said.append(describe(finding));
        m_faults.append(
            QStringLiteral("%1\t%2\t%3\t%4\t%5")
                .arg(paraphrase.id, what, text, said.join(QStringLiteral(" ‖ ")), sentence.wording));
    }

    /// Another figure, which no usual reading makes right.
    qint64 changed(const StatedFigure &figure, const Report &report)
    {
        ++m_changes;
        const int step = 1 + m_changes % 9;
        return test::otherValue(figure, report, m_changes % 2 == 0 ? -step : step);
    }

    void checkSilent(
        const Paraphrase &paraphrase, const DrawnSentence &sentence, const Report &report, Count &count)
    {
        ++count.rightOf;
        const Findings found = foundFor(report, sentence.heading, sentence.text);
        if (found.isEmpty())
            ++count.right;
        else
            fault(paraphrase, sentence, QStringLiteral("false"), sentence.text, found);
    }

    void checkFigure(
        const Paraphrase &paraphrase, const DrawnSentence &sentence, const Report &report, Count &count)
    {
        ++count.wrongOf;
        // of what follows a split mostly its own, of a split mostly a part
        const qsizetype from = sentence.second < sentence.figures.size() ? sentence.second : 0;
        const qsizetype own = sentence.figures.size() - from;
        const bool isAny = m_changes % 5 == 0;
        const qsizetype at = isAny ? m_changes / 5 % sentence.figures.size()
                                   : from + m_changes % std::max<qsizetype>(1, own);
        const StatedFigure &figure = sentence.figures[at];
        const qint64 value = changed(figure, report);
        const QString text = sentence.with(at, value);
        const Findings found = foundFor(report, sentence.heading, text);
        if (found.size() == 1 && test::names(found.first(), figure, value, report, kPlace))
            ++count.wrong;
        else
            fault(paraphrase, sentence,
                (found.isEmpty() ? QStringLiteral("missed %1 (%2)") : QStringLiteral("other than %1 (%2)"))
                    .arg(value)
                    .arg(figure.meanings.join(u'/')),
                text, found);
    }

    /// None is said of what one cell is not 0 of.
    void checkNone(
        const Paraphrase &paraphrase, QList<int> taken, const test::Paraphrases::Body &body, Count &count)
    {
        ++count.wrongOf;
        QList<CellId> cells = test::typedCells(m_tables.first().spec(), paraphrase.none()).values();
        std::sort(cells.begin(), cells.end(),
            [](const CellId &a, const CellId &b) { return a.toString() < b.toString(); });
        const CellId cell = cells[m_changes++ % cells.size()];
        const bool isReceived = cell.row() == u"received"; // follows from the rest
        const Report report = isReceived ? bare(body, {}) : bare(body, {paraphrase.none()}, cell);
        const DrawnSentence sentence = m_paraphrases.draw(
            paraphrase, report, body, [&](const QString &, qsizetype) { return taken.takeFirst(); });
        const Findings found = foundFor(report, sentence.heading, sentence.text);
        const auto named = [&](const Finding &finding) {
            const QSet<CellId> said = test::typedCells(report.spec(), finding.cells);
            return finding.rule.toString() == paraphrase.noneRule() && finding.place.whole() == kPlace
                && !finding.excerpt.isEmpty() && said.contains(cell)
                && QSet<CellId>(cells.begin(), cells.end()).contains(said);
        };
        if (found.size() == 1 && named(found.first()))
            ++count.wrong;
        else
            fault(paraphrase, sentence,
                (found.isEmpty() ? QStringLiteral("missed %1") : QStringLiteral("other than %1"))
                    .arg(cell.toString()),
                sentence.text, found);
    }

    /// One sentence, true and false. `choose` takes its words.
    void checkOne(const Paraphrase &paraphrase, const test::Choose &choose, Count &count)
    {
        int call = 0;
        const test::Paraphrases::Body &body = bodyFor(paraphrase, call);
        const Report report = bare(body, paraphrase.zeros());
        if (!paraphrase.isTrueOf(report))
            qFatal("%s cannot be said", qPrintable(paraphrase.id));
        QList<int> taken; // a report of other figures gets the same words
        const test::Choose choice = [&](const QString &what, qsizetype of) {
            // these go round by themselves
            static const QMap<QString, int> steps{{QStringLiteral("time"), 3}, {QStringLiteral("heading"), 1},
                {QStringLiteral("reading"), 1}, {QStringLiteral("share"), 5}};
            const int step = steps.value(what);
            taken.append(what == u"call" ? call
                    : step > 0           ? int((m_sentences * step + m_sentences / of) % of)
                                         : choose(what, of));
            if (step == 0 && what != u"call" && what != u"joint") // fewer joints before some leads
                m_taken[paraphrase.id + u' ' + what + u' ' + QString::number(of)].insert(taken.last());
            if (what == u"time")
                m_times.insert({of, taken.last()});
            return taken.last();
        };
        const DrawnSentence sentence = m_paraphrases.draw(paraphrase, report, body, choice);
        ++m_sentences;
        checkSilent(paraphrase, sentence, report, count);
        if (paraphrase.none().isEmpty())
            checkFigure(paraphrase, sentence, report, count);
        else
            checkNone(paraphrase, taken, body, count);
    }

    static constexpr int kYear = 2024;
    static constexpr int kMostShown = 200; // faults of one paraphrase

private Q_SLOTS:
    void everyParaphraseIsReadRightly_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < m_paraphrases.all().size(); ++i)
            QTest::newRow(qPrintable(m_paraphrases.all()[i].id)) << i;
    }
    void everyParaphraseIsReadRightly()
    {
        QFETCH(int, index);
        const Paraphrase &paraphrase = m_paraphrases.all()[index];
        Count count;
        m_faults.clear();
        if (qEnvironmentVariableIsSet("NIANBAO_LONG")) {
            checkAll(paraphrase, count);
        } else {
            checkRounds(paraphrase, count);
        }
        m_counts[paraphrase.kind + u' ' + paraphrase.id].add(count);
        for (const QString &fault : m_faults.mid(0, kMostShown))
            qWarning().noquote() << fault;
        // those that are known not to be read yet; never more. The long run says them in all ways, and fewer
        // sentences go to other bodies, with other figures.
        const int said = count.rightOf + count.wrongOf;
        const bool isUsual = m_every == 1 && !qEnvironmentVariableIsSet("NIANBAO_LONG");
        const int most = m_paraphrases.knownFaults(paraphrase.id) + (isUsual ? 0 : said / 20);
        QVERIFY2(
            m_faults.size() <= most, qPrintable(QStringLiteral("%1 of %2").arg(m_faults.size()).arg(said)));
    }

    void everyBodyIsCalledByEveryName()
    {
        if (m_every > 1)
            QSKIP("fewer sentences than names are drawn here");
        for (const auto &body : m_paraphrases.bodies()) {
            for (int i = 0; i < body.calls.size(); ++i)
                QVERIFY2(m_used.contains(body.name + u'/' + QString::number(i)), qPrintable(body.name));
        }
    }

    void everyWordingAndTimeIsSaid()
    {
        if (m_every > 1)
            QSKIP("not every wording is drawn here");
        for (auto it = m_taken.constBegin(); it != m_taken.constEnd(); ++it)
            QVERIFY2(it->size() == it.key().section(u' ', -1).toInt(), qPrintable(it.key()));
        for (const auto &[of, time] : std::as_const(m_times)) {
            for (int i = 0; i < of; ++i)
                QVERIFY(m_times.contains({of, i}));
        }
    }

    /// kinds × right of total, to be read by people
    void cleanupTestCase()
    {
        Count all;
        const auto print = [](const QString &name, const Count &count) {
            qInfo("%-48s silent %5d of %5d, found %5d of %5d", qPrintable(name), count.right, count.rightOf,
                count.wrong, count.wrongOf);
        };
        QMap<QString, Count> kinds;
        for (auto it = m_counts.constBegin(); it != m_counts.constEnd(); ++it) {
            print(it.key(), *it);
            kinds[it.key().section(u' ', 0, 0)].add(*it);
            all.add(*it);
        }
        for (auto it = kinds.constBegin(); it != kinds.constEnd(); ++it)
            print(it.key(), *it);
        print(QStringLiteral("all"), all);
    }

private:
    /// The full product of what makes the sentence; behind a split the words of the total go round.
    void checkAll(const Paraphrase &paraphrase, Count &count)
    {
        static const QSet<QString> structure{QStringLiteral("total"), QStringLiteral("opener"),
            QStringLiteral("joint"), QStringLiteral("lead"), QStringLiteral("words"),
            QStringLiteral("joint2")};
        Every every;
        do {
            checkOne(
                paraphrase,
                [&](const QString &what, qsizetype of) {
                    const bool goesRound = paraphrase.kind == u"second" && !structure.contains(what);
                    return goesRound ? int((m_sentences + m_sentences / of) % of) : every.choose(of);
                },
                count);
        } while (every.next());
    }

    /// Every wording of every slot, in every template, without all their pairs.
    void checkRounds(const Paraphrase &paraphrase, Count &count)
    {
        qsizetype templates = 1;
        for (qsizetype of_ = 0; of_ < templates; ++of_) {
            qsizetype rounds = 1;
            for (qsizetype round = 0; round < rounds; round += m_every) {
                qsizetype asked = 0;
                checkOne(
                    paraphrase,
                    [&](const QString &what, qsizetype of) {
                        if (what == u"template" || what == u"total") {
                            templates = of;
                            return int(of_);
                        }
                        rounds = std::max(rounds, std::max<qsizetype>(of, kLeastRounds));
                        ++asked;
                        const qsizetype step = asked % 2 == 0 ? of - 1 : 1; // each way
                        return int((round * step + of_ + asked + (round / of) * asked) % of);
                    },
                    count);
            }
        }
    }
    static constexpr qsizetype kLeastRounds = 6;
    const int m_every = test::rounds(1, 5, 1); // which rounds are drawn
};

QTEST_GUILESS_MAIN(ParaphrasesTest)
#include "tst_paraphrases.moc"
