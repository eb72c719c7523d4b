// SPDX-License-Identifier: MulanPSL-2.0
#include "errorwords.h"
#include "language.h"

#include <QSet>
#include <QTest>

using namespace nianbao;

/// Every error has a sentence of its own, in both languages, that names the place.
class ErrorWordsTest : public QObject {
    Q_OBJECT

    static QStringList sentences()
    {
        QStringList list;
        for (int code = 0; code <= int(ErrorCode::ReadOnly); ++code)
            list.append(describe({ErrorCode(code), QStringLiteral("WHERE"), QStringLiteral("DETAIL")}));
        return list;
    }

private Q_SLOTS:
    /// "What was last typed" is no word for an export.
    void aFullDiskIsSaidOfWhatWasDone()
    {
        const Error full{ErrorCode::DiskFull, QStringLiteral("/a/b.pdf"), {}};
        QVERIFY(describe(full).contains(QStringLiteral("typed")));
        const QString made = describe(full, Doing::MakingAFile);
        QVERIFY(!made.contains(QStringLiteral("typed")) && made.contains(full.where));
        const Error other{ErrorCode::NoPermission, full.where, {}};
        QCOMPARE(describe(other, Doing::MakingAFile), describe(other));
    }

    void eachCodeItsOwnSentenceInBothLanguages()
    {
        const QStringList english = sentences();
        QCOMPARE(QSet<QString>(english.begin(), english.end()).size(), english.size());
        for (const QString &sentence : english)
            QVERIFY2(
                sentence.contains(QStringLiteral("WHERE")) || sentence.contains(QStringLiteral("DETAIL")),
                qPrintable(sentence));
        installLanguage(QStringLiteral("zh_CN"));
        const QStringList chinese = sentences();
        QCOMPARE(QSet<QString>(chinese.begin(), chinese.end()).size(), chinese.size());
        for (int i = 0; i < english.size(); ++i) {
            if (i != int(ErrorCode::BadArguments)) // its detail is the sentence
                QVERIFY2(english[i] != chinese[i], qPrintable(english[i]));
        }
    }
};

QTEST_GUILESS_MAIN(ErrorWordsTest)
#include "tst_errorwords.moc"
