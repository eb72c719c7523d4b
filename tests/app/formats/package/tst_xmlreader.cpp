// SPDX-License-Identifier: MulanPSL-2.0
#include "processortime.h"
#include "xmlreader.h"

#include <QStringEncoder>
#include <QTest>

using namespace nianbao;

namespace {

const QString kPart = QStringLiteral("word/document.xml");

QByteArray nested(int levels)
{
    return QByteArray("<a>").repeated(levels) + QByteArray("</a>").repeated(levels);
}

QByteArray encoded(const char *encoding, const QString &text)
{
    return QStringEncoder(encoding, QStringConverter::Flag::WriteBom).encode(text);
}

/// Starts, ends and texts as they come, with their depths: 1<a 2<b 2>b "text" 1>a
QString walked(XmlReader &xml)
{
    QStringList all;
    while (xml.next()) {
        if (xml.isText())
            all.append(u'"' + xml.text().toString() + u'"');
        else
            all.append(QString::number(xml.depth()) + (xml.isStart() ? u'<' : u'>') + xml.name().toString());
    }
    return all.join(u' ');
}

} // namespace

class XmlReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void walks()
    {
        XmlReader xml("<w:a xmlns:w='u'>1<b/><!-- no --><w:c>2<d>3</d></w:c></w:a>", kPart);
        QCOMPARE(walked(xml), QStringLiteral("1<a \"1\" 2<b 2>b 2<c \"2\" 3<d \"3\" 3>d 2>c 1>a"));
        QVERIFY(!xml.hasFailed());
        QVERIFY(xml.result());
        QVERIFY(!xml.next()); // the end is the end
    }

    void tellsAttributesByTheirLocalNames()
    {
        XmlReader xml("<a xmlns:w='u' w:val='公开' id=''/>", kPart);
        QVERIFY(xml.next());
        QCOMPARE(xml.attribute(u"val"), QStringLiteral("公开"));
        QVERIFY(xml.hasAttribute(u"id"));
        QVERIFY(xml.attribute(u"id").isEmpty());
        QVERIFY(!xml.hasAttribute(u"none"));
    }

    void skipsWithAllInside()
    {
        XmlReader xml("<a><b><c>1</c><b/></b><d/></a>", kPart);
        QVERIFY(xml.next() && xml.next());
        QVERIFY(xml.is(u"b"));
        xml.skip();
        QCOMPARE(walked(xml), QStringLiteral("2<d 2>d 1>a"));
    }

    void readsEncodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = QStringLiteral("<a>公开€𠮷</a>");
        const auto declared = [&](const char *name) {
            return QStringLiteral("<?xml version=\"1.0\" encoding=\"%1\"?>").arg(QLatin1String(name)) + text;
        };
        QTest::newRow("UTF-8, undeclared") << text.toUtf8();
        QTest::newRow("UTF-8, declared") << declared("UTF-8").toUtf8();
        QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + declared("utf-8").toUtf8();
        QTest::newRow("UTF-16, little-endian") << encoded("UTF-16LE", declared("UTF-16"));
        QTest::newRow("UTF-16, big-endian") << encoded("UTF-16BE", declared("UTF-16"));
        QTest::newRow("UTF-16 without a mark") << encoded("UTF-16LE", declared("UTF-16")).mid(2);
        QTest::newRow("UTF-16 that says it is UTF-8") << encoded("UTF-16BE", declared("UTF-8"));
        QTest::newRow("GB18030") << QByteArray(QStringEncoder("GB18030").encode(declared("GB18030")));
        QTest::newRow("GB18030 that says it is GBK")
            << QByteArray(QStringEncoder("GB18030").encode(declared("gbk")));
    }
    void readsEncodings()
    {
        QFETCH(const QByteArray, bytes);
        XmlReader xml(bytes, kPart);
        QCOMPARE(walked(xml), QStringLiteral("1<a \"公开€𠮷\" 1>a"));
        QVERIFY(xml.result());
    }

    void takesWhatIsWithinItsBounds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray attributes, texts;
        for (int at = 0; at < 100; ++at)
            attributes += " a" + QByteArray::number(at) + "=''";
        for (int at = 0; at < 150; ++at)
            texts += "<!-- a='' --><![CDATA[<b a='' ]]><?c a=''?>";
        QTest::newRow("256 levels") << nested(256);
        QTest::newRow("a hundred attributes") << "<a" + attributes + "/>";
        QTest::newRow("what looks like attributes") << "<a>" + texts + "</a>";
        QTest::newRow("namespaces that end with their elements")
            << "<a>" + QByteArray("<b xmlns:c='u'/>").repeated(500) + "</a>";
    }
    void takesWhatIsWithinItsBounds()
    {
        QFETCH(const QByteArray, bytes);
        XmlReader xml(bytes, kPart);
        while (xml.next()) { }
        QVERIFY(xml.result());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error>("error");
        const Error broken{ErrorCode::BrokenDocument, {}, kPart};
        const Error entities{ErrorCode::DeclaresEntities, {}, kPart};
        const Error tooDeep{ErrorCode::TooDeep, {}, QStringLiteral("256")};
        QByteArray attributes, levels;
        for (int at = 0; at < 1'000'000; ++at)
            attributes += " a" + QByteArray::number(at) + "=''";
        for (int at = 0; at < 100; ++at)
            levels += "<a xmlns:b='u' xmlns:c='u' xmlns:d='u'>";
        QTest::newRow("nothing") << QByteArray() << broken;
        QTest::newRow("a text") << QByteArray("政府信息公开") << broken;
        QTest::newRow("an end that is missing") << QByteArray("<a><b></b>") << broken;
        QTest::newRow("an end that is another's") << QByteArray("<a></b>") << broken;
        QTest::newRow("a prefix that nobody declared") << QByteArray("<w:a/>") << broken;
        QTest::newRow("no UTF-8") << QByteArray("<a>\xFF\xFE</a>") << broken;
        QTest::newRow("half of a character") << QByteArray("\xFF\xFE<\0a\0/\0>", 9) << broken;
        QTest::newRow("a zero") << QByteArray("<a>\0</a>", 8) << broken;
        QTest::newRow("an encoding that nobody knows")
            << QByteArray("<?xml version='1.0' encoding='x-none'?><a/>") << broken;
        QTest::newRow("two declarations")
            << QByteArray("<?xml version='1.0'?><?xml version='1.0' encoding='UTF-7'?><a/>") << broken;
        QTest::newRow("a declaration without an end") << QByteArray("<?xml version='1.0'") << broken;
        QTest::newRow("an undeclared entity") << QByteArray("<a>&b;</a>") << broken;
        QTest::newRow("a document type") << QByteArray("<!DOCTYPE a><a/>") << entities;
        QTest::newRow("an external entity")
            << QByteArray("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>") << entities;
        QTest::newRow("a document type of somebody else")
            << QByteArray("<!DOCTYPE a SYSTEM 'http://nianbao.cn/a.dtd'><a/>") << entities;
        QTest::newRow("a thousand million laughs")
            << QByteArray("<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
                          "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]><a>&d;</a>")
            << entities;
        QTest::newRow("257 levels") << nested(257) << tooDeep;
        QTest::newRow("200,000 levels") << nested(200'000) << tooDeep;
        QTest::newRow("a million attributes") << "<a" + attributes + "/>" << broken;
        QTest::newRow("a million attributes after a mark of more")
            << "<a><!-- <![CDATA[ --><b" + attributes + "/></a>" << broken;
        QTest::newRow("more elements than any report has")
            << "<a>" + QByteArray("<b/>").repeated(1'750'000) + "</a>" << Error{ErrorCode::TooCostly};
        QTest::newRow("300 namespaces in force") << levels + QByteArray("</a>").repeated(100) << broken;
    }
    void refuses()
    {
        QFETCH(const QByteArray, bytes);
        const test::ProcessorTime time;
        XmlReader xml(bytes, kPart);
        while (xml.next()) { }
        QVERIFY(xml.hasFailed());
        QTEST(xml.result().error(), "error");
        QVERIFY(!xml.next()); // and stays so
        QVERIFY(time.milliseconds() < 5000); // hours, were a bound not there
    }

    void refusesWhileItSkips()
    {
        XmlReader xml("<a><b><c></b></a>", kPart);
        QVERIFY(xml.next() && xml.next());
        xml.skip();
        QCOMPARE(xml.result().error().code, ErrorCode::BrokenDocument);
    }
};

QTEST_GUILESS_MAIN(XmlReaderTest)
#include "tst_xmlreader.moc"
