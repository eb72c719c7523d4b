// SPDX-License-Identifier: MulanPSL-2.0
// Sentences as reports have them, beside tables that do not change: what is right is silent, what is wrong is
// found.
#include "checks.h"
#include "testreports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
    for (const Finding &finding : check(report)) {
        if (finding.section == u"overview/2" || finding.rule.toString() == u"TXT-NONE")
            found.append(finding.rule.toString() + u' ' + finding.message);
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
        QVERIFY(!foundBeside(m_data[QStringLiteral("cells")].toObject(), sentence).isEmpty());
    }
};

QTEST_GUILESS_MAIN(StatementsTest)
#include "tst_statements.moc"
