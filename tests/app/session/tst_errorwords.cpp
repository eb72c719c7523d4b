// SPDX-License-Identifier: MulanPSL-2.0
#include "errorwords.h"
#include "language.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cerrno>
#include <cstring>

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

    /// A city's office has the report of a county.
    void whoHasTheReportIsSaidByName()
    {
        const QString words = describe({ErrorCode::AlreadyHandedOver, QStringLiteral("submit"),
            QStringLiteral("淮安市政务公开办\n2026-03-20T01:00:00Z")});
        QVERIFY(words.contains(QStringLiteral("淮安市政务公开办")));
        QVERIFY2(!words.contains(QStringLiteral("district")), qPrintable(words));
    }

    void aBrokenFileIsSaidWithAndWithoutItsPart()
    {
        const QString file = QStringLiteral("年报.docx");
        const QString part = describe({ErrorCode::BrokenDocument, file, QStringLiteral("word/styles.xml")});
        QVERIFY(part.contains(file) && part.contains(QStringLiteral("word/styles.xml")));
        const QString whole = describe({ErrorCode::BrokenDocument, file, {}});
        QVERIFY(whole.contains(file) && !whole.contains(QStringLiteral("“”")));
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

    /// Of a file that does not open: the manual says that the sentences do, and these did not.
    void whatToDoIsSaid()
    {
        installLanguage(QStringLiteral("zh_CN"));
        for (const ErrorCode code : {ErrorCode::FileNotFound, ErrorCode::NotAFile, ErrorCode::TooLarge,
                 ErrorCode::TooCostly, ErrorCode::NotADatabase, ErrorCode::ForeignDatabase,
                 ErrorCode::Damaged, ErrorCode::TooNew, ErrorCode::NoPermission}) {
            const QString words = describe({code, QStringLiteral("WHERE"), QStringLiteral("7")});
            QVERIFY2(words.contains(u'请'), qPrintable(words));
        }
    }

    /// What the system, SQLite or Qt say about a failure is in Chinese too, or is not said.
    void wordsOfTheSystem_data()
    {
        QTest::addColumn<QString>("detail");
        for (const int code : {ENOENT, EACCES, EPERM, ENOSPC, EROFS, EIO, EISDIR, ENOTDIR, ENAMETOOLONG,
                 EFBIG, EBUSY, EDQUOT, ESTALE, ETIMEDOUT, ELOOP, EMFILE, EINVAL, EXDEV})
            QTest::addRow("%s", std::strerror(code)) << QString::fromLocal8Bit(std::strerror(code));
        for (const char *words : {"disk I/O error", "database disk image is malformed", "database is locked",
                 "attempt to write a readonly database", "unable to open database file",
                 "file is not a database", "no such table: meta", "database or disk is full",
                 "Unable to read image data", "Unknown error 4711", "UNIQUE constraint failed: cell.key"})
            QTest::newRow(words) << QString(QLatin1String(words));
    }
    void wordsOfTheSystem()
    {
        QFETCH(QString, detail);
        installLanguage(QStringLiteral("zh_CN"));
        static const QRegularExpression latin(QStringLiteral("[A-Za-z]{2,}"));
        for (const ErrorCode code : {ErrorCode::ReadFailed, ErrorCode::WriteFailed, ErrorCode::Damaged}) {
            const QString sentence = describe({code, QStringLiteral("年报"), detail});
            QVERIFY2(!sentence.contains(latin), qPrintable(sentence));
        }
    }

    /// In characters, which a clerk counts; the ending takes its share of the bytes.
    void theLengthOfANameIsSaidInCharacters()
    {
        installLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(describe({ErrorCode::NameTooLong, QStringLiteral("/t/长.nianbao"), QStringLiteral("200")}),
            QStringLiteral("文件名 /t/长.nianbao 太长：不算后缀，最多 64 个汉字，或 192 个字母、数字。"
                           "请换一个短一些的名称。"));
        const QString noEnding = describe(
            {ErrorCode::NameTooLong, QStringLiteral("/t/") + QString(300, u'长'), QStringLiteral("255")});
        QVERIFY2(noEnding.contains(QStringLiteral("最多 84 个汉字")), qPrintable(noEnding.right(60)));
        const QString noneBehindADot = describe({ErrorCode::NameTooLong,
            QStringLiteral("/t/张村镇.2021年政府信息公开工作年度报告"), QStringLiteral("255")});
        QVERIFY2(noneBehindADot.contains(QStringLiteral("最多 85 个汉字")), qPrintable(noneBehindADot));
    }

    /// Numbers that only tell those who mend the program are in no sentence, but for the log.
    void technicalRestsAreInNoSentence_data()
    {
        QTest::addColumn<QString>("detail");
        for (const char *rest : {"90000 < 233472", "SQLite 11", "SQLite 778", "history 12", "65000"})
            QTest::newRow(rest) << QString(QLatin1String(rest));
    }
    void technicalRestsAreInNoSentence()
    {
        QFETCH(QString, detail);
        for (const char *language : {"zh_CN", "en"}) {
            installLanguage(QLatin1String(language));
            for (const ErrorCode code : {ErrorCode::ReadFailed, ErrorCode::WriteFailed, ErrorCode::Damaged}) {
                const Error error{code, QStringLiteral("WHERE"), detail};
                QVERIFY2(!describe(error).contains(detail), qPrintable(describe(error)));
                QCOMPARE(technicalRest(error), detail);
            }
        }
        QCOMPARE(technicalRest({ErrorCode::BadDate, {}, QStringLiteral("李明 13812345678")}), QString());
        QCOMPARE(technicalRest({ErrorCode::BadDate, {}, QStringLiteral("13812345678")}), QString()); // typed
    }

    /// The log names the part of a broken file by our own word for it, never by one out of the file.
    void aDamagedPartIsNamedInTheLog()
    {
        const auto rest = [](ErrorCode code, const QString &detail) {
            return technicalRest({code, QStringLiteral("WHERE"), detail});
        };
        for (const char *part :
            {"review", "review_event", "snapshot 3", "overview/1", "requests.received.total"})
            QCOMPARE(rest(ErrorCode::Damaged, QLatin1String(part)), QLatin1String(part));
        for (const QString &other : {QStringLiteral("李明"), QStringLiteral("Li Ming 13812345678"),
                 QStringLiteral("database disk image is malformed"), QString(200, u'a')})
            QCOMPARE(rest(ErrorCode::Damaged, other), QString());
        QCOMPARE(rest(ErrorCode::NoPermission, QStringLiteral("review")), QString());
    }

    void whatTheProgramSaysItselfStays_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::newRow("a place") << QStringLiteral("tables.requests.received");
        QTest::newRow("Chinese") << QStringLiteral("第 3 行 of the 表");
        QTest::newRow("nothing") << QString();
    }
    void whatTheProgramSaysItselfStays()
    {
        QFETCH(QString, detail);
        installLanguage(QStringLiteral("zh_CN"));
        QVERIFY(describe({ErrorCode::ReadFailed, QStringLiteral("年报"), detail}).contains(detail));
    }
};

QTEST_GUILESS_MAIN(ErrorWordsTest)
#include "tst_errorwords.moc"
