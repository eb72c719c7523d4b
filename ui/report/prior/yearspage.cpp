// SPDX-License-Identifier: MulanPSL-2.0
#include "yearspage.h"

#include "appearance.h"
#include "emptywords.h"
#include "focusedview.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

namespace nianbao {

YearsPage::YearsPage(Session &session, QWidget *parent)
    : EditorPage(session, parent), m_model(session), m_view(new FocusedView<QTableView>(this))
{
    setUpView();
    auto *title = appearance::titleLabel(this);
    title->setText(tr("This year beside last year"));
    auto *guidance = appearance::quietLabel(this);
    guidance->setText(
        tr("A click on a head sorts by it; a double click leads to the cell. The check sheet has what "
           "is not 0 of table two and of the totals of tables three and four."));
    auto *changed = new QCheckBox(tr("Only what changed"), this);
    const auto showWhatThereIs = [this, guidance, changed] {
        const bool isComparable = this->session().report().prior() != nullptr;
        for (QWidget *part : std::initializer_list<QWidget *>{guidance, changed, m_view->horizontalHeader()})
            part->setVisible(isComparable);
        m_view->setColumnHidden(YearsModel::Percent, !m_model.hasPercents());
    };
    connect(&session, &Session::changed, guidance, showWhatThereIs);
    showWhatThereIs();
    changed->setObjectName(QStringLiteral("onlyChanged"));
    connect(changed, &QCheckBox::toggled, this,
        [this](bool on) { m_sorted.setFilterFixedString(on ? QStringLiteral("true") : QString()); });
    changed->setChecked(true);
    const int em = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em, em, em);
    layout->addWidget(title);
    layout->addWidget(guidance);
    layout->addWidget(changed);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
}

void YearsPage::setUpView()
{
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(YearsModel::SortRole);
    m_sorted.setFilterRole(YearsModel::ChangedRole);
    m_sorted.setFilterKeyColumn(YearsModel::ChangeBy);
    m_view->setObjectName(QStringLiteral("years"));
    m_view->setAccessibleName(tr("This year beside last year"));
    m_view->setModel(&m_sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(YearsModel::Table, Qt::AscendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false); // nothing is typed here
    m_view->verticalHeader()->hide();
    m_view->setWordWrap(false);
    m_view->setTextElideMode(Qt::ElideMiddle); // row … column
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(YearsModel::Label, QHeaderView::Stretch);
    m_view->horizontalHeader()->setMinimumSectionSize(fontMetrics().height() * 2);

    sayWhenEmpty(m_view, [this] {
        return this->session().report().prior()
            ? !m_model.hasFigures() ? tr(
                  "No figure of this year is filled in yet. Take the tick from “Only what changed” away to "
                  "see last year's.")
                                    : tr("In the statutory tables no figure that is filled in differs from "
                                         "last year's. Take the tick from “Only what changed” away to see "
                                         "all of them.")
            : tr(
                "Here all figures of this year will stand beside last year's, with what changed. There is no "
                "last year's report in this file yet: add it in the panel “Last year” at the right.");
    });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT placeRequested(Place::cell(CellId(index.data(YearsModel::CellRole).toString())));
    });
}

} // namespace nianbao
