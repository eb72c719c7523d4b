// SPDX-License-Identifier: MulanPSL-2.0
#include "seenreport.h"

#include "session.h"
#include "testreports.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class SeenReportTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static SeenReport started(int errors, int toExplain, int comments)
    {
        SeenReport seen;
        seen.year = 2025;
        seen.isStarted = true;
        seen.errors = errors;
        seen.toExplain = toExplain;
        seen.comments = comments;
        seen.toAnswer = comments;
        seen.statutory = QDate(2026, 1, 31);
        return seen;
    }
    static SeenReport inState(ReviewState state)
    {
        SeenReport seen = started(0, 0, 0);
        seen.state = state;
        seen.turn = QStringLiteral("陈立");
        seen.published = QDate(2026, 1, 27);
        return seen;
    }

private Q_SLOTS:
    void aFileIsLookedAtAndNotTouched()
    {
        const QString path = m_folder.filePath(QStringLiteral("a.nianbao"));
        const Report report = test::sampleReport(QStringLiteral("hongze-2023"));
        int errors = 0;
        {
            const auto made = Session::create(path, report);
            QVERIFY(made);
            errors = count((*made)->findings(), Level::Error);
            QCOMPARE(seen(**made).errors, errors);
        }
        const QByteArray before = test::readFile(path);
        const auto seen = seenIn(path);
        QVERIFY(seen);
        QCOMPARE(seen->year, 2023);
        QCOMPARE(seen->errors, errors);
        QVERIFY(errors > 0 && seen->isStarted && !seen->isSample);
        QCOMPARE(seen->statutory, QDate(2024, 3, 31)); // a district's own
        QCOMPARE(test::readFile(path), before);
        QVERIFY(!seenIn(m_folder.filePath(QStringLiteral("nothing.nianbao"))));
    }

    void aBlankOneIsNotStarted()
    {
        const QString path = m_folder.filePath(QStringLiteral("b.nianbao"));
        QVERIFY(Session::create(path, Report(findForm(QStringLiteral("2021")), 2025)));
        const auto seen = seenIn(path);
        QVERIFY(seen && !seen->isStarted);
        QVERIFY(openParts(*seen).isEmpty()); // nobody has done anything wrong
    }

    void whatIsOpenHasTheLevelOfEach()
    {
        const QList<OpenPart> wanted{{QStringLiteral("● errors 2"), Level::Error},
            {QStringLiteral("◆ to explain 3"), Level::Explain}, {QStringLiteral("comments 1"), std::nullopt}};
        QCOMPARE(openParts(started(2, 3, 1)), wanted);
        QCOMPARE(openParts(started(0, 3, 0)), wanted.mid(1, 1));
    }

    void theNextStep_data()
    {
        QTest::addColumn<SeenReport>("seen");
        QTest::addColumn<QString>("words");
        SeenReport blank;
        blank.errors = 9;
        const auto row = [](const char *name, const SeenReport &seen, const char *words) {
            QTest::newRow(name) << seen << QString::fromUtf8(words);
        };
        row("a blank report", blank, "Fill in tables and texts, in any order.");
        row("errors first", started(2, 3, 1), "Errors to mend: 2.");
        row("then explanations", started(0, 3, 1), "Points to explain: 3.");
        row("then comments", started(0, 0, 1), "Comments to answer: 1.");
        SeenReport isAnswered = started(0, 0, 1);
        isAnswered.toAnswer = 0;
        row("one that is answered, or one's own, holds up nobody", isAnswered,
            "It can be sent for review; comments not resolved: 1.");
        row("then it can go", started(0, 0, 0), "Nothing is open: send it for review.");
        row("whose turn it is", inState(ReviewState::InReview), "It is the turn of 陈立.");
        row("returned", inState(ReviewState::Returned), "Mend what was returned, then send it again.");
        row("approved", inState(ReviewState::Approved), "Approved: send it to the district office.");
        row("handed over", inState(ReviewState::Submitted),
            "Sent to the district office: publish it, then say where.");
        const auto ofCounty = [](ReviewState state) {
            SeenReport seen = inState(state);
            seen.statutory = QDate(2026, 3, 31);
            return seen;
        };
        row("a county's own, approved", ofCounty(ReviewState::Approved),
            "Approved: publish it, then say where.");
        row("a county's own, handed over", ofCounty(ReviewState::Submitted),
            "Handed over: publish it, then say where.");
        row("published", inState(ReviewState::Published), "Published on 2026-01-27.");
    }
    void theNextStep()
    {
        QFETCH(SeenReport, seen);
        QFETCH(QString, words);
        QCOMPARE(nextStep(seen), words);
    }

    void aLineIsReadAsItWasKept()
    {
        const SeenReport kept = started(2, 3, 1);
        const auto read = seenFromLine(toLine(kept));
        QVERIFY(read && *read == kept);
    }

    /// A count that nobody had counted is not 0: the file is looked at again.
    void aLineOfAnOlderVersionTellsNothing_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"errors", "explain", "comments", "answer", "started"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void aLineOfAnOlderVersionTellsNothing()
    {
        QFETCH(QString, key);
        QJsonObject object = QJsonDocument::fromJson(toLine(started(0, 0, 2)).toUtf8()).object();
        QVERIFY(object.contains(key));
        object.remove(key);
        QVERIFY(!seenFromLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))));
    }

    void whatIsPublishedOrASampleIsNotDue()
    {
        QCOMPARE(dueDate(started(0, 0, 0)), QDate(2026, 1, 31));
        QVERIFY(!dueDate(inState(ReviewState::Published)).isValid());
        SeenReport sample = started(0, 0, 0);
        sample.isSample = true;
        QVERIFY(!dueDate(sample).isValid());
    }
};

QTEST_GUILESS_MAIN(SeenReportTest)
#include "tst_seenreport.moc"
