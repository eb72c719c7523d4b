// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"
#include "session.h"
#include "tabstops.h"
#include "workspace.h"

#include <QHash>
#include <QMainWindow>

#include <functional>
#include <memory>
#include <optional>

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
    /// A file as it is found, which may take long.
    struct Found {
        QString path{}; // without links and detours
        MainWindow *window = nullptr; // of this process, in which it can be edited, under whatever name
    };
    std::optional<Found> find(const QString &path); // nullopt: it is not waited for any longer
    bool openFound(const QString &path, const Found &file); // which find() has said of it
    void comeForward(); // in front of all others, with the dialog that is open
    void letGo(); // the program ends: see ReportWorkspace
    bool isFree() const; // no report is open here, and none is being begun
    // what another window changed
    void judgeBy(const RuleSet &rules);
    void followRecent();
    void goTo(const Place &place);
    /// Shows the window as it begins: with its frame on the screen, whatever was remembered; filling a small
    /// one.
    void start();
    ReportWorkspace &report() const { return *m_report; }
    Session *session() const;
    ReportView *view() const;

Q_SIGNALS:
    void newWindowRequested();
    void rulesChanged(const nianbao::RuleSet &rules); // the office's: here they are in force
    void recentChanged(); // the list of recent reports, by this window

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void follow(Workspace *workspace);
    void makeMenus();
    void editOfficeWords();
    void takeRules(const RuleSet &rules);
    void makeBars();
    void letKeysIntoTools();
    QAction *addAction(
        QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> work);
    QList<QAction *> actions(Workspace::Menu menu) const;
    void showWorkspace(Workspace *workspace);
    void showState();
    static QHash<QString, MainWindow *> edited(); // by the paths of their reports
    bool adopt(Result<std::unique_ptr<Session>> session);
    Result<std::unique_ptr<Session>> make(const QString &path, const Report &report, bool replace);
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
