// SPDX-License-Identifier: MulanPSL-2.0
#include "aboutdialog.h"
#include "bounds.h"
#include "catalogue.h"
#include "cppsource.h"
#include "formguide.h"
#include "gotodialog.h"
#include "helpmarkup.h"
#include "language.h"
#include "livepicker.h"
#include "mainwindow.h"
#include "manual.h"
#include "remedies.h"
#include "testreports.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QImage>
#include <QLineEdit>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace nianbao;

/// The manual says all there is and nothing that is not.
class ManualTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Manual> m_manual;
    QList<MenuLine> m_menus;

    /// Without the key's mark, dots, numbers to come and what the key is.
    static QString bare(const QString &words)
    {
        static const QRegularExpression marks(QStringLiteral("\\(&.\\)|&|…|：$|\\t.*$| ▾| %1$|\\s\\(.*\\)$"));
        return QString(words).remove(marks).trimmed();
    }

    /// What only names an edit, for the words of undo: there is no button of that name.
    static QSet<QString> namesOfEdits()
    {
        static const QRegularExpression edit(
            QStringLiteral("\\bChange\\b[^;{}]*\\{\\s*(?:\\w+::)?tr\\(\"([^\"]+)\"\\)"));
        QHash<QString, int> edits;
        QString all;
        for (const QString &path : test::sourceFiles({QStringLiteral("ui"), QStringLiteral("app")})) {
            const QString text = test::readSource(path);
            all += text;
            for (auto match = edit.globalMatch(text); match.hasNext();)
                ++edits[match.next().captured(1)];
        }
        QSet<QString> only;
        for (auto it = edits.cbegin(); it != edits.cend(); ++it) {
            if (all.count(QStringLiteral("tr(\"%1\")").arg(it.key())) == it.value())
                only.insert(it.key());
        }
        return only;
    }

    /// All that the window shows in Chinese, from the translation.
    static QSet<QString> wordsOfTheWindow()
    {
        const QSet<QString> edits = namesOfEdits();
        QSet<QString> all;
        QXmlStreamReader xml(test::readSource(QStringLiteral("translations/nianbao_zh_CN.ts")));
        QString source;
        while (!xml.atEnd()) {
            if (!xml.readNextStartElement())
                continue;
            if (xml.name() == u"source")
                source = xml.readElementText();
            else if (xml.name() == u"translation" && !edits.contains(source))
                all.insert(bare(xml.readElementText(QXmlStreamReader::IncludeChildElements)));
        }
        return all;
    }

    static QString textOf(const Manual::Chapter &chapter)
    {
        QString text;
        for (const helpmarkup::Section &section : helpmarkup::sections(chapter.markup))
            text += section.heading + u'\n' + section.text + u'\n';
        return text;
    }

    bool hasSection(const HelpPlace &place) const
    {
        const Manual::Chapter *chapter = m_manual->chapter(place.chapter);
        if (!chapter)
            return false;
        for (const helpmarkup::Section &section : helpmarkup::sections(chapter->markup)) {
            if (place.section.isEmpty() || section.heading == place.section)
                return true;
        }
        return false;
    }

    static void tell(const QStringList &faults)
    {
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        installLanguage(QStringLiteral("zh_CN"));
        m_window = std::make_unique<MainWindow>();
        m_menus = menuLines(*m_window->menuBar());
        m_manual = std::make_unique<Manual>(shippedForms(), RuleSet(), m_menus);
    }
    void cleanupTestCase() { m_window.reset(); }

    void everyChapterHasItsTitleAndDifferentHeadings()
    {
        QStringList faults;
        QSet<QString> ids;
        for (const Manual::Chapter &chapter : m_manual->chapters()) {
            const auto sections = helpmarkup::sections(chapter.markup);
            if (ids.contains(chapter.id) || sections.isEmpty() || sections.first().level != 1)
                faults.append(chapter.id);
            ids.insert(chapter.id);
            if (!chapter.id.startsWith(QStringLiteral("table."))
                && sections.value(0).heading != chapter.title)
                faults.append(chapter.id + QStringLiteral(" has another title"));
            QSet<QString> headings;
            for (const auto &section : sections) {
                if (headings.contains(section.heading))
                    faults.append(chapter.id + QStringLiteral(" has this heading twice: ") + section.heading);
                headings.insert(section.heading);
            }
        }
        tell(faults);
    }

    /// Names of the program's own: 2021-single-other is none of a form to a reader.
    void noTitleIsInTheLanguageOfFiles()
    {
        static const QRegularExpression id(QStringLiteral("\\b[a-z]{2,}"));
        QSet<QString> titles;
        for (const Manual::Chapter &chapter : m_manual->chapters()) {
            QVERIFY2(!chapter.title.contains(id), qPrintable(chapter.title));
            QVERIFY2(!titles.contains(chapter.title), qPrintable(chapter.title));
            titles.insert(chapter.title);
        }
    }

    void nothingIsSaidTwiceInALine()
    {
        static const QRegularExpression end(QStringLiteral("[，。；！？：|]\\s*"));
        QStringList faults;
        for (const Manual::Chapter &chapter : m_manual->chapters()) {
            for (const QString &line : chapter.markup.split(u'\n')) {
                const QStringList clauses = helpmarkup::plain(line).split(end, Qt::SkipEmptyParts);
                for (qsizetype i = 1; i < clauses.size(); ++i) {
                    constexpr qsizetype kWords = 5; // fewer stand in a list of examples
                    if (clauses[i].size() >= kWords && clauses.first(i).contains(clauses[i]))
                        faults.append(chapter.id + QStringLiteral(": ") + clauses[i]);
                }
            }
        }
        tell(faults);
    }

    void everyLinkLeadsSomewhere()
    {
        QStringList faults;
        for (const Manual::Chapter &chapter : m_manual->chapters()) {
            for (const QString &link : helpmarkup::links(chapter.markup)) {
                if (!hasSection(m_manual->placeOf(link, chapter.id)))
                    faults.append(chapter.id + QStringLiteral(": ") + link);
            }
        }
        tell(faults);
        QVERIFY(!hasSection(m_manual->placeOf(QStringLiteral("nowhere.md"), QStringLiteral("tables"))));
        QVERIFY(!hasSection(m_manual->placeOf(QStringLiteral("#nothing"), QStringLiteral("tables"))));
    }

    void everyPictureIsThereAndShown()
    {
        QStringList shown;
        for (const Manual::Chapter &chapter : m_manual->chapters()) {
            for (const QString &picture : helpmarkup::pictures(chapter.markup)) {
                const QImage image(QStringLiteral(":/help/") + picture);
                QVERIFY2(!image.isNull() && image.width() <= 1366, qPrintable(chapter.id + u' ' + picture));
                shown.append(picture.section(u'/', -1));
            }
        }
        const QStringList kept = QDir(QStringLiteral(":/help/pictures")).entryList(QDir::Files);
        for (const QString &picture : kept)
            QVERIFY2(shown.contains(picture), qPrintable(picture));
        QVERIFY(kept.size() >= 15);
    }

    void everyRowOfEveryTableIsExplainedWithItsBasis()
    {
        for (const SpecPointer &form : shippedForms()) {
            for (const TableSpec &table : form->tables) {
                const FormGuide guide = guideTo(*form, table);
                for (const FormGuide::Line &row : guide.rows) {
                    const CellId cell(table.id, row.id, table.columns.first());
                    const HelpPlace place = m_manual->placeOf(*form, cell);
                    QVERIFY2(hasSection(place) && place.section == row.label, qPrintable(cell.toString()));
                    const QString text = textOf(*m_manual->chapter(place.chapter));
                    QVERIFY(text.contains(row.guidance));
                    for (const QString &basis : row.basis)
                        QVERIFY(text.contains(basis));
                }
                for (const FormGuide::Line &column : guide.columns)
                    QVERIFY(textOf(*m_manual->chapter(m_manual->placeOf(*form, table.cells.first()).chapter))
                                .contains(column.guidance));
            }
        }
    }

    void everyRuleIsThereWithItsExamples()
    {
        for (const Rule *rule : RuleSet().rules()) {
            const HelpPlace place = m_manual->placeOf(*rule);
            QVERIFY2(hasSection(place), rule->id);
            const QString text = textOf(*m_manual->chapter(place.chapter));
            const RuleWording &wording = wordingOf(*rule);
            for (const QString &words :
                {said(Phrase(wording.text)), wording.wrong, wording.right, said(Phrase(remedyOf(*rule)))})
                QVERIFY2(!words.isEmpty() && text.contains(QString(words).replace(u'\n', u' ')), rule->id);
        }
    }

    /// What would be undone is told in the menu, in the words of whoever typed it.
    void linesOfMenusAreNoMarks()
    {
        const QString path = QStringLiteral("编辑 → 撤销 a|b`c");
        const Manual manual(shippedForms(), RuleSet(), {{path, QStringLiteral("Ctrl+Z")}});
        for (const Manual::Chapter &chapter : manual.chapters()) {
            if (chapter.id == u"keys")
                QVERIFY(helpmarkup::screenWords(chapter.markup).contains(path));
        }
    }

    /// In the menus of the real window, both ways.
    void everyLineOfTheMenusIsNamedAndEachNamedIsThere()
    {
        QSet<QString> there;
        for (const MenuLine &line : m_menus)
            there.insert(line.path);
        QVERIFY(there.size() > 30);
        QSet<QString> named;
        QStringList faults;
        for (const Manual::Chapter &chapter : m_manual->chapters()) {
            for (const QString &words : helpmarkup::screenWords(chapter.markup)) {
                if (!words.contains(u'→'))
                    continue;
                named.insert(words);
                bool isMenu = there.contains(words);
                for (const QString &path : there)
                    isMenu = isMenu || path.startsWith(words + QStringLiteral(" → "));
                if (!isMenu)
                    faults.append(QStringLiteral("%1: there is no %2").arg(chapter.id, words));
            }
        }
        for (const MenuLine &line : m_menus) {
            if (line.path.endsWith(QStringLiteral("还没有打开过报告"))) // what stands where the reports will
                continue;
            if (!named.contains(line.path))
                faults.append(QStringLiteral("not named: ") + line.path);
        }
        tell(faults);
    }

    void everyWordOfTheScreenIsOneOfTheProgram()
    {
        QSet<QString> words = wordsOfTheWindow();
        QVERIFY(words.size() > 500);
        QVERIFY(words.contains(QStringLiteral("本表全部为 0")));
        QVERIFY(!words.contains(QStringLiteral("本表全部为 1")));
        QVERIFY(!words.contains(QStringLiteral("从上年带入结转"))); // undo says it, no button
        QStringList faults;
        for (const Manual::Chapter &chapter : m_manual->chapters()) {
            for (const QString &word : helpmarkup::screenWords(chapter.markup)) {
                const QString number
                    = QString(word).replace(QRegularExpression(QStringLiteral("\\d+")), QStringLiteral("%1"));
                if (!word.contains(u'→') && !words.contains(word) && !words.contains(number))
                    faults.append(chapter.id + QStringLiteral(": ") + word);
            }
        }
        tell(faults);
    }

    void everyCommandIsNamed()
    {
        QProcess cli;
        cli.start(QStringLiteral(NIANBAO_CLI), {QStringLiteral("--help")});
        QVERIFY(cli.waitForFinished(30000));
        static const QRegularExpression command(
            QStringLiteral("^  ([a-z-]+) "), QRegularExpression::MultilineOption);
        QStringList there;
        for (auto match = command.globalMatch(QString::fromUtf8(cli.readAllStandardOutput()));
             match.hasNext();)
            there.append(match.next().captured(1));
        QVERIFY(there.size() >= 15);
        static const QRegularExpression row(
            QStringLiteral("^\\| ([a-z-]+) \\|"), QRegularExpression::MultilineOption);
        QStringList named;
        for (auto match = row.globalMatch(m_manual->chapter(QStringLiteral("commands"))->markup);
             match.hasNext();)
            named.append(match.next().captured(1));
        there.sort();
        named.sort();
        QCOMPARE(named, there);
    }

    /// All classes of dialogs, pages and panels, from the sources.
    void everyScreenHasAChapter()
    {
        static const QRegularExpression screen(QStringLiteral(
            "class (\\w+)(?: final)? : public (?:QDialog|FittedDialog|MoveDialog|EditorPage|Workspace)\\b"));
        static const QRegularExpression panel(
            QStringLiteral("class (\\w+Panel)(?: final)? : public QWidget"));
        static const QStringList bases{QStringLiteral("FittedDialog"), QStringLiteral("ReportWorkspace")};
        QSet<QString> there;
        QSet<QString> classes;
        static const QRegularExpression any(QStringLiteral("class (\\w+)(?: final)? : public"));
        for (const QString &path : test::sourceFiles({QStringLiteral("ui")})) {
            if (!path.endsWith(QStringLiteral(".h")))
                continue;
            const QString text = test::readSource(path);
            for (const QRegularExpression *kind : {&screen, &panel}) {
                for (auto match = kind->globalMatch(text); match.hasNext();)
                    there.insert(match.next().captured(1));
            }
            for (auto match = any.globalMatch(text); match.hasNext();)
                classes.insert(match.next().captured(1));
        }
        QVERIFY(there.size() > 25);
        QStringList faults;
        QStringList explained;
        for (const Manual::Chapter &chapter : m_manual->chapters())
            explained += chapter.explains;
        for (const QString &one : std::as_const(there)) {
            if (!explained.contains(one) && !bases.contains(one))
                faults.append(QStringLiteral("no chapter explains ") + one);
        }
        for (const QString &one : std::as_const(explained)) {
            if (!one.startsWith(u'Q') && !classes.contains(one))
                faults.append(QStringLiteral("there is no ") + one);
            if (explained.count(one) > 1)
                faults.append(QStringLiteral("two chapters explain ") + one);
        }
        tell(faults);
    }

    void searchFinds_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("chapter");
        QTest::newRow("a heading first") << QStringLiteral("从 Excel、WPS 粘贴") << QStringLiteral("tables");
        QTest::newRow("two words, any order") << QStringLiteral("密钥 口令") << QStringLiteral("sign");
        QTest::newRow("a rule's name in small letters")
            << QStringLiteral("txt-sum") << QStringLiteral("rules");
        QTest::newRow("full-width letters") << QStringLiteral("ｐｄｆ") << QStringLiteral("preview");
        QTest::newRow("without the blank behind a letter")
            << QStringLiteral("U盘") << QStringLiteral("review");
        QTest::newRow("without the blank before letters")
            << QStringLiteral("导出PDF") << QStringLiteral("preview");
        QTest::newRow("with that blank") << QStringLiteral("导出 PDF") << QStringLiteral("preview");
        QTest::newRow("a date without blanks") << QStringLiteral("1月31日") << QStringLiteral("handover");
        QTest::newRow("a row of a table")
            << QStringLiteral("不动产登记") << QStringLiteral("table.2021.requests");
        QTest::newRow("nothing") << QStringLiteral("航空母舰") << QString();
        QTest::newRow("no words") << QStringLiteral("  ") << QString();
    }
    void searchFinds()
    {
        QFETCH(QString, words);
        QFETCH(QString, chapter);
        const auto hits = m_manual->find(words);
        QCOMPARE(hits.isEmpty(), chapter.isEmpty());
        bool isFound = chapter.isEmpty();
        for (const Manual::Hit &hit : hits) {
            isFound = isFound || hit.place.chapter == chapter;
            QVERIFY(hasSection(hit.place));
        }
        QVERIFY(isFound);
    }

    void theLengthOfANameIsThatOfTheProgram()
    {
        constexpr qsizetype kBytesOfHan = 3;
        const qsizetype most = (bounds::kFileNameBytes - qsizetype(qstrlen(".nianbao"))) / kBytesOfHan;
        const QString said = QStringLiteral("文件名最多 %1 个汉字").arg(most);
        QVERIFY(m_manual->chapter(QStringLiteral("files"))->markup.contains(said));
    }

    /// What a chapter tells to type leads where it says: to the total of the row.
    void whatIsTypedAsAnExampleComesFirst()
    {
        const QString all = QStringLiteral("requests.received.total");
        const QString live = m_manual->chapter(QStringLiteral("live"))->markup;
        const QString keys = m_manual->chapter(QStringLiteral("keys"))->markup;
        const auto named = [](const QString &text, const char *pattern) {
            const auto match = QRegularExpression(QString::fromUtf8(pattern)).match(text);
            return match.hasMatch() ? match.capturedTexts().mid(1) : QStringList();
        };
        const QStringList picked = named(live, "拼音和首字母也行：(\\S+?)、(\\w+)、(\\w+)……")
            + named(m_manual->chapter(QStringLiteral("first-report"))->markup,
                "按 = 键，打几个字（比如“(\\S+?)”）");
        QCOMPARE(picked.size(), 4);
        const QStringList cellNamed = named(live, "例如“([^”]+)”，就是那一格");
        QCOMPARE(cellNamed.size(), 1);
        const Report report = test::filledReport();
        const auto first = [&report](const QString &typed) {
            auto *picker = new LivePicker(report, LivePicker::Opened::ByButton, nullptr);
            QSignalSpy chosen(picker, &LivePicker::chosen);
            auto *words = picker->findChild<QLineEdit *>(QStringLiteral("livePickerWords"));
            words->setText(typed);
            QTest::keyClick(words, Qt::Key_Return);
            return chosen.value(0).value(0).toString();
        };
        for (const QString &typed : picked)
            QCOMPARE(first(typed), all);
        QCOMPARE(first(cellNamed.first()), QStringLiteral("requests.received.individual"));

        const QStringList gone = named(keys, "转到：输入“(\\S+?)”、(\\w+) 或 (\\w+)，");
        QCOMPARE(gone.size(), 3);
        for (const QString &typed : gone) {
            GoToDialog dialog(report, nullptr);
            dialog.findChild<QLineEdit *>(QStringLiteral("goToWords"))->setText(typed);
            QVERIFY2(dialog.place().toString().startsWith(QStringLiteral("requests.received.")),
                qPrintable(dialog.place().toString()));
        }
    }

    /// Not that of an old form, which has a table of this name, too.
    void theTableOfTheNewestFormIsFoundFirst()
    {
        const auto hits = m_manual->find(QStringLiteral("表四"));
        QVERIFY(!hits.isEmpty());
        QCOMPARE(hits.first().place.chapter, QStringLiteral("table.2021.disputes"));
        QVERIFY2(hits.first().title.endsWith(QStringLiteral("（表四）")), qPrintable(hits.first().title));
    }

    /// Every library that the build looks for is named with its licence.
    void othersWorksAreNamed()
    {
        QString all;
        for (const OthersWork &work : othersWorks()) {
            QVERIFY(!work.licence.isEmpty() && !work.chinese.isEmpty() && !work.english.isEmpty());
            all += work.name.toLower().remove(u' ') + u'\n';
        }
        static const QRegularExpression looked(
            QStringLiteral("pkg_check_modules\\((\\w+)|find_package\\((\\w+)"));
        const QString cmake = test::readSource(QStringLiteral("CMakeLists.txt"));
        int count = 0;
        for (auto match = looked.globalMatch(cmake); match.hasNext();) {
            const auto found = match.next();
            const QString name = (found.captured(1) + found.captured(2)).toLower();
            if (name == u"pkgconfig")
                continue;
            ++count;
            QVERIFY2(all.contains(name), qPrintable(name));
        }
        QVERIFY(count >= 8);
    }

    /// Whatever is really linked, however the build came to it; and what lies in the program without being
    /// linked.
    void whatIsLinkedIsNamed()
    {
        QString all;
        for (const OthersWork &work : othersWorks())
            all += work.name.toLower() + u'\n';
        QProcess readelf;
        readelf.start(QStringLiteral("readelf"),
            {QStringLiteral("-d"), QCoreApplication::applicationFilePath()}); // which holds all of the window
        QVERIFY(readelf.waitForFinished() && readelf.exitCode() == 0);
        static const QRegularExpression needed(
            QStringLiteral("\\(NEEDED\\).*\\[(?:lib)?([^\\]]+?)(?:-x86-64|-linux[^.]*)?\\.so"));
        static const QHash<QString, QString> names{{QStringLiteral("crypto"), QStringLiteral("openssl")},
            {QStringLiteral("c"), QStringLiteral("glibc")}, {QStringLiteral("m"), QStringLiteral("glibc")},
            {QStringLiteral("ld"), QStringLiteral("glibc")},
            {QStringLiteral("stdc++"), QStringLiteral("libstdc++")},
            {QStringLiteral("gcc_s"), QStringLiteral("libstdc++")},
            {QStringLiteral("sqlite3"), QStringLiteral("sqlite 3")},
            {QStringLiteral("xml2"), QStringLiteral("libxml2")}};
        const QString listed = QString::fromUtf8(readelf.readAllStandardOutput());
        int count = 0;
        for (auto match = needed.globalMatch(listed); match.hasNext(); ++count) {
            const QString file = match.next().captured(1).toLower();
            const QString name = file.startsWith(u"qt6") ? QStringLiteral("qt 6")
                : file.startsWith(u"icu")                ? QStringLiteral("icu")
                : file.startsWith(u"ld-")                ? QStringLiteral("glibc")
                                                         : names.value(file, file.section(u'-', 0, 0));
            const bool isSanitizer = file == u"asan" || file == u"ubsan";
            QVERIFY2(isSanitizer || all.contains(name), qPrintable(file));
        }
        QVERIFY(count >= 15);
        QVERIFY(all.contains(QStringLiteral("qtbase_zh_cn.qm")));
        QVERIFY(QFile::exists(QStringLiteral(":/i18n/qtbase_zh_CN.qm")));
        const QString copyright = test::readSource(QStringLiteral("resources/package/copyright.in"));
        QVERIFY(copyright.contains(QStringLiteral("Files: qtbase_zh_CN.qm")));
        QVERIFY(test::readSource(QStringLiteral("resources/licences/qttranslations.txt"))
                    .contains(QStringLiteral("GPL Exception 1.0")));
    }
};

QTEST_MAIN(ManualTest)
#include "tst_manual.moc"
