// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"
#include "session.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QLabel;
class QSessionManager;
class QStackedWidget;

namespace nianbao {

class ElidedLabel;
class PaperDesk;
class ReportView;
class Rescue;
class SavedLabel;
class SideActions;
class StartPage;
class UndoActions;

/// The one window: start page or an open report, the actions, the status line. Routes; knows no rules.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a report file, or imports a JSON one. Shows what is wrong and stays as it was when it cannot.
    bool open(const QString &path);
    bool openSample();
    bool closeReport(); // back to the start page; false when an editor or panel holds something refused
    /// The report with all that is typed, in another file; does not need the open one. False: none was made.
    bool saveCopy();
    bool exportTo(const QString &path); // .pdf or .json
    void goTo(const Place &place);
    /// Shows the window as it begins: with its frame on the screen, whatever was remembered; filling a small
    /// one.
    void start();
    Session *session() const { return m_session.get(); }
    ReportView *view() const { return m_view; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeActions();
    void makeStatusLine();
    QAction *addAction(QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> work,
        bool needsReport = true);
    bool adopt(Result<std::unique_ptr<Session>> session);
    void take(std::unique_ptr<Session> session);
    void leaveReport();
    void listen();
    void say(const QString &sentence, int milliseconds = 8000);
    void showView();
    void followForm();
    void showStatus();
    void remember();
    void save();
    void newReport(const Report *prior);
    void newFromLastYear();
    void chooseAndOpen();
    void chooseAndImport();
    bool importJson(const QString &path);
    void goOnIn(const QString &copy);
    void offerBothStates();
    void offerBothStatesSoon();
    void showBanner();
    void exportJson();
    void addPaperActions(QMenu *file);
    void copyDiagnostics();
    bool commit();
    QString copyName() const;
    void endSession(QSessionManager &manager);

    std::unique_ptr<Session> m_session;
    QLabel *m_banner; // why the open report can only be looked at
    QStackedWidget *m_stack;
    StartPage *m_start;
    ReportView *m_view = nullptr;
    PaperDesk *m_papers;
    UndoActions *m_undo;
    Rescue *m_rescue;
    QList<QAction *> m_reportActions;
    QAction *m_exportAction = nullptr;
    QAction *m_printAction = nullptr;
    QAction *m_draftAction = nullptr;
    SideActions *m_sides;
    QLabel *m_state;
    ElidedLabel *m_next;
    SavedLabel *m_saved;
    ElidedLabel *m_counts;
    ElidedLabel *m_days;
    QLabel *m_pages;
    bool m_isOffering = false;
    QStringList m_said; // while the report is asked to commit: why something is refused
};

} // namespace nianbao
