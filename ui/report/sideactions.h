// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reportview.h"

#include <QList>
#include <QObject>

class QAction;

namespace nianbao {

/// Contents and panel, shown or hidden: F9, F10 and the menu View. What a person chooses is remembered for
/// this person; what a small window leaves out is not.
class SideActions final : public QObject {
    Q_OBJECT
public:
    explicit SideActions(QObject *window);
    QList<QAction *> actions() const { return {m_contents, m_panel}; }
    void setView(ReportView *view); // nullptr: none is open
    /// For a while, which is not remembered. True: it was not so before.
    bool showPanel(bool shown);
    /// The panel gives way in a window that is narrow, unless this person has chosen.
    void leaveOutPanelOf(const QWidget &window, int width);

Q_SIGNALS:
    void notice(const QString &sentence);

private:
    QAction *make(Qt::Key key, ReportView::Side side, const QString &name);
    QAction *m_contents;
    QAction *m_panel;
    ReportView *m_view = nullptr;
    bool m_isLeftOut = false; // and nobody has been told yet
};

} // namespace nianbao
