// SPDX-License-Identifier: MulanPSL-2.0
#include "statusline.h"

#include "showntext.h"

#include <QAccessible>
#include <QLayout>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace nianbao {

namespace {
constexpr qsizetype kMost = 300; // characters of a message
constexpr int kWrapped = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWrapAnywhere;
} // namespace

StatusLine::StatusLine(QWidget *parent) : QStatusBar(parent)
{
    setSizeGripEnabled(false);
    fit();
    connect(this, &QStatusBar::messageChanged, this, &StatusLine::fit);
    connect(this, &QStatusBar::messageChanged, this, [this](const QString &message) {
        if (message.isEmpty())
            return;
        QAccessibleEvent said(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&said);
    });
}

QString StatusLine::words() const { return firstCharacters(currentMessage(), kMost); }

/// Left of what always stands there.
QRect StatusLine::messageArea() const
{
    const int margin = fontMetrics().height() / 2;
    int right = width();
    const auto parts = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QWidget *part : parts) {
        if (part->isVisible())
            right = std::min(right, part->x());
    }
    return QRect(margin, 0, std::max(right - 2 * margin, fontMetrics().height() * 8), height());
}

/// As high without a message as with one that fits: what stands above does not move for it.
void StatusLine::fit()
{
    const int margin = fontMetrics().height() / 4;
    const QString shown = currentMessage().isEmpty() ? QStringLiteral("0") : words();
    const int needed
        = fontMetrics().boundingRect(QRect(0, 0, messageArea().width(), 10000), kWrapped, shown).height()
        + 2 * margin;
    setMinimumHeight(std::max(needed, layout()->totalMinimumSize().height()));
    update();
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    fit();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_PanelStatusBar, &option, &painter, this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(messageArea(), kWrapped, words());
}

} // namespace nianbao
