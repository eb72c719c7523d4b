// SPDX-License-Identifier: MulanPSL-2.0
#include "cppsource.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace nianbao::test;

namespace {

/// What is English on purpose.
struct Allowed {
    QString file{}; // of the path, its beginning
    QString words{}; // of the literal, its beginning; empty: all
    bool isUsed = false;
};

QList<Allowed> allowedWords()
{
    QList<Allowed> list;
    const QString all = readSource(QStringLiteral("tests/data/sources/english.txt"));
    for (const QString &line : all.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(QStringLiteral(" | "));
        if (!line.startsWith(u'#') && parts.size() == 3) // file, words, reason
            list.append({parts[0].trimmed(), parts[1].trimmed(), false});
    }
    return list;
}

bool isAny(const QStringList &calls, const QStringList &names)
{
    return std::any_of(
        calls.begin(), calls.end(), [&names](const QString &call) { return names.contains(call); });
}

/// Words in more than one piece, or one that begins as a sentence does.
bool readsLikeWords(const QString &text)
{
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,}[,;:]? +[a-z]+"));
    static const QRegularExpression beginning(QStringLiteral("^[^A-Za-z]*[A-Z][a-z]+([^A-Za-z0-9._/]|$)"));
    static const QRegularExpression sql(
        QStringLiteral("^ *(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|DROP|BEGIN|COMMIT)\\b"));
    return !text.contains(sql) && (text.contains(words) || text.contains(beginning));
}

/// Functions whose words a person reads.
const QStringList &readByAPerson()
{
    static const QStringList names = QStringLiteral(
        "setText showMessage setToolTip setWindowTitle setAccessibleName setAccessibleDescription "
        "setPlaceholderText setStatusTip setWhatsThis setInformativeText setDetailedText setLabelText "
        "setTitle "
        "setIconText setItemText setTabText setTabToolTip setApplicationDescription addAction addMenu addTab "
        "addRow "
        "addToolBar insertTab QLabel QPushButton QToolButton QCheckBox QRadioButton QGroupBox QAction QMenu "
        "QMessageBox QProgressDialog warning information critical question about setHorizontalHeaderLabels "
        "label titleLabel quietLabel linkButton plainButton primaryButton showWords toolTip menuItem caption "
        "windowTitle notice tell ask askWords openFile saveFile fail refuse refused of describe printf "
        "fprintf puts "
        "fputs bold passage heading coloured onGround addParagraph addTitle words say")
                                         .split(u' ');
    return names;
}

/// The marks of its arguments, %1 to %9, each once.
QSet<QChar> argumentsOf(const QString &sentence)
{
    static const QRegularExpression mark(QStringLiteral("(?:%|\\[)([1-9])"));
    QSet<QChar> marks;
    for (auto it = mark.globalMatch(sentence); it.hasNext();)
        marks.insert(it.next().captured(1).front());
    return marks;
}

/// The Chinese behind the English of a sentence in both languages, {"Blank cells", "空白格"}; nullptr: none.
const Literal *chineseOf(const CppSource &source, qsizetype literal)
{
    static const QRegularExpression hanzi(QStringLiteral("\\p{Han}|[、，。：；（）]"));
    const QList<Literal> &all = source.literals();
    if (literal + 1 >= all.size() || !all[literal + 1].text.contains(hanzi))
        return nullptr;
    const QStringView code(source.bare());
    const qsizetype end = all[literal].end;
    const bool isPair = code.first(all[literal].start).trimmed().endsWith(u'{')
        && code.sliced(end, all[literal + 1].start - end).trimmed() == u",";
    return isPair ? &all[literal + 1] : nullptr;
}

/// Literals with English words that reach a person without having been translated.
QStringList englishIn(const QString &path, const QString &text, QList<Allowed> &allowed)
{
    static const QStringList translated = QStringLiteral(
        "tr translate QT_TR_NOOP QT_TRANSLATE_NOOP QT_TR_N_NOOP QT_TRANSLATE_N_NOOP QT_TRANSLATE_NOOP3")
                                              .split(u' ');
    static const QStringList unseen = QStringLiteral(
        "qFatal qWarning qDebug qCritical qCInfo qCWarning Q_ASSERT Q_ASSERT_X static_assert setObjectName "
        "setProperty property "
        "[] findChild findChildren windowState setWindowState qEnvironmentVariable filePath "
        "proposal toString")
                                          .split(u' ');
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]{2,}"));
    static const QRegularExpression suffix(QStringLiteral("\\*\\.[a-z]+"));
    static const QRegularExpression beside(
        QStringLiteral("^\\s*,\\s*QT_TRANSLATE_NOOP")); // what that is found by
    const CppSource source(text);
    QStringList faults;
    for (qsizetype i = 0; i < source.literals().size(); ++i) {
        const Literal &literal = source.literals()[i];
        if (const Literal *chinese = chineseOf(source, i)) {
            if (argumentsOf(literal.text) != argumentsOf(chinese->text))
                faults.append(QStringLiteral("%1:%2: “%3” has other arguments in Chinese")
                                  .arg(path)
                                  .arg(source.lineOf(literal.start))
                                  .arg(literal.text.left(60)));
            continue;
        }
        const QStringList calls = source.callsAround(literal.start);
        if (!QString(literal.text).remove(suffix).contains(latin)
            || source.bare().mid(literal.end, 60).contains(beside) || isAny(calls.mid(0, 2), translated)
            || isAny(calls, unseen))
            continue;
        const bool isStreamed
            = QStringView(source.bare()).left(literal.start).trimmed().endsWith(u"<<") && calls.isEmpty();
        if (!readsLikeWords(literal.text) && !isStreamed && !isAny(calls, readByAPerson()))
            continue;
        const auto known = std::find_if(allowed.begin(), allowed.end(), [&](const Allowed &one) {
            return path.startsWith(one.file) && literal.text.trimmed().startsWith(one.words);
        });
        if (known != allowed.end())
            known->isUsed = true;
        else
            faults.append(QStringLiteral("%1:%2: “%3” reaches a person without tr() (%4)")
                              .arg(path)
                              .arg(source.lineOf(literal.start))
                              .arg(literal.text.left(60), calls.join(QStringLiteral(" < "))));
    }
    return faults;
}

} // namespace

/// No English in the Chinese window: literals of the sources that a person reads have gone through tr().
class EnglishTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allSources()
    {
        auto allowed = allowedWords();
        QVERIFY(!allowed.isEmpty());
        const QStringList files = sourceFiles({QStringLiteral("app"), QStringLiteral("ui")});
        QVERIFY(files.size() > 100);
        QVERIFY(faultsIn(files, [&](const QString &path, const QString &text) {
            return englishIn(path, text, allowed);
        }).isEmpty());
        for (const Allowed &one : allowed)
            QVERIFY2(one.isUsed,
                qPrintable(QStringLiteral("allowed but not there: ") + one.file + u' ' + one.words));
    }

    void planted_data()
    {
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, const char *code) { QTest::newRow(name) << QString::fromUtf8(code); };
        row("a helper that lupdate does not see", R"x(refuse(words("Nothing was pasted: no figures."));)x");
        row("a helper with one word", R"x(return words("saved");)x");
        row("a label", R"x(label->setText(QStringLiteral("Ready"));)x");
        row("a sentence that is English in both languages", R"x(Phrase({"It is wrong.", "It is wrong."});)x");
        row("an argument that the Chinese leaves out", R"x(Phrase({"%1 of %2 is wrong", "%1不对"}, a, b);)x");
        row("one small word of a label", R"x(label->setText(QStringLiteral("empty"));)x");
        row("a label's constructor", R"x(auto *l = appearance::label(QStringLiteral("Hint"), this);)x");
        row("a tooltip", R"x(literal::setToolTip(b, QStringLiteral("click here"));)x");
        row("a name for screen readers", R"x(m_grid->setAccessibleName(QStringLiteral("grid"));)x");
        row("the status line", R"x(statusBar()->showMessage(QLatin1String("Saved"), 8000);)x");
        row("a notice", R"x(Q_EMIT notice(QStringLiteral("could not be done"));)x");
        row("an option of the command line",
            R"x(QCommandLineOption o(QStringLiteral("x"), QStringLiteral("open a copy"));)x");
        row("an error's detail",
            R"x(return Error{ErrorCode::ReadFailed, path, QStringLiteral("not a regular file")};)x");
        row("printed", R"x(std::printf("done\n");)x");
        row("streamed", R"x(QTextStream(stdout) << "done" << Qt::endl;)x");
        row("one side of a choice", R"x(b->setText(on ? tr("On") : QStringLiteral("off"));)x");
        row("an undo step", R"x(edit(Change::of(QStringLiteral("rename"), step));)x");
        row("in pieces", "f(\"the first part \"\n  \"and the second\");");
        row("raw", "f(R\"(Some words of a person)\");");
        row("behind a comment with a quote", "// isn't \"it\"\nlabel->setText(\"Wrong\"_L1);");
    }
    void planted()
    {
        QFETCH(QString, code);
        QList<Allowed> none;
        QVERIFY(!englishIn(QStringLiteral("ui/planted.cpp"), code, none).isEmpty());
    }

    void harmless_data()
    {
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, const char *code) { QTest::newRow(name) << QString::fromUtf8(code); };
        row("translated", R"x(label->setText(tr("Ready for %1").arg(name));)x");
        row("translated by name", R"x(QCoreApplication::translate("Errors", "The file is gone");)x");
        row("in both languages", R"x(Phrase({"%1: [2:cell is|cells are] blank", "%1：%2 格空白"}, a, n);)x");
        row("marked for translation",
            R"x({"locked", QT_TRANSLATE_NOOP("Errors", "another program uses it")},)x");
        row("a comment", "// The words of a person\n/* more words of one */");
        row("a key", R"x(settings::windowState(QStringLiteral("geometry"));)x");
        row("a cell", R"x(CellId(QStringLiteral("requests.received.total"));)x");
        row("Chinese", R"x(label->setText(QStringLiteral("已保存 %1"));)x");
        row("for programmers", R"x(qFatal("the word lists are missing: %s", name);)x");
        row("SQL", R"x(run(QStringLiteral("SELECT body FROM section WHERE key = ?"));)x");
        row("a name for tests", R"x(button->setObjectName(QStringLiteral("newBlank"));)x");
        row("a number with marks", "constexpr int kMost = 20'000; // it's \"many\"");
    }
    void harmless()
    {
        QFETCH(QString, code);
        QList<Allowed> none;
        const QStringList faults = englishIn(QStringLiteral("ui/harmless.cpp"), code, none);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(EnglishTest)
#include "tst_english.moc"
