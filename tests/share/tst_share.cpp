// SPDX-License-Identifier: MulanPSL-2.0
#include "installedtree.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QImage>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace nianbao::test;

namespace {

const QString kDesktop = QStringLiteral("applications/cn.nianbao.nianbao.desktop");
const QString kMetainfo = QStringLiteral("metainfo/cn.nianbao.nianbao.metainfo.xml");
const QString kMime = QStringLiteral("mime/packages/cn.nianbao.nianbao.xml");

/// What the validator of that kind of file has to say; empty: nothing.
QByteArray complaint(const QString &kind, const QString &file)
{
    if (kind == u"desktop")
        return say(QStringLiteral("desktop-file-validate"), {file}).words;
    if (kind == u"xml") {
        const Said said
            = say(QStringLiteral("xmllint"), {QStringLiteral("--noout"), QStringLiteral("--nonet"), file});
        return said.isFine ? QByteArray() : said.words + "not well-formed";
    }
    if (kind == u"metainfo") {
        const Said said = say(QStringLiteral("appstreamcli"),
            {QStringLiteral("validate"), QStringLiteral("--no-net"), QStringLiteral("--pedantic"), file});
        return said.isFine && !said.words.contains("W:") ? QByteArray() : said.words;
    }
    if (kind == u"man")
        return say(QStringLiteral("sh"),
            {QStringLiteral("-c"),
                QStringLiteral("man --warnings -E UTF-8 -l -Tutf8 -Z \"$0\" 2>&1 >/dev/null"), file},
            {{QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")}, {QStringLiteral("MANROFFSEQ"), QString()},
                {QStringLiteral("MANWIDTH"), QStringLiteral("80")}})
            .words;
    if (kind == u"completion")
        return say(QStringLiteral("bash"), {QStringLiteral("-n"), file}).words;
    if (kind == u"mime") { // compiled in a folder of its own
        const QTemporaryDir data;
        QDir(data.path()).mkpath(QStringLiteral("mime/packages"));
        QFile::copy(file, data.filePath(QStringLiteral("mime/packages/cn.nianbao.nianbao.xml")));
        return say(QStringLiteral("update-mime-database"), {data.filePath(QStringLiteral("mime"))},
            {{QStringLiteral("XDG_DATA_HOME"), data.path()}}) // else it remarks that nobody looks there
            .words;
    }
    qFatal("no validator for %s", qPrintable(kind));
    return {};
}

/// The value of a key in the first group of a desktop file, below the comment.
QString desktopValue(const QByteArray &desktop, const QString &key)
{
    const QString group = QString::fromUtf8(desktop).section(QStringLiteral("\n["), 0, 1);
    const QRegularExpression line(u'^' + QRegularExpression::escape(key) + QStringLiteral("=(.*)$"),
        QRegularExpression::MultilineOption);
    return line.match(group).captured(1);
}

/// The texts of all elements of that name, or the values of one attribute of theirs.
QStringList xmlValues(const QByteArray &xml, QStringView element, QStringView attribute = {})
{
    QStringList values;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == element)
            values.append(attribute.isEmpty() ? reader.readElementText(QXmlStreamReader::IncludeChildElements)
                                              : reader.attributes().value(attribute.toString()).toString());
    }
    return values;
}

} // namespace

/// Files for the desktop: each is valid to its own validator, and all name the same things.
class ShareTest : public QObject {
    Q_OBJECT

    InstalledTree m_tree;

    /// A folder as XDG_DATA_HOME, with our type in its database.
    QString typesFolder(const QByteArray &types) const
    {
        const QString home = m_tree.scratch(QStringLiteral("home"));
        QDir(home).removeRecursively();
        QDir().mkpath(home + QStringLiteral("/mime/packages"));
        QDir().mkpath(home + QStringLiteral("/applications"));
        write(home + QStringLiteral("/mime/packages/cn.nianbao.nianbao.xml"), types);
        QFile::copy(m_tree.path(kDesktop), home + QStringLiteral("/") + kDesktop);
        if (!say(QStringLiteral("update-mime-database"), {home + QStringLiteral("/mime")}).isFine
            || !say(QStringLiteral("update-desktop-database"), {home + QStringLiteral("/applications")})
                    .isFine)
            qFatal("no database of types can be made");
        return home;
    }
    static QMap<QString, QString> desktopOf(const QString &home)
    {
        return {{QStringLiteral("XDG_DATA_HOME"), home}, {QStringLiteral("XDG_CONFIG_HOME"), home},
            {QStringLiteral("XDG_DATA_DIRS"), QStringLiteral("/usr/local/share:/usr/share")},
            {QStringLiteral("XDG_CURRENT_DESKTOP"), QStringLiteral("GNOME")}};
    }
    static QString typeOf(const QString &file, const QString &home)
    {
        return QString::fromUtf8(
            say(QStringLiteral("xdg-mime"), {QStringLiteral("query"), QStringLiteral("filetype"), file},
                desktopOf(home))
                .words)
            .trimmed();
    }
    QString report() const { return QStringLiteral(TEST_DATA_DIR "/files/v6.nianbao"); }

private Q_SLOTS:
    void itsValidatorHasNothingToSay_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("file");
        QTest::newRow("desktop file") << QStringLiteral("desktop") << kDesktop;
        QTest::newRow("metainfo") << QStringLiteral("metainfo") << kMetainfo;
        QTest::newRow("metainfo is XML") << QStringLiteral("xml") << kMetainfo;
        QTest::newRow("MIME type") << QStringLiteral("mime") << kMime;
        QTest::newRow("MIME type is XML") << QStringLiteral("xml") << kMime;
        for (const char *page :
            {"man1/nianbao.1", "man1/nianbao-cli.1", "zh_CN/man1/nianbao.1", "zh_CN/man1/nianbao-cli.1"})
            QTest::newRow(page) << QStringLiteral("man") << QStringLiteral("man/") + QLatin1String(page);
        for (const char *name : {"nianbao", "nianbao-cli"})
            QTest::addRow("completion of %s", name) << QStringLiteral(
                "completion") << QStringLiteral("bash-completion/completions/") + QLatin1String(name);
        for (QDirIterator it(m_tree.path(QStringLiteral("icons")), {QStringLiteral("*.svg")}, QDir::Files,
                 QDirIterator::Subdirectories);
             it.hasNext();) {
            const QString file = it.next().sliced(m_tree.path(QString()).size());
            QTest::newRow(qPrintable(file)) << QStringLiteral("xml") << file;
        }
    }
    void itsValidatorHasNothingToSay()
    {
        QFETCH(QString, kind);
        QFETCH(QString, file);
        QVERIFY2(QFileInfo(m_tree.path(file)).size() > 0, "it is not installed");
        QCOMPARE(QString::fromUtf8(complaint(kind, m_tree.path(file))), QString());
    }

    /// Else a validator that says nothing about anything would do.
    void aPlantedFaultIsFound_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("wrong");
        const auto row = [](const char *name, const char *kind, const QString &file, const QByteArray &right,
                             const QByteArray &wrong) {
            QTest::newRow(name) << QString::fromLatin1(kind) << file << right << wrong;
        };
        row("a version too new", "desktop", kDesktop, "Version=1.4", "Version=1.5");
        row("a category that is none", "desktop", kDesktop, "Categories=Office;", "Categories=Offices;");
        row("an action that is not described", "desktop", kDesktop, "Actions=sample;", "Actions=sample;new;");
        row("a licence metadata cannot have", "metainfo", kMetainfo, "CC0-1.0</metadata",
            "MulanPSL-2.0</metadata");
        row("nothing to launch", "metainfo", kMetainfo, "cn.nianbao.nianbao.desktop", "");
        row("a tag left open in the metainfo", "xml", kMetainfo, "</requires>", "");
        row("a kind of match that is none", "mime", kMime, "<match type=\"string\" offset=\"0\"",
            "<match type=\"words\" offset=\"0\"");
        row("a tag left open in the MIME type", "xml", kMime, "</magic>", "");
        row("a macro that is none", "man", QStringLiteral("man/man1/nianbao.1"), ".SH OPTIONS",
            ".SG OPTIONS");
        row("a line that cannot be broken", "man", QStringLiteral("man/zh_CN/man1/nianbao-cli.1"), ".SH 描述",
            ".SH 描述\n" + QByteArray("年报").repeated(60) + "\n字");
        row("a case left open", "completion", QStringLiteral("bash-completion/completions/nianbao"), "esac",
            "");
    }
    void aPlantedFaultIsFound()
    {
        QFETCH(QString, kind);
        QFETCH(QString, file);
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, wrong);
        QByteArray content = m_tree.content(file);
        QVERIFY(content.contains(right));
        QDir(m_tree.scratch(QStringLiteral("planted"))).removeRecursively();
        QDir().mkpath(m_tree.scratch(QStringLiteral("planted")));
        const QString planted = m_tree.scratch(QStringLiteral("planted/") + QFileInfo(file).fileName());
        write(planted, content.replace(content.indexOf(right), right.size(), wrong));
        QVERIFY(!complaint(kind, planted).isEmpty());
    }

    void allNameTheSameThings()
    {
        const QByteArray desktop = m_tree.content(kDesktop);
        const QByteArray metainfo = m_tree.content(kMetainfo);
        const QByteArray types = m_tree.content(kMime);
        QCOMPARE(xmlValues(metainfo, u"id"), QStringList{kId});
        QCOMPARE(xmlValues(metainfo, u"launchable"), QStringList{kId + QStringLiteral(".desktop")});
        QCOMPARE(desktopValue(desktop, QStringLiteral("Icon")), kId);
        QCOMPARE(desktopValue(desktop, QStringLiteral("MimeType")), kMimeType + u';');
        QCOMPARE(xmlValues(metainfo, u"mediatype"), QStringList{kMimeType});
        QCOMPARE(xmlValues(types, u"mime-type", u"type"), QStringList{kMimeType});
        QVERIFY(contentOf(QStringLiteral(PROJECT_DIR "/ui/shell/main.cpp"))
                    .contains("QStringLiteral(\"" + kId.toUtf8() + "\")"));
        QCOMPARE(kId, kId.toLower()); // stores refuse capitals
        // the release is the one that is built, and the package's changelog begins with it
        QCOMPARE(xmlValues(metainfo, u"release", u"version"), QStringList{QStringLiteral(PROJECT_VERSION)});
        const QByteArray changelog
            = contentOf(QStringLiteral(BUILD_DIR "/resources/package/changelog")).split('\n').first();
        QVERIFY2(changelog.startsWith("nianbao (" PROJECT_VERSION "-"), changelog.constData());
    }

    void itSpeaksChineseToo()
    {
        const QByteArray desktop = m_tree.content(kDesktop);
        int keys = 0;
        for (const QByteArray &line : desktop.split('\n')) {
            static const QRegularExpression key(QStringLiteral("^(Name|GenericName|Comment|Keywords)="));
            const auto match = key.match(QString::fromUtf8(line));
            if (!match.hasMatch())
                continue;
            const qsizetype at = desktop.indexOf(line + '\n');
            const QByteArray next = desktop.mid(at + line.size() + 1).split('\n').first();
            QVERIFY2(next.startsWith(match.captured(1).toUtf8() + "[zh_CN]="), line.constData());
            ++keys;
        }
        QCOMPARE(keys, 5); // that of the action included
        // in the metainfo each summary, paragraph and item is followed by its Chinese
        QXmlStreamReader reader(m_tree.content(kMetainfo));
        QHash<QString, int> balance;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            const QString name = reader.name().toString();
            if (QStringList{QStringLiteral("name"), QStringLiteral("summary"), QStringLiteral("p"),
                    QStringLiteral("li"), QStringLiteral("developer_name")}
                    .contains(name))
                balance[name] += reader.attributes().hasAttribute(QStringLiteral("xml:lang")) ? -1 : 1;
        }
        QVERIFY(!reader.hasError() && balance.size() == 5);
        for (const int left : std::as_const(balance))
            QCOMPARE(left, 0);
    }

    /// Without the SVG of a desktop that draws none, and at sizes where it would blur.
    void anIconIsWhatIsDrawn_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("drawing");
        const QString icons = QStringLiteral(PROJECT_DIR "/resources/share/icons/");
        QTest::newRow("16") << 16 << icons + QStringLiteral("small.svg");
        for (const int size : {32, 48, 128, 256})
            QTest::addRow("%d", size)
                << size << icons + QStringLiteral("hicolor/scalable/apps/cn.nianbao.nianbao.svg");
    }
    void anIconIsWhatIsDrawn()
    {
        QFETCH(int, size);
        QFETCH(QString, drawing);
        const QImage icon(m_tree.path(QStringLiteral("icons/hicolor/%1x%1/apps/%2.png").arg(size).arg(kId)));
        QCOMPARE(icon.size(), QSize(size, size));
        const QString drawn = m_tree.scratch(QStringLiteral("drawn.png"));
        const QString side = QString::number(size);
        const Said said = say(QStringLiteral("rsvg-convert"),
            {QStringLiteral("-w"), side, QStringLiteral("-h"), side, QStringLiteral("-o"), drawn, drawing});
        QVERIFY2(said.isFine, said.words.constData());
        const QImage again = QImage(drawn).convertToFormat(QImage::Format_ARGB32);
        const QImage kept = icon.convertToFormat(QImage::Format_ARGB32);
        int different = 0;
        for (int y = 0; y < size; ++y) {
            for (int x = 0; x < size; ++x) {
                const QColor a = again.pixelColor(x, y);
                const QColor b = kept.pixelColor(x, y);
                different += std::abs(a.red() - b.red()) > 16 || std::abs(a.green() - b.green()) > 16
                    || std::abs(a.alpha() - b.alpha()) > 16;
            }
        }
        QVERIFY2(different * 100 <= size * size,
            qPrintable(QString::number(different))); // another processor rounds
    }

    void anSvgIsSquareAndStandsAlone()
    {
        const QStringList files{QStringLiteral("apps/cn.nianbao.nianbao.svg"),
            QStringLiteral(
                "mimetypes/application-vnd.nianbao+sqlite3.svg")}; // as the type's icon is looked up
        for (const QString &file : files) {
            const QByteArray svg = m_tree.content(QStringLiteral("icons/hicolor/scalable/") + file);
            QCOMPARE(xmlValues(svg, u"svg", u"width"), xmlValues(svg, u"svg", u"height"));
            QVERIFY(!svg.contains("href") && !svg.contains("<image") && !svg.contains("<text")
                && !svg.contains("url("));
        }
    }

    void aReportIsKnown_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("type");
        const QByteArray content = contentOf(report());
        QByteArray foreign = content;
        foreign.replace(68, 4, QByteArray(4, '\0')); // another program's application_id
        QTest::newRow("by its name") << QStringLiteral("a.nianbao") << content << kMimeType;
        QTest::newRow("by its content, without a name") << QStringLiteral("noname") << content << kMimeType;
        QTest::newRow("by its name, before there is content")
            << QStringLiteral("b.nianbao") << QByteArray("x") << kMimeType;
        QTest::newRow("another database is none")
            << QStringLiteral("other") << foreign << QStringLiteral("application/vnd.sqlite3");
    }
    void aReportIsKnown()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, type);
        const QString home = typesFolder(m_tree.content(kMime));
        const QString file = m_tree.scratch(name);
        write(file, content);
        QCOMPARE(typeOf(file, home), type);
        QCOMPARE(say(QStringLiteral("xdg-mime"),
                     {QStringLiteral("query"), QStringLiteral("default"), kMimeType}, desktopOf(home))
                     .words.trimmed(),
            (kId + QStringLiteral(".desktop")).toUtf8());
    }

    void withAnotherMagicItIsNotKnown()
    {
        QByteArray types = m_tree.content(kMime);
        const qsizetype at = types.indexOf("offset=\"68\"");
        QVERIFY(at > 0);
        const QString home = typesFolder(types.replace(at, 11, "offset=\"69\""));
        const QString file = m_tree.scratch(QStringLiteral("noname"));
        write(file, contentOf(report()));
        QCOMPARE(typeOf(file, home), QStringLiteral("application/vnd.sqlite3"));
    }

    /// In one folder with the system's types, as a package installs it: of two, Qt 6.4 takes what the last
    /// says.
    void qtKnowsAReportAsWell()
    {
        const QString home = typesFolder(m_tree.content(kMime));
        QVERIFY(QFile::copy(QStringLiteral("/usr/share/mime/packages/freedesktop.org.xml"),
            home + QStringLiteral("/mime/packages/freedesktop.org.xml")));
        QVERIFY(say(QStringLiteral("update-mime-database"), {home + QStringLiteral("/mime")}).isFine);
        const QByteArray oldHome = qgetenv("XDG_DATA_HOME");
        const QByteArray oldFolders = qgetenv("XDG_DATA_DIRS");
        qputenv("XDG_DATA_HOME", QFile::encodeName(home));
        qputenv("XDG_DATA_DIRS", QFile::encodeName(home));
        const QMimeDatabase types;
        const QString file = m_tree.scratch(QStringLiteral("noname"));
        write(file, contentOf(report()));
        const QMimeType type = types.mimeTypeForFile(file);
        qputenv("XDG_DATA_HOME", oldHome);
        qputenv("XDG_DATA_DIRS", oldFolders);
        QCOMPARE(type.name(), kMimeType);
        QVERIFY(type.inherits(QStringLiteral("application/vnd.sqlite3")));
        QCOMPARE(type.preferredSuffix(), QStringLiteral("nianbao"));
        QCOMPARE(type.iconName(), QStringLiteral("application-vnd.nianbao+sqlite3"));
    }
};

QTEST_GUILESS_MAIN(ShareTest)
#include "tst_share.moc"
