// SPDX-License-Identifier: MulanPSL-2.0
#include "priorpanel.h"

#include "appearance.h"
#include "commonpassages.h"
#include "dialogs.h"
#include "emptywords.h"
#include "errorwords.h"
#include "flowlayout.h"
#include "focusedview.h"
#include "permitted.h"
#include "phrase.h"
#include "placenames.h"
#include "readdocument.h"
#include "readreport.h"
#include "richwords.h"
#include "showntext.h"
#include "typing.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>

namespace nianbao {

PriorPanel::PriorPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session)
    , m_head(appearance::label({}, this))
    , m_stack(new QStackedWidget(this))
    , m_text(new QTextBrowser(this))
    , m_figures(new FocusedView<QTableView>(this))
    , m_takeOver(appearance::linkButton(tr("Take the text over"), this))
    , m_add(appearance::linkButton(tr("Add last year's report…"), this))
    , m_years(appearance::linkButton(tr("All figures of both years"), this))
{
    const int em = fontMetrics().height();
    m_head->setObjectName(QStringLiteral("priorHead"));
    m_head->setWordWrap(true);
    m_head->setMargin(em / 2);
    m_text->setObjectName(QStringLiteral("priorText"));
    m_text->setAccessibleName(tr("Last year's text"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(em * 0.75);
    m_filled.setSourceModel(&m_model);
    m_filled.setFilterRole(YearsModel::FilledRole); // the table itself shows where both are 0
    m_filled.setFilterFixedString(QStringLiteral("true"));
    m_figures->setObjectName(QStringLiteral("priorFigures"));
    m_figures->setAccessibleName(tr("Last year's figures"));
    m_figures->setModel(&m_filled);
    m_figures->setFrameShape(QFrame::NoFrame);
    m_figures->setTabKeyNavigation(false); // nothing is typed here
    m_figures->setColumnHidden(YearsModel::Table, true);
    m_figures->verticalHeader()->hide();
    m_figures->setWordWrap(false);
    m_figures->setTextElideMode(Qt::ElideMiddle); // row … column
    m_figures->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_figures->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_figures->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_figures->setAlternatingRowColors(true);
    m_figures->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_figures->horizontalHeader()->setSectionResizeMode(YearsModel::Label, QHeaderView::Stretch);
    sayWhenEmpty(m_figures, [] {
        return tr("Last year's figures stand here, as far as they are not 0 in both years. There are none.");
    });
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_figures);
    m_takeOver->setObjectName(QStringLiteral("takeOver"));
    m_add->setObjectName(QStringLiteral("addPrior"));
    m_years->setObjectName(QStringLiteral("allYears"));
    auto *actions = new FlowLayout;
    for (QToolButton *button : {m_takeOver, m_add, m_years})
        actions->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addLayout(actions);
    layout->addWidget(m_stack, 1);
    connect(m_takeOver, &QToolButton::clicked, this, &PriorPanel::takeOver);
    connect(m_add, &QToolButton::clicked, this, &PriorPanel::addPrior);
    connect(m_years, &QToolButton::clicked, this, [this] { Q_EMIT placeRequested(bothYears()); });
    connect(m_figures, &QTableView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT placeRequested(Place::cell(CellId(index.data(YearsModel::CellRole).toString())));
    });
    connect(&session, &Session::changed, this, &PriorPanel::refresh);
    followPermissions(session, this, [this] { refresh(); });
    appearance::onNewColours(this, [this] { refresh(); });
}

PriorPanel::~PriorPanel() { typing::silence(this); }

void PriorPanel::showPlace(const Place &entry)
{
    if (entry == m_place)
        return;
    m_place = entry;
    refresh();
}

bool PriorPanel::edit(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

/// Last year's words; what this year's text shares with them on a coloured ground.
void PriorPanel::showText(const QString &heading, const QString &before, const QString &now)
{
    const auto passages = commonPassages(before, now, m_session.rules().words().copyShortest);
    QColor ground = appearance::levelColour(palette(), Level::Explain);
    ground.setAlphaF(0.22F);
    RichWords words;
    if (!heading.isEmpty())
        words.bold(heading).newParagraph();
    qsizetype at = 0;
    qsizetype shared = 0;
    for (const CommonPassage &passage : passages) {
        words.add(before.mid(at, passage.start - at))
            .onGround(before.mid(passage.start, passage.length), ground);
        at = passage.start + passage.length;
        shared += passage.length;
    }
    m_text->setWordWrapMode(typing::wrapModeFor(before));
    words.add(before.mid(at)).showIn(m_text);
    m_stack->setCurrentWidget(m_text);
    if (shared > 0)
        m_head->setText(sentences({m_head->text(),
            tr("%1 of its characters stand in this year's text too (marked).").arg(shared)}));
}

void PriorPanel::refresh()
{
    const Report &report = m_session.report();
    const PriorPointer &prior = report.prior();
    const bool mayEdit = m_session.permissions().may(Permissions::Action::EditContent);
    m_add->setVisible(!prior && mayEdit);
    m_years->setVisible(prior != nullptr);
    m_takeOver->hide();
    m_stack->setVisible(prior != nullptr);
    if (!prior) {
        m_head->setText(tr("There is no last year's report in this file. With it the text and the figures of "
                           "last year stand here, and what is carried over is checked."));
        return;
    }
    m_head->setText(tr("The report of %1.").arg(prior->year()));
    const SectionId id = m_place.sectionId();
    const int index = m_place.index();
    const SectionSpec *section = report.spec().section(id);
    if (section && section->kind == SectionSpec::Kind::Table) {
        showFigures(section->table);
    } else if (section && index >= 0) {
        const auto before = priorSubSection(report, id, index);
        const QString text = before ? shownText(*prior, before->text).text : QString();
        if (text.isEmpty())
            m_head->setText(tr("The report of %1 has no sub-section of this name.").arg(prior->year()));
        const QString now = report.subSections(id).value(index).text;
        showText(
            before ? shownText(*prior, before->heading).text : QString(), text, shownText(report, now).text);
        m_takeOver->setVisible(!text.isEmpty() && now.trimmed().isEmpty() && mayEdit);
    } else if (m_place == Place::fact(QLatin1String(fact::kIntroduction))) {
        showText({}, shownTextOf(*prior, m_place).text, shownTextOf(report, m_place).text);
    } else if (section) {
        QStringList all;
        for (const SubSection &sub : prior->subSections(id))
            all.append(
                (sub.heading.isEmpty() ? QString()
                                       : u'【' + shownText(*prior, sub.heading).text + QStringLiteral("】\n"))
                + shownText(*prior, sub.text).text);
        QString now;
        for (const SubSection &sub : report.subSections(id))
            now += shownText(report, sub.text).text + u'\n';
        showText({}, all.join(u'\n'), now);
    } else {
        showFigures({});
    }
}

void PriorPanel::showFigures(const TableId &table)
{
    m_model.setTable(table);
    m_figures->setColumnHidden(YearsModel::Percent, !m_model.hasPercents());
    m_stack->setCurrentWidget(m_figures);
}

void PriorPanel::takeOver()
{
    const SectionId id = m_place.sectionId();
    const int index = m_place.index();
    const auto before = priorSubSection(m_session.report(), id, index);
    if (!before)
        return;
    const QString text = shownText(*m_session.report().prior(), before->text).text;
    if (edit(Change::of(tr("Take last year's text over"), SetText{id, index, text})))
        Q_EMIT notice(tr("Last year's text was taken over. It stays marked until it is edited."));
}

void PriorPanel::addPrior()
{
    QStringList filter{QStringLiteral("*.nianbao"), QStringLiteral("*.json")};
    for (const QString &suffix : readableSuffixes())
        filter.append(QStringLiteral("*.") + suffix);
    const QString path = dialogs::openFile(
        this, tr("Last year's report"), tr("Reports and documents (%1)").arg(filter.join(u' ')));
    if (path.isEmpty())
        return;
    const auto isOurs = isOwnReport(path);
    if (!isOurs)
        return dialogs::tell(this, isOurs.error());
    if (!*isOurs)
        return Q_EMIT documentChosen(path);
    auto read = readReport(path);
    if (!read) {
        dialogs::tell(this, read.error());
        return;
    }
    Report prior = std::move(read->report);
    if (const auto cut = prior.apply(Change::of({}, SetPrior{})); !cut) {
        dialogs::tell(this, cut.error());
        return;
    }
    const int year = prior.year();
    if (edit(Change::of(
            tr("Add last year's report"), SetPrior{std::make_shared<const Report>(std::move(prior))}))
        && year != m_session.report().year() - 1)
        Q_EMIT notice(tr("The report given as last year's is of %1.").arg(year));
}

} // namespace nianbao
