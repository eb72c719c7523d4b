// SPDX-License-Identifier: MulanPSL-2.0
#include "chaindialog.h"

#include "appearance.h"
#include "focusedview.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace nianbao {

ChainDialog::ChainDialog(const QList<ChainStep> &steps, QWidget *parent)
    : FittedDialog(parent, 32), m_table(new FocusedView<QTableWidget>(0, 2, this))
{
    setObjectName(QStringLiteral("chainDialog"));
    setWindowTitle(tr("Who reads the report"));
    auto *about = appearance::quietLabel(this);
    about->setText(
        tr("One after another, from top to bottom; the last one approves. In review the chain cannot be "
           "changed. It is taken along into next year's report."));
    m_table->setObjectName(QStringLiteral("chain"));
    m_table->setAccessibleName(tr("Chain of review"));
    m_table->setHorizontalHeaderLabels({tr("Step"), tr("Person or post")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setMinimumHeight(fontMetrics().height() * 9);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    for (const ChainStep &step : steps)
        insert(step, m_table->rowCount());
    auto *add = appearance::plainButton(tr("One more before it"), this);
    auto *less = appearance::plainButton(tr("Take it out"), this);
    connect(add, &QPushButton::clicked, this, [this] {
        const int row = std::max(0, m_table->currentRow());
        insert({}, row);
        m_table->setCurrentCell(row, 0);
        m_table->editItem(m_table->item(row, 0));
    });
    connect(less, &QPushButton::clicked, this, [this] {
        if (m_table->rowCount() > 1)
            m_table->removeRow(std::max(0, m_table->currentRow()));
    });
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(less);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(inside());
    layout->setContentsMargins({});
    layout->addWidget(about);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = appearance::primaryButton(tr("Keep"), this);
    keep->setDefault(true);
    buttons->addButton(keep, QDialogButtonBox::AcceptRole);
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_table->setCurrentItem(nullptr); // an open cell is taken over
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ChainDialog::insert(const ChainStep &step, int row)
{
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(step.role));
    m_table->setItem(row, 1, new QTableWidgetItem(step.name));
}

QList<ChainStep> ChainDialog::steps() const
{
    QList<ChainStep> steps;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ChainStep step{
            m_table->item(row, 0)->text().trimmed(), m_table->item(row, 1)->text().trimmed()};
        if (!step.role.isEmpty() || !step.name.isEmpty())
            steps.append(step);
    }
    return steps;
}

} // namespace nianbao
