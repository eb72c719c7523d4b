// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "workspace.h"

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace nianbao {

class FirstPage;
class NextCard;
class RecentList;
class RecentModel;
class RecentReading;
class Report;
class ScheduleCard;

/// What the program opens on: the last report with its next step in front, below it all others, in groups and
/// searched, and the ways to another. It shows what is remembered at once; files are looked at afterwards and
/// beside the window: a dead network drive must not hold it up. On the very first run it asks three questions
/// instead.
class StartPage final : public Workspace {
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    ~StartPage() override;
    void refresh(); // the list is another
    /// The same where another window made it so: answers on the very first page stay.
    void follow();
    bool holdsAnswers() const; // on that page, not yet a report
    /// While the very first page is in front, last year's report is one of its answers. False: it is not.
    bool takePrior(const Report &prior);
    QString title() const override;
    QDate due() const override;

Q_SIGNALS:
    void listChanged(); // by somebody at this page
    void openRequested(const QString &path);
    void newRequested();
    void newFromPriorRequested();
    void chooseRequested();
    void importRequested();
    void pasteRequested(); // of a whole page
    void sampleRequested();
    void reportBegun(const nianbao::Report &report, const QString &path); // by the first page
    void priorDropped(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeMain();
    QWidget *makeListHead();
    QWidget *makeSide();
    QWidget *makeButtons();
    void makeFirstPage();
    void focusFirst();
    void change(const std::function<void()> &list);
    void showFirst();
    void showList();
    void look();
    void remove(const QString &path);
    void search(const QString &typed);
    RecentModel *m_model;
    RecentReading *m_reading;
    NextCard *m_next;
    RecentList *m_list;
    ScheduleCard *m_schedule;
    QLineEdit *m_search;
    QLabel *m_hint; // in the place of the list
    QWidget *m_listHead = nullptr;
    QPushButton *m_fromPrior = nullptr;
    QWidget *m_page = nullptr; // all of this
    FirstPage *m_first = nullptr; // in its place, until somebody has begun
};

} // namespace nianbao
