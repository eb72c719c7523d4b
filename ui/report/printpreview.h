// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QPrintPreviewDialog>

namespace nianbao {

/// Qt's print preview with our pictures on its buttons, and without those that would cut the pages: paper and
/// margins are the standard's. Printing is said in words and
/// comes first: it is in sight however narrow the window is.
class PrintPreview final : public QPrintPreviewDialog {
    Q_OBJECT
public:
    PrintPreview(QPrinter *printer, QWidget *window);
};

} // namespace nianbao
