// SPDX-License-Identifier: MulanPSL-2.0
#include "gotodialog.h"

#include "appearance.h"
#include "emptywords.h"
#include "entryline.h"
#include "focusedview.h"
#include "literal.h"
#include "placenames.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kTargetRole = Qt::UserRole; // its number
constexpr int kColumns = 32; // heights of a line
constexpr int kRows = 24; // with what is around them
constexpr int kLeastRows = 5; // on a low screen the list is scrolled, not the line above with it

const char *const kFacts[]{fact::kTitle, fact::kIntroduction, fact::kDate, fact::kSignature, fact::kName,
    fact::kShortName, fact::kKind, fact::kOffice, fact::kAddress, fact::kPhone, fact::kFax, fact::kPostcode,
    fact::kEmail, fact::kWebsiteName, fact::kWebsite, fact::kNames, fact::kAllowedWords};

/// A section that consists of a text without heading.
bool isOneText(const Report &report, const SectionId &section)
{
    return report.subSections(section).size() == 1
        && placeName(report, Place::subSection(section, 0)) == placeName(report, Place::section(section));
}

} // namespace

GoToDialog::GoToDialog(const Report &report, QWidget *parent)
    : FittedDialog(parent, kColumns)
    , m_typed(new OwnUndoLine(inside()))
    , m_found(new FocusedView<QListWidget>(inside()))
    , m_go(appearance::primaryButton(tr("Go there"), this))
{
    setWindowTitle(tr("Go to"));
    gather(report);
    m_typed->setObjectName(QStringLiteral("goToWords"));
    m_typed->setAccessibleName(tr("Where to"));
    m_typed->setPlaceholderText(tr("Words of it, its pinyin, or the initials of that: xs"));
    offerClearing(*m_typed);
    m_typed->installEventFilter(this);
    m_found->setObjectName(QStringLiteral("goToFound"));
    m_found->setAccessibleName(tr("Places of the report"));
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setMinimumHeight(fontMetrics().height() * kLeastRows);
    sayWhenEmpty(m_found,
        [] { return tr("There is no such place. Write fewer words of it, or the initials of its pinyin."); });
    auto *layout = new QVBoxLayout(inside());
    layout->setContentsMargins({});
    layout->addWidget(m_typed);
    layout->addWidget(m_found, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go->setObjectName(QStringLiteral("goThere"));
    buttons->addButton(m_go, QDialogButtonBox::AcceptRole);
    m_go->setDefault(true);
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_typed, &QLineEdit::textChanged, this, &GoToDialog::find);
    connect(m_found, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(m_found, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        m_go->setEnabled(item != nullptr);
        // who hears the line hears what Enter would lead to
        m_typed->setAccessibleDescription(item ? item->text() : tr("There is no such place."));
    });
    find();
    resize(sizeHint().expandedTo({0, fontMetrics().height() * kRows}));
    m_typed->setFocus();
}

void GoToDialog::add(const Report &report, const Place &place)
{
    const QString words = said(placeName(report, place));
    const TableSpec *table
        = place.kind() == Place::Kind::Cell ? report.spec().table(place.cellId().table()) : nullptr;
    const QString inTexts
        = table ? table->rowLabels.value(place.cellId().row()).word : QString(); // 办结 of 总计
    m_targets.append({place, words, SearchedName(words + u' ' + inTexts)});
}

/// In the order of the contents; cells after what stands there as an entry.
void GoToDialog::gather(const Report &report)
{
    add(report, Place::organisation());
    for (const SectionSpec &section : report.spec().sections) {
        if (!isOneText(report, section.id)) // named as its text is, which is where somebody writes
            add(report, Place::section(section.id));
        for (int i = 0; i < report.subSections(section.id).size(); ++i)
            add(report, Place::subSection(section.id, i));
    }
    add(report, Place::channels());
    for (int i = 0; i < report.channels().size(); ++i)
        add(report, Place::channel(i));
    add(report, bothYears());
    for (const char *key : kFacts)
        add(report, Place::fact(QLatin1String(key)));
    for (const SectionSpec &section : report.spec().sections) {
        const TableSpec *table = report.spec().table(section.table);
        for (const CellId &cell : table ? table->cells : QList<CellId>())
            add(report, Place::cell(cell));
    }
}

void GoToDialog::find()
{
    QList<std::pair<int, int>> found; // distance, number
    for (int i = 0; i < m_targets.size(); ++i) {
        if (const auto distance = m_targets[i].name.distance(m_typed->text()))
            found.append({*distance, i});
    }
    std::sort(found.begin(), found.end());
    m_found->clear();
    for (const auto &[distance, number] : std::as_const(found)) {
        auto *item = new QListWidgetItem(m_targets[number].words, m_found);
        item->setToolTip(literal::toolTip(m_targets[number].words));
        item->setData(kTargetRole, number);
    }
    m_found->setCurrentRow(0);
    m_go->setEnabled(!found.isEmpty());
}

Place GoToDialog::place() const
{
    const QListWidgetItem *item = m_found->currentItem();
    return item ? m_targets[item->data(kTargetRole).toInt()].place : Place();
}

/// The keys of the list work while something is typed.
bool GoToDialog::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_typed || event->type() != QEvent::KeyPress)
        return FittedDialog::eventFilter(object, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: QCoreApplication::sendEvent(m_found, event); return true;
    default: return FittedDialog::eventFilter(object, event);
    }
}

} // namespace nianbao
