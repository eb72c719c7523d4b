// SPDX-License-Identifier: MulanPSL-2.0
#include "conversiondialog.h"

#include "appearance.h"
#include "focusedview.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace nianbao {

ConversionDialog::ConversionDialog(const Report &report, const Conversion &conversion, QWidget *parent)
    : WalkedAsSeen(parent)
{
    const ReportSpec &form = *conversion.form;
    setWindowTitle(tr("Convert to the newer form"));
    auto *about = appearance::label(tr("The newer form is “%1”. %2 filled cells stay where they are. What "
                                       "moves, what is new and what has no "
                                       "place:")
                                        .arg(form.name)
                                        .arg(conversion.kept),
        this);
    about->setWordWrap(true);
    auto *table = new FocusedView<QTableWidget>(int(conversion.moves.size()), 3, this);
    table->setObjectName(QStringLiteral("moves"));
    table->setAccessibleName(tr("What moves, what is new and what has no place"));
    table->setHorizontalHeaderLabels({tr("In the old form"), tr("Figure"), tr("In the new form")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->setWordWrap(true);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (int row = 0; row < conversion.moves.size(); ++row) {
        const Conversion::Move &move = conversion.moves[row];
        const QString from = move.from.isEmpty() ? tr("(not there)") : report.spec().cell(move.from)->label;
        const bool isZero = move.value && move.value->isZero();
        const QString to = !move.to.isEmpty() ? form.cell(move.to)->label
            : isZero                          ? tr("no place: it is 0")
                                              : tr("no place: kept in the note under the table");
        table->setItem(row, 0, new QTableWidgetItem(from));
        auto *figure = new QTableWidgetItem(move.value ? move.value->toString() : tr("to be filled in"));
        figure->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        table->setItem(row, 1, figure);
        table->setItem(row, 2, new QTableWidgetItem(to));
    }
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *hint = appearance::quietLabel(this);
    hint->setText(tr("It is one step: undo brings the old form back with every figure."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *convert = appearance::primaryButton(tr("Convert"), this);
    convert->setObjectName(QStringLiteral("doConvert"));
    buttons->addButton(convert, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(table, 1);
    layout->addWidget(hint);
    layout->addWidget(buttons);
    const int em = fontMetrics().height();
    resize(em * 50, em * 30);
}

} // namespace nianbao
