// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QFileDialog>

namespace nianbao {

/// Qt's file dialog, where the desktop has none of its own: times and sizes in the language of the program
/// (Qt has them in the system's), and beside the files the folders in which a person keeps reports. It opens
/// where the last file was chosen, else in the folder of reports.
class FileChooser final : public QFileDialog {
    Q_OBJECT
public:
    /// proposal: a file or folder to begin with; empty: none.
    FileChooser(QWidget *parent, const QString &title, const QString &proposal, const QString &filter);
    /// From now on in its folder, as after a file was chosen there: of a report that is open, or known to be
    /// there.
    static void beginBeside(const QString &path);
    QString choose(); // waits for the person; empty: called off
};

} // namespace nianbao
