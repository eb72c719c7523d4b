// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QObject>

class QWidget;

namespace nianbao {

/// How large this person likes the words and tables that are edited, in percent of the program's own size.
/// One for all windows, remembered between runs.
class TextZoom final : public QObject {
    Q_OBJECT
public:
    static TextZoom &ofThisPerson();
    int percent() const { return m_percent; }
    void setPercent(int percent); // within 50 to 300
    void step(int direction); // larger or smaller by a step
    /// From now on the editor's letters are so much larger than those around it; Ctrl and the wheel over it
    /// change it.
    void dress(QWidget *editor);

Q_SIGNALS:
    void changed();

private:
    TextZoom();
    int m_percent;
};

} // namespace nianbao
