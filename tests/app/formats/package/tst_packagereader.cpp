// SPDX-License-Identifier: MulanPSL-2.0
#include "packagereader.h"
#include "processortime.h"
#include "zipbytes.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const QByteArray kText("<a>政府信息公开</a>");
constexpr quint32 kTwoGigabytes = 2'000'000'000;

QByteArray relationships(const QByteArray &all)
{
    return "<?xml version=\"1.0\"?><Relationships "
           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + all + "</Relationships>";
}

ZipEntry zeros(const QByteArray &name, qint64 count, quint32 declared)
{
    return {name, {}, false, compressedZeros(count), declared};
}

QByteArray many(int count)
{
    QList<ZipEntry> entries;
    for (int at = 0; at < count; ++at)
        entries.append({QByteArray::number(at), "1", true});
    return zipBytes(entries);
}

/// An archive whose end says, in the fields of large archives, that it has four thousand million entries.
QByteArray withCountOf64Bits()
{
    QByteArray bytes = zipBytes({{"a", "1"}}, 0xFFFF);
    const qsizetype end = bytes.lastIndexOf("PK\x05\x06");
    QByteArray large = QByteArray::fromHex("504b0606 2c00000000000000 2d00 2d00 00000000 00000000"
                                           "00000000 01000000 00000000 01000000 2f00000000000000");
    large += QByteArray(8, '\0');
    QByteArray locator = QByteArray::fromHex("504b0607 00000000");
    locator.append(char(end));
    locator += QByteArray(7, '\0') + QByteArray::fromHex("01000000");
    return bytes.insert(end, large + locator);
}

} // namespace

class PackageReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAPart_data()
    {
        QTest::addColumn<ZipEntry>("entry");
        QTest::addColumn<QString>("asked");
        QTest::newRow("compressed") << ZipEntry{"word/document.xml", kText} << "word/document.xml";
        QTest::newRow("stored") << ZipEntry{"word/document.xml", kText, true} << "word/document.xml";
        QTest::newRow("with backslashes") << ZipEntry{"word\\document.xml", kText} << "word/document.xml";
        QTest::newRow("asked from the root") << ZipEntry{"word/document.xml", kText} << "/word/document.xml";
        QTest::newRow("in another case") << ZipEntry{"Word/Document.XML", kText} << "word/document.xml";
        QTest::newRow("with a Chinese name")
            << ZipEntry{"word/图.xml", kText, false, {}, {}, {}, 0x800} << QStringLiteral("word/图.xml");
        QTest::newRow("that would leave the folder")
            << ZipEntry{"../../etc/a.xml", kText} << "../../etc/a.xml";
    }
    void readsAPart()
    {
        QFETCH(const ZipEntry, entry);
        QFETCH(const QString, asked);
        auto package = PackageReader::open(zipBytes({{"word/", "", true}, entry}));
        QVERIFY(package);
        QCOMPARE(package->parts().size(), 1); // a folder is none
        QVERIFY(package->has(asked));
        const auto read = package->read(asked);
        QVERIFY(read);
        QCOMPARE(*read, kText);
        QVERIFY(!package->has(QStringLiteral("word")));
        QCOMPARE(package->read(QStringLiteral("word/none.xml")).error(),
            (Error{ErrorCode::BrokenDocument, {}, QStringLiteral("word/none.xml")}));
    }

    void staysUsableWhenMoved()
    {
        auto first = PackageReader::open(zipBytes({{"a", kText}}));
        QVERIFY(first);
        PackageReader second(std::move(*first));
        QCOMPARE(*second.read(QStringLiteral("a")), kText);
        QCOMPARE(*second.read(QStringLiteral("a")), kText); // and as often as wanted
    }

    void refusesAnArchive_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error>("error");
        const Error broken{ErrorCode::BrokenDocument}, locked{ErrorCode::NeedsPassword};
        const Error tooMany{ErrorCode::TooManyParts, {}, QStringLiteral("2000")};
        const QByteArray compound = QByteArray::fromHex("D0CF11E0A1B11AE1") + QByteArray(2000, '\0');
        const QByteArray sealedStream("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
        const QByteArray good = zipBytes({{"a", kText.repeated(100), true}, {"b", kText}});
        QTest::newRow("nothing") << QByteArray() << broken;
        QTest::newRow("a text") << QByteArray("政府信息公开") << broken;
        QTest::newRow("cut in the middle") << good.left(good.size() / 2) << broken;
        QTest::newRow("cut at the end") << good.chopped(4) << broken;
        QTest::newRow("only an end") << good.right(22) << broken;
        QTest::newRow("two parts of one name") << zipBytes({{"a", "1"}, {"a", "2"}})
                                               << Error{ErrorCode::BrokenDocument, {}, QStringLiteral("a")};
        QTest::newRow("two parts whose names are the same to Word") << zipBytes(
            {{"w/a", "1"}, {"W\\A", "2"}}) << Error{ErrorCode::BrokenDocument, {}, QStringLiteral("W/A")};
        QTest::newRow("a part with a password")
            << zipBytes({{"a", "1"}, {"b", "2", false, {}, {}, {}, 1}}) << locked;
        QTest::newRow("an Office file with a password") << compound + sealedStream << locked;
        QTest::newRow("an older Office file") << compound << broken;
        QTest::newRow("2,001 parts") << many(2001) << tooMany;
        QTest::newRow("65,000 parts, as it says") << zipBytes({{"a", "1"}}, 65000) << tooMany;
        QTest::newRow("4,000 million parts, as it says") << withCountOf64Bits() << tooMany;
    }
    void refusesAnArchive()
    {
        QFETCH(const QByteArray, bytes);
        const test::ProcessorTime time;
        const auto package = PackageReader::open(bytes);
        QVERIFY(!package);
        QTEST(package.error(), "error");
        QVERIFY(time.milliseconds() < 1000);
    }

    void takesTwoThousandParts()
    {
        const auto package = PackageReader::open(many(2000));
        QVERIFY(package);
        QCOMPARE(package->parts().size(), 2000);
    }

    void refusesAPart_data()
    {
        QTest::addColumn<ZipEntry>("entry");
        QTest::addColumn<Error>("error");
        const Error broken{ErrorCode::BrokenDocument, {}, QStringLiteral("a")};
        const Error tooLarge{ErrorCode::TooLarge, {}, QStringLiteral("64")};
        QTest::newRow("two gigabytes, honestly") << zeros("a", kTwoGigabytes, kTwoGigabytes) << tooLarge;
        QTest::newRow("two gigabytes that say they are a thousand bytes")
            << zeros("a", kTwoGigabytes, 1000) << tooLarge;
        QTest::newRow("a thousand bytes that say they are two gigabytes")
            << zeros("a", 1000, kTwoGigabytes) << tooLarge;
        QTest::newRow("50 MB that say they are a thousand bytes") << zeros("a", 50 << 20, 1000) << broken;
        QTest::newRow("fewer bytes than it says") << ZipEntry{"a", kText, false, {}, 1000} << broken;
        QTest::newRow("another sum") << ZipEntry{"a", kText, false, {}, {}, 1} << broken;
        QTest::newRow("no compressed stream")
            << ZipEntry{"a", kText, false, QByteArray(200, '\xFF')} << broken;
        QTest::newRow("compressed in a way that nobody knows")
            << ZipEntry{"a", kText, false, {}, {}, {}, 0, 77} << broken;
    }
    void refusesAPart()
    {
        QFETCH(const ZipEntry, entry);
        auto package = PackageReader::open(zipBytes({entry, {"b", kText}}));
        QVERIFY(package);
        const test::ProcessorTime time;
        const auto read = package->read(QStringLiteral("a"));
        QVERIFY(!read);
        QTEST(read.error(), "error");
        QVERIFY(time.milliseconds() < 2000);
    }

    void countsWhatAllPartsAreTogether()
    {
        constexpr quint32 kSize = 48U << 20;
        ZipEntry part = zeros("a", kSize, kSize);
        QList<ZipEntry> entries;
        for (const char *name : {"a", "b", "c"}) {
            part.name = name;
            part.declaredSize = 1 + 258 * 8 * (kSize / (258 * 8) + 1); // what compressedZeros makes of it
            entries.append(part);
        }
        auto package = PackageReader::open(zipBytes(entries));
        QVERIFY(package);
        for (const char *name : {"a", "b"}) // their sums are wrong, which shows after all was read
            QCOMPARE(package->read(QLatin1String(name)).error().code, ErrorCode::BrokenDocument);
        QCOMPARE(package->read(QStringLiteral("c")).error(),
            (Error{ErrorCode::TooLarge, {}, QStringLiteral("128")}));
    }

    void followsRelations_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("part");
        QTest::newRow("beside the part") << QByteArray("Target='media/a.png'") << "word/media/a.png";
        QTest::newRow("from the root") << QByteArray("Target='/word/media/a.png'") << "word/media/a.png";
        QTest::newRow("upwards") << QByteArray("Target='../word/./media/a.png'") << "word/media/a.png";
        QTest::newRow("out of the package") << QByteArray("Target='../../../../etc/passwd'") << "etc/passwd";
        QTest::newRow("with backslashes") << QByteArray("Target='media\\a.png'") << "word/media/a.png";
        QTest::newRow("with a blank in its address")
            << QByteArray("Target='media/b%20c.png'") << "word/media/b c.png";
        QTest::newRow("to the network")
            << QByteArray("Target='http://nianbao.cn/a.png' TargetMode='External'") << QString();
    }
    void followsRelations()
    {
        QFETCH(const QByteArray, target);
        QFETCH(const QString, part);
        const QByteArray type = "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/image' ";
        auto package = PackageReader::open(
            zipBytes({{"word/_rels/document.xml.rels",
                          relationships("<Relationship Id='rId1' " + type + target
                              + "/><Relationship Id='rId2' " + type + "Target='media/z.png'/>")},
                {"word/media/b c.png", "1"}}));
        QVERIFY(package);
        const auto relations = package->relations(QStringLiteral("word/document.xml"));
        QVERIFY(relations);
        QCOMPARE(relations->value(QStringLiteral("rId1")).target, part);
        QCOMPARE(relations->contains(QStringLiteral("rId1")), !part.isEmpty());
        QCOMPARE(relations->value(QStringLiteral("rId2")).type, QStringLiteral("image"));
        QVERIFY(package->relations(QStringLiteral("word/other.xml"))->isEmpty());
    }

    void knowsThePackagesOwnRelations()
    {
        auto package = PackageReader::open(zipBytes({{"_rels/.rels",
            relationships("<Relationship Id='a' Type='http://x/officeDocument' Target='word/document.xml'/>"
                          "<Relationship Id='a' Type='http://x/thumbnail' Target='b.png'/>")}}));
        QVERIFY(package);
        const auto relations = package->relations();
        QVERIFY(relations);
        QCOMPARE(relations->size(), 1); // of two with one id the first
        QCOMPARE(relations->value(QStringLiteral("a")).type, QStringLiteral("officeDocument"));
        QCOMPARE(relations->value(QStringLiteral("a")).target, QStringLiteral("word/document.xml"));
    }

    void refusesRelationsThatAreNoXml()
    {
        auto package = PackageReader::open(zipBytes({{"_rels/.rels", "<Relationships><a>"}}));
        QVERIFY(package);
        QCOMPARE(package->relations().error(),
            (Error{ErrorCode::BrokenDocument, {}, QStringLiteral("_rels/.rels")}));
    }
};

QTEST_GUILESS_MAIN(PackageReaderTest)
#include "tst_packagereader.moc"
