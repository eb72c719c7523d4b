// SPDX-License-Identifier: MulanPSL-2.0
#include "namesearch.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <QTest>

#include <memory>

using namespace nianbao;

class NameSearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNameIsFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isFound");
        const QString received = QStringLiteral("一、本年新收政府信息公开申请数量 自然人");
        QTest::newRow("by words of it") << received << QStringLiteral("新收") << true;
        QTest::newRow("by initials") << received << QStringLiteral("xs") << true;
        QTest::newRow("by initials over a blank of the name") << received << QStringLiteral("slzrr") << true;
        QTest::newRow("by pinyin") << received << QStringLiteral("xinshou") << true;
        QTest::newRow("by pinyin that is not at its end yet") << received << QStringLiteral("xinsh") << true;
        QTest::newRow("by capitals") << received << QStringLiteral("XS") << true;
        QTest::newRow("by letters of the other width") << received << QStringLiteral("ｘｓ") << true;
        QTest::newRow("by two parts") << received << QStringLiteral("xs zrr") << true;
        QTest::newRow("by parts in another order") << received << QStringLiteral("自然人 xs") << true;
        QTest::newRow("by nothing") << received << QString() << true;
        QTest::newRow("not by a part that it lacks") << received << QStringLiteral("xs 法人") << false;
        QTest::newRow("not by initials in another order") << received << QStringLiteral("sx") << false;
        QTest::newRow("not from within a syllable") << received << QStringLiteral("inshou") << false;
        QTest::newRow("by its number") << QStringLiteral("表三") << QStringLiteral("b3") << false;
        QTest::newRow("by a letter in it") << QStringLiteral("PDF 下载") << QStringLiteral("pdfxz") << true;
        QTest::newRow("administration, not a row")
            << QStringLiteral("行政复议") << QStringLiteral("xzfy") << true;
        QTest::newRow("a name of signs is found by nothing")
            << QStringLiteral("……") << QStringLiteral("a") << false;
    }
    void aNameIsFound()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, typed);
        QFETCH(const bool, isFound);
        QCOMPARE(SearchedName(name).distance(typed).has_value(), isFound);
    }

    void whatBeginsWithItComesFirst()
    {
        const QString typed = QStringLiteral("处罚");
        const auto begins = SearchedName(QStringLiteral("处罚决定")).distance(typed);
        const auto holds = SearchedName(QStringLiteral("行政处罚")).distance(typed);
        const auto byInitials = SearchedName(QStringLiteral("行政处罚")).distance(QStringLiteral("cf"));
        QVERIFY(begins && holds && byInitials);
        QVERIFY(*begins < *holds);
        QVERIFY(*holds < *byInitials);
    }

    void theNearerComesFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("nearer");
        QTest::addColumn<QString>("farther");
        const QString fees = QStringLiteral("表二 行政事业性收费 · 本年收费金额");
        const QString received = QStringLiteral("表三 一、本年新收政府信息公开申请数量 · 自然人");
        QTest::newRow("a word's initials before those across words")
            << QStringLiteral("xs") << received << fees;
        QTest::newRow("a word's pinyin before that across words")
            << QStringLiteral("shouf") << QStringLiteral("本年收费") << QStringLiteral("接收废止");
        QTest::newRow("a word behind a blank before one within")
            << QStringLiteral("act") << QStringLiteral("the act") << QStringLiteral("contact");
        QTest::newRow("the beginning before a word")
            << QStringLiteral("收费") << QStringLiteral("收费金额") << fees;
        QTest::newRow("the beginning by initials before a word as it is typed")
            << QStringLiteral("dh") << QStringLiteral("电话") << QStringLiteral("表 dh");
        QTest::newRow("as it is typed before by initials")
            << QStringLiteral("dh") << QStringLiteral("dh 表") << QStringLiteral("电话");
        QTest::newRow("behind a known word another begins, known or not")
            << QStringLiteral("花山") << QStringLiteral("新花山") << QStringLiteral("某花山");
    }
    void theNearerComesFirst()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, nearer);
        QFETCH(const QString, farther);
        const auto near = SearchedName(nearer).distance(typed);
        const auto far = SearchedName(farther).distance(typed);
        QVERIFY(near && far);
        QVERIFY2(*near < *far, qPrintable(QStringLiteral("%1, %2").arg(*near).arg(*far)));
    }

    /// The characters of the program's own list are read as ICU reads them, from which it was made.
    void everyCharacterHasItsSyllable()
    {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::Transliterator> pinyin(
            icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        QVERIFY(U_SUCCESS(status));
        int known = 0;
        QString wrong;
        for (char16_t code = 0x4E00; code < 0xA000; ++code) {
            icu::UnicodeString text(code);
            pinyin->transliterate(text);
            const QString syllable(reinterpret_cast<const QChar *>(text.getBuffer()), text.length());
            if (syllable == QChar(code))
                continue; // ICU knows none
            ++known;
            // exactly this: longer is another, and a prefix of it fits too
            const SearchedName name{QString(QChar(code))};
            if (!name.distance(syllable) || name.distance(syllable + u'a'))
                wrong += QChar(code);
        }
        QCOMPARE(wrong, QString());
        QVERIFY(known > 20'000);
    }

    void whatIsTypedHasABound()
    {
        const SearchedName name(QString(2000, u'新'));
        QVERIFY(name.distance(QString(100000, u'x')).has_value()); // its first characters count
    }
};

QTEST_GUILESS_MAIN(NameSearchTest)
#include "tst_namesearch.moc"
