// SPDX-License-Identifier: MulanPSL-2.0
#include "cleantext.h"

#include <QRegularExpression>
#include <QTest>

using namespace nianbao;

namespace {

QString of(char32_t c)
{
    return c >= 0xD800 && c < 0xE000 ? QString(QChar(char16_t(c))) : QString::fromUcs4(&c, 1);
}

/// Everything that is dropped, one after the other.
QString allForeign()
{
    QString text;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (isForeign(c) && (c < 0xD800 || c > 0xDFFF))
            text += of(c);
    }
    return text + u'甲' + QChar(0xD800) + u'乙' + QChar(0xDC00);
}

} // namespace

class CleanTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// An expression that is given half a character finds nothing, with however much else.
    void aPieceHasWholeCharacters()
    {
        const QString text = of(0x20000) + QStringLiteral("3号") + of(0x20001);
        const QStringView all(text);
        QCOMPARE(wholeCharacters(all).toString(), text);
        QCOMPARE(wholeCharacters(all.sliced(1)).toString(), text.mid(2));
        QCOMPARE(wholeCharacters(all.chopped(1)).toString(), text.chopped(2));
        QCOMPARE(wholeCharacters(all.sliced(1).chopped(1)).toString(), QStringLiteral("3号"));
        QVERIFY(wholeCharacters(all.first(1)).isEmpty());
        QVERIFY(wholeCharacters(QStringView()).isEmpty());
        static const QRegularExpression number(QStringLiteral("[0-9]号"));
        QVERIFY(!number.match(all.sliced(1).toString()).hasMatch());
        QVERIFY(number.match(wholeCharacters(all.sliced(1)).toString()).hasMatch());
    }

    void whatIsDroppedAndWhatIsKept_data()
    {
        QTest::addColumn<char32_t>("first");
        QTest::addColumn<char32_t>("last");
        QTest::addColumn<QString>("becomes"); // “=”: it is kept
        const QString kept = QStringLiteral("=");
        const auto row = [](const char *name, char32_t first, char32_t last, const QString &becomes) {
            QTest::newRow(name) << first << last << becomes;
        };
        row("controls before the tab", 0, 8, {});
        row("a tab is a blank", 9, 9, QStringLiteral(" "));
        row("line feed, vertical tab, form feed, return are line ends", 0xA, 0xD, QStringLiteral("\n"));
        row("other controls", 0xE, 0x1F, {});
        row("ASCII", 0x20, 0x7E, kept);
        row("delete and C1 before next line", 0x7F, 0x84, {});
        row("next line is a line end", 0x85, 0x85, QStringLiteral("\n"));
        row("other C1", 0x86, 0x9F, {});
        row("a hard space is a blank", 0xA0, 0xA0, QStringLiteral(" "));
        row("a soft hyphen", 0xAD, 0xAD, {});
        row("the Arabic letter mark", 0x61C, 0x61C, {});
        row("Mongolian selectors", 0x180B, 0x180E, {});
        row("spaces of all widths are blanks", 0x2000, 0x200A, QStringLiteral(" "));
        row("zero widths and direction marks", 0x200B, 0x200F, {});
        row("dashes and quotation marks", 0x2010, 0x2027, kept);
        row("line and paragraph separators", 0x2028, 0x2029, QStringLiteral("\n"));
        row("embeddings", 0x202A, 0x202E, {});
        row("a narrow hard space is a blank", 0x202F, 0x202F, QStringLiteral(" "));
        row("word joiner and invisible operators", 0x2060, 0x2064, {});
        row("isolates", 0x2066, 0x2069, {});
        row("the ideographic space stays", 0x3000, 0x3000, kept);
        row("hanzi", 0x4E00, 0x9FFF, kept);
        row("private use", 0xE000, 0xF8FF, kept);
        row("noncharacters", 0xFDD0, 0xFDEF, {});
        row("variation selectors", 0xFE00, 0xFE0F, {});
        row("byte order mark", 0xFEFF, 0xFEFF, {});
        row("object and replacement characters and the last two", 0xFFFC, 0xFFFF, {});
        row("emoji", 0x1F600, 0x1F64F, kept);
        row("hanzi beyond the basic plane", 0x20000, 0x2A6DF, kept);
        row("unassigned", 0x50000, 0x50010, kept);
        row("tags", 0xE0000, 0xE007F, {});
        row("more variation selectors", 0xE0100, 0xE01EF, {});
        row("private use of the last plane", 0x100000, 0x10FFFD, kept);
        row("the last of all", 0x10FFFE, 0x10FFFF, {});
    }
    void whatIsDroppedAndWhatIsKept()
    {
        QFETCH(char32_t, first);
        QFETCH(char32_t, last);
        QFETCH(QString, becomes);
        for (char32_t c = first; c <= last; ++c) {
            const QString wanted = becomes == u"=" ? of(c) : becomes;
            const QString text = QStringLiteral("前") + of(c) + QStringLiteral("后");
            QCOMPARE(cleanText(text), QStringLiteral("前") + wanted + QStringLiteral("后"));
            QCOMPARE(isForeign(c), wanted.isEmpty());
            const QString inLine = wanted == u"\n" ? QStringLiteral(" ") : wanted;
            QCOMPARE(cleanText(text, Lines::One), QStringLiteral("前") + inLine + QStringLiteral("后"));
        }
    }

    void halfAPairIsDropped_data()
    {
        QTest::addColumn<QString>("text");
        const QChar high(0xD842), low(0xDFB7);
        QTest::newRow("the first half") << QStringLiteral("甲") + high + QStringLiteral("乙");
        QTest::newRow("the second half") << QStringLiteral("甲") + low + QStringLiteral("乙");
        QTest::newRow("the wrong way round") << QStringLiteral("甲") + low + high + QStringLiteral("乙");
        QTest::newRow("at the end") << QStringLiteral("甲乙") + high;
    }
    void halfAPairIsDropped()
    {
        QFETCH(QString, text);
        QCOMPARE(cleanText(text), QStringLiteral("甲乙"));
    }

    void lineEndsOfWindowsAreOne()
    {
        QCOMPARE(cleanText(QStringLiteral("甲\r\n乙\r丙\n\r丁")), QStringLiteral("甲\n乙\n丙\n\n丁"));
        QCOMPARE(cleanText(QStringLiteral("甲\r\n乙"), Lines::One), QStringLiteral("甲 乙"));
    }

    void cleaningTwiceIsCleaningOnce()
    {
        for (const Lines lines : {Lines::One, Lines::Many}) {
            const QString once = cleanText(allForeign(), lines);
            QCOMPARE(once, QStringLiteral("甲乙"));
            QCOMPARE(cleanText(once, lines), once);
        }
    }

    void aCleanTextIsNotCopied()
    {
        const QString text = QStringLiteral("收到申请12件，𠮷镇，\uE123。\n第二段");
        QVERIFY(cleanText(text).constData() == text.constData());
    }

    void whatWasDroppedIsNamedOnce()
    {
        QList<char32_t> removed;
        cleanText(QStringLiteral("\u2066甲\u200B乙\u2066"), Lines::Many, &removed);
        QCOMPARE(removed, (QList<char32_t>{0x2066, 0x200B}));
        QVERIFY(said(characterWords(removed)).contains(QStringLiteral("U+2066")));
        QVERIFY(!said(characterWords(removed)).contains(QChar(0x2066))); // it would turn the sentence round
        QVERIFY(said(characterWords(0x1F600)).contains(QStringLiteral("😀")));
        QVERIFY(said(characterWords(0x1F600)).contains(QStringLiteral("U+1F600")));
    }

    void everyCharacterHasAKind_data()
    {
        QTest::addColumn<char32_t>("character");
        QTest::addColumn<int>("kind");
        QTest::newRow("a hanzi") << U'年' << int(CharacterKind::Ordinary);
        QTest::newRow("an isolate") << char32_t(0x2066) << int(CharacterKind::Direction);
        QTest::newRow("private use") << char32_t(0xE123) << int(CharacterKind::PrivateUse);
        QTest::newRow("unassigned") << char32_t(0x378) << int(CharacterKind::Unassigned);
        QTest::newRow("an emoji") << char32_t(0x1F600) << int(CharacterKind::Pictograph);
        QTest::newRow("a selector") << char32_t(0xFE0F) << int(CharacterKind::Selector);
        QTest::newRow("half a pair") << char32_t(0xD800) << int(CharacterKind::Broken);
    }
    void everyCharacterHasAKind()
    {
        QFETCH(char32_t, character);
        QFETCH(int, kind);
        QCOMPARE(int(characterKind(character)), kind);
    }
};

QTEST_GUILESS_MAIN(CleanTextTest)
#include "tst_cleantext.moc"
