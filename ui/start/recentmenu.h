// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QMenu>

#include <functional>

namespace nianbao {

/// The reports that were open, in the File menu: pinned ones first, then the newest. Made anew whenever it is
/// shown, from the settings alone: no file is touched.
class RecentMenu final : public QMenu {
    Q_OBJECT
public:
    /// openPath: of the report that is open; empty: none is.
    RecentMenu(std::function<QString()> openPath, QWidget *parent);

Q_SIGNALS:
    void openRequested(const QString &path);
    void listChanged();

private:
    void fill();
    std::function<QString()> m_openPath;
};

/// Takes a report off the list, here and on the desktop.
void forgetRecent(const QString &path);
/// All of them but for the pinned ones.
void forgetAllRecent();

} // namespace nianbao
