// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "namesearch.h"
#include "place.h"

#include <QList>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace nianbao {

class Report;

/// Where to go in the report: entries of the contents, facts, cells and channels, found by words, pinyin or
/// its initials.
class GoToDialog final : public FittedDialog {
    Q_OBJECT
public:
    GoToDialog(const Report &report, QWidget *parent);
    Place place() const; // the chosen one; nowhere: nothing is found

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Target {
        Place place{};
        QString words{};
        SearchedName name;
    };
    void add(const Report &report, const Place &place);
    void gather(const Report &report);
    void find();
    QList<Target> m_targets;
    QLineEdit *m_typed;
    QListWidget *m_found;
    QPushButton *m_go;
};

} // namespace nianbao
