// SPDX-License-Identifier: MulanPSL-2.0
#include "reportview.h"

#include "appearance.h"
#include "changespanel.h"
#include "channelspage.h"
#include "commentorder.h"
#include "commentspanel.h"
#include "contentsmenu.h"
#include "elidedlabel.h"
#include "findingspanel.h"
#include "findpanel.h"
#include "fittingtabs.h"
#include "focusedview.h"
#include "headline.h"
#include "introductionpage.h"
#include "literal.h"
#include "narrativepage.h"
#include "opinionspanel.h"
#include "organisationpage.h"
#include "pagepreview.h"
#include "partwalk.h"
#include "previewpanel.h"
#include "priorpanel.h"
#include "reportplaces.h"
#include "room.h"
#include "sectionpage.h"
#include "showntext.h"
#include "tablepage.h"
#include "tabstops.h"
#include "typing.h"
#include "yearspage.h"

#include <QApplication>
#include <QPainter>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace nianbao {

namespace {

const Place kFirstPage = Place::fact(QLatin1String(fact::kIntroduction));

/// A line of the contents: its words on the left, its state on the right.
class ContentsLine final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem line = option;
        initStyleOption(&line, index);
        const QString status = index.data(ContentsModel::StatusRole).toString();
        const int level = index.data(ContentsModel::LevelRole).toInt();
        const QFontMetrics metrics(line.font);
        const int space = metrics.averageCharWidth();
        const int statusWidth = metrics.horizontalAdvance(status) + 2 * space;
        const QRect whole = line.rect;
        const QIcon picture = line.icon;
        const int side = picture.isNull() ? 0 : metrics.height();
        const QRect words = whole.adjusted(space + (side ? side + space : 0), 0, 0, 0);
        const QString text = metrics.elidedText(line.text, Qt::ElideRight, words.width() - statusWidth);
        line.text.clear();
        line.icon = {};
        line.features &= ~QStyleOptionViewItem::ViewItemFeatures(QStyleOptionViewItem::HasDecoration);
        const QWidget *widget = option.widget;
        (widget ? widget->style() : QApplication::style())
            ->drawControl(QStyle::CE_ItemViewItem, &line, painter, widget);
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        painter->setFont(selected ? appearance::scaled(line.font, 1, true) : line.font);
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
        picture.paint(painter, QRect(whole.left() + space, whole.center().y() - side / 2, side, side));
        painter->setFont(line.font);
        painter->setPen(level >= 0 ? appearance::levelColour(option.palette, Level(level))
                : index.data(ContentsModel::CompleteRole).toBool() && status == u"✓"
                ? appearance::okColour(option.palette)
                : appearance::quiet(option.palette));
        painter->drawText(whole.adjusted(0, 0, -space, 0), Qt::AlignVCenter | Qt::AlignRight, status);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(appearance::accent(option.palette), 2));
            painter->drawRect(whole.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(QFontMetrics(option.font).height() * 3 / 2);
        return size;
    }
};

} // namespace

ReportView::ReportView(Session &session, const PageSetup &setup, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_contents(session)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_left(new QWidget(this))
    , m_head(new ElidedLabel(m_left, Qt::ElideMiddle)) // a name's end tells most
    , m_progress(new ElidedLabel(m_left))
    , m_tree(new FocusedView<QTreeView>(m_left))
    , m_middle(new Room(this))
    , m_tabs(new QTabWidget(this))
    , m_panel(new PreviewPanel(session, setup, this))
    , m_preview(&m_panel->pages())
    , m_findings(new FindingsPanel(session, this))
    , m_prior(new PriorPanel(session, this))
    , m_comments(new CommentsPanel(session, this))
    , m_changes(new ChangesPanel(session, this))
    , m_opinions(new OpinionsPanel(session, this))
    , m_find(new FindPanel(session, this))
    , m_parts(new PartWalk(m_splitter, this))
    , m_matters(new QWidget(this))
{
    m_tree->setObjectName(QStringLiteral("contents"));
    m_tree->setAccessibleName(tr("Contents"));
    // when rows go the tree turns to another by itself; here the entry follows its sub-section
    connect(&m_contents, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_isLosingRows = true; });
    connect(&m_contents, &QAbstractItemModel::rowsRemoved, this, [this] { m_isLosingRows = false; });
    m_tree->setModel(&m_contents);
    m_tree->setItemDelegate(new ContentsLine(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setUniformRowHeights(true);
    m_tree->expandAll();
    layOutContents();
    addTabs();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(1, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, &ReportView::keepWidths);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);

    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (!m_isLosingRows)
                show(m_contents.placeAt(current));
        });
    connect(&m_contents, &QAbstractItemModel::rowsInserted, m_tree, &QTreeView::expand);
    const auto *menu = new ContentsMenu(
        session, m_tree, [this]() -> const EditorPage * { return m_isReading ? nullptr : m_page; });
    connect(menu, &ContentsMenu::commentRequested, this, &ReportView::startComment);
    connect(menu, &ContentsMenu::opened, this, [this] { m_parts->step(1); });
    connect(menu, &ContentsMenu::notice, this, &ReportView::notice);
    connect(m_panel, &PreviewPanel::placeRequested, this, &ReportView::goTo);
    connect(m_preview, &PagePreview::commentRequested, this, [this](int number) {
        m_tabs->setCurrentIndex(tabOf(m_comments));
        m_comments->select(openComments(m_session.report()).value(number - 1));
    });
    connect(m_preview, &PagePreview::passageRequested, this,
        [this](const Place &place, qsizetype from, qsizetype count) {
            m_comments->showPlace(passageAt(m_session.report(), place, from, count));
            m_tabs->setCurrentIndex(tabOf(m_comments));
        });
    connect(m_panel, &PreviewPanel::commentRequested, this, [this](const Place &place) {
        if (startComment())
            m_comments->showPlace(place);
    });
    connect(m_preview, &PagePreview::failed, this, &ReportView::failed);
    connect(m_preview, &PagePreview::notice, this, &ReportView::notice);
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.structure)
            followStructure(delta);
        m_preview->showSection(m_entry);
        showHead();
        showCounts();
    });
    connect(&session, &Session::findingsChanged, this, &ReportView::showCounts);
    connect(&session, &Session::permissionsChanged, this, &ReportView::showCounts);
    showHead();
    showCounts();
    const bool officeKnown = organisationProgress(session.report()).isComplete();
    goTo(officeKnown ? Place::section(session.report().spec().sections.first().id) : Place::organisation());
}

void ReportView::layOutContents()
{
    const int em = fontMetrics().height();
    m_head->setObjectName(QStringLiteral("contentsHead"));
    m_progress->setObjectName(QStringLiteral("contentsProgress"));
    appearance::setTextSize(m_head, 1.15, true);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    head->setSpacing(0);
    head->addWidget(m_head);
    head->addWidget(m_progress);
    auto *layout = new QVBoxLayout(m_left);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
}

void ReportView::setSideShown(Side side, bool shown)
{
    QWidget *part = side == Side::Contents ? m_left : static_cast<QWidget *>(m_tabs);
    if (!shown && part->isAncestorOf(QApplication::focusWidget()) && m_page)
        tabstops::enter(*m_page);
    part->setVisible(shown);
    if (isVisible())
        shareRoom();
}

bool ReportView::isSideShown(Side side) const
{
    return side == Side::Contents ? !m_left->isHidden() : !m_tabs->isHidden();
}

void ReportView::addTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Panel"));
    fittingtabs::keep(m_tabs);
    m_matters->hide();
    auto *matters = new QVBoxLayout(m_matters);
    matters->setContentsMargins({});
    m_tabs->addTab(m_panel, tr("Preview"));
    for (QWidget *panel :
        std::initializer_list<QWidget *>{m_findings, m_prior, m_comments, m_changes, m_opinions, m_find}) {
        auto *room = new Room(m_tabs);
        room->setPage(panel);
        m_tabs->addTab(room, QString());
    }
    const int prior = tabOf(m_prior);
    const int changes = tabOf(m_changes);
    const int opinions = tabOf(m_opinions);
    m_tabs->setTabText(prior, tr("Last year"));
    m_tabs->setTabText(changes, tr("Changes"));
    m_tabs->setTabText(opinions, tr("Opinions"));
    m_tabs->setTabVisible(changes, false); // of those who read
    m_tabs->setTabVisible(opinions, false);
    m_tabs->setTabVisible(tabOf(m_find), false); // until something is looked for
    m_find->setCommit([this] { return commitOpenEditor(); });
    connect(m_find, &FindPanel::found, this, &ReportView::markFound);
    connect(m_find, &FindPanel::placeRequested, this, &ReportView::goTo);
    connect(m_find, &FindPanel::talkRequested, this, [this](const FoundTalk &talk) {
        m_tabs->setCurrentIndex(tabOf(talk.comment > 0 ? static_cast<QWidget *>(m_comments) : m_findings));
        if (talk.comment > 0)
            m_comments->select(talk.comment);
        else
            m_findings->select(talk.finding);
    });
    connect(m_find, &FindPanel::notice, this, &ReportView::notice);
    connect(m_comments, &CommentsPanel::placeRequested, this, &ReportView::goToComment);
    connect(m_comments, &CommentsPanel::notice, this, &ReportView::notice);
    connect(m_changes, &ChangesPanel::placeRequested, this, &ReportView::goTo);
    connect(m_findings, &FindingsPanel::placeRequested, this, &ReportView::leadTo);
    connect(m_findings, &FindingsPanel::notice, this, &ReportView::notice);
    connect(m_findings, &FindingsPanel::conversionRequested, this, &ReportView::conversionRequested);
    connect(m_prior, &PriorPanel::placeRequested, this, &ReportView::goTo);
    connect(m_prior, &PriorPanel::notice, this, &ReportView::notice);
    connect(m_prior, &PriorPanel::documentChosen, this, &ReportView::priorDocumentChosen);
}

ReportView::~ReportView() { typing::silence(this); }

void ReportView::showHead()
{
    const Report &report = m_session.report();
    const QString name
        = report.fact(fact::kShortName).isEmpty() ? report.fact(fact::kName) : report.fact(fact::kShortName);
    constexpr qsizetype kMostName = 60;
    const QString year = tr("%1 %2").arg(QString(), QString::number(report.year()));
    m_head->showWords(firstCharacters(name, kMostName), year); // of two years it is the one difference
    m_progress->showWords(tr("%1% filled in").arg(percentFilled(report)));
}

/// How much is open, in the tabs.
void ReportView::showCounts()
{
    Q_EMIT mattersChanged();
    const Findings &findings = m_session.findings();
    const int open
        = count(findings, Level::Error) + count(findings, Level::Explain) + count(findings, Level::Hint);
    const int comments = m_comments->countOpen();
    if (m_isReading) {
        const int all = open + comments;
        auto *column = static_cast<QBoxLayout *>(m_matters->layout());
        column->setStretch(0, findings.isEmpty() ? 0 : 1);
        column->setStretch(1, 1);
        const int matters = tabOf(m_comments);
        m_tabs->setTabText(matters, literal::caption(all ? tr("Matters %1").arg(all) : tr("Matters ✓")));
        return;
    }
    const int check = tabOf(m_findings);
    const int talk = tabOf(m_comments);
    const bool isStarted = !isNotStarted(m_session.report());
    m_tabs->setTabText(check,
        literal::caption(!isStarted ? tr("Check")
                : open              ? tr("Check %1").arg(open)
                                    : tr("Check ✓")));
    m_tabs->setTabText(talk, literal::caption(comments ? tr("Comments %1").arg(comments) : tr("Comments")));
}

/// Of a panel, which may be scrolled in its tab.
int ReportView::tabOf(const QWidget *panel) const
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->widget(tab) == panel || m_tabs->widget(tab)->isAncestorOf(panel))
            return tab;
    }
    return -1;
}

bool ReportView::commitOpenEditor()
{
    bool allTaken = true;
    for (OpenEditor *editor : std::initializer_list<OpenEditor *>{m_page, m_findings, m_prior, m_comments})
        allTaken = (!editor || editor->commitOpenEditor()) && allTaken;
    return allTaken;
}

ChangedPlace ReportView::showBefore(const Change &change)
{
    const ChangedPlace place = changedPlace(m_session.report(), change);
    if (place.rules || !place.finding.isEmpty())
        m_tabs->setCurrentIndex(tabOf(m_findings));
    if (place.prior)
        m_tabs->setCurrentIndex(tabOf(m_prior));
    if (!place.before.isNowhere())
        goTo(place.before);
    return place;
}

void ReportView::showAfter(const ChangedPlace &place)
{
    if (!place.finding.isEmpty())
        m_findings->select(place.finding);
    if (!place.after.isNowhere())
        goTo(place.after);
}

EditorPage *ReportView::makePage(const Place &entry)
{
    if (entry == Place::organisation())
        return new OrganisationPage(m_session, m_middle);
    if (entry == Place::fact(QLatin1String(fact::kIntroduction)))
        return new IntroductionPage(m_session, m_middle);
    if (entry == Place::channels())
        return new ChannelsPage(m_session, m_middle);
    const SectionSpec *spec = m_session.report().spec().section(entry.sectionId());
    if (!spec)
        return new YearsPage(m_session, m_middle); // the one entry that is no part of the report
    if (spec->kind == SectionSpec::Kind::Table)
        return new TablePage(m_session, spec->table, m_middle);
    if (entry.kind() == Place::Kind::Section)
        return new SectionPage(m_session, spec->id, m_middle);
    return new NarrativePage(m_session, entry, m_middle);
}

void ReportView::show(const Place &entry)
{
    if (entry.isNowhere() || entry == m_entry)
        return;
    if (m_page && !m_page->commitOpenEditor()) {
        m_tree->setCurrentIndex(m_contents.indexOf(m_entry));
        return;
    }
    EditorPage *page = makePage(entry);
    m_session.endMerge();
    const bool hadFocus = m_page && m_page->isAncestorOf(QApplication::focusWidget());
    if (m_page) {
        typing::silence(m_page);
        m_page->hide();
        m_page->deleteLater(); // it may be the sender of the request that led here
    }
    m_page = page;
    m_entry = entry;
    m_middle->setPage(page);
    connect(page, &EditorPage::notice, this, &ReportView::notice);
    connect(page, &EditorPage::placeRequested, this, &ReportView::goTo);
    connect(page, &EditorPage::commentRequested, this, &ReportView::startComment);
    connect(page, &EditorPage::personNamed, this, &ReportView::personNamed);
    m_preview->showSection(entry);
    m_prior->showPlace(entry);
    const auto mark = [this, page] {
        if (page == m_page)
            markPlace(page->currentPlace());
    };
    connect(page, &EditorPage::placeChanged, this, mark);
    mark();
    if (hadFocus) // else nothing would have it
        tabstops::enter(*page);
    if (isFindShown())
        page->markFound(m_find->places());
}

bool ReportView::isFindShown() const { return m_tabs->isTabVisible(tabOf(m_find)); }

/// Whoever leaves it is back where the search led, and beside it the panel that was there before.
void ReportView::setFindShown(bool shown)
{
    const int tab = tabOf(m_find);
    if (shown && m_tabs->currentIndex() != tab)
        m_beforeFind = m_tabs->currentWidget();
    m_tabs->setTabVisible(tab, shown);
    markFound();
    if (shown)
        return m_tabs->setCurrentIndex(tab);
    m_tabs->setCurrentIndex(std::max(0, m_tabs->indexOf(m_beforeFind)));
    if (m_isReading)
        m_preview->setFocus();
    else if (const Place found = m_find->places().value(m_find->chosen()); !found.isNowhere())
        goTo(found);
    else if (m_page)
        tabstops::enter(*m_page);
}

/// In the editor and on the pages, as long as the search is shown.
void ReportView::markFound()
{
    const bool isShown = isFindShown();
    const QList<Place> places = isShown ? m_find->places() : QList<Place>();
    m_preview->markFound(places, isShown ? m_find->chosen() : -1);
    if (m_page)
        m_page->markFound(places);
    const int tab = tabOf(m_find);
    const int count = m_find->count();
    m_tabs->setTabText(tab, literal::caption(count ? tr("Find %1").arg(count) : tr("Find")));
}

/// Where the cursor is, or the reader: marked on its page, and where a comment will hang.
void ReportView::markPlace(const Place &place)
{
    m_preview->markPlace(place);
    m_comments->showPlace(place);
}

void ReportView::setReading(bool reading)
{
    if (std::exchange(m_isReading, reading) == reading)
        return;
    const int index = m_splitter->indexOf(m_middle);
    if (reading) {
        m_tabs->removeTab(tabOf(m_panel));
        m_splitter->insertWidget(index, m_panel);
        gatherMatters();
    } else {
        partMatters();
        m_tabs->insertTab(0, m_panel, tr("Preview"));
    }
    m_preview->setMargin(reading ? Margin::Comments : Margin::Clean);
    m_panel->setReading(reading);
    m_panel->setVisible(true);
    m_middle->setVisible(!reading);
    m_tabs->setTabVisible(tabOf(m_prior), !reading);
    m_tabs->setTabVisible(tabOf(m_changes), reading);
    m_tabs->setTabVisible(tabOf(m_opinions), reading);
    m_tabs->setCurrentIndex(0);
    showCounts();
    shareRoom();
    if (!reading)
        return;
    m_preview->setFocus();
    if (m_entry.kind() != Place::Kind::Fact && !m_session.report().spec().section(m_entry.sectionId()))
        m_tree->setCurrentIndex(m_contents.indexOf(kFirstPage)); // it is on no page
}

/// What is to be decided stands in one place: the verdict with its findings, then the comments.
void ReportView::gatherMatters()
{
    for (const QWidget *panel : std::initializer_list<QWidget *>{m_findings, m_comments}) {
        QWidget *room = m_tabs->widget(tabOf(panel));
        m_tabs->removeTab(tabOf(panel));
        m_matters->layout()->addWidget(room);
        room->show();
    }
    m_tabs->insertTab(0, m_matters, QString());
}

void ReportView::partMatters()
{
    m_tabs->removeTab(tabOf(m_comments));
    const auto back = [this](QWidget *panel, int tab) {
        QWidget *room = panel->parentWidget()->parentWidget(); // beyond the viewport
        m_matters->layout()->removeWidget(room);
        m_tabs->insertTab(tab, room, QString());
    };
    back(m_findings, 0);
    back(m_comments, 2);
    m_matters->hide();
}

void ReportView::setMoves(const QList<QAction *> &moves) { m_opinions->setActions(moves); }

bool ReportView::startComment()
{
    if (!commitOpenEditor())
        return false;
    m_tabs->setCurrentIndex(tabOf(m_comments));
    m_comments->startComment();
    return true;
}

void ReportView::showComments() { m_tabs->setCurrentIndex(tabOf(m_comments)); }

void ReportView::answerNextComment()
{
    m_tabs->setCurrentIndex(tabOf(m_comments));
    m_comments->answerNext();
    m_isAmongComments = true;
}

void ReportView::stepMatter(int direction)
{
    if (!m_isReading && m_tabs->currentIndex() == tabOf(m_comments))
        m_isAmongComments = true;
    for (int tries = 0; tries < 4; ++tries) { // to the end of both, and both from the beginning
        const bool isThere = m_isAmongComments ? m_comments->step(direction) : m_findings->step(direction);
        if (isThere) {
            m_tabs->setCurrentIndex(
                tabOf(m_isAmongComments ? static_cast<QWidget *>(m_comments) : m_findings));
            if (m_tabs->isHidden()) // then it is said where notices are
                Q_EMIT notice(m_isAmongComments ? m_comments->currentWords() : m_findings->currentWords());
            return;
        }
        m_isAmongComments = !m_isAmongComments;
    }
    Q_EMIT notice(tr("No finding and no open comment is left to go to."));
}

bool ReportView::hasMatter() const { return m_findings->hasStep() || m_comments->countOpen() > 0; }

void ReportView::goTo(const Place &place)
{
    const QModelIndex index = m_contents.indexOf(place);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    if (m_isReading) {
        markPlace(place);
        return m_preview->showMark();
    }
    if (m_entry == m_contents.placeAt(index) && m_page) {
        m_page->goTo(place);
        if (QWidget *focused = m_page->focusWidget())
            m_middle->ensureWidgetVisible(focused);
    }
}

/// To be mended there: into the page also where nothing on it is the place itself.
void ReportView::leadTo(const Place &place)
{
    goTo(place);
    if (!m_isReading && m_page && !m_page->isAncestorOf(QApplication::focusWidget()))
        tabstops::enter(*m_page);
}

/// The cursor in the paragraph, and nothing chosen: who types an answer must not overwrite what it is about.
void ReportView::goToComment(const Place &place)
{
    const auto text = place.hasRange() ? textAt(m_session.report(), place.whole()) : std::nullopt;
    const bool isInText = text && place.kind() == Place::Kind::SubSection;
    goTo(isInText
            ? place.whole().inParagraph(int(text->first(std::min(place.start(), text->size())).count(u'\n')))
            : place);
}

/// Sub-sections came, went or moved: the entry follows its own, as its page does. One that is gone gives way
/// to the one that stands there now, else to the last, else to their section.
void ReportView::followStructure(const Delta &delta)
{
    if (const auto place = moved(m_entry, delta, m_session.report())) {
        m_entry = *place;
        m_prior->showPlace(m_entry);
        m_tree->setCurrentIndex(m_contents.indexOf(m_entry));
        return;
    }
    const SectionId section = m_entry.sectionId();
    const auto last = int(m_session.report().subSections(section).size()) - 1;
    const Place beside
        = last < 0 ? Place::section(section) : Place::subSection(section, std::min(m_entry.index(), last));
    m_tree->setCurrentIndex(m_contents.indexOf(beside));
    show(beside);
}

/// The sides that are in sight; one that is hidden keeps what it had.
void ReportView::keepWidths()
{
    if (m_isReading)
        return;
    if (!m_left->isHidden())
        m_ownLeft = m_left->width();
    if (!m_tabs->isHidden())
        m_ownRight = m_tabs->width();
}

QByteArray ReportView::layoutState() const
{
    return m_ownLeft > 0 || m_ownRight > 0
        ? QByteArray::number(m_ownLeft) + ' ' + QByteArray::number(m_ownRight)
        : QByteArray();
}

void ReportView::restoreLayout(const QByteArray &state)
{
    const QList<QByteArray> widths = state.split(' ');
    const bool areBoth = widths.size() == 2;
    m_ownLeft = areBoth ? widths.first().toInt() : 0;
    m_ownRight = areBoth ? widths.last().toInt() : 0;
    shareRoom();
}

void ReportView::resetLayout() { restoreLayout({}); }

void ReportView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

/// On a large screen the sides are as wide as their contents like, or as a person chose; on a small one they
/// give way to the middle. Chosen widths come back where a smaller window had no room for them.
void ReportView::shareRoom()
{
    const int em = fontMetrics().height();
    const int most = width() * (m_tabs->isHidden() ? 31 : 24) / 100;
    const auto sides = [this](int left, int right) {
        return std::pair(m_left->isHidden() ? 0 : left, m_tabs->isHidden() ? 0 : right);
    };
    const int usualLeft = std::min(em * 16, most);
    const int usualRight = std::min(em * 23, width() * 29 / 100);
    auto [left, right] = sides(usualLeft, usualRight);
    if (!m_isReading) {
        const auto [ownLeft, ownRight]
            = sides(m_ownLeft > 0 ? m_ownLeft : usualLeft, m_ownRight > 0 ? m_ownRight : usualRight);
        const int least = 24 * em; // of the middle
        if (width() - ownLeft - ownRight >= least) {
            left = ownLeft;
            right = ownRight;
        }
    }
    const int middle = width() - left - right;
    m_splitter->setSizes(m_isReading ? QList<int>{left, middle, 0, right} : QList<int>{left, middle, right});
}

} // namespace nianbao
