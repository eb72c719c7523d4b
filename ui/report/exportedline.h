// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QWidget>

namespace nianbao {

class ElidedLabel;

/// What was written last, with the ways to it: open it, open its folder. Stands until it is put away; hidden
/// before anything was written.
class ExportedLine final : public QWidget {
    Q_OBJECT
public:
    explicit ExportedLine(QWidget *parent);
    void showFile(const QString &path); // a file, or a folder that was written

Q_SIGNALS:
    void notice(const QString &sentence);

private:
    void open(const QString &path);
    QString m_path;
    ElidedLabel *m_name;
};

} // namespace nianbao
