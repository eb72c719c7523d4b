// SPDX-License-Identifier: MulanPSL-2.0
#include "everyscreen.h"
#include "sizewalk.h"

#include "appearance.h"
#include "elidedlabel.h"
#include "language.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QToolBar>
#include <QTreeWidget>

#include <functional>

using namespace nianbao;

namespace {

const QString kBehindName = QStringLiteral(" | ");
const QString kWords = QStringLiteral("一段比较长的说明文字");

/// One fault in a small window, or the same thing without it.
struct Planted {
    const char *name;
    std::function<void(QWidget &window, bool isFaulty)> plant;
    std::function<void(QWidget &window)> spoil{}; // once it is laid out
};

template <typename T, typename... Arguments>
T *in(QWidget &window, const QRect &place, Arguments... arguments)
{
    auto *made = new T(arguments..., &window);
    made->setGeometry(place);
    return made;
}

QList<Planted> plantedWords()
{
    return {{"a narrow label",
                [](QWidget &w, bool is) { in<QLabel>(w, QRect(0, 0, is ? 30 : 200, 30), kWords); }},
        {"a low label",
            [](QWidget &w, bool is) {
                in<QLabel>(w, QRect(0, 0, 60, is ? 20 : 120), kWords)->setWordWrap(true);
            }},
        {"a label that is elided and does not tell",
            [](QWidget &w, bool is) {
                auto *label = in<ElidedLabel>(w, QRect(0, 0, 60, 30));
                label->showWords(kWords);
                w.show();
                if (is)
                    label->setToolTip({});
            }},
        {"a narrow button",
            [](QWidget &w, bool is) { in<QPushButton>(w, QRect(0, 0, is ? 40 : 200, 40), kWords); }},
        {"beyond the edge",
            [](QWidget &w, bool is) { in<QLabel>(w, QRect(is ? 350 : 0, 0, 200, 30), kWords); }},
        {"one over the other",
            [](QWidget &w, bool is) {
                in<QLabel>(w, QRect(0, 0, 200, 30), kWords);
                in<QLabel>(w, QRect(0, is ? 20 : 40, 200, 30), kWords);
            }},
        {"a choice that is cut",
            [](QWidget &w, bool is) {
                auto *choice = in<QComboBox>(w, QRect(0, 0, is ? 60 : 250, 40));
                choice->addItem(kWords);
            }},
        {"a field whose words are cut",
            [](QWidget &w, bool is) { in<QLineEdit>(w, QRect(0, 0, is ? 60 : 250, 40), kWords); }},
        {"what may be typed is cut",
            [](QWidget &w, bool is) {
                in<QLineEdit>(w, QRect(0, 0, is ? 60 : 250, 40))->setPlaceholderText(kWords);
            }},
        {"the title of a group",
            [](QWidget &w, bool is) { in<QGroupBox>(w, QRect(0, 0, is ? 60 : 250, 80), kWords); }},
        {"a tab that is cut",
            [](QWidget &w, bool is) {
                auto *tabs = in<QTabBar>(w, QRect(0, 0, is ? 60 : 390, 40));
                tabs->setUsesScrollButtons(false);
                tabs->setElideMode(Qt::ElideRight);
                tabs->addTab(kWords);
                tabs->addTab(kWords);
            }},
        {"a tab behind arrows",
            [](QWidget &w, bool is) {
                auto *tabs = in<QTabBar>(w, QRect(0, 0, is ? 160 : 390, 40));
                tabs->addTab(kWords);
                tabs->addTab(kWords);
            }},
        {"a head that is cut",
            [](QWidget &w, bool is) {
                auto *table = in<QTableWidget>(w, QRect(0, 0, 390, 200), 1, 1);
                table->setHorizontalHeaderLabels({kWords});
                table->setColumnWidth(0, is ? 40 : 250);
            }},
        {"a row of a list that is cut",
            [](QWidget &w, bool is) {
                auto *list = in<QListWidget>(w, QRect(0, 0, is ? 60 : 250, 200));
                list->addItem(kWords);
                list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
            }},
        {"a row of a tree that is cut", [](QWidget &w, bool is) {
             auto *tree = in<QTreeWidget>(w, QRect(0, 0, is ? 80 : 250, 200));
             tree->setHeaderHidden(true);
             auto *top = new QTreeWidgetItem(tree, {QStringLiteral("短")});
             new QTreeWidgetItem(top, {kWords});
             tree->expandAll();
             tree->header()->setStretchLastSection(true);
         }}};
}

QList<Planted> plantedParts()
{
    return {{"a list without room for a row",
                [](QWidget &w, bool is) {
                    in<QListWidget>(w, QRect(0, 0, 250, is ? 12 : 100))->addItem(QStringLiteral("短"));
                }},
        {"a list that is scrolled in what is scrolled",
            [](QWidget &w, bool is) {
                auto *area = in<QScrollArea>(w, QRect(0, 0, 390, 200));
                auto *page = new QWidget;
                page->resize(300, 400);
                auto *list = new QListWidget(page);
                list->setMinimumHeight(is ? 250 : 150);
                list->setGeometry(0, 0, 200, list->minimumHeight());
                for (int row = 0; row < 50; ++row)
                    list->addItem(QStringLiteral("短"));
                area->setWidget(page);
            }},
        {"larger than the screen", [](QWidget &w, bool is) { w.resize(is ? 5000 : 400, 300); }},
        {"buttons of a dialog out of sight",
            [](QWidget &w, bool is) {
                auto *area = in<QScrollArea>(w, QRect(0, 0, 390, 200));
                auto *page = new QWidget;
                page->resize(300, is ? 400 : 150);
                (new QDialogButtonBox(QDialogButtonBox::Close, page))->setGeometry(0, is ? 350 : 50, 200, 40);
                area->setWidget(page);
            }},
        {"what leads on out of sight",
            [](QWidget &w, bool is) {
                auto *area = in<QScrollArea>(w, QRect(0, 0, 390, 200));
                auto *page = new QWidget;
                page->resize(300, is ? 400 : 150);
                auto *button = new QPushButton(kWords, page);
                button->setGeometry(0, is ? 350 : 50, 250, 40);
                button->setProperty("primary", true);
                area->setWidget(page);
            }},
        {"lines that do not wrap",
            [](QWidget &w, bool is) {
                auto *text = in<QTextEdit>(w, QRect(0, 0, 100, 200), QString(60, u'长'));
                text->setWordWrapMode(is ? QTextOption::NoWrap : QTextOption::WrapAnywhere);
            }},
        {"a bar over what it scrolls",
            [](QWidget &w, bool) {
                auto *page = new QWidget;
                page->resize(100, 600);
                in<QScrollArea>(w, QRect(0, 0, 200, 200))->setWidget(page);
            },
            [](QWidget &w) {
                w.findChild<QScrollArea *>()->verticalScrollBar()->parentWidget()->move(20, 0);
            }},
        {"a bar because of the other one",
            [](QWidget &w, bool is) {
                auto *area = in<QScrollArea>(w, QRect(0, 0, 200, 200));
                auto *page = new QWidget;
                page->resize(is ? 195 : 150, 600);
                area->setWidget(page);
            }},
        {"fields of different height",
            [](QWidget &w, bool is) {
                in<QLineEdit>(w, QRect(0, 0, 100, 40));
                in<QSpinBox>(w, QRect(120, 0, 100, is ? 50 : 40));
            }},
        {"a tool bar without room", [](QWidget &w, bool is) {
             auto *bar = in<QToolBar>(w, QRect(0, 0, is ? 100 : 390, 40));
             bar->addAction(kWords);
             bar->addAction(kWords);
         }}};
}

} // namespace

/// Every screen of the program on a screen of the size that NIANBAO_SCREEN says ("1366x714", what a panel and
/// the window's frame leave), at the scale of QT_SCALE_FACTOR: nothing on it is cut, covered or out of reach.
/// NIANBAO_LONG: in both languages and all themes, else in those that matter most at that size.
/// NIANBAO_LETTERS: the size of text that is chosen in the settings, in percent.
/// NIANBAO_SCREENS: a folder for pictures of the screens on which something was found.
class SizesTest : public QObject {
    Q_OBJECT

    static bool isChosen(const char *row)
    {
        const QString chosen = qEnvironmentVariable("NIANBAO_SIZES", QStringLiteral("en light,zh_CN light"));
        return qEnvironmentVariableIsSet("NIANBAO_LONG")
            || chosen.split(u',').contains(QString::fromLatin1(row));
    }

private Q_SLOTS:
    // The measure itself, before the program's style tells words that are cut

    void aFaultIsFound_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < (plantedWords() + plantedParts()).size(); ++i)
            QTest::newRow((plantedWords() + plantedParts())[i].name) << i;
    }
    void aFaultIsFound()
    {
        QFETCH(int, number);
        for (const bool isFaulty : {false, true}) {
            QWidget window;
            window.resize(400, 300);
            const Planted planted = (plantedWords() + plantedParts())[number];
            planted.plant(window, isFaulty);
            window.show();
            for (int i = 0; i < 3; ++i)
                QApplication::processEvents();
            if (isFaulty && planted.spoil)
                planted.spoil(window);
            const QStringList faults = test::clippedParts(window) + test::beyondScreen(window);
            QVERIFY2(faults.isEmpty() != isFaulty, qPrintable(faults.join(u'\n')));
        }
    }

    /// In the program's own style they are.
    void whatIsCutIsTold()
    {
        appearance::apply(Theme::Light);
        for (const Planted &planted : plantedWords()) {
            const QByteArray name = planted.name;
            if (!name.contains("field") && !name.contains("typed") && !name.contains(" row ")
                && !name.contains("head") && !name.contains("choice that is cut"))
                continue;
            QWidget window;
            window.resize(400, 300);
            planted.plant(window, true);
            window.show();
            QApplication::processEvents();
            QVERIFY2(test::clippedParts(window).isEmpty(), planted.name);
        }
    }

    void everyScreen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<Theme>("theme");
        for (const char *language : {"en", "zh_CN"}) { // words stay once they are Chinese
            for (const auto &[theme, name] : {std::pair(Theme::Light, "light"),
                     std::pair(Theme::Dark, "dark"), std::pair(Theme::HighContrast, "high contrast")}) {
                const QByteArray row = QByteArray(language) + ' ' + name;
                if (isChosen(row))
                    QTest::newRow(row) << QString::fromLatin1(language) << theme;
            }
        }
    }
    void everyScreen()
    {
        QFETCH(QString, language);
        QFETCH(Theme, theme);
        installLanguage(language);
        appearance::apply(theme, qEnvironmentVariable("NIANBAO_LETTERS", QStringLiteral("100")).toInt());
        QStringList faults;
        QHash<QString, int> places;
        const QString pictures = qEnvironmentVariable("NIANBAO_SCREENS");
        test::visitEveryScreen([&](QWidget &screen, const QString &name) {
            QStringList found = test::clippedParts(screen) + test::beyondScreen(screen);
            for (const char *field : {"date", "signedBy"}) { // beside the button that records them
                const auto *line = screen.findChild<QWidget *>(QLatin1String(field));
                if (name.endsWith(QStringLiteral(", on paper"))
                    && (!line || line->visibleRegion().boundingRect() != line->rect()))
                    found.append(QStringLiteral("the field “%1” is out of sight").arg(QLatin1String(field)));
            }
            for (const QString &fault : std::as_const(found)) {
                if (++places[fault] == 1)
                    faults.append(name + kBehindName + fault);
            }
            if (!pictures.isEmpty() && !found.isEmpty())
                screen.grab().save(
                    pictures + u'/' + QString(name).replace(u'/', u'-') + QStringLiteral(".png"));
        });
        for (const QString &fault : std::as_const(faults)) // in full: a failure is told in few characters
            qWarning("%s (%d times)", qPrintable(fault),
                places.value(fault.mid(fault.indexOf(kBehindName) + kBehindName.size())));
        QCOMPARE(faults.size(), 0);
    }
};

/// Qt's offscreen platform has one screen of 800×800 unless it is told otherwise.
int main(int argc, char *argv[])
{
    QTemporaryDir folder;
    const QStringList size = qEnvironmentVariable("NIANBAO_SCREEN", QStringLiteral("1366x714")).split(u'x');
    QFile screen(folder.filePath(QStringLiteral("screen.json")));
    if (size.size() != 2 || !screen.open(QFile::WriteOnly))
        return 2;
    screen.write(
        QStringLiteral("{\"screens\": [{\"name\": \"screen\", \"x\": 0, \"y\": 0, \"width\": %1, \"height\": "
                       "%2, \"logicalDpi\": 96, \"logicalBaseDpi\": 96, \"dpr\": 1}]}")
            .arg(size[0], size[1])
            .toUtf8());
    screen.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screen.fileName().toLocal8Bit());
    QApplication application(argc, argv);
    SizesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sizes.moc"
