// SPDX-License-Identifier: MulanPSL-2.0
#include "fittingtabs.h"

#include <QEvent>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>

namespace nianbao {

namespace {

constexpr auto kTight = "tight"; // see the style sheet

class Keeper final : public QObject {
public:
    explicit Keeper(QTabWidget *tabs) : QObject(tabs), m_tabs(tabs)
    {
        tabs->installEventFilter(this);
        tabs->tabBar()->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest
            || event->type() == QEvent::FontChange)
            fit();
        return false;
    }

private:
    /// By their words alone, so that the answer does not depend on how they stand now.
    void fit()
    {
        QTabBar *bar = m_tabs->tabBar();
        const QFontMetrics metrics = bar->fontMetrics();
        int needed = 0;
        for (int tab = 0; tab < bar->count(); ++tab) {
            if (bar->isTabVisible(tab))
                needed += metrics.size(Qt::TextShowMnemonic, bar->tabText(tab)).width()
                    + kUsualEdges * metrics.height() + kFrame;
        }
        const bool isTight = needed > m_tabs->width();
        if (bar->property(kTight).toBool() == isTight)
            return;
        bar->setProperty(kTight, isTight);
        bar->style()->unpolish(bar);
        bar->style()->polish(bar);
    }

    static constexpr int kUsualEdges = 2; // em, left and right of a tab's words together
    static constexpr int kFrame = 4; // pixels, of the focus, kept free also without it
    QTabWidget *m_tabs;
};

} // namespace

void fittingtabs::keep(QTabWidget *tabs)
{
    tabs->setUsesScrollButtons(false);
    tabs->setElideMode(Qt::ElideRight);
    new Keeper(tabs);
}

} // namespace nianbao
