// SPDX-License-Identifier: MulanPSL-2.0
#include "findingspanel.h"

#include "appearance.h"
#include "cards.h"
#include "catalogue.h"
#include "dialogs.h"
#include "entryline.h"
#include "errorwords.h"
#include "findingactions.h"
#include "flowlayout.h"
#include "headline.h"
#include "literal.h"
#include "permitted.h"
#include "reportplaces.h"
#include "richwords.h"
#include "showntext.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nianbao {

namespace {

/// A finding as a card: level in words, title, sentence, place and rule.
class FindingCard final : public CardDelegate {
public:
    using CardDelegate::CardDelegate;

protected:
    Card cardOf(const QPalette &palette, const QModelIndex &index) const override
    {
        const auto level = Level(index.data(FindingsModel::LevelRole).toInt());
        const bool explained = index.data(FindingsModel::ExplainedRole).toBool();
        const QString words = explained && level == Level::Hint ? FindingsPanel::tr("Put aside")
            : explained                                         ? FindingsPanel::tr("Explained")
                                                                : appearance::levelWord(level);
        const QString explanation = index.data(FindingsModel::ExplanationRole).toString();
        const QString message = index.data(FindingsModel::MessageRole).toString();
        return {explained ? appearance::quiet(palette) : appearance::levelColour(palette, level),
            QStringLiteral("%1 %2　%3")
                .arg(explained ? QStringLiteral("✓") : appearance::levelMark(level), words,
                    index.data(FindingsModel::TitleRole).toString()),
            explained && !explanation.isEmpty()
                ? message + u'\n' + FindingsPanel::tr("Explained: %1").arg(explanation)
                : message,
            index.data(FindingsModel::FootRole).toString(), explained};
    }
};

} // namespace

QString verdictLine(const Session &session) { return said(headLine(session.report(), session.findings())); }

FindingsPanel::FindingsPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session)
    , m_verdict(appearance::label({}, this))
    , m_view(new CardView(tr("Findings"), this))
    , m_off(appearance::quietLabel(this))
{
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setMargin(fontMetrics().height() / 2);
    m_view->setObjectName(QStringLiteral("findings"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new FindingCard(m_view));
    m_view->keepToCards();
    m_off->setObjectName(QStringLiteral("rulesOff"));
    m_off->setMargin(fontMetrics().height() / 2);
    connect(m_off, &QLabel::linkActivated, this,
        [this](const QString &rule) { edit(findingActions::switchOn(RuleId(rule))); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_verdict);
    layout->addWidget(m_view);
    layout->addWidget(makeActions());
    layout->addWidget(m_off);
    layout->addStretch(1); // what there is begins at the top, however little it is
    connect(m_view, &QListView::clicked, this, &FindingsPanel::lead);
    connect(m_view, &QListView::activated, this, &FindingsPanel::lead);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &FindingsPanel::showMenu);
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPanel::showActions);
    connect(&session, &Session::findingsChanged, this, [this] {
        showVerdict();
        showActions();
    });
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.explanations)
            showVerdict();
    });
    const auto showAll = [this] {
        showVerdict();
        showActions();
    };
    // not while an explanation is being refused, whose words are to stay
    connect(&session, &Session::permissionsChanged, this, showAll, Qt::QueuedConnection);
    showAll();
}

FindingsPanel::~FindingsPanel() { typing::silence(this); }

QWidget *FindingsPanel::makeActions()
{
    m_actions = new QWidget(this);
    m_actions->setObjectName(QStringLiteral("findingActions"));
    appearance::setGround(m_actions, Colour::Surface);
    m_excerpt = appearance::label({}, m_actions);
    m_excerpt->setObjectName(QStringLiteral("excerpt"));
    m_excerpt->setWordWrap(true);
    auto *row = new QWidget(m_actions);
    m_buttons = new FlowLayout(row);
    m_explanation = new EntryLine(m_actions);
    m_explanation->setObjectName(QStringLiteral("explanation"));
    m_explanation->setAccessibleName(tr("Explanation"));
    m_explanation->setPlaceholderText(tr("If it is right: explain in one sentence, Enter"));
    offerClearing(*m_explanation);
    writableWhile(m_session, Permissions::Action::Explain, m_explanation);
    connect(m_explanation, &EntryLine::entered, this, &FindingsPanel::explain);
    connect(m_explanation, &EntryLine::returnPressed, this, &FindingsPanel::explainNext);
    connect(m_explanation, &EntryLine::gaveUp, this, &FindingsPanel::showActions);
    connect(m_explanation, &EntryLine::gaveUp, &m_session, &Session::giveUpUnsaved);
    auto *layout = new QVBoxLayout(m_actions);
    layout->addWidget(m_excerpt);
    layout->addWidget(row);
    layout->addWidget(m_explanation);
    return m_actions;
}

bool FindingsPanel::edit(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

void FindingsPanel::addLink(const QString &words, const QString &name, const std::function<void()> &work)
{
    auto *button = appearance::linkButton(words, m_actions);
    button->setObjectName(name);
    m_buttons->addWidget(button);
    // it goes with the finding it is about: not while it is still being clicked
    connect(button, &QToolButton::clicked, this, work, Qt::QueuedConnection);
}

/// The sentence around the passage, with the passage marked.
static RichWords sentenceWith(const Report &report, const Finding &finding)
{
    const ShownText text = shownText(report, textAt(report, finding.place).value_or(QString()));
    const ShownPassage found = passageOf(text, finding.place.start(), finding.place.length());
    RichWords words;
    constexpr qsizetype kMostPassage = 120;
    if (!found.passage.isEmpty())
        words.add(QStringLiteral("“…") + found.before)
            .passage(firstCharacters(found.passage, kMostPassage))
            .add(found.after + QStringLiteral("…”"));
    return words;
}

enum class Part { Text, Table, Elsewhere };

/// In which part of the report it is mended that does not point to a cell.
static Part partOf(const Report &report, const Place &place)
{
    const bool isTableNote
        = place.kind() == Place::Kind::Fact && place.factKey().startsWith(QLatin1String(fact::kTableNote));
    const SectionSpec *section = report.spec().section(place.sectionId());
    const bool isTable = section && section->kind == SectionSpec::Kind::Table;
    if (isTableNote || isTable)
        return Part::Table;
    const bool isIntroduction
        = place.kind() == Place::Kind::Fact && place.factKey() == QLatin1String(fact::kIntroduction);
    return section || isIntroduction ? Part::Text : Part::Elsewhere;
}

/// What can be done about the selected finding.
void FindingsPanel::showActions()
{
    const Finding *finding = m_model.findingAt(m_view->currentIndex());
    const bool isTyped = m_explanation->isPending(); // the line stays with its finding
    m_actions->setVisible(finding != nullptr || isTyped);
    showFoot();
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (!finding)
        return;
    const RichWords sentence = sentenceWith(m_session.report(), *finding);
    sentence.showIn(m_excerpt);
    m_excerpt->setVisible(!sentence.isEmpty());
    const auto goThere = [this] { lead(m_view->currentIndex()); };
    const Part part = partOf(m_session.report(), finding->place);
    const bool mayEdit = m_session.permissions().may(Permissions::Action::EditContent);
    const QString toText = mayEdit ? tr("To the text") : tr("Show the text");
    const QString toTable = mayEdit ? tr("To the table") : tr("Show the table");
    if (finding->isInText() && part == Part::Text)
        addLink(toText, QStringLiteral("toText"), goThere);
    if (finding->isInText() && part == Part::Elsewhere)
        addLink(mayEdit ? tr("Go there") : tr("Show the place"), QStringLiteral("toPlace"), goThere);
    if (finding->isInText() && part == Part::Table && finding->cells.isEmpty())
        addLink(toTable, QStringLiteral("toTable"), goThere);
    if (!finding->cells.isEmpty())
        addLink(toTable, QStringLiteral("toTable"),
            [this, cell = finding->cells.first()] { Q_EMIT placeRequested(Place::cell(cell)); });
    if (mayEdit) {
        if (finding->rule.toString() == u"FORM-OLD")
            addLink(tr("Convert…"), QStringLiteral("convert"), [this] { Q_EMIT conversionRequested(); });
        for (const auto &offer : findingActions::corrections(m_session.report(), *finding))
            addLink(offer.words, QStringLiteral("correct"), [this, change = offer.change] { edit(change); });
    }
    if (m_session.permissions().may(Permissions::Action::Explain))
        addMore(*finding, mayEdit);
    if (!isTyped)
        showExplanation(*finding);
    // the list has become shorter: the card is to stay in sight
    QTimer::singleShot(0, m_view, [this] { m_view->scrollTo(m_view->currentIndex()); });
}

/// What is seldom wanted, behind the links.
void FindingsPanel::addMore(const Finding &finding, bool mayEdit)
{
    auto *more = appearance::linkButton(tr("More ▾"), m_actions);
    more->setObjectName(QStringLiteral("more"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(new QMenu(more));
    if (finding.level == Level::Hint && !finding.explained)
        connect(
            more->menu()->addAction(tr("Put the hint aside")), &QAction::triggered, this,
            [this, f = finding] { edit(findingActions::putAside(f)); }, Qt::QueuedConnection);
    if (finding.explained)
        connect(
            more->menu()->addAction(tr("Take it back")), &QAction::triggered, this,
            [this, f = finding] { edit(findingActions::takeBack(f)); }, Qt::QueuedConnection);
    if (findingActions::mayBeAllowed(finding) && mayEdit)
        connect(
            literal::addAction(more->menu(), tr("“%1” is right here").arg(finding.excerpt)),
            &QAction::triggered, this,
            [this, f = finding] { edit(findingActions::allow(m_session.report(), f)); },
            Qt::QueuedConnection);
    connect(
        more->menu()->addAction(tr("Switch this rule off for this report…")), &QAction::triggered, this,
        [this, rule = finding.rule] { switchOff(rule); }, Qt::QueuedConnection);
    m_buttons->addWidget(more);
}

/// The links below the list, as a menu at its card.
void FindingsPanel::showMenu(const QPoint &point)
{
    const QModelIndex under = m_view->indexAt(point);
    if (!under.isValid())
        return;
    m_view->setCurrentIndex(under);
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < m_buttons->count(); ++i) {
        auto *link = qobject_cast<QToolButton *>(m_buttons->itemAt(i)->widget());
        if (link && link->menu())
            menu->addActions(link->menu()->actions());
        else if (link)
            connect(literal::addAction(menu, link->accessibleName()), &QAction::triggered, link,
                &QToolButton::click);
    }
    menu->addSeparator();
    const QString words = tr("%1 (%2)", "a finding, its rule")
                              .arg(currentWords(), under.data(FindingsModel::RuleRole).toString());
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this,
        [words] { QApplication::clipboard()->setText(words); });
    menu->popup(m_view->viewport()->mapToGlobal(point));
}

void FindingsPanel::showExplanation(const Finding &finding)
{
    m_explained = finding;
    m_explanation->setVisible(finding.level != Level::Error
        && m_session.permissions().may(Permissions::Action::Explain)); // what was said stands in the card
    m_explanation->showText(finding.explanation);
    m_explanation->setToolTip(!finding.explanation.isEmpty() && !finding.explained
            ? tr("The figures have changed since this was written. Enter takes it up again.")
            : QString());
}

/// Enter on an explanation whose figures have changed takes it up again.
void FindingsPanel::explain(const QString &words)
{
    const auto all = m_session.findings();
    const auto finding = std::find_if(
        all.begin(), all.end(), [this](const Finding &one) { return one.key == m_explained.key; });
    if (finding == all.end()) {
        if (!words.isEmpty())
            Q_EMIT notice(tr("That finding is settled; the explanation “%1” is not needed.").arg(words));
        QMetaObject::invokeMethod(this, &FindingsPanel::showActions, Qt::QueuedConnection);
        return;
    }
    const bool isLapsed = !words.isEmpty() && !finding->explained;
    if ((words != finding->explanation || isLapsed) && !edit(findingActions::explain(*finding, words)))
        m_explanation->refuse();
}

/// Enter is done with the explained one: the line belongs to the next that needs an explanation, which is
/// shown in its place. Else what is typed next would be added to the one before.
void FindingsPanel::explainNext()
{
    const Finding *done = m_model.findingAt(m_view->currentIndex());
    if (m_explanation->isPending() || !done || !done->explained)
        return;
    const int count = m_model.rowCount();
    for (int i = 1; i < count; ++i) {
        const QModelIndex next = m_model.index((m_view->currentIndex().row() + i) % count);
        const Finding *finding = m_model.findingAt(next);
        if (finding->level != Level::Explain || finding->explained)
            continue;
        m_view->setCurrentIndex(next);
        lead(next);
        return m_explanation->setFocus(Qt::OtherFocusReason); // leading took it to the place
    }
    m_view->setFocus();
}

/// Never silently: a reason is asked for, kept in the file and printed.
void FindingsPanel::switchOff(const RuleId &rule)
{
    const Rule *known = m_session.rules().find(rule);
    const QString reason = dialogs::askWords(this,
        tr("Switch the rule “%1” off for this report").arg(said(Phrase(wordingOf(*known).title))),
        tr("Why is it not to be checked here? The reason is printed on the check sheet."));
    if (!reason.isEmpty())
        edit(findingActions::switchOff(rule, reason));
}

void FindingsPanel::showVerdict()
{
    const Verdict state = verdict(m_session.findings());
    const bool isStarted = !isNotStarted(m_session.report());
    const Colour colour = !isStarted ? Colour::Quiet
        : state == Verdict::Fail     ? Colour::Error
        : state == Verdict::Explain  ? Colour::Explain
                                     : Colour::Ok;
    const QString mark = !isStarted ? QStringLiteral("○")
        : state == Verdict::Fail    ? appearance::levelMark(Level::Error)
        : state == Verdict::Explain ? appearance::levelMark(Level::Explain)
                                    : QStringLiteral("✓");
    appearance::setInk(m_verdict, colour);
    appearance::setTextSize(m_verdict, 1.05, true);
    m_verdict->setText(mark + u' ' + said(headLineWithHints(m_session.report(), m_session.findings())));
    m_view->setVisible(isStarted && !m_session.findings().isEmpty());
    showFoot();
}

/// What is switched off; else, as long as there are cards and none is chosen, how to get to one.
void FindingsPanel::showFoot()
{
    const bool maySwitch = m_session.permissions().may(Permissions::Action::Explain);
    RichWords off;
    for (const auto &[rule, reason] : m_session.report().rulesOff().asKeyValueRange()) {
        const Rule *known = m_session.rules().find(rule);
        if (!off.isEmpty())
            off.newLine();
        off.add(tr("Switched off: %1 (%2)")
                    .arg(known ? said(Phrase(wordingOf(*known).title)) : rule.toString(), reason));
        if (maySwitch)
            off.add(QStringLiteral(" ")).link(rule.toString(), tr("switch on"));
    }
    if (off.isEmpty() && !m_view->isHidden() && !m_view->currentIndex().isValid())
        off.add(tr("F8 leads to the next finding, Shift+F8 back."));
    off.showIn(m_off);
    m_off->setVisible(!off.isEmpty());
}

void FindingsPanel::lead(const QModelIndex &index)
{
    m_view->noteSeen();
    const Place place = m_model.placeAt(index);
    if (place.isNowhere())
        m_view->setFocus(); // of the whole report: what can be done about it stands below
    else
        Q_EMIT placeRequested(place);
}

void FindingsPanel::select(const QString &key)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.findingAt(m_model.index(row))->key == key)
            m_view->setCurrentIndex(m_model.index(row));
    }
    m_view->setFocus();
}

QString FindingsPanel::currentWords() const { return m_view->currentIndex().data().toString(); }

/// What is explained is settled for who wrote it, and to be read by who decides.
bool FindingsPanel::isStep(const Finding &finding) const
{
    return !finding.explained || !m_session.permissions().may(Permissions::Action::EditContent);
}

bool FindingsPanel::hasStep() const
{
    const Findings &all = m_session.findings();
    return std::any_of(all.begin(), all.end(), [this](const Finding &one) { return isStep(one); });
}

bool FindingsPanel::step(int direction)
{
    if (!commitOpenEditor())
        return true; // it does not go on with what was refused
    while (m_view->step(direction, m_model.rowCount())) {
        if (!isStep(*m_model.findingAt(m_view->currentIndex())))
            continue;
        lead(m_view->currentIndex());
        return true;
    }
    return false;
}

} // namespace nianbao
