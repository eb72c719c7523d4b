// SPDX-License-Identifier: MulanPSL-2.0
#include "historymodel.h"

#include "clock.h"
#include "testreports.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <ctime>

using namespace nianbao;

namespace {

QDateTime today() { return QDateTime(QDate(2026, 1, 19), QTime(12, 0)); }

/// A row of the history; place and values as the store tells them.
HistoryRow row(qint64 id, const char *at, const char *who, const char *place, std::optional<QString> old,
    std::optional<QString> now, const char *move = "")
{
    HistoryRow row;
    row.id = id;
    row.at = QString::fromLatin1(at);
    row.who = QString::fromUtf8(who);
    row.what = QStringLiteral("改");
    row.move = QLatin1String(move);
    row.isKept = true;
    ChangedValue value{Place::parse(QLatin1String(place)).value_or(Place::report()), old, now, {}, {}};
    value.part = Phrase(QLatin1String(place));
    value.name = value.part;
    row.changes = {value};
    return row;
}

QString text(const char *words) { return QString::fromUtf8(words); }

/// Each line in a few letters: D a day, E a place, S the same place, M a move.
QString lines(const HistoryModel &model)
{
    QString all;
    for (int i = 0; i < model.rowCount(); ++i) {
        const int kind = model.index(i).data(HistoryModel::KindRole).toInt();
        const HistoryRow *row = model.rowAt(model.index(i));
        all += QStringLiteral("DESM").at(kind) + (row ? QString::number(row->id) : QString()) + u' ';
    }
    return all.trimmed();
}

QString marked(const QList<TextChange> &changes)
{
    QString all;
    for (const TextChange &change : changes)
        all += change.op == TextChange::Op::Delete ? u'-' + change.text + u'-'
            : change.op == TextChange::Op::Insert  ? u'+' + change.text + u'+'
                                                   : change.text;
    return all;
}

} // namespace

class HistoryModelTest : public QObject {
    Q_OBJECT

    static QList<HistoryRow> someRows()
    {
        return {row(1, "2026-01-16T09:00:00", "王芸", "overview/1", text("收到3件。"), text("收到4件。")),
            row(2, "2026-01-18T10:00:00", "王芸", "overview/1", text("旧"), text("新")),
            row(3, "2026-01-19T09:00:00", "王芸", "overview/1", text("旧"), text("新")),
            row(4, "2026-01-19T09:10:00", "陈立", "requests.received.individual", text("17"), text("18")),
            row(5, "2026-01-19T09:20:00", "王芸", "overview/1", text("一"), text("二")),
            row(6, "2026-01-19T10:00:00", "陈立", "", text("in_review"), text("returned"), "return"),
            row(7, "2026-01-19T11:00:00", "王芸", "overview/1", text("三"), text("四"))};
    }
    static Report present()
    {
        Report report = test::filledReport();
        Review review;
        review.state = ReviewState::Returned;
        review.events = {{ReviewAction::Send, text("王芸"), {}, {}, 0, {}},
            {ReviewAction::Return, text("陈立"), {}, text("新收少一件"), 1, text("核稿")}};
        if (!report.apply(Change::of({}, SetReview{review})))
            qFatal("no review");
        return report;
    }

private Q_SLOTS:
    void initTestCase() { setClock(today); }

    void daysAndPlaces()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(someRows(), present());
        // of 3 and 5, which are of one place, the newer leads; not across the move
        QCOMPARE(lines(model), QStringLiteral("D E7 M6 E5 S3 E4 D E2 D E1"));
        QCOMPARE(model.index(0).data(HistoryModel::TitleRole).toString(), HistoryModel::tr("Today"));
        QCOMPARE(model.index(6).data(HistoryModel::TitleRole).toString(), HistoryModel::tr("Yesterday"));
        QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
        QCOMPARE(model.first(), model.index(1));
        QCOMPARE(model.since(), QDate(2026, 1, 16));
        QCOMPARE(model.people(), (QStringList{text("王芸"), text("陈立")}));
        QCOMPARE(model.before(4), 3);
        QCOMPARE(model.before(1), 0);
        QCOMPARE(model.indexOf(4), model.index(5));
        QVERIFY(!model.indexOf(99).isValid());
    }

    void theReasonOfAMove()
    {
        HistoryModel model;
        model.show(someRows(), present());
        QCOMPARE(model.moveNumber(6), 2);
        QCOMPARE(model.moveNumber(5), 0);
        QCOMPARE(marked(model.excerpt(model.index(2))), text("新收少一件"));
    }

    void whatIsFound_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("section");
        QTest::addColumn<bool>("moves");
        QTest::addColumn<QString>("found");
        QTest::newRow("all of it") << QString() << QString() << QString() << false
                                   << QStringLiteral("D E7 M6 E5 S3 E4 D E2 D E1");
        QTest::newRow("a word that went")
            << text("收到3件") << QString() << QString() << false << QStringLiteral("D E1");
        QTest::newRow("a word that came")
            << text("四") << QString() << QString() << false << QStringLiteral("D E7");
        QTest::newRow("two words, both of them")
            << text("陈立 17") << QString() << QString() << false << QStringLiteral("D E4");
        QTest::newRow("a place") << QStringLiteral("REQUESTS.") << QString() << QString() << false
                                 << QStringLiteral("D E4");
        QTest::newRow("a reason") << text("少一件") << QString() << QString() << false
                                  << QStringLiteral("D M6");
        QTest::newRow("a day") << QStringLiteral("2026-01-18") << QString() << QString() << false
                               << QStringLiteral("D E2");
        QTest::newRow("nothing") << text("没有这句话") << QString() << QString() << false << QString();
        QTest::newRow("a person") << QString() << text("陈立") << QString() << false
                                  << QStringLiteral("D M6 E4");
        QTest::newRow("a section") << QString() << QString() << QStringLiteral("requests") << false
                                   << QStringLiteral("D E4");
        QTest::newRow("moves alone") << QString() << QString() << QString() << true << QStringLiteral("D M6");
        QTest::newRow("a person in a section")
            << QString() << text("陈立") << QStringLiteral("overview") << false << QString();
    }
    void whatIsFound()
    {
        QFETCH(QString, words);
        QFETCH(QString, person);
        QFETCH(QString, section);
        QFETCH(bool, moves);
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(someRows(), present());
        HistoryModel::Filter filter;
        filter.words = words;
        if (!person.isEmpty())
            filter.person = person;
        filter.section = section.isEmpty() ? Place() : Place::section(SectionId(section));
        filter.movesOnly = moves;
        model.setFilter(filter);
        QTEST(lines(model), "found");
        QCOMPARE(model.size(), 7);
    }

    void inALine_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("line");
        const QString cell = QStringLiteral("requests.received.individual");
        QTest::newRow("a figure") << cell << QStringLiteral("17") << QStringLiteral("18")
                                  << QStringLiteral("-17- → +18+");
        QTest::newRow("a figure that came")
            << cell << QString() << QStringLiteral("18") << QStringLiteral("-blank- → +18+");
        QTest::newRow("a word in a sentence")
            << QStringLiteral("overview/1") << text("本镇公开栏张贴66条") << text("本镇本级公开栏张贴66条")
            << text("本镇+本级+公开栏张贴66条");
        QTest::newRow("what stays long is cut")
            << QStringLiteral("overview/1") << text("一二三四五六七八九十一二三四五六七八九十甲")
            << text("一二三四五六七八九十一二三四五六七八九十乙") << QString();
        QTest::newRow("what was cleared") << QStringLiteral("overview/1") << text("■■■\n■") << QString()
                                          << QStringLiteral("cleared from the history");
        QTest::newRow("a sub-section that moved")
            << QStringLiteral("overview/1") << QStringLiteral("overview/3") << QStringLiteral("overview/1")
            << QStringLiteral("moved from position 3 to 1");
        QTest::newRow("a live figure has its name")
            << QStringLiteral("overview/1") << QString() << QStringLiteral("{{requests.received.total}}")
            << QString();
    }
    void inALine()
    {
        QFETCH(QString, place);
        QFETCH(QString, old);
        QFETCH(QString, now);
        QFETCH(QString, line);
        HistoryModel model;
        const auto given
            = [](const QString &words) { return words.isEmpty() ? std::nullopt : std::optional(words); };
        model.show(
            {row(1, "2026-01-19T09:00:00", "王芸", qPrintable(place), given(old), given(now))}, present());
        const QString shown = marked(model.excerpt(model.index(1)));
        if (!line.isEmpty())
            QCOMPARE(shown, line);
        QVERIFY2(!shown.contains(QStringLiteral("{{")), qPrintable(shown));
        QVERIFY2(shown.size() < 40, qPrintable(shown));
    }

    void aScreenReaderHearsWhatWentAndCame()
    {
        HistoryModel model;
        model.show(someRows(), present());
        const QString spoken = model.index(5).data(Qt::AccessibleTextRole).toString();
        for (const char *part : {"09:10", "陈立", "17", "18"})
            QVERIFY2(spoken.contains(text(part)), qPrintable(spoken));
        QVERIFY(spoken.contains(HistoryModel::tr("taken out “%1”").arg(QStringLiteral("17"))));
    }

    void aRowOfAnEarlierVersion()
    {
        HistoryRow old = row(1, "2026-01-19T09:00:00", "", "overview/1", std::nullopt, text("旧版所记"));
        old.isKept = false;
        HistoryModel model;
        model.show({old}, present());
        QCOMPARE(model.index(1).data(HistoryModel::KeptRole).toBool(), false);
        QCOMPARE(marked(model.excerpt(model.index(1))), text("+旧版所记+"));
    }

    void tenThousandRows()
    {
        QList<HistoryRow> rows;
        for (int i = 0; i < 10'000; ++i) {
            HistoryRow one = row(i + 1, "2026-01-18T10:00:00", i % 3 ? "王芸" : "陈立",
                i % 2 ? "overview/1" : "requests.received.individual", text("收到政府信息公开申请"),
                QString::number(i));
            one.at = QDateTime(QDate(2025, 6, 1), QTime(8, 0)).addSecs(i * 900).toString(Qt::ISODate);
            rows.append(one);
        }
        HistoryModel model;
        const auto cpuMs = [] { return qint64(std::clock()) * 1000 / CLOCKS_PER_SEC; }; // others may run too
        const auto start = cpuMs();
        model.show(rows, present());
        const auto shown = cpuMs() - start;
        HistoryModel::Filter filter;
        for (const char *words : {"9", "99", "999", "9999", "没有", "陈立 99"}) {
            filter.words = text(words);
            model.setFilter(filter);
        }
        const auto searched = (cpuMs() - start - shown) / 6;
        qInfo("10,000 rows: shown in %lld ms, one search %lld ms", shown, searched);
        QVERIFY(shown < 1000 && searched < 100);
    }
};

QTEST_MAIN(HistoryModelTest)
#include "tst_historymodel.moc"
