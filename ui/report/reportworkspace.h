// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagesetup.h"
#include "session.h"
#include "workspace.h"

#include <QMap>

#include <functional>
#include <memory>

class QLabel;

namespace nianbao {

class ExportedLine;
class FindActions;
class FirstSteps;
class MatterActions;
class PaperActions;
class PaperDesk;
class ReportStatus;
class ReportView;
class Rescue;
class ReviewDesk;
class SideActions;
class UndoActions;
struct RecentReport;

/// The report in the window, one at a time: its session and view, and all that can be done with it as a whole
/// (save, undo, check, convert, export, print). Whoever leaves it has been asked about what was not taken
/// over.
class ReportWorkspace final : public Workspace {
    Q_OBJECT
public:
    explicit ReportWorkspace(QWidget *parent = nullptr);
    ~ReportWorkspace() override;

    void take(std::unique_ptr<Session> session); // none is open
    Session *session() const { return m_session.get(); } // nullptr: none is open
    ReportView *view() const { return m_view; }
    PageSetup &pageSetup() { return m_setup; }
    FirstSteps &firstSteps() { return *m_steps; }

    /// The report with all that is typed, in another file; does not need the open one. False: none was made.
    bool saveCopy();
    void restoreLayout(); // both sides in sight, as wide as at first
    bool exportTo(const QString &path); // in the format of its suffix
    void convertForm(); // asks first; the view is then one of the new form
    /// When another state stands in the file than the one that is open.
    void offerBothStates();

    QList<QAction *> actions(Menu menu) const override { return m_actions.value(menu); }
    QList<QAction *> tools() const override { return m_tools; }
    QList<QWidget *> state() const override;
    QList<QWidget *> statusWords() const override;
    QList<QWidget *> statusMarks() const override;
    QString title() const override;
    QDate due() const override;
    QString diagnostics() const override;
    void beginWith(int width) override;
    bool commit() override;
    bool leave() override;
    /// The program ends, whoever is asked: what the editors hold is written if the file takes it, the file
    /// is closed.
    void letGo();

Q_SIGNALS:
    void priorDocumentChosen(const QString &path); // last year's, of another program

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    QAction *add(Menu menu, const QString &text, const QKeySequence &keys, std::function<void()> work = {});
    QAction *separator();
    void listen();
    void showView();
    void beginInView();
    void followForm();
    void dropView();
    bool isEditable() const;
    void showState();
    void followReview();
    void say(const QString &sentence, int milliseconds = 8000);
    RecentReport recentEntry() const; // of the open report, as it is now
    void remember();
    void save();
    void leaveReport();
    void goOnIn(const QString &copy);
    void offerBothStatesSoon();
    QString copyName() const;

    PageSetup m_setup;
    std::unique_ptr<Session> m_session;
    QLabel *m_banner; // why the open report can only be looked at
    ReportView *m_view = nullptr;
    FirstSteps *m_steps; // above the view
    ExportedLine *m_exported; // below it
    PaperDesk *m_desk;
    PaperActions *m_papers;
    ReviewDesk *m_review;
    UndoActions *m_undo;
    Rescue *m_rescue;
    SideActions *m_sides;
    FindActions *m_find;
    MatterActions *m_matters;
    ReportStatus *m_status;
    QMap<Menu, QList<QAction *>> m_actions;
    QList<QAction *> m_tools;
    QList<QAction *> m_own;
    QAction *m_convert = nullptr;
    bool m_isOffering = false;
    QString m_saidTo; // by the name in the settings
    QStringList m_said; // while the report is asked to commit: why something is refused
};

} // namespace nianbao
