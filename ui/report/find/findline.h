// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "entryline.h"

namespace nianbao {

/// What is looked for, or put in its place: Enter goes on, Shift+Enter back, the arrow down leads to the
/// list.
class FindLine final : public OwnUndoLine {
    Q_OBJECT
public:
    FindLine(const QString &name, QWidget *parent); // for screen readers
    /// What was typed is no longer taken back here: the next step back is the report's.
    void forgetUndo();

Q_SIGNALS:
    void stepRequested(int direction);
    void listRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace nianbao
