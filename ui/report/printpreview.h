// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QPointer>
#include <QPrintPreviewDialog>

class QAction;
class QPrintPreviewWidget;

namespace nianbao {

/// Qt's print preview with our pictures on its buttons, and without those that would cut the pages: paper and
/// margins are the standard's. Printing is said in words and comes first: it is in sight however narrow the
/// window is. The pages lie on the ground of the theme, and begin in a size in which they can be read.
class PrintPreview final : public QPrintPreviewDialog {
    Q_OBJECT
public:
    PrintPreview(QPrinter *printer, QWidget *window);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QPointer<QAction> m_fitWidth; // Qt's
    QPrintPreviewWidget *m_pages; // Qt's, too
};

} // namespace nianbao
