// SPDX-License-Identifier: MulanPSL-2.0
#include "enclosures.h"

#include "approved.h"
#include "clock.h"
#include "elidedlabel.h"
#include "findingactions.h"
#include "language.h"
#include "session.h"
#include "testreports.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace nianbao;

namespace {

QDateTime fixedTime() { return {QDate(2022, 1, 20), QTime(9, 40), Qt::OffsetFromUTC, 8 * 3600}; }

QList<ParcelFile> someFiles()
{
    return {{ParcelPart::Report, QByteArray(1'500'000, 'a'), 8}, {ParcelPart::Copy, QByteArray(2000, 'b')},
        {ParcelPart::Checks, QByteArray(3001, 'c'), 2}, {ParcelPart::Word, QByteArray(500'000, 'd')}};
}

Letter called(const QString &name)
{
    Letter letter;
    letter.fileName = name;
    letter.checksName = name + QStringLiteral("核对单");
    return letter;
}

} // namespace

/// What goes along, and under which names.
class EnclosuresTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Enclosures> m_files;

    QCheckBox *box(const char *name) { return m_files->findChild<QCheckBox *>(QLatin1String(name)); }
    QString allWords()
    {
        QStringList words;
        for (const QLabel *label : m_files->findChildren<QLabel *>())
            words.append(label->text());
        return words.join(u'\n');
    }
    QStringList names()
    {
        QStringList all;
        for (const ElidedLabel *name : m_files->findChildren<ElidedLabel *>())
            all.append(name->words());
        return all;
    }
    void make() { m_files = std::make_unique<Enclosures>(*m_session, someFiles(), false); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        installLanguage(QStringLiteral("zh_CN"));
        setClock(fixedTime);
    }
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        auto made = Session::create(m_place->filePath(QStringLiteral("r.nianbao")), test::filledReport());
        QVERIFY(made);
        m_session = std::move(*made);
    }
    void cleanup()
    {
        m_files.reset();
        m_session.reset();
    }

    void whatIsTickedGoesAlong()
    {
        make();
        m_files->showNames(called(QStringLiteral("年报")));
        QCOMPARE(m_files->chosen().size(), 3); // the Word text goes along only when it is ticked
        QCOMPARE(m_files->chosenNames().first(), QStringLiteral("年报.pdf"));
        QVERIFY2(allWords().contains(QStringLiteral("1.5 MB")), qPrintable(allWords()));
        QSignalSpy changed(m_files.get(), &Enclosures::changed);
        box("part2")->setChecked(false); // the check sheet
        box("part3")->setChecked(true);
        QCOMPARE(changed.size(), 2);
        m_files->showNames(called(QStringLiteral("年报")));
        QCOMPARE(m_files->chosen().size(), 3);
        QVERIFY(m_files->chosen().last().part == ParcelPart::Word);
        QVERIFY(m_files->chosenNames().last().endsWith(QStringLiteral(".docx")));
        QVERIFY2(allWords().contains(QStringLiteral("2.0 MB")), qPrintable(allWords())); // together
    }

    void namesAreShownAsTheyWillBe()
    {
        make();
        m_files->showNames(called(QStringLiteral("2021年报")));
        QCOMPARE(names().size(), 4); // the Word text, too
        QCOMPARE(names().first(), QStringLiteral("2021年报.pdf"));
        QSignalSpy changed(m_files.get(), &Enclosures::changed);
        box("ascii")->setChecked(true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_files->hasAsciiNames());
        m_files->showNames(called(QStringLiteral("2021年报")));
        QCOMPARE(names().first(), QStringLiteral("annual-report-2021-r1.pdf"));
    }

    void whoseWordingTheyFollowIsAskedFor()
    {
        make();
        QSignalSpy asked(m_files.get(), &Enclosures::wordingRequested);
        m_files->findChild<QToolButton *>(QStringLiteral("templates"))->click();
        QCOMPARE(asked.size(), 1);
    }

    void withoutFilesNothingGoesAlong()
    {
        m_files = std::make_unique<Enclosures>(*m_session, QList<ParcelFile>(), true);
        m_files->showNames(called(QStringLiteral("年报")));
        QVERIFY(m_files->chosen().isEmpty() && m_files->chosenNames().isEmpty());
        QVERIFY(m_files->hasAsciiNames());
    }

    /// An explanation of a sentence that was deleted since is told to nobody.
    void onlyWhatIsStillExplainedGoesAlong()
    {
        QVERIFY(m_session->edit(Change::of({},
            SetExplanation{QStringLiteral("TXT-DONE|overview|gone"),
                Explanation{QStringLiteral("已核对"), {}, QStringLiteral("王芳"), {}}})));
        QVERIFY(m_session->edit(Change::of({},
            SetText{SectionId(QStringLiteral("overview")), 0, QStringLiteral("收到政府信息公开申请3件。")})));
        QSet<QString> kept;
        for (const Finding &finding : m_session->unready()) {
            QVERIFY(m_session->edit(
                findingActions::explain(finding, QStringLiteral("已核对原件"), QStringLiteral("王芳"))));
            kept.insert(finding.key);
        }
        QVERIFY(!kept.isEmpty());
        test::approve(*m_session);
        make();
        QVERIFY(allWords().contains(QStringLiteral("说明 %1 条").arg(kept.size())));
        const QString copy = m_place->filePath(QStringLiteral("copy.nianbao"));
        QVERIFY(m_session->handOverCopy(copy));
        const auto there = (*Session::open(copy, Session::Mode::Look))->report().explanations().keys();
        QCOMPARE(QSet<QString>(there.begin(), there.end()), kept);
        QCOMPARE(m_session->report().explanations().size(), kept.size() + 1); // here it may answer again
    }

    void whatIsSaidOfTheCopy()
    {
        make();
        for (const char *said : {"批注", "意见", "历史"})
            QVERIFY2(allWords().contains(QString::fromUtf8(said)), said);
    }
};

QTEST_MAIN(EnclosuresTest)
#include "tst_enclosures.moc"
