// SPDX-License-Identifier: MulanPSL-2.0
#include "paperactions.h"

#include "icons.h"
#include "paperdesk.h"

#include <QAction>
#include <QMenu>

namespace nianbao {

PaperActions::PaperActions(PaperDesk &desk, std::function<bool()> commit, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_commit(std::move(commit))
    , m_export(make(tr("&Export as PDF…"), [this] { m_desk.exportPaper(Paper::Report); }))
    , m_print(make(tr("&Print…"), [this] { m_desk.printPaper(Paper::Report); }))
{
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_print->setShortcut(QKeySequence::Print);
    // the menus' words carry mnemonics and dots, the bar's do not
    m_export->setIconText(tr("Export PDF"));
    m_print->setIconText(tr("Print"));
    icons::set(m_export, QStringLiteral("export"));
    icons::set(m_print, QStringLiteral("print"));
    auto *papers = new QMenu(tr("Papers o&f the office"), window);
    const std::initializer_list<std::pair<Paper, QString>> exported{
        {Paper::Review, tr("Export &review draft…")}, {Paper::Checks, tr("Export &check sheet…")},
        {Paper::SignOff, tr("Export &sign-off sheet…")}};
    for (const auto &[paper, words] : exported) {
        QAction *one = make(words, [this, which = paper] { m_desk.exportPaper(which); });
        papers->addAction(one);
    }
    papers->addSeparator();
    const std::initializer_list<std::pair<Paper, QString>> printed{
        {Paper::Review, tr("&Print review draft…")}, {Paper::Checks, tr("Print c&heck sheet…")},
        {Paper::SignOff, tr("Print sign-&off sheet…")}};
    for (const auto &[paper, words] : printed) {
        QAction *one = make(words, [this, which = paper] { m_desk.printPaper(which); });
        papers->addAction(one);
    }
    auto *formats = new QMenu(tr("Export for other pro&grams"), window);
    const std::initializer_list<std::pair<ExportKind, QString>> kinds{
        {ExportKind::Word, tr("&Word, to go on with it…")}, {ExportKind::Excel, tr("&Excel, the figures…")},
        {ExportKind::Html, tr("Web &page…")},
        {ExportKind::HtmlFragment, tr("Part of a web page, for t&he website's editor…")},
        {ExportKind::Text, tr("&Text…")}, {ExportKind::Csv, tr("&CSV, the figures…")},
        {ExportKind::Json, tr("&JSON, all of it…")}};
    for (const auto &[kind, name] : kinds) {
        QAction *one = make(name, [this, which = kind] { m_desk.exportAs(which); });
        one->setObjectName(QStringLiteral("export-%1").arg(int(kind)));
        formats->addAction(one);
    }
    m_actions = {m_export, formats->menuAction(),
        make(tr("Print pre&view…"), [this] { m_desk.showPrintPreview(); }), m_print, papers->menuAction()};
}

QAction *PaperActions::make(const QString &text, std::function<void()> work)
{
    auto *action = new QAction(text, this);
    connect(action, &QAction::triggered, this, [this, work = std::move(work)] {
        if (m_commit())
            work();
    });
    m_all.append(action);
    return action;
}

void PaperActions::setEnabled(bool enabled)
{
    for (QAction *action : std::as_const(m_all))
        action->setEnabled(enabled);
}

} // namespace nianbao
