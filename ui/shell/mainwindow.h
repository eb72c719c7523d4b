// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"
#include "session.h"
#include "tabstops.h"
#include "workspace.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QSessionManager;
class QStackedWidget;
class QToolBar;

namespace nianbao {

class EditActions;
class ElidedLabel;
class IntakeDesk;
class ReportView;
class ReportWorkspace;
class StartPage;
class WindowActions;

/// A window. It holds the workspaces, shows one of them, joins their actions with its own in the menus,
/// and asks before anything ends. It knows the ways to a report, not what is done with one.
class MainWindow final : public WalkedAsSeen<QMainWindow> {
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a report file, imports a JSON one, or shows what can be taken of another document. Shows what is
    /// wrong and stays as it was when it cannot.
    bool open(const QString &path);
    bool openSample();
    bool closeReport(); // back to the start page; false when an editor or panel holds something refused
    bool saveCopy();
    bool exportTo(const QString &path);
    /// The window of this process in which that file can be edited, under whatever name; nullptr: none.
    static MainWindow *showing(const QString &path);
    void comeForward(); // in front of all others, with the dialog that is open
    void letGo(); // the program ends: see ReportWorkspace
    void goTo(const Place &place);
    /// Shows the window as it begins: with its frame on the screen, whatever was remembered; filling a small
    /// one.
    void start();
    ReportWorkspace &report() const { return *m_report; }
    Session *session() const;
    ReportView *view() const;

Q_SIGNALS:
    void newWindowRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void follow(Workspace *workspace);
    void makeMenus();
    void editOfficeWords();
    void makeBars();
    void letKeysIntoTools();
    QAction *addAction(
        QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> work);
    QList<QAction *> actions(Workspace::Menu menu) const;
    void showWorkspace(Workspace *workspace);
    void showState();
    bool adopt(Result<std::unique_ptr<Session>> session);
    void resetSample();
    void newReport(const Report *prior);
    void newFromLastYear();
    void newFrom(const QString &path);
    void begin(const Report &report, const QString &path);
    void chooseAndOpen();
    void chooseAndImport();
    bool importFile(const QString &path);
    bool importJson(const QString &path);
    void paste();
    void keep(const Report &report, const QString &source);
    Session *takingReport() const; // what is open, if it may be edited
    void copyDiagnostics();
    void endSession(QSessionManager &manager);

    QStackedWidget *m_stack;
    StartPage *m_start;
    ReportWorkspace *m_report;
    IntakeDesk *m_intake;
    Workspace *m_shown;
    EditActions *m_edit;
    WindowActions *m_keys;
    QToolBar *m_tools;
    ElidedLabel *m_days; // to the day on which reports are due
    bool m_isPlaced = false; // where it was left
};

} // namespace nianbao
