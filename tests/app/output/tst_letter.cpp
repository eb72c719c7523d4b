// SPDX-License-Identifier: MulanPSL-2.0
#include "approved.h"
#include "letter.h"
#include "settings.h"
#include "testreports.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class LetterTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    const Report &report() const { return m_session->report(); }
    static QString text(const QString &words, const Report &report, const LetterOccasion &occasion = {})
    {
        return filled({{}, {}, {}, words}, report, occasion).text;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        Report drafted = test::filledReport();
        QVERIFY(drafted.apply({{},
            {SetFact{QLatin1String(fact::kName), QStringLiteral("临江市花山镇人民政府")},
                SetFact{QLatin1String(fact::kShortName), QStringLiteral("花山镇")},
                SetFact{QLatin1String(fact::kPhone), QStringLiteral("6300012")}},
            {}}));
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), drafted);
        QVERIFY(made);
        m_session = std::move(*made);
        test::approve(*m_session);
    }

    void asShipped()
    {
        const Letter letter = filled(shippedTemplates(), report(),
            {QStringLiteral("市政府办公室"), QStringLiteral("王芸"),
                {QStringLiteral("正式文本（PDF）"), QStringLiteral("核对单（PDF）")}});
        QCOMPARE(letter.fileName, QStringLiteral("临江市花山镇人民政府2021年政府信息公开工作年度报告"));
        QCOMPARE(letter.checksName, QStringLiteral("花山镇2021年核对单"));
        QCOMPARE(letter.subject, letter.fileName);
        QCOMPARE(letter.text,
            QStringLiteral("市政府办公室：\n"
                           "    现报送临江市花山镇人民政府2021年政府信息公开工作年度报告，请查收。\n"
                           "    附件：正式文本（PDF）、核对单（PDF）\n"
                           "    报告已于2022年1月20日由陈立在纸质文本上签发。\n"
                           "    内容摘要：%1\n"
                           "    联系人：王芸\n"
                           "    电话：6300012")
                .arg(m_session->contentDigest().left(16)));
    }

    void aCorrectionSaysWhichAndWhy()
    {
        Report corrected = report();
        Review review = corrected.review();
        review.revision = 2;
        review.correction = QStringLiteral("表二行政许可一格有误。");
        review.paper.reset();
        review.seal = Seal{
            QString(64, u'0'), QStringLiteral("陈立"), QStringLiteral("2022-02-20T01:00:00Z"), "no key", {}};
        QVERIFY(corrected.apply(Change::of({}, SetReview{review})));
        const Letter letter = filled(shippedTemplates(), corrected, {});
        QVERIFY(letter.subject.endsWith(QStringLiteral("年度报告（更正，第2版）")));
        QVERIFY(letter.fileName.endsWith(QStringLiteral("年度报告（更正，第2版）")));
        QVERIFY(letter.text.contains(QStringLiteral("更正说明：表二行政许可一格有误。")));
        QVERIFY(letter.text.contains(QStringLiteral("报告已于2022年2月20日由陈立签发。")));
        QVERIFY(!letter.text.contains(QStringLiteral("指纹"))); // what is no key has none
    }

    void fields_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *words, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(words) << QString::fromUtf8(text);
        };
        row("words without fields stay", "a\n\nb", "a\n\nb");
        row("a line with nothing to say is left out", "一\n说明：{更正说明}\n二", "一\n二");
        row("a line with something to say stays", "{单位}{更正说明}", "临江市花山镇人民政府");
        row("what is no field stays", "{某某} {} {", "{某某} {} {");
        row("a field twice", "{年份}{年份}", "20212021");
        row("what was filled is not filled again", "{联系人}", "{年份}");
        row("a line end in a field is a line end", "{附件}", "a\nb");
    }
    void fields()
    {
        QFETCH(QString, words);
        QFETCH(QString, text);
        QCOMPARE(LetterTest::text(words, report(), {{}, QStringLiteral("{年份}"), {QStringLiteral("a\nb")}}),
            text);
    }

    /// A subject and a file's name are one line, whatever the report says.
    void aSubjectIsOneLine()
    {
        const Letter letter = filled({QStringLiteral("{联系人}"), {}, QStringLiteral("a{联系人}"), {}},
            report(), {{}, QStringLiteral("x\r\nBcc: y@z.cn"), {}});
        QCOMPARE(letter.subject, QStringLiteral("ax Bcc: y@z.cn"));
        QCOMPARE(letter.fileName, QStringLiteral("x Bcc: y@z.cn"));
    }

    void everyFieldIsExplainedAndFilled()
    {
        const QStringList names = letterFields();
        QVERIFY(names.contains(QStringLiteral("{单位}")) && names.contains(QStringLiteral("{摘要}")));
        const QString all = text(names.join(u' ') + u'x', report());
        for (const QString &name : names)
            QVERIFY2(!all.contains(name), qPrintable(name));
    }

    void onesOwnWordsAreKept()
    {
        Letter own = shippedTemplates();
        own.subject = QStringLiteral("{简称}年报");
        keepTemplates(own);
        QCOMPARE(letterTemplates(), own);
        QCOMPARE(settings::handOverHabits().templates.size(), 1); // the rest follows the program
        keepTemplates(shippedTemplates());
        QCOMPARE(letterTemplates(), shippedTemplates());
        QVERIFY(settings::handOverHabits().templates.isEmpty());
    }
};

QTEST_GUILESS_MAIN(LetterTest)
#include "tst_letter.moc"
