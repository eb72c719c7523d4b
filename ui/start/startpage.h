// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "workspace.h"

class QBoxLayout;
class QPushButton;

namespace nianbao {

/// What the program opens on: recent reports with the last one in front, and the ways to another. Recent
/// files are not touched before one is chosen: a dead network drive must not hold up the window.
class StartPage final : public Workspace {
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    void refresh();
    QString title() const override;
    QDate due() const override;

Q_SIGNALS:
    void openRequested(const QString &path);
    void newRequested();
    void newFromPriorRequested();
    void chooseRequested();
    void importRequested();
    void pasteRequested(); // of a whole page
    void sampleRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeButtons();
    QWidget *makeSchedule();
    QBoxLayout *m_recent;
    QPushButton *m_fromPrior = nullptr;
    QPushButton *m_first = nullptr; // the newest report, or the first action
};

} // namespace nianbao
