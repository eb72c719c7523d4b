// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QLabel>

namespace nianbao {

class Session;

/// In the status line: whether all that was entered is on disk, and if not why. Says "not saved" as long as
/// it is not, whatever notices come and go.
class SavedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit SavedLabel(QWidget *parent = nullptr);
    void showState(const Session &session);
};

} // namespace nianbao
