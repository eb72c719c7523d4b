// SPDX-License-Identifier: MulanPSL-2.0
#include "helpwindow.h"

#include "appearance.h"
#include "entryline.h"
#include "focusedview.h"
#include "literal.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>

namespace nianbao {

namespace {
constexpr int kChapterRole = Qt::UserRole;
constexpr int kSectionRole = Qt::UserRole + 1;
} // namespace

HelpWindow::HelpWindow(Manual manual, QWidget *parent)
    : WalkedAsSeen(parent)
    , m_manual(std::move(manual))
    , m_words(new QLineEdit(this))
    , m_lists(new QStackedWidget(this))
    , m_contents(new FocusedView<QTreeWidget>(this))
    , m_hits(new FocusedView<QListWidget>(this))
    , m_count(appearance::quietLabel(this))
    , m_back(appearance::linkButton(tr("Back"), this))
    , m_forth(appearance::linkButton(tr("Forward"), this))
    , m_page(new HelpPage(this))
{
    setWindowTitle(tr("Manual"));
    setWindowFlags(Qt::Window);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(makeSide());
    splitter->addWidget(makeMain());
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(splitter);
    const int em = fontMetrics().height();
    splitter->setSizes({em * 14, em * 52});
    resize(em * 66, em * 38);

    listChapters();
    connect(m_words, &QLineEdit::textChanged, this, &HelpWindow::find);
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        if (m_hits->count() > 0)
            m_hits->setFocus();
    });
    const auto follow = [this](const QString &chapter, const QString &section) {
        if (!chapter.isEmpty() && HelpPlace{chapter, section} != m_place)
            open({chapter, section});
        m_page->markWords(m_words->text());
    };
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [follow](const QTreeWidgetItem *item) {
        if (item)
            follow(item->data(0, kChapterRole).toString(), {});
    });
    connect(m_hits, &QListWidget::currentItemChanged, this, [follow](const QListWidgetItem *item) {
        if (item)
            follow(item->data(kChapterRole).toString(), item->data(kSectionRole).toString());
    });
    connect(m_contents, &QTreeWidget::itemActivated, this, [this] { m_page->setFocus(); });
    connect(m_hits, &QListWidget::itemActivated, this, [this] { m_page->setFocus(); });
    for (QWidget *beside : std::initializer_list<QWidget *>{m_words, m_contents, m_hits})
        beside->installEventFilter(this);
    connect(m_page, &HelpPage::linkChosen, this, [this](const QString &target) {
        if (const HelpPlace place = m_manual.placeOf(target, m_place.chapter); !place.chapter.isEmpty())
            open(place);
    });
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forth, &QToolButton::clicked, this, [this] { step(1); });
    const auto shortcut = [this](const QKeySequence &keys, auto work) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, work);
    };
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { step(-1); });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Right), [this] { step(1); });
    shortcut(QKeySequence::Find, [this] {
        m_words->setFocus();
        m_words->selectAll();
    });
    for (const QKeySequence &keys : {QKeySequence(Qt::Key_F6), QKeySequence(Qt::SHIFT | Qt::Key_F6)})
        shortcut(keys, [this] { // of two parts each is the next
            if (m_page->hasFocus())
                m_lists->currentWidget()->setFocus();
            else
                m_page->setFocus();
        });
    showSteps();
    m_page->setFocus(); // to be read; Ctrl+F leads to the search
}

QWidget *HelpWindow::makeSide()
{
    auto *side = new QWidget(this);
    m_words->setObjectName(QStringLiteral("helpWords"));
    m_words->setPlaceholderText(tr("Search the manual"));
    m_words->setAccessibleName(tr("Search the manual"));
    offerClearing(*m_words);
    m_contents->setObjectName(QStringLiteral("helpContents"));
    m_contents->setAccessibleName(tr("Contents of the manual"));
    m_contents->setHeaderHidden(true);
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setRootIsDecorated(false);
    m_contents->setIndentation(fontMetrics().height());
    m_hits->setObjectName(QStringLiteral("helpHits"));
    m_hits->setAccessibleName(tr("What was found"));
    m_hits->setFrameShape(QFrame::NoFrame);
    m_hits->setWordWrap(true);
    m_hits->setSpacing(fontMetrics().height() / 6);
    m_hits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_count->hide();
    m_lists->addWidget(m_contents);
    m_lists->addWidget(m_hits);
    const int em = fontMetrics().height();
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(em / 2, em / 2, em / 2, 0);
    layout->addWidget(m_words);
    layout->addWidget(m_count);
    layout->addWidget(m_lists, 1);
    side->setMinimumWidth(em * 11);
    return side;
}

QWidget *HelpWindow::makeMain()
{
    auto *main = new QWidget(this);
    m_back->setObjectName(QStringLiteral("helpBack"));
    m_forth->setObjectName(QStringLiteral("helpForth"));
    literal::setToolTip(m_back, tr("The chapter before (Alt+Left)"));
    literal::setToolTip(m_forth, tr("The chapter after (Alt+Right)"));
    auto *bar = new QHBoxLayout;
    const int em = fontMetrics().height();
    bar->setContentsMargins(em / 2, em / 2, em / 2, 0);
    bar->addWidget(m_back);
    bar->addWidget(m_forth);
    bar->addStretch(1);
    auto *layout = new QVBoxLayout(main);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_page, 1);
    return main;
}

void HelpWindow::listChapters()
{
    QTreeWidgetItem *part = nullptr;
    for (const Manual::Chapter &chapter : m_manual.chapters()) {
        if (!part || part->text(0) != chapter.part) {
            part = new QTreeWidgetItem(m_contents, {chapter.part});
            part->setFlags(Qt::ItemIsEnabled); // a heading
            part->setFont(0, appearance::scaled(font(), 1, true));
        }
        auto *item = new QTreeWidgetItem(part, {chapter.title});
        item->setData(0, kChapterRole, chapter.id);
        item->setToolTip(0, literal::toolTip(chapter.title));
    }
    m_contents->expandAll();
}

void HelpWindow::find(const QString &words)
{
    const bool isSearch = !words.trimmed().isEmpty();
    m_lists->setCurrentWidget(isSearch ? static_cast<QWidget *>(m_hits) : m_contents);
    m_count->setVisible(isSearch);
    m_hits->clear();
    m_page->markWords(words);
    if (!isSearch)
        return;
    const QList<Manual::Hit> hits = m_manual.find(words);
    m_count->setText(
        hits.isEmpty() ? tr("Not found. Try fewer or other words.") : tr("places: %1").arg(hits.size()));
    for (const Manual::Hit &hit : hits) {
        auto *item = new QListWidgetItem(hit.title + u'\n' + hit.excerpt, m_hits);
        item->setData(kChapterRole, hit.place.chapter);
        item->setData(kSectionRole, hit.place.section);
    }
}

void HelpWindow::open(const HelpPlace &place)
{
    leave();
    m_read.resize(m_step + 1); // what came after is another way
    m_read.append({place, {}});
    m_step = m_read.size() - 1;
    showPlace(place);
}

void HelpWindow::ask(const HelpPlace &place)
{
    m_words->clear();
    m_page->setFocus();
    const bool isOpen = place.chapter == m_place.chapter;
    if (!isOpen || !(place.section.isEmpty() || m_page->isInSight(place.section)))
        return open(place);
    if (!place.section.isEmpty())
        m_page->mark(place.section);
}

void HelpWindow::leave()
{
    if (m_step >= 0)
        m_read[m_step].left = m_page->readingPlace();
}

void HelpWindow::showPlace(const HelpPlace &place)
{
    const Manual::Chapter *chapter = m_manual.chapter(place.chapter);
    if (!chapter)
        chapter = &m_manual.chapters().first();
    const bool isOther = m_place.chapter != chapter->id;
    m_place = {chapter->id, place.section};
    if (isOther)
        m_page->showChapter(chapter->markup);
    m_page->goTo(place.section);
    setWindowTitle(literal::windowTitle(tr("%1 — manual").arg(chapter->title)));
    for (QTreeWidgetItemIterator it(m_contents); *it; ++it) {
        if ((*it)->data(0, kChapterRole).toString() == chapter->id) {
            const QSignalBlocker blocker(m_contents);
            m_contents->setCurrentItem(*it);
        }
    }
    showSteps();
}

void HelpWindow::step(int direction)
{
    const qsizetype next = m_step + direction;
    if (next < 0 || next >= m_read.size())
        return;
    leave();
    m_step = next;
    showPlace(m_read[m_step].place);
    m_page->returnTo(m_read[m_step].left);
}

/// Beside the page a key that turns pages turns those of the chapter: a list has its arrows.
bool HelpWindow::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(object, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isTurning
        = key == Qt::Key_PageUp || key == Qt::Key_PageDown || (key == Qt::Key_Space && object != m_words);
    if (!isTurning)
        return QDialog::eventFilter(object, event);
    QApplication::sendEvent(m_page, event);
    return true;
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_words->text().isEmpty())
        m_words->clear();
    else
        QDialog::keyPressEvent(event);
}

void HelpWindow::showSteps()
{
    m_back->setEnabled(m_step > 0);
    m_forth->setEnabled(m_step + 1 < m_read.size());
}

} // namespace nianbao
