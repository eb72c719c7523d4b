// SPDX-License-Identifier: MulanPSL-2.0
#include "windowwalk.h"

#include "contentsmodel.h"
#include "mainwindow.h"
#include "reportview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTextDocument>
#include <QTextEdit>
#include <QTreeView>

namespace nianbao::test {

namespace {

QString asMarkup(const QString &text)
{
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

/// What Qt makes of & in buttons, menus and tabs.
QString withoutMnemonics(QString text)
{
    text.replace(QStringLiteral("&&"), QString(QChar(1)));
    text.remove(u'&');
    return text.replace(QChar(1), u'&');
}

QString guessed(const QString &text) { return Qt::mightBeRichText(text) ? asMarkup(text) : text; }

class Collector {
public:
    QList<Shown> all;

    void widget(const QWidget &w)
    {
        m_who = QStringLiteral("%1 %2").arg(QLatin1String(w.metaObject()->className()), w.objectName());
        add("tooltip", w.toolTip(), guessed(w.toolTip()));
        add("status tip", w.statusTip(), w.statusTip());
        add("what's this", w.whatsThis(), guessed(w.whatsThis()));
        add("accessible name", w.accessibleName(), w.accessibleName());
        add("accessible description", w.accessibleDescription(), w.accessibleDescription());
        QString title = w.windowTitle();
        title.replace(QStringLiteral("[*][*]"), QString(QChar(1))).remove(QStringLiteral("[*]"));
        add("title", w.windowTitle(), title.replace(QChar(1), QStringLiteral("[*]")));
        for (const QAction *action : w.actions())
            this->action(*action);
        words(w);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&w); view && view->model())
            model(*view->model(), {});
    }

private:
    void add(const char *kind, const QString &stored, const QString &seen)
    {
        if (!stored.isEmpty())
            all.append({m_who + u' ' + QLatin1String(kind), stored, seen});
    }

    void action(const QAction &action)
    {
        add("action", action.text(), withoutMnemonics(action.text()));
        add("action's tooltip", action.toolTip(), guessed(action.toolTip()));
        add("action's icon text", action.iconText(), withoutMnemonics(action.iconText()));
    }

    void words(const QWidget &w)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&w))
            add("text", label->text(), seenAsLabel(label->text(), label->textFormat()));
        if (const auto *button = qobject_cast<const QAbstractButton *>(&w))
            add("text", button->text(), withoutMnemonics(button->text()));
        if (const auto *line = qobject_cast<const QLineEdit *>(&w)) {
            add("text", line->text(), line->displayText());
            add("placeholder", line->placeholderText(), line->placeholderText());
        }
        if (const auto *text = qobject_cast<const QTextEdit *>(&w)) {
            add("text", text->toPlainText(), text->toPlainText());
            add("placeholder", text->placeholderText(), text->placeholderText());
        }
        if (const auto *box = qobject_cast<const QGroupBox *>(&w))
            add("title", box->title(), withoutMnemonics(box->title()));
        if (const auto *menu = qobject_cast<const QMenu *>(&w))
            add("title", menu->title(), withoutMnemonics(menu->title()));
        if (const auto *bar = qobject_cast<const QStatusBar *>(&w))
            add("message", bar->currentMessage(), bar->currentMessage());
        if (const auto *tabs = qobject_cast<const QTabBar *>(&w)) {
            for (int i = 0; i < tabs->count(); ++i) {
                add("tab", tabs->tabText(i), withoutMnemonics(tabs->tabText(i)));
                add("tab's tooltip", tabs->tabToolTip(i), guessed(tabs->tabToolTip(i)));
            }
        }
    }

    void model(const QAbstractItemModel &model, const QModelIndex &parent)
    {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QString head = model.headerData(column, Qt::Horizontal).toString();
            if (!parent.isValid())
                add("head", head, head);
        }
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                const auto words = [&index](int role) { return index.data(role).toString(); };
                add("cell", words(Qt::DisplayRole), words(Qt::DisplayRole));
                add("cell's tooltip", words(Qt::ToolTipRole), guessed(words(Qt::ToolTipRole)));
                add("cell's name", words(Qt::AccessibleTextRole), words(Qt::AccessibleTextRole));
                add("cell's status tip", words(Qt::StatusTipRole), words(Qt::StatusTipRole));
                if (column == 0 && model.hasChildren(index))
                    this->model(model, index);
            }
        }
    }

    QString m_who;
};

} // namespace

QString seenAsLabel(const QString &text, int format)
{
    if (format == Qt::PlainText)
        return text;
    return format == Qt::AutoText ? guessed(text) : asMarkup(text);
}

QList<Shown> everythingShown(const QWidget &window)
{
    Collector collector;
    collector.widget(window);
    for (const QWidget *w : window.findChildren<QWidget *>())
        collector.widget(*w);
    return collector.all;
}

void visitEveryPlace(MainWindow &window, const std::function<void(const QString &)> &look)
{
    ReportView *view = window.view();
    const auto *tree = view->findChild<QTreeView *>(QStringLiteral("contents"));
    const auto *tabs = view->findChild<QTabWidget *>();
    QStringList places;
    const auto collect = [&places, tree](auto again, const QModelIndex &parent) -> void {
        for (int row = 0; row < tree->model()->rowCount(parent); ++row) {
            const QModelIndex index = tree->model()->index(row, 0, parent);
            places.append(index.data(ContentsModel::PlaceRole).toString());
            again(again, index);
        }
    };
    collect(collect, {});
    for (const QString &place : std::as_const(places)) {
        view->goTo(*Place::parse(place));
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (!tabs->isTabVisible(tab))
                continue;
            const_cast<QTabWidget *>(tabs)->setCurrentIndex(tab);
            if (tab == 1)
                view->stepMatter(0);
            for (int i = 0; i < 3; ++i) // a layout may ask for another
                QApplication::processEvents();
            look(QStringLiteral("%1, tab %2").arg(place).arg(tab));
            view->goTo(*Place::parse(place)); // a finding leads elsewhere
        }
    }
}

} // namespace nianbao::test
