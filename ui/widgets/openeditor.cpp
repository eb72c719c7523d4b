// SPDX-License-Identifier: MulanPSL-2.0
#include "openeditor.h"

#include <QPointer>
#include <QWidget>

#include <algorithm>

namespace nianbao {

bool commitEditors(QWidget &root)
{
    auto below = root.findChildren<QWidget *>();
    std::stable_partition(below.begin(), below.end(), [](const QWidget *child) { return child->isWindow(); });
    QList<QPointer<QWidget>> children(below.begin(), below.end()); // one may take others away
    bool allTaken = true;
    for (const QPointer<QWidget> &child : std::as_const(children)) {
        if (auto *editor = dynamic_cast<OpenEditor *>(child.data()))
            allTaken = editor->commitOpenEditor() && allTaken;
    }
    return allTaken;
}

} // namespace nianbao
