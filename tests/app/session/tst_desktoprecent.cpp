// SPDX-License-Identifier: MulanPSL-2.0
#include "desktoprecent.h"
#include "testreports.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {

const QDateTime kWhen(QDate(2026, 1, 19), QTime(9, 30), Qt::UTC);
const QString kFile = QStringLiteral("/home/王芸/年报 & 附件/张村镇<1>.nianbao");

QByteArray head()
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- of <bookmark> others -->\n"
           "<xbel version=\"1.0\" xmlns:b=\"http://www.freedesktop.org/standards/desktop-bookmarks\">\n";
}

/// An entry as others write it; who: programs that opened it.
QByteArray entry(const QByteArray &address, const QList<QByteArray> &who, const QByteArray &more = {})
{
    QByteArray text = "  <bookmark modified='2020-01-01T00:00:00Z' href=\"" + address
        + "\" added=\"2020-01-01T00:00:00Z\" visited=\"2020-01-01T00:00:00Z\"><title>a &gt; b</title>" + more
        + "<info><metadata owner=\"http://freedesktop.org\"><b:applications>";
    for (const QByteArray &name : who)
        text += "<b:application name=\"" + name + "\" exec=\"x\" count=\"4\"/>";
    return text + "</b:applications></metadata></info></bookmark>\n";
}

QByteArray tail() { return "<!-- the end --></xbel>\n"; }

QString addressOf(const QString &file) { return QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()); }

int countOf(const QByteArray &list, const QByteArray &words) { return int(list.count(words)); }

} // namespace

class DesktopRecentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyListGetsAWholeOne()
    {
        const auto list = desktopRecent::withEntry({}, kFile, kWhen);
        QVERIFY(list);
        QVERIFY(list->startsWith("<?xml"));
        QVERIFY(list->contains("file:///home/%E7%8E%8B%E8%8A%B8/%E5%B9%B4%E6%8A%A5%20&amp;%20"));
        QVERIFY(list->contains("application/vnd.nianbao+sqlite3"));
        QVERIFY(list->contains("2026-01-19T09:30:00.000Z"));
        const auto again = desktopRecent::withEntry(*list, kFile, kWhen.addDays(1));
        QVERIFY(again);
        QCOMPARE(countOf(*again, "<bookmark "), 1); // the same file, whatever stands in its name
        QVERIFY(again->contains("count=\"2\""));
        QVERIFY(!again->contains("modified=\"2026-01-19"));
    }

    void whatOthersWroteStaysByteForByte()
    {
        const QByteArray first
            = entry("file:///a.txt", {"gedit"}, "<desc><![CDATA[</xbel> <bookmark>]]></desc>");
        const QByteArray second = entry("https://example.org/?a=1&amp;b=2", {"firefox", "other"});
        const QByteArray list = head() + first + second + tail();
        const auto with = desktopRecent::withEntry(list, kFile, kWhen);
        QVERIFY(with);
        QVERIFY(with->startsWith(head() + first + second));
        QVERIFY(with->contains("<!-- the end -->"));
        const auto without = desktopRecent::withoutEntries(*with, {kFile});
        QVERIFY(without);
        QCOMPARE(*without, list);
    }

    void anEntryOfOthersGetsOurMarkAndLosesItAgain()
    {
        const QByteArray address = addressOf(kFile).replace(u'&', QStringLiteral("&amp;")).toUtf8();
        const QByteArray list = head() + entry(address, {"nautilus"}) + tail();
        const auto with = desktopRecent::withEntry(list, kFile, kWhen);
        QVERIFY(with);
        QCOMPARE(countOf(*with, "<bookmark "), 1);
        QVERIFY(with->contains("<b:application name=\"nautilus\" exec=\"x\" count=\"4\"/>"));
        QVERIFY(with->contains("<b:application name=\"Nianbao\""));
        QVERIFY(with->contains("added=\"2020-01-01T00:00:00Z\""));
        QVERIFY(with->contains("modified=\"2026-01-19T09:30:00.000Z\""));
        const auto without = desktopRecent::withoutEntries(*with, {kFile});
        QVERIFY(without);
        QVERIFY(without->contains("nautilus") && !without->contains("Nianbao"));
    }

    void onlyTheNamedOnesGo()
    {
        auto list = desktopRecent::withEntry({}, QStringLiteral("/a.nianbao"), kWhen);
        list = desktopRecent::withEntry(*list, QStringLiteral("/b.nianbao"), kWhen);
        list = desktopRecent::withEntry(*list, QStringLiteral("/c.nianbao"), kWhen);
        list = desktopRecent::withoutEntries(
            *list, {QStringLiteral("/c.nianbao"), QStringLiteral("/x/../a.nianbao")});
        QVERIFY(list);
        QCOMPARE(countOf(*list, "<bookmark "), 1);
        QVERIFY(list->contains("file:///b.nianbao"));
    }

    void oursAreBoundedThoseOfOthersAreNot()
    {
        QByteArray others;
        for (int i = 0; i < 150; ++i)
            others += entry("file:///o" + QByteArray::number(i), {"gedit"});
        std::optional<QByteArray> list = head() + others + tail();
        for (int i = 0; i < 110; ++i)
            list
                = desktopRecent::withEntry(*list, QStringLiteral("/ours%1.nianbao").arg(i), kWhen.addSecs(i));
        QCOMPARE(countOf(*list, "name=\"Nianbao\""), 100);
        QVERIFY(!list->contains("/ours9.nianbao")); // the oldest went
        QVERIFY(list->contains("/ours10.nianbao") && list->contains("/ours109.nianbao"));
        QVERIFY(list->contains(others));
    }

    void whatIsNoListIsNotTouched_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("other words") << QByteArray("hello");
        QTest::newRow("another document") << QByteArray("<html><body/></html>");
        QTest::newRow("cut off") << head() + entry("file:///a", {"gedit"});
        QTest::newRow("another encoding")
            << QByteArray("<?xml version=\"1.0\" encoding=\"GBK\"?><xbel><title>\xC4\xEA</title></xbel>");
        QTest::newRow("entities of its own")
            << QByteArray("<!DOCTYPE xbel [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><xbel>&b;</xbel>");
        QTest::newRow("a file of the system")
            << QByteArray("<!DOCTYPE xbel [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xbel>&a;</xbel>");
        QTest::newRow("nothing inside") << QByteArray("<xbel version=\"1.0\"/>");
        QTest::newRow("very large") << head() + QByteArray(9'000'000, ' ') + tail();
        QTest::newRow("an entry of that file that cannot be marked")
            << head() + "<bookmark href=\"file:///a.nianbao\"/>" + tail();
    }
    void whatIsNoListIsNotTouched()
    {
        QFETCH(QByteArray, list);
        if (QByteArray(QTest::currentDataTag()) == "nothing inside") {
            const auto with = desktopRecent::withEntry(list, QStringLiteral("/a.nianbao"), kWhen);
            QVERIFY(!with || with->contains("file:///a.nianbao"));
            return;
        }
        QVERIFY(!desktopRecent::withEntry(list, QStringLiteral("/a.nianbao"), kWhen));
    }

    void theFileIsThisPersonsAlone()
    {
        const QTemporaryDir folder;
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("new/share")).toLocal8Bit());
        QVERIFY(desktopRecent::add(kFile, kWhen));
        const QString path = desktopRecent::path();
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(QDir(QFileInfo(path).absolutePath()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QVERIFY(desktopRecent::forget({kFile}));
        QVERIFY(!test::readFile(path).contains("Nianbao"));
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("<xbel");
        broken.close();
        QVERIFY(!desktopRecent::add(kFile, kWhen));
        QCOMPARE(test::readFile(path), QByteArray("<xbel"));
        desktopRecent::addSoon(kFile, kWhen); // and nobody is told
        qputenv("XDG_DATA_HOME", before);
    }
};

QTEST_GUILESS_MAIN(DesktopRecentTest)
#include "tst_desktoprecent.moc"
