// SPDX-License-Identifier: MulanPSL-2.0
#include "textencoding.h"

#include <QStringEncoder>
#include <QTest>

using namespace nianbao;

namespace {

const QString kText = QStringLiteral("张村镇政府信息公开工作年度报告，收费 3.5 万元。");

QByteArray in(const char *encoding, const QString &text, QStringConverter::Flags flags = {})
{
    return QStringEncoder(encoding, flags).encode(text);
}

} // namespace

class TextEncodingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsTheEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("text"); // null: it cannot be told
        QTest::addColumn<QString>("encoding");
        const auto row = [](const char *name, const QByteArray &bytes, const char *named, const QString &text,
                             const char *encoding) {
            QTest::newRow(name) << bytes << QString::fromUtf8(named) << text << QString::fromUtf8(encoding);
        };
        const auto marked = QStringConverter::Flag::WriteBom;
        const QString rare = QStringLiteral("𠮷县€");
        const QString faulty = kText + QChar(QChar::ReplacementCharacter);
        const QByteArray gb = in("GB18030", kText);
        row("nothing", {}, "", QStringLiteral(""), "UTF-8");
        row("digits", "37", "", QStringLiteral("37"), "UTF-8");
        row("UTF-8", kText.toUtf8(), "", kText, "UTF-8");
        row("UTF-8 with a mark", "\xEF\xBB\xBF" + kText.toUtf8(), "", kText, "UTF-8");
        row("UTF-16, little-endian", in("UTF-16LE", kText, marked), "", kText, "UTF-16LE");
        row("UTF-16, big-endian", in("UTF-16BE", kText, marked), "", kText, "UTF-16BE");
        row("GB18030", gb, "", kText, "GB18030");
        row("a short text in GB18030", in("GB18030", QStringLiteral("规章 0 0 0")), "",
            QStringLiteral("规章 0 0 0"), "GB18030");
        row("GB18030 beyond GBK", in("GB18030", rare), "", rare, "GB18030");
        row("what is called GB2312", in("GB18030", rare), "gb2312", rare, "GB18030");
        row("what is called GBK", in("GB18030", rare), " GBK ", rare, "GB18030");
        row("UTF-8 that is called GBK", kText.toUtf8(), "gbk", kText, "UTF-8");
        row("GB18030 that is called UTF-8", gb, "utf-8", kText, "GB18030");
        row("GB18030 that is called something unknown", gb, "x-none", kText, "GB18030");
        row("a mark against a name", "\xEF\xBB\xBF" + kText.toUtf8(), "gb2312", kText, "UTF-8");
        row("Big5, as it is called", in("Big5", QStringLiteral("張村鎮")), "big5", QStringLiteral("張村鎮"),
            "BIG5");
        row("a sign for a lost character is a character", faulty.toUtf8(), "", faulty, "UTF-8");
        row("UTF-8 cut within a character", kText.toUtf8().chopped(2), "", {}, "");
        row("UTF-8 with a stray byte", kText.toUtf8() + "\xFF" + kText.toUtf8(), "", {}, "");
        row("damaged UTF-8 that is called GBK", kText.toUtf8() + "\xFF", "gbk", {}, "");
        row("damaged UTF-8 with a mark", "\xEF\xBB\xBF" + kText.toUtf8() + "\xFF", "", {}, "");
        row("half of UTF-16", in("UTF-16LE", kText, marked).chopped(1), "", {}, "");
        row("GB18030 cut within a character", in("GB18030", QStringLiteral("规章")).chopped(1), "", {}, "");
        row("bytes of no text", QByteArray("\xFF\x80\x81\xFE\xFF\xFF"), "", {}, "");
    }
    void tellsTheEncoding()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, named);
        QFETCH(const QString, text);
        const auto decoded = decodeText(bytes, named);
        QCOMPARE(decoded.has_value(), !text.isNull());
        if (!decoded)
            return;
        QCOMPARE(decoded->text, text);
        QTEST(decoded->encoding, "encoding");
        if (named.isEmpty())
            QCOMPARE(decodeText(bytes)->text, text);
    }

    void takesBig5ForNoGb18030()
    {
        QVERIFY(!decodeText(
            in("Big5", QStringLiteral("張村鎮政府資訊公開工作年度報告，總體情況與存在問題")).repeated(3)));
    }
};

QTEST_GUILESS_MAIN(TextEncodingTest)
#include "tst_textencoding.moc"
