// SPDX-License-Identifier: MulanPSL-2.0
#include "accesswalk.h"
#include "appearance.h"
#include "dialoganswers.h"
#include "everyscreen.h"
#include "language.h"
#include "mainwindow.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QDialog>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStatusBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <utility>

using namespace nianbao;

namespace {

/// Puts one thing into the dialog: the faulty one, or the good one beside it.
using Plant = void (*)(QDialog &dialog, bool isGood);

template <typename Widget> Widget *add(QDialog &dialog, const char *name = "planted")
{
    auto *widget = new Widget(&dialog);
    widget->setObjectName(QLatin1String(name));
    dialog.layout()->addWidget(widget);
    return widget;
}

QPushButton *addButton(QDialog &dialog, const char *words, const char *name = "planted")
{
    auto *button = add<QPushButton>(dialog, name);
    button->setText(QLatin1String(words));
    return button;
}

} // namespace

Q_DECLARE_METATYPE(Plant)

/// Each screen as a screen reader and a keyboard find it.
class AccessibilityTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static QStringList planted(Plant plant, bool isGood)
    {
        QDialog dialog;
        auto *layout = new QVBoxLayout(&dialog);
        addButton(dialog, "First", "first")->setAutoDefault(false);
        plant(dialog, isGood);
        addButton(dialog, "Last", "last")->setAutoDefault(false);
        layout->setSizeConstraint(QLayout::SetMinimumSize);
        dialog.show();
        if (!QTest::qWaitForWindowActive(&dialog))
            qFatal("no window");
        return test::accessFaults(dialog);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); // not the panels of an earlier run
        dialogs::setSilent(true);
        installLanguage(QStringLiteral("zh_CN"));
        appearance::apply(false);
    }

    void aPlantedFaultIsFound_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<Plant>("plant");
        const auto row = [](const char *name, const char *kind, Plant plant) {
            QTest::newRow(name) << QString(QLatin1String(kind)) << plant;
        };
        row("a field without a name", "nameless", [](QDialog &dialog, bool isGood) {
            auto *line = add<QLineEdit>(dialog);
            if (isGood)
                line->setAccessibleName(QStringLiteral("Telephone"));
        });
        row("a label that belongs to nobody", "nameless", [](QDialog &dialog, bool isGood) {
            auto *label = add<QLabel>(dialog, "label");
            label->setText(QStringLiteral("Telephone"));
            auto *line = add<QLineEdit>(dialog);
            if (isGood)
                label->setBuddy(line);
        });
        row("three dots for a name", "poor name", [](QDialog &dialog, bool isGood) {
            auto *button = addButton(dialog, "…");
            button->setText(QStringLiteral("…"));
            if (isGood)
                button->setAccessibleName(QStringLiteral("Another folder"));
        });
        row("a class for a name", "poor name", [](QDialog &dialog, bool isGood) {
            add<QLineEdit>(dialog)->setAccessibleName(
                isGood ? QStringLiteral("Telephone") : QStringLiteral("QLineEdit"));
        });
        row("markup for a description", "markup", [](QDialog &dialog, bool isGood) {
            QPushButton *button = addButton(dialog, "Send");
            button->setToolTip(QStringLiteral("<p>Next: send it</p>"));
            if (isGood)
                button->setAccessibleDescription(QStringLiteral("Next: send it"));
        });
        row("columns that are only counted", "no heads", [](QDialog &dialog, bool isGood) {
            auto *table = add<QTableWidget>(dialog);
            table->setAccessibleName(QStringLiteral("Years"));
            table->setTabKeyNavigation(false);
            table->setRowCount(1);
            table->setColumnCount(2);
            for (int column = 0; column < 2; ++column)
                table->setItem(0, column, new QTableWidgetItem(QStringLiteral("12")));
            if (isGood)
                table->setHorizontalHeaderLabels({QStringLiteral("Before"), QStringLiteral("Now")});
        });
        row("two buttons of one name", "same name", [](QDialog &dialog, bool isGood) {
            addButton(dialog, "Open", "one")->setAccessibleDescription(QStringLiteral("the report"));
            addButton(dialog, "Open")
                ->setAccessibleDescription(
                    isGood ? QStringLiteral("the folder") : QStringLiteral("the report"));
        });
        row("a button that Tab passes by", "unreachable", [](QDialog &dialog, bool isGood) {
            auto *button = addButton(dialog, "Send");
            button->setFocusPolicy(Qt::NoFocus);
            if (isGood)
                button->setShortcut(Qt::ALT | Qt::Key_S);
        });
        row("an action without a key", "unreachable", [](QDialog &dialog, bool isGood) {
            auto *button = add<QToolButton>(dialog);
            auto *action = new QAction(QStringLiteral("Send"), button);
            button->setDefaultAction(action);
            button->setFocusPolicy(Qt::NoFocus);
            if (isGood)
                action->setShortcut(Qt::CTRL | Qt::Key_S);
        });
        row("a link for the mouse", "unreachable", [](QDialog &dialog, bool isGood) {
            auto *label = add<QLabel>(dialog);
            label->setTextFormat(Qt::RichText);
            label->setText(QStringLiteral("<a href=\"there\">there</a>"));
            if (isGood)
                label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        });
        row("a picture to be clicked", "unreachable", [](QDialog &dialog, bool isGood) {
            auto *picture = add<QLabel>(dialog);
            picture->setText(QStringLiteral("Page 3"));
            picture->setCursor(Qt::PointingHandCursor);
            if (isGood) {
                picture->setFocusPolicy(Qt::StrongFocus);
                picture->setAccessibleName(QStringLiteral("Page 3"));
            }
        });
        row("words that only the wheel moves", "unreachable", [](QDialog &dialog, bool isGood) {
            auto *area = add<QScrollArea>(dialog);
            area->setAccessibleName(QStringLiteral("Licence"));
            area->setFocusPolicy(isGood ? Qt::StrongFocus : Qt::NoFocus);
            area->setFixedHeight(60);
            auto *words = new QLabel(QStringLiteral("words\n").repeated(50), area);
            area->setWidget(words);
        });
        row("a field that keeps Tab", "trap", [](QDialog &dialog, bool isGood) {
            auto *text = add<QPlainTextEdit>(dialog);
            text->setAccessibleName(QStringLiteral("Reason"));
            text->setTabChangesFocus(isGood);
        });
        row("a field of no size", "hidden stop", [](QDialog &dialog, bool isGood) {
            auto *line = add<QLineEdit>(dialog);
            line->setAccessibleName(QStringLiteral("Telephone"));
            if (!isGood)
                line->setFixedHeight(0);
        });
        row("the lower one first", "order", [](QDialog &dialog, bool isGood) {
            auto *upper = addButton(dialog, "Upper", "upper");
            auto *lower = addButton(dialog, "Lower");
            if (!isGood)
                QWidget::setTabOrder(lower, upper);
        });
    }
    void aPlantedFaultIsFound()
    {
        QFETCH(const QString, kind);
        QFETCH(const Plant, plant);
        const QStringList found = planted(plant, false);
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().startsWith(kind + u':'), qPrintable(found.first()));
        QVERIFY2(found.first().contains(u"planted") || kind == u"order", qPrintable(found.first()));
        const QStringList wrongly = planted(plant, true);
        QVERIFY2(wrongly.isEmpty(), qPrintable(wrongly.join(u'\n')));
    }

    void aPlantedEventIsHeard()
    {
        test::AccessEvents events;
        QDialog dialog;
        new QVBoxLayout(&dialog);
        QPushButton *good = addButton(dialog, "First", "first");
        auto *nameless = add<QLineEdit>(dialog, "nameless");
        QPushButton *hidden = addButton(dialog, "Gone", "gone");
        hidden->hide();
        auto *list = add<QTableWidget>(dialog, "list");
        list->setAccessibleName(QStringLiteral("Years"));
        list->setRowCount(1);
        list->setColumnCount(1);
        list->setItem(0, 0, new QTableWidgetItem(QStringLiteral("2024")));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        events.faults();
        good->setFocus();
        QCOMPARE(events.faults(), QStringList());
        nameless->setFocus();
        QCOMPARE(events.faults().value(0).section(u':', 0, 0), QStringLiteral("nameless focus"));
        QAccessibleEvent ofHidden(hidden, QAccessible::Focus);
        QAccessible::updateAccessibility(&ofHidden);
        QCOMPARE(events.faults().value(0).section(u':', 0, 0), QStringLiteral("hidden focus"));
        QAccessibleEvent ofOther(list, QAccessible::Focus);
        ofOther.setChild(QAccessible::queryAccessibleInterface(list)->indexOfChild(
            QAccessible::queryAccessibleInterface(list)->tableInterface()->cellAt(0, 0)));
        QAccessible::updateAccessibility(&ofOther);
        QCOMPARE(events.faults().value(0).section(u':', 0, 0), QStringLiteral("stray focus"));
    }

    void aNoticeIsAnAlert()
    {
        test::AccessEvents events;
        MainWindow window;
        window.show();
        events.alerts();
        window.statusBar()->showMessage(QStringLiteral("已保存"));
        QCOMPARE(events.alerts(), QStringList{QStringLiteral("已保存")});
        window.statusBar()->clearMessage();
        QCOMPARE(events.alerts(), QStringList());
    }

    void everyScreen()
    {
        test::AccessEvents events;
        QStringList faults;
        QHash<QString, bool> told; // on one screen is enough
        int screens = 0;
        test::visitEveryScreen([&](QWidget &screen, const QString &name) {
            if (screen.inherits("QFileDialog") || screen.inherits("QAbstractPrintDialog")) // Qt's
                return;
            ++screens;
            for (const QString &fault : test::accessFaults(screen) + events.faults()) {
                if (!std::exchange(told[fault], true))
                    faults.append(QStringLiteral("%1 [%2]").arg(fault, name));
            }
        });
        QVERIFY(screens > 50);
        for (const QString &fault : std::as_const(faults))
            qWarning("%s", qPrintable(fault));
        QCOMPARE(faults.size(), 0);
    }
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
