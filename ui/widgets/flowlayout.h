// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QLayout>
#include <QList>

namespace nianbao {

/// A row of small things that goes on in the next line when it is full, as words do. Owns its items.
class FlowLayout final : public QLayout {
public:
    explicit FlowLayout(QWidget *parent = nullptr, int gap = 0);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;
    QSize sizeHint() const override; // all in one line
    QSize minimumSize() const override; // each in a line of its own width

private:
    int arrange(const QRect &rect, bool apply) const; // height used
    QList<QLayoutItem *> m_items;
    int m_gap;
};

} // namespace nianbao
