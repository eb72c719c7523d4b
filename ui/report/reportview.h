// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "changedplace.h"
#include "contentsmodel.h"
#include "editorpage.h"

#include <QWidget>

class QAction;
class QSplitter;
class QTabWidget;
class QTreeView;

namespace nianbao {

class ChangesPanel;
class CommentsPanel;
class ElidedLabel;
class FindPanel;
class FindingsPanel;
class OpinionsPanel;
class PagePreview;
class PageSetup;
class PartWalk;
class PriorPanel;
class PreviewPanel;
class Room;

/// An open report: contents on the left, the editor of one entry in the middle, preview and findings on the
/// right. Routes places between them; they do not know each other.
class ReportView final : public QWidget {
    Q_OBJECT
public:
    ReportView(Session &session, const PageSetup &setup, QWidget *parent = nullptr);
    ~ReportView() override;

    /// Shows the place's editor with the cursor there. The open editor is committed first; when that is
    /// refused it stays.
    void goTo(const Place &place);
    /// Asks the page and every panel; what is refused was said by notice() and stays where it is.
    bool commitOpenEditor();
    /// Leads to where the change will be seen, and once it is made to where it is seen.
    ChangedPlace showBefore(const Change &change);
    void showAfter(const ChangedPlace &place);
    /// The next finding or open comment, or the one before: first all findings, then all comments, and round.
    void stepMatter(int direction);
    bool hasMatter() const; // there is one to step to
    void showComments();
    void answerNextComment();
    bool startComment(); // false: refused by the open editor; on the place in sight, as it is after the open
                         // editor was committed
    /// Find and replace, and the marks of what was found; shown or not.
    FindPanel &find() const { return *m_find; }
    void setFindShown(bool shown);
    bool isFindShown() const;
    /// The pages in the middle and nothing to edit; else the editor of an entry, and the pages beside it.
    void setReading(bool reading);
    bool isReading() const { return m_isReading; }
    void setMoves(const QList<QAction *> &moves); // of the review, as buttons beside the opinions
    Place entry() const { return m_entry; } // of the contents, which is edited
    EditorPage *page() const { return m_page; }
    PagePreview &preview() const { return *m_preview; }
    PartWalk &parts() const { return *m_parts; }
    /// The parts beside the editor, of which a small screen has no room for all.
    enum class Side { Contents, Panel };
    void setSideShown(Side side, bool shown);
    bool isSideShown(Side side) const;
    QByteArray layoutState() const; // the widths that a person chose; empty: as it is at first
    void restoreLayout(const QByteArray &state);
    void resetLayout();

Q_SIGNALS:
    void notice(const QString &sentence);
    void mattersChanged(); // what stepMatter() goes through
    void failed(const nianbao::Error &error);
    void conversionRequested();
    void priorDocumentChosen(const QString &path); // of another program
    void personNamed(); // who is at this computer is another from now on

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepWidths();
    void shareRoom();
    void show(const Place &entry);
    EditorPage *makePage(const Place &entry);
    void followStructure(const Delta &delta);
    void showHead();
    void showCounts();
    void gatherMatters();
    void partMatters();
    int tabOf(const QWidget *panel) const;
    void markPlace(const Place &place);
    void leadTo(const Place &place);
    void goToComment(const Place &place);
    void markFound();
    void layOutContents();
    void addTabs();
    Session &m_session;
    ContentsModel m_contents;
    QSplitter *m_splitter;
    QWidget *m_left;
    ElidedLabel *m_head;
    ElidedLabel *m_progress;
    QTreeView *m_tree;
    Room *m_middle;
    EditorPage *m_page = nullptr;
    QTabWidget *m_tabs;
    PreviewPanel *m_panel;
    PagePreview *m_preview;
    FindingsPanel *m_findings;
    PriorPanel *m_prior;
    CommentsPanel *m_comments;
    ChangesPanel *m_changes;
    OpinionsPanel *m_opinions;
    FindPanel *m_find;
    QWidget *m_beforeFind = nullptr; // the tab from which the search was begun
    PartWalk *m_parts;
    QWidget *m_matters; // comments and findings together, while it is read
    bool m_isReading = false;
    bool m_isAmongComments = false; // the walk through findings and comments
    Place m_entry;
    bool m_isLosingRows = false; // the contents are
    int m_ownLeft = 0; // widths of the sides that a person chose, now or last time; 0: none was
    int m_ownRight = 0;
};

} // namespace nianbao
