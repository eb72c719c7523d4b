// SPDX-License-Identifier: MulanPSL-2.0
#include "cppsource.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace nianbao::test;

namespace {

/// Code that may stand in a few files only, and what to write instead elsewhere.
struct Ban {
    const char *pattern;
    const char *instead;
    const char *homes; // files that may, by the ends of their paths
};

constexpr Ban kBans[] = {
    {R"(\bnew\s+QLabel\b|\bQLabel\s+\w+\s*[({;])", "appearance::label: plain by its maker",
        "widgets/appearance.cpp"},
    {R"(\bnew\s+Q(Push|Tool)Button\b|\bQ(Push|Tool)Button\s+\w+\s*[({])", "appearance::…Button",
        "widgets/appearance.cpp"},
    {R"(\bsetTextFormat\s*\((?!Qt::PlainText\))|\bQt::(RichText|AutoText|MarkdownText)\b)",
        "a plain label, or RichWords",
        "widgets/appearance.cpp widgets/elidedlabel.cpp widgets/literal.cpp widgets/richwords.cpp "
        "widgets/dialogs.cpp"},
    {R"(\b(setHtml|insertHtml|appendHtml|setMarkdown|insertMarkdown|toHtmlEscaped|convertFromPlainText)\b)",
        "RichWords, which escapes",
        "widgets/richwords.cpp widgets/literal.cpp editor/clipboardtable.cpp help/helppage.cpp "
        "help/helpmarkup.cpp editor/tabledata.cpp report/contentsmenu.cpp"},
    {R"(\bfromHtml\b)", "nothing: foreign markup is not shown", "editor/plaintextedit.cpp"},
    {R"(\bQ(MessageBox|InputDialog|ErrorMessage|WhatsThis|SplashScreen|SystemTrayIcon)\b(?!\s*>))",
        "dialogs::…", "widgets/dialogs.cpp"},
    {R"(\bset(StatusTip|WhatsThis|TabToolTip|TabWhatsThis|DetailedText)\b)", "literal::setToolTip, a notice",
        ""},
    {R"(\bset\w*Data\s*\([^;]*Qt::(ToolTip|StatusTip|WhatsThis)Role)",
        "a model that answers literal::toolTip", ""},
};

/// Setters of words in which Qt sees more than words: what they are given has gone through literal:: or is
/// fixed.
const char *const kGuessing[]
    = {R"(\baddAction\s*\()", R"(\baddMenu\s*\()", R"(\baddTab\s*\()", R"(\binsertTab\s*\()",
        R"(\bsetTabText\s*\()", R"(\bsetIconText\s*\()", R"(\bsetTitle\s*\()", R"(\baddButton\s*\()",
        R"(\baddRow\s*\()", R"(\baddToolBar\s*\()", R"(\bsetWindowTitle\s*\()", R"(\bsetToolTip\s*\()",
        R"(\bQToolTip::showText\s*\()", R"(\bnew\s+QAction\s*\()", R"(\bnew\s+QMenu\s*\()",
        R"(\bnew\s+QCheckBox\s*\()", R"(\bnew\s+QRadioButton\s*\()", R"(\bnew\s+QGroupBox\s*\()",
        R"(\bQProgressDialog\s+\w+\s*\()", R"(\bm_\w+\(new\s+QCheckBox\s*\()", R"(\bsetLabelText\s*\()"};

/// The names that stand for an object, not for words: declared as a pointer or reference to one.
bool isObject(const QString &name, const QString &declarations)
{
    const QRegularExpression declared(
        QStringLiteral("[*&]\\s*(const\\s+)?%1\\b|\\bauto\\s*\\*?\\s*%1\\s*=\\s*(new|add)\\b"
                       "|\\b(Qt::Key|int|bool)\\s+%1\\b")
            .arg(QRegularExpression::escape(name)));
    static const QRegularExpression text(
        QStringLiteral("QString(List|View)?\\s*[&*]\\s*(const\\s+)?(\\w+)\\b"));
    for (auto match = text.globalMatch(declarations); match.hasNext();) {
        if (match.next().captured(3) == name)
            return false;
    }
    return declarations.contains(declared);
}

/// What is no words: objects, numbers, work to do, makers of widgets, declarations.
bool isNoText(const QString &argument)
{
    static const QStringList kinds{
        QStringLiteral("this|nullptr|true|false|\\d.*|int\\(\\w+\\)|QString\\(\\)"),
        QStringLiteral("\\{.*\\}|\\[.*|\\w+\\(\\[.*\\)|std::move\\(.*"),
        QStringLiteral("(Qt|Q\\w+)::[\\w:]+|QKeySequence.*|event->globalPos\\(\\)"),
        QStringLiteral("appearance::\\w+(Button|label)\\(.*|make[A-Z]\\w*\\(.*\\)|add\\(tr\\(.*"),
        QStringLiteral("(const )?[\\w:<>()]+ [&*]?\\w+( = \\w+)?")};
    static const QRegularExpression any(QStringLiteral("^(%1)$").arg(kinds.join(u'|')));
    return argument.contains(any);
}

bool isFixed(const QString &argument, const QString &declarations)
{
    static const QRegularExpression translated(QStringLiteral("^(\\w+::)?tr\\(\\s*\"[^\"]*\"\\s*\\)$"));
    static const QRegularExpression choice(QStringLiteral("^(.*) \\? (.*) : (.*)$"));
    static const QRegularExpression name(QStringLiteral("^\\*?(m_)?\\w+$"));
    if (argument.isEmpty() || isNoText(argument) || argument.contains(translated)
        || argument.startsWith(QStringLiteral("literal::")))
        return true;
    if (const auto match = choice.match(argument); match.hasMatch())
        return isFixed(match.captured(2), declarations) && isFixed(match.captured(3), declarations);
    return argument.contains(name) && isObject(argument, declarations);
}

/// What Qt could take for more than words, by the file's own text. declarations: of its header too.
QStringList unsafeWordsIn(const QString &path, const QString &text, const QString &header = {})
{
    const CppSource source(text);
    const QString declarations = CppSource(header).bare() + source.bare();
    QStringList faults;
    const auto fault = [&](qsizetype place, const QString &what, const QString &instead) {
        faults.append(
            QStringLiteral("%1:%2: %3; use %4").arg(path).arg(source.lineOf(place)).arg(what, instead));
    };
    for (const Ban &ban : kBans) {
        const QStringList homes = QString(QLatin1String(ban.homes)).split(u' ', Qt::SkipEmptyParts);
        const bool isHome = std::any_of(
            homes.begin(), homes.end(), [&](const QString &home) { return path.endsWith(home); });
        for (auto match = QRegularExpression(QLatin1String(ban.pattern)).globalMatch(source.bare());
             match.hasNext() && !isHome;) {
            const auto found = match.next();
            fault(found.capturedStart(), found.captured().simplified(), QString::fromUtf8(ban.instead));
        }
    }
    const bool isDoor = path.contains(QStringLiteral("widgets/literal."));
    for (const char *pattern : kGuessing) {
        for (auto match = QRegularExpression(QLatin1String(pattern)).globalMatch(source.bare());
             match.hasNext() && !isDoor;) {
            const auto found = match.next();
            if (found.capturedStart() >= 2 && source.bare().mid(found.capturedStart() - 9, 9) == u"literal::")
                continue;
            for (const QString &argument : source.arguments(found.capturedEnd() - 1)) {
                if (!isFixed(argument, declarations))
                    fault(found.capturedStart(), found.captured().simplified() + argument,
                        QStringLiteral("literal::…"));
            }
        }
    }
    static const QRegularExpression derived(QStringLiteral("[:,]\\s*QLabel\\("));
    if (const auto match = derived.match(source.bare());
        match.hasMatch() && !source.bare().contains(QStringLiteral("setTextFormat(Qt::PlainText)")))
        fault(match.capturedStart(), QStringLiteral("a label of its own kind"),
            QStringLiteral("setTextFormat(Qt::PlainText) in its constructor"));
    // words of buttons and actions
    static const QRegularExpression declared(
        QStringLiteral("\\bQ(?:Action|ToolButton|PushButton|CheckBox|RadioButton|AbstractButton)\\s*\\*\\s*(?"
                       ":const\\s+)?(\\w+)|\\bauto\\s*\\*\\s*(\\w+)\\s*=\\s*"
                       "(?:appearance::\\w+Button|new QAction|new QCheckBox|new QRadioButton)"));
    for (auto match = declared.globalMatch(declarations); match.hasNext();) {
        const auto found = match.next();
        const QString name = found.captured(1) + found.captured(2);
        const QRegularExpression call(QStringLiteral("\\b%1(->|\\.)setText\\s*\\(").arg(name));
        for (auto set = call.globalMatch(source.bare());
             set.hasNext() && !isDoor && !path.endsWith(QStringLiteral("widgets/appearance.cpp"));) {
            const auto at = set.next();
            for (const QString &argument : source.arguments(at.capturedEnd() - 1)) {
                if (!isFixed(argument, declarations))
                    fault(at.capturedStart(), at.captured() + argument, QStringLiteral("literal::caption"));
            }
        }
    }
    // tooltips of models: whatever is answered after the role's name
    static const QRegularExpression role(
        QStringLiteral("Qt::(ToolTip|StatusTip|WhatsThis)Role\\b[^;]*?\\breturn\\s+([^;]*);"));
    for (auto match = role.globalMatch(source.bare()); match.hasNext();) {
        const auto found = match.next();
        if (!found.captured(2).startsWith(QStringLiteral("literal::toolTip(")))
            fault(found.capturedStart(), QStringLiteral("a tooltip that is ") + found.captured(2),
                QStringLiteral("literal::toolTip"));
    }
    faults.removeDuplicates();
    return faults;
}

/// One thing has one name on all screens, in the manual and in the sentences of rules.
struct Term {
    const char *other;
    const char *right;
};
constexpr Term kTerms[] = {{"审核流程", "审阅流程"}, {"报告年份", "报告年度"}, {"机关全称", "单位全称"},
    {"机关名称", "单位名称"}, {"机关简称", "单位简称"}, {"经手人", "经办人"}, {"插入数字", "插入活数字"},
    {"核对结果", "检查结果"}, {"新格式", "新表样"}, {"旧格式", "旧表样"}, {"转换为", "换成"},
    {"封印", "签章"}, {"用户目录", "用户文件夹"}};

QStringList otherTermsIn(const QString &path, const QString &text)
{
    QStringList faults;
    for (const Term &term : kTerms) {
        const QString other = QString::fromUtf8(term.other);
        for (auto at = text.indexOf(other); at >= 0; at = text.indexOf(other, at + 1))
            faults.append(QStringLiteral("%1:%2: %3; here it is called %4")
                              .arg(path)
                              .arg(QStringView(text).first(at).count(u'\n') + 1)
                              .arg(other, QString::fromUtf8(term.right)));
    }
    return faults;
}

/// Reasoned exceptions: file and what stands there.
struct Exception {
    const char *file;
    const char *part;
};
constexpr Exception kExceptions[] = {
    // makers of all actions: their callers hand over fixed words with a key's mark, and are read by this test
    // too
    {"ui/shell/mainwindow.cpp", "addAction(text"},
    {"ui/report/reportworkspace.cpp", "QAction(text"},
    {"ui/report/paperactions.cpp", "QAction(text"},
    {"ui/shell/editactions.cpp", "QAction(text"},
    {"ui/shell/windowactions.cpp", "QAction(text"},
    {"ui/report/reviewdesk.cpp", "QAction(text"},
    // makers of rows: their labels are fixed words of their callers
    {"ui/report/editor/introductionpage.cpp", "addRow(label"},
    {"ui/report/editor/organisationpage.cpp", "addRow(label"},
    // the label is made plain in the next line
    {"ui/widgets/dialogs.cpp", "setLabelText("},
};

} // namespace

/// Words of a file cannot reach a setter that takes them for markup or marks. See literal.h.
class PlainWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allSources()
    {
        QStringList faults;
        const QStringList files = sourceFiles({QStringLiteral("ui")});
        QVERIFY(files.size() > 60);
        for (const QString &path : files) {
            const QString other = QString(path).replace(QStringLiteral(".cpp"), QStringLiteral(".h"));
            const bool hasHeader = path.endsWith(QStringLiteral(".cpp")) && files.contains(other);
            for (const QString &fault :
                unsafeWordsIn(path, readSource(path), hasHeader ? readSource(other) : QString())) {
                const bool isKnown
                    = std::any_of(std::begin(kExceptions), std::end(kExceptions), [&](const Exception &one) {
                          return path == QLatin1String(one.file) && fault.contains(QLatin1String(one.part));
                      });
                if (!isKnown)
                    faults.append(fault);
            }
        }
        for (const QString &fault : std::as_const(faults))
            qWarning("%s", qPrintable(fault));
        QVERIFY(faults.isEmpty());
    }

    void oneThingHasOneName()
    {
        QStringList files = sourceFiles({QStringLiteral("app"), QStringLiteral("ui")});
        files += sourceFiles({QStringLiteral("translations")}, {QStringLiteral("*.ts")});
        files += sourceFiles(
            {QStringLiteral("resources/help")}, {QStringLiteral("*.md"), QStringLiteral("*.json")});
        files += sourceFiles({QStringLiteral("resources/rules")}, {QStringLiteral("catalogue.json")});
        files += sourceFiles({QStringLiteral("resources/share")}, {QStringLiteral("*.1*")});
        for (const char *one : {"nianbao_zh_CN.ts", "catalogue.json", "review.md", "mainwindow.cpp"})
            QVERIFY2(std::any_of(files.begin(), files.end(),
                         [one](const QString &path) { return path.endsWith(QLatin1String(one)); }),
                one);
        QVERIFY(faultsIn(files, otherTermsIn).isEmpty());
        QCOMPARE(otherTermsIn(QStringLiteral("a.md"), QStringLiteral("选\n报告年份。")),
            QStringList{QStringLiteral("a.md:2: 报告年份; here it is called 报告年度")});
    }

    void planted_data()
    {
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, const char *code) { QTest::newRow(name) << QString::fromUtf8(code); };
        row("a label that guesses", "auto *l = new QLabel(report.title(), this);");
        row("a label on the stack", "QLabel l(report.title());");
        row("a label of its own kind", "Note::Note(QWidget *parent) : QLabel(parent) { }");
        row("a rich label", "label->setTextFormat(Qt::RichText);");
        row("a tooltip", "widget->setToolTip(session.path());");
        row("a tooltip made of fixed and other words", "widget->setToolTip(tr(\"Open %1\").arg(name));");
        row("a window title", "setWindowTitle(m_session->report().title());");
        row("a window title in a sentence", "setWindowTitle(tr(\"%1 — Nianbao\").arg(title));");
        row("a message box", "QMessageBox::warning(this, tr(\"x\"), describe(error));");
        row("a question", "QInputDialog::getText(this, title, question);");
        row("a tooltip at the mouse", "QToolTip::showText(event->globalPos(), words.join(u'\\n'), this);");
        row("what's this", "button->setWhatsThis(name);");
        row("a status tip", "action->setStatusTip(name);");
        row("markup of a text", "m_text->setHtml(before);");
        row("markup by hand, escaped",
            "m_head->setText(QStringLiteral(\"<b>%1</b>\").arg(name.toHtmlEscaped()));");
        row("a menu's item", "menu->addAction(channel.name);");
        row("a menu's item of a variable", "const QString name = channel.name; menu->addAction(name);");
        row("a menu", "bar->addMenu(section.heading());");
        row("an action", "auto *a = new QAction(finding.excerpt, menu);");
        row("a tab", "m_tabs->setTabText(1, section.heading());");
        row("a tab with a fixed part", "m_tabs->addTab(page, tr(\"Text %1\").arg(heading));");
        row("a check box", "auto *box = new QCheckBox(channel.name, this);");
        row("a group", "auto *group = new QGroupBox(heading, this);");
        row("a button's words", "QToolButton *b = make();\nb->setText(finding.excerpt);");
        row("a button made by hand", "auto *b = new QPushButton(name, this);");
        row("a button of a box", "box.addButton(finding.excerpt, QMessageBox::AcceptRole);");
        row("a form's label", "form->addRow(channel.name, edit);");
        row("a model's tooltip",
            "switch (role) {\ncase Qt::DisplayRole:\ncase Qt::ToolTipRole: return label(section);\n}");
        row("a model's tooltip behind an if",
            "if (role == Qt::ToolTipRole)\n    return m_names[index.row()];");
        row("an item's tooltip", "item->setData(0, Qt::ToolTipRole, name);");
        row("a progress", "QProgressDialog progress(path, tr(\"Cancel\"), 0, 0, window);");
    }
    void planted()
    {
        QFETCH(QString, code);
        QVERIFY(!unsafeWordsIn(QStringLiteral("ui/planted.cpp"), code).isEmpty());
    }

    void harmless_data()
    {
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, const char *code) { QTest::newRow(name) << QString::fromUtf8(code); };
        row("a plain label", "auto *l = appearance::label(report.title(), this);\nl->setText(name);");
        row("a tooltip to the letter", "literal::setToolTip(widget, session.path());");
        row("a title to the letter",
            "setWindowTitle(literal::windowTitle(tr(\"%1 — Nianbao\").arg(title)));");
        row("a fixed title", "setWindowTitle(prior ? tr(\"New from last year\") : tr(\"New\"));");
        row("a fixed item", "menu->addAction(tr(\"&Copy\"));");
        row("an action that is there", "QAction *up = make();\nedit->addAction(up);");
        row("a tab without words yet", "QWidget *page = make();\nm_tabs->addTab(page, QString());");
        row("a model's tooltip to the letter",
            "case Qt::ToolTipRole: return literal::toolTip(label(section));");
        row("a comment", "// setHtml(x), new QLabel(y)");
        row("words with marks of ours", "RichWords().bold(name).showIn(label);");
    }
    void harmless()
    {
        QFETCH(QString, code);
        const QStringList faults = unsafeWordsIn(QStringLiteral("ui/harmless.cpp"), code);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(PlainWordsTest)
#include "tst_plainwords.moc"
