// SPDX-License-Identifier: MulanPSL-2.0
#include "intakefoot.h"

#include "appearance.h"
#include "bounds.h"
#include "flowlayout.h"
#include "literal.h"
#include "mapping.h"
#include "mappingwords.h"
#include "richwords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>

#include <algorithm>

namespace nianbao {

IntakeFoot::IntakeFoot(
    const Mapping &mapping, const ReadDocument &source, const IntakeSetting &setting, QWidget *parent)
    : QWidget(parent)
    , m_mapping(mapping)
    , m_setting(setting)
    , m_use(new QComboBox(this))
    , m_year(new QSpinBox(this))
    , m_yearLabel(appearance::label(tr("Year"), this))
    , m_from(new QLineEdit(mappingwords::nameOf(source, mapping.proposal()), this))
    , m_fromLabel(appearance::label(tr("From"), this))
    , m_about(appearance::quietLabel(this))
    , m_sureOnly(appearance::plainButton({}, this))
    , m_all(appearance::plainButton({}, this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight))
{
    const int em = fontMetrics().height();
    auto *cancel = appearance::plainButton(tr("Cancel"), this);
    const QList<std::pair<QWidget *, QString>> names{{m_use, QStringLiteral("use")},
        {m_year, QStringLiteral("year")}, {m_from, QStringLiteral("from")},
        {m_about, QStringLiteral("useWords")}, {cancel, QStringLiteral("cancel")},
        {m_sureOnly, QStringLiteral("sureOnly")}, {m_all, QStringLiteral("all")}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(name);
    m_use->setAccessibleName(tr("What it becomes"));
    m_use->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_year->setAccessibleName(tr("Year of the document"));
    m_year->setRange(bounds::kFirstYear - 1, bounds::kLastYear);
    m_year->setSpecialValueText(tr("unknown", "year"));
    m_year->setValue(mapping.proposal().year.value_or(bounds::kFirstYear - 1));
    m_from->setMaxLength(int(bounds::kLine) / 4);
    m_from->setAccessibleName(tr("Whose figures these are"));
    m_from->setMinimumWidth(em * 9);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(em / 4);
    m_options = makeOptions();
    column->addWidget(m_options);
    column->addLayout(m_row);
    m_row->addWidget(m_about, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    m_row->addLayout(buttons);
    for (QPushButton *button : {m_sureOnly, m_all, cancel}) {
        button->setAutoDefault(false);
        buttons->addWidget(button, 0, Qt::AlignBottom);
    }
    setFocusProxy(m_all);
    addUses();
    connect(m_use, &QComboBox::currentIndexChanged, this, &IntakeFoot::showUse);
    connect(m_use, &QComboBox::currentIndexChanged, this, &IntakeFoot::useChosen);
    connect(m_year, &QSpinBox::valueChanged, this, &IntakeFoot::showUse);
    connect(m_from, &QLineEdit::textChanged, this, &IntakeFoot::showUse);
    connect(cancel, &QPushButton::clicked, this, &IntakeFoot::calledOff);
    connect(m_sureOnly, &QPushButton::clicked, this, [this] { Q_EMIT taken(false); });
    connect(m_all, &QPushButton::clicked, this, [this] { Q_EMIT taken(true); });
    showUse();
}

void IntakeFoot::lendTerms(QBoxLayout *place)
{
    m_lent = place;
    if (place)
        place->addWidget(m_options);
    else
        static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_options);
    placeAbout();
}

/// A doubt stays in sight, beside the buttons it speaks of.
void IntakeFoot::placeAbout()
{
    if (m_lent && !m_isDoubtful)
        m_lent->addWidget(m_about);
    else if (m_row->indexOf(m_about) < 0)
        m_row->insertWidget(0, m_about, 1);
}

/// Where the buttons would leave the sentence about them no room they stand below it.
void IntakeFoot::resizeEvent(QResizeEvent *event)
{
    constexpr int kNarrow = 34; // em
    m_row->setDirection(
        width() < kNarrow * fontMetrics().height() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

/// Each only where it is asked for.
QWidget *IntakeFoot::makeOptions()
{
    auto *options = new QWidget(this);
    auto *flow = new FlowLayout(options, fontMetrics().height() / 2);
    flow->addWidget(appearance::label(tr("It becomes"), options));
    for (QWidget *part : std::initializer_list<QWidget *>{m_use, m_yearLabel, m_year, m_fromLabel, m_from})
        flow->addWidget(part);
    for (const TableSpec &table : m_mapping.form()->tables) {
        auto *box = new QCheckBox(literal::caption(table.name), options);
        box->setObjectName(QStringLiteral("table-") + table.id.toString());
        const bool hasFigures = std::any_of(table.cells.begin(), table.cells.end(),
            [this](const CellId &id) { return m_mapping.value(id).has_value(); });
        const bool fits = m_setting.open && m_setting.open->spec().table(table.id);
        box->setEnabled(hasFigures && fits);
        box->setChecked(box->isEnabled());
        flow->addWidget(box);
        m_tables.append({table.id, box});
        connect(box, &QCheckBox::toggled, this, &IntakeFoot::showUse);
    }
    return options;
}

void IntakeFoot::addUses()
{
    const auto add = [this](IntakeUse what, const QString &words) { m_use->addItem(words, int(what)); };
    if (m_setting.open) {
        add(IntakeUse::IntoOpen, tr("part of the open report"));
        add(IntakeUse::PriorOfOpen, tr("last year's report beside the open one"));
        add(IntakeUse::AddFigures, tr("a colleague's figures, added to ours"));
    }
    add(IntakeUse::NewReport, tr("a new report"));
    if (!m_setting.open)
        add(IntakeUse::PriorOfNew, tr("last year's report beside a new one"));
    const auto year = m_mapping.proposal().year;
    const bool isPrior = m_setting.open && year && *year < m_setting.open->year();
    const IntakeUse usual = !m_setting.open ? IntakeUse::NewReport
        : isPrior                           ? IntakeUse::PriorOfOpen
                                            : IntakeUse::IntoOpen;
    m_use->setCurrentIndex(m_use->findData(int(m_setting.use.value_or(usual))));
}

IntakeUse IntakeFoot::use() const { return IntakeUse(m_use->currentData().toInt()); }

void IntakeFoot::showUse()
{
    const bool adds = use() == IntakeUse::AddFigures;
    const bool asksYear
        = use() == IntakeUse::NewReport || use() == IntakeUse::PriorOfNew || use() == IntakeUse::PriorOfOpen;
    for (QWidget *part : std::initializer_list<QWidget *>{m_yearLabel, m_year})
        part->setVisible(asksYear);
    for (QWidget *part : std::initializer_list<QWidget *>{m_fromLabel, m_from})
        part->setVisible(adds);
    bool hasTable = false;
    for (const auto &[table, box] : std::as_const(m_tables)) {
        box->setVisible(adds);
        hasTable = hasTable || box->isChecked();
    }
    const bool knowsYear = !asksYear || m_year->value() >= bounds::kFirstYear;
    const bool isComplete = knowsYear && (!adds || (hasTable && !m_from->text().trimmed().isEmpty()));
    m_sureOnly->setEnabled(isComplete);
    m_all->setEnabled(isComplete);
    RichWords words;
    const QColor doubtful = appearance::levelColour(palette(), Level::Explain);
    if (!knowsYear)
        words.coloured(appearance::levelMark(Level::Explain) + u' '
                + tr("The document does not say of which year it is: say it first."),
            doubtful);
    else if (const QString doubt = mappingwords::yearDoubt(use(), m_year->value(), m_setting.open, m_mapping);
             !doubt.isEmpty())
        words.coloured(appearance::levelMark(Level::Explain) + u' ' + doubt, doubtful);
    m_isDoubtful = !words.isEmpty();
    placeAbout();
    if (m_isDoubtful)
        words.add(QStringLiteral(" "));
    words.add(mappingwords::useWords(use(), m_year->value(), m_setting.open)).showIn(m_about);
}

IntakeChoice IntakeFoot::choice() const
{
    IntakeChoice result;
    result.use = use();
    result.year = m_year->value();
    for (const auto &[table, box] : m_tables) {
        if (box->isChecked())
            result.tables.append(table);
    }
    result.from = m_from->text().trimmed();
    return result;
}

void IntakeFoot::showCounts()
{
    const int all = m_mapping.countTaken(true);
    const int sure = m_mapping.countTaken(false);
    const int allTexts = m_mapping.countTexts(true);
    const int sureTexts = m_mapping.countTexts(false);
    const bool areGuesses = sure != all || sureTexts != allTexts;
    m_all->setText(literal::caption(areGuesses ? tr("Take all %1").arg(all + allTexts)
            : allTexts == 0                    ? tr("Take %1 figures").arg(all)
                                               : tr("Take %1 figures, %2 texts").arg(all).arg(allTexts)));
    m_sureOnly->setText(literal::caption(tr("Only what was recognised, %1").arg(sure + sureTexts)));
    m_sureOnly->setVisible(areGuesses);
    const bool isClear = m_mapping.openDoubts() == 0;
    if (m_all->property("primary").toBool() != isClear) {
        m_all->setProperty("primary", isClear); // until then the card's button is the one to press
        m_all->style()->unpolish(m_all);
        m_all->style()->polish(m_all);
    }
}

} // namespace nianbao
