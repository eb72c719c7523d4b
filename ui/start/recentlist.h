// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "focusedview.h"

#include <QListView>

namespace nianbao {

class RecentModel;

/// The list of the start page: Enter opens the chosen report, Del takes it off, the context menu pins it.
class RecentList final : public FocusedView<QListView> {
    Q_OBJECT
public:
    RecentList(RecentModel &model, QWidget *parent);
    QSize sizeHint() const override; // all of it
    QSize minimumSizeHint() const override; // a few lines
    void choose(const QModelIndex &index);

Q_SIGNALS:
    void openRequested(const QString &path);
    void removeRequested(const QString &path);
    void pinRequested(const QString &path, bool isPinned);
    void leftAtTop(); // the arrow up, from the first line

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QString chosen() const;
    RecentModel &m_model;
    QString m_kept; // chosen, while the model is made anew
};

} // namespace nianbao
