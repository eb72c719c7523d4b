// SPDX-License-Identifier: MulanPSL-2.0
#include "mentions.h"

#include <QTest>

using namespace nianbao;

class MentionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTextSpeaksOfAMatter_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("notSaid");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isIn");
        const auto row
            = [](const char *name, const char *said, const char *notSaid, const char *text, bool isIn) {
                  QTest::newRow(name) << QString::fromUtf8(said) << QString::fromUtf8(notSaid)
                                      << QString::fromUtf8(text) << isIn;
              };
        row("a word", "监督", "", "强化监督。", true);
        row("another", "监督", "", "强化管理。", false);
        row("one of several", "监督/通报", "", "逐月通报。", true);
        row("what only looks like it", "监督", "市场/安全+监督", "加强市场监督。", false);
        row("both", "监督", "市场/安全+监督", "市场监督之外，强化监督。", true);
        row("the longest is passed over", "监督/检查", "市场+监督/监督检查", "市场监督检查。", false);
        row("at once", "加强+保障", "", "加强有力保障。", false);
        row("near", "加强…保障", "", "加强有力的保障。", true);
        row("too far", "加强…保障", "", "加强一切有力的保障。", false);
        row("far", "加强……保障", "", "加强一切有力的保障。", true);
        row("in another clause", "加强……保障", "", "加强管理，有力保障。", false);
        row("in a list", "公布……信息", "", "公布规划、人事等信息。", true);
        row("in a list, near", "公布…信息", "", "公布甲、信息。", false);
        row("a number", "发布…#+条", "", "发布信息1,204条。", true);
        row("no number", "发布…#+条", "", "发布信息数条。", false);
        row("the end of a clause", "加强+保障+。", "", "加强保障", true);
        row("the end of a clause by a mark", "加强+保障+。", "", "加强保障；", true);
        row("no end", "加强+保障+。", "", "加强保障性住房", false);
        row("nothing", "监督", "", "", false);
    }
    void aTextSpeaksOfAMatter()
    {
        QFETCH(QString, said);
        QFETCH(QString, notSaid);
        QFETCH(QString, text);
        QFETCH(bool, isIn);
        Mentions mentions;
        mentions.count({said});
        if (!notSaid.isEmpty())
            mentions.passOver({notSaid});
        QCOMPARE(mentions.isIn(text), isIn);
    }

    void whatIsNoPattern()
    {
        for (const QString &pattern :
            {QString(), QStringLiteral("加强+"), QStringLiteral("/保障"), QStringLiteral("……保障"),
                QStringLiteral("#+条"), QStringLiteral("。+保障"), QStringLiteral("公布……信息……条")})
            QVERIFY2(!Mentions::isPattern(pattern), qPrintable(pattern));
        QVERIFY(Mentions::isPattern(QStringLiteral("发布/公布……#+条/篇")));
    }

    /// However often the first part stands there.
    void itTakesTimeInProportion()
    {
        Mentions mentions;
        mentions.count({QStringLiteral("公布……公布…公布…条")});
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!mentions.isIn(QStringLiteral("公布").repeated(20'000)));
        QVERIFY(timer.elapsed() < 5'000);
    }
};

QTEST_GUILESS_MAIN(MentionsTest)
#include "tst_mentions.moc"
