// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

class QSplitter;
class QWidget;

namespace nianbao {

/// The parts of an open report that stand side by side: contents, editor or pages, panel; and after them the
/// window's bar. Leads the keyboard round among those in sight, Enter from the contents into the part beside
/// them, Escape from a part back to the one before it, from the bar to where one came from. Each part is
/// entered where it was left.
class PartWalk final : public QObject {
    Q_OBJECT
public:
    PartWalk(QSplitter *parts, QWidget *view);
    void setBar(QWidget *bar);
    void step(int direction);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QList<QWidget *> inSight() const;
    int partOf(const QWidget *widget) const; // among those in sight; -1: none
    void remember(QWidget *focused);
    void enter(QWidget *part);
    QPointer<QSplitter> m_parts;
    QPointer<QWidget> m_bar;
    QPointer<QWidget> m_beforeBar; // what had the focus
    QHash<QWidget *, QPointer<QWidget>> m_left; // where each was left
};

} // namespace nianbao
