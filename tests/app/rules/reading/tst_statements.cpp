// SPDX-License-Identifier: MulanPSL-2.0
// Sentences as reports have them, beside tables that do not change: what is right is silent, what is wrong is
// found.
#include "checks.h"
#include "testreports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace nianbao;

namespace {

QStringList foundBeside(const QJsonObject &cells, const QJsonObject &sentence)
{
    Report report = test::filledReport();
    Change change;
    for (auto it = cells.constBegin(); it != cells.constEnd(); ++it)
        change.steps.append(SetCell{CellId(it.key()), Amount::fromInteger(it.value().toInteger())});
    change.steps.append(InsertSubSection{SectionId(QStringLiteral("overview")), 1,
        {sentence[QStringLiteral("heading")].toString(), sentence[QStringLiteral("text")].toString()}});
    if (const QString name = sentence[QStringLiteral("name")].toString(); !name.isEmpty()) {
        change.steps.append(SetFact{QLatin1String(fact::kName), name});
        change.steps.append(SetFact{QLatin1String(fact::kShortName), {}});
    }
    if (!report.apply(change))
        qFatal("the sentence cannot be put in");
    QStringList found;
    for (const Finding &finding : check(report, RuleSet())) {
        if (finding.place.toString() == u"overview/2" || finding.rule.toString() == u"TXT-NONE")
            found.append(finding.rule.toString() + u' ' + said(finding.message));
    }
    return found;
}

} // namespace

class StatementsTest : public QObject {
    Q_OBJECT

    QJsonObject m_data;

    void rows(const char *kind)
    {
        QTest::addColumn<QJsonObject>("sentence");
        const QJsonArray list = m_data.value(QLatin1String(kind)).toArray();
        QVERIFY(list.size() > 40);
        for (const auto &item : list)
            QTest::newRow(qPrintable(item[QStringLiteral("text")].toString())) << item.toObject();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray json = test::readFile(QStringLiteral(TEST_DATA_DIR "/sentences.json"));
        m_data = QJsonDocument::fromJson(json).object();
    }

    void rightSentencesAreSilent_data() { rows("right"); }
    void rightSentencesAreSilent()
    {
        QFETCH(QJsonObject, sentence);
        const QStringList found = foundBeside(m_data[QStringLiteral("cells")].toObject(), sentence);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void wrongSentencesAreFound_data() { rows("wrong"); }
    void wrongSentencesAreFound()
    {
        QFETCH(QJsonObject, sentence);
        QStringList rules;
        for (const QString &found : foundBeside(m_data[QStringLiteral("cells")].toObject(), sentence))
            rules.append(found.section(u' ', 0, 0));
        QCOMPARE(rules.join(u' '), sentence[QStringLiteral("rules")].toString());
    }

    /// Any text, however broken, is read to its end; what is found lies inside of it.
    void noTextBreaksTheChecks()
    {
        static const QStringList pieces
            = QStringLiteral("收到|申请|政府信息公开|办结|答复|行政复议|诉讼|予以公开|不予公开|其中|包括|"
                             "分别为|共|占|（|）|(|)|“|”|《|》|，|。|；|、|："
                             "|件|条|%|元|3|21|1,305|１２|一千三百|二十余|百分之|万|亿|.|,|-|—|〔|〕|2020年|"
                             "2021年|12月31|去年|上年结转|下年|{{|}}|"
                             "{{requests.received.total}}|{{x}}|channels[|percent(|我|镇镇|柳林镇|杏林镇|XX|"
                             "的的| |规范性文件|处理费|未|均获维持|𠮷|=")
                  .split(u'|');
        QRandomGenerator random(7);
        Report report = test::filledReport();
        const SectionId overview(QStringLiteral("overview"));
        for (int i = 0; i < 1500; ++i) {
            QString text;
            for (int k = 0; k < 60; ++k)
                text += random.bounded(20) == 0 ? QStringLiteral("\n")
                                                : pieces.at(int(random.bounded(pieces.size())));
            QVERIFY(report.apply({{}, {SetText{overview, 0, text}}}));
            for (const Finding &finding : check(report, RuleSet())) {
                if (finding.place.toString() != u"overview/1" || finding.place.start() < 0)
                    continue;
                QVERIFY2(finding.place.length() >= 0
                        && finding.place.start() + finding.place.length() <= text.size(),
                    qPrintable(text));
                QVERIFY2(finding.numberStart < 0 || finding.numberStart + finding.numberLength <= text.size(),
                    qPrintable(text));
            }
        }
    }
};

QTEST_GUILESS_MAIN(StatementsTest)
#include "tst_statements.moc"
