// SPDX-License-Identifier: MulanPSL-2.0
#include "sectionpage.h"

#include "appearance.h"
#include "correctiondialog.h"
#include "coveredaspects.h"
#include "dialogs.h"
#include "flowlayout.h"
#include "literal.h"
#include "permitted.h"
#include "showntext.h"
#include "tabstops.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace nianbao {

namespace {

/// A click anywhere on a card follows its link, whose words give way where the card is narrow.
class Card final : public QFrame {
public:
    Card(const QString &words, QWidget *parent)
        : QFrame(parent), m_words(words), m_link(appearance::linkButton(words, this))
    {
        setObjectName(QStringLiteral("card"));
        setCursor(Qt::PointingHandCursor);
        appearance::setTextSize(m_link, 1.05, true);
        m_link->setMinimumWidth(fontMetrics().height() * 6);
    }
    QToolButton *link() const { return m_link; }
    void setBeside(const QWidget *beside) { m_beside = beside; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QFrame::resizeEvent(event);
        const QFontMetrics metrics(m_link->font());
        const int frame = m_link->sizeHint().width() - metrics.horizontalAdvance(m_link->text());
        const int room
            = layout()->contentsRect().width() - m_beside->sizeHint().width() - layout()->spacing();
        const QString shown = metrics.elidedText(m_words, Qt::ElideRight, room - frame);
        m_link->setText(literal::caption(shown));
        literal::setToolTip(m_link, shown == m_words ? QString() : m_words);
    }
    void mousePressEvent(QMouseEvent *event) override { event->accept(); }
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
            m_link->click();
    }

private:
    QString m_words;
    QToolButton *m_link;
    const QWidget *m_beside = nullptr;
};

} // namespace

SectionPage::SectionPage(Session &session, SectionId section, QWidget *parent)
    : EditorPage(session, parent), m_section(std::move(section))
{
    const SectionSpec *spec = session.report().spec().section(m_section);
    const int em = fontMetrics().height();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(em, em, em, em);
    auto *title = appearance::titleLabel(this);
    title->setText(spec->heading());
    auto *guidance = appearance::quietLabel(this);
    guidance->setText(spec->guidance);
    m_layout = new QVBoxLayout;
    outer->addWidget(title);
    outer->addWidget(guidance);
    outer->addLayout(m_layout);
    outer->addStretch(1);
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        // live figures follow the tables
        if (delta.sections.contains(m_section) || !delta.cells.isEmpty() || delta.channels || delta.prior
            || delta.review)
            showReport();
    });
    followPermissions(session, this, [this] { showReport(); });
}

QList<QAbstractButton *> SectionPage::deeds() const
{
    QList<QAbstractButton *> found;
    for (const QString &name : {QStringLiteral("addAll"), QStringLiteral("addOne")}) {
        if (auto *button = m_list->findChild<QAbstractButton *>(name))
            found.append(button);
    }
    return found;
}

void SectionPage::showReport()
{
    const bool hadFocus = m_list && m_list->isAncestorOf(focusWidget());
    if (m_list) {
        m_list->hide();
        m_list->deleteLater(); // one of its buttons may have led here
    }
    m_list = new QWidget(this);
    auto *layout = new QVBoxLayout(m_list);
    layout->setContentsMargins({});
    m_list->setObjectName(QStringLiteral("list"));
    m_layout->insertWidget(0, m_list);
    const auto count = int(session().report().subSections(m_section).size());
    for (int i = 0; i < count; ++i)
        addCard(i);
    const bool mayAdd = session().permissions().may(Permissions::Action::EditContent);
    if (session().report().spec().section(m_section)->role == Role::Other)
        addCorrection(mayAdd);
    if (mayAdd)
        addOffers();
    m_list->show();
    setFocusProxy(tabstops::firstOf(*m_list));
    if (hadFocus && mayAdd) // the button that had it is gone
        m_list->findChild<QPushButton *>(QStringLiteral("addOne"))->setFocus();
}

/// What is to be done in it begins with the first card, or with what is offered.
void SectionPage::goTo(const Place &place)
{
    if (place == entry() && isVisible() && focusProxy())
        setFocus();
}

void SectionPage::addCard(int index)
{
    const Report &report = session().report();
    const Place place = Place::subSection(m_section, index);
    constexpr qsizetype kHeading = 28; // more does not fit a narrow card
    constexpr qsizetype kFirstWords = 48;
    const QString heading = firstCharacters(shownHeadings(report, m_section).value(index), kHeading);
    const QString text = shownTextOf(report, place).text;

    auto *card = new Card(heading.isEmpty() ? tr("Text without heading") : heading, m_list);
    QToolButton *open = card->link();
    auto *first = appearance::quietLabel(card);
    first->setText(
        text.trimmed().isEmpty() ? tr("Nothing is written yet.") : firstCharacters(text, kFirstWords));
    auto *amount = appearance::quietLabel(card);
    amount->setText(tr("%1 characters").arg(characterCount(text)));
    amount->setWordWrap(false);
    card->setBeside(amount);
    auto *layout = new QGridLayout(card);
    const int em = fontMetrics().height();
    layout->setContentsMargins(em, em / 2, em, em / 2);
    layout->addWidget(open, 0, 0, Qt::AlignLeft);
    layout->addWidget(amount, 0, 1, Qt::AlignRight);
    layout->addWidget(first, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    m_list->layout()->addWidget(card);
    connect(
        open, &QToolButton::clicked, this, [this, place] { Q_EMIT placeRequested(place.inParagraph(0)); });
}

/// It is printed behind the last sub-section, so it is changed there too.
void SectionPage::addCorrection(bool mayChange)
{
    const QString words = session().report().review().correction;
    if (words.trimmed().isEmpty())
        return;
    auto *says = appearance::label(tr("Statement of the correction: %1").arg(words), m_list);
    says->setObjectName(QStringLiteral("correctionWords"));
    says->setWordWrap(true);
    m_list->layout()->addWidget(says);
    if (!mayChange)
        return;
    auto *change = appearance::linkButton(tr("Change the statement of the correction…"), m_list);
    change->setObjectName(QStringLiteral("changeCorrection"));
    connect(change, &QToolButton::clicked, this, [this] {
        CorrectionDialog dialog(session(), window());
        dialogs::run(dialog);
    });
    static_cast<QBoxLayout *>(m_list->layout())->addWidget(change, 0, Qt::AlignLeft);
}

/// What last year's headings cover under other words is there.
QList<Aspect> SectionPage::missingAspects() const
{
    const QList<Aspect> aspects = session().report().spec().section(m_section)->aspects;
    const auto covered = coveredAspects(session().report(), m_section, session().rules().words());
    QList<Aspect> missing;
    for (int i = 0; i < aspects.size(); ++i) {
        if (std::none_of(covered.begin(), covered.end(), [i](const auto &own) { return own.contains(i); }))
            missing.append(aspects[i]);
    }
    return missing;
}

void SectionPage::addOffers()
{
    auto *box = static_cast<QBoxLayout *>(m_list->layout());
    const auto missing = missingAspects();
    const bool isEmpty = session().report().subSections(m_section).isEmpty();
    auto *row = new FlowLayout(nullptr, fontMetrics().height() / 2);
    if (missing.size() > 1) {
        const QString words = isEmpty ? tr("Add the usual %1 sub-sections").arg(missing.size())
                                      : tr("Add the %1 missing sub-sections").arg(missing.size());
        auto *all
            = isEmpty ? appearance::primaryButton(words, m_list) : appearance::plainButton(words, m_list);
        all->setObjectName(QStringLiteral("addAll"));
        all->setAccessibleName(words);
        connect(all, &QPushButton::clicked, this, [this, missing] { insert(missing); });
        row->addWidget(all);
    }
    auto *one = appearance::plainButton(tr("Add a sub-section"), m_list);
    one->setObjectName(QStringLiteral("addOne"));
    one->setAccessibleName(tr("Add a sub-section"));
    connect(one, &QPushButton::clicked, this, [this] { insert({Aspect{}}); });
    row->addWidget(one);
    box->addSpacing(fontMetrics().height() / 2);
    box->addLayout(row);
    const bool isFree = session().report().spec().section(m_section)->aspects.isEmpty();
    if (missing.isEmpty() && isFree)
        return;
    auto *hint = appearance::quietLabel(m_list);
    hint->setText(missing.isEmpty() ? tr("All that is usual in this section is there.")
                                    : tr("Usual in this section and not there yet, one by one:"));
    box->addSpacing(fontMetrics().height() / 2);
    box->addWidget(hint);
    for (const Aspect &aspect : missing) {
        auto *offer = appearance::linkButton(tr("Add “%1”").arg(aspect.heading), m_list);
        literal::setToolTip(offer, aspect.guidance);
        connect(offer, &QToolButton::clicked, this, [this, aspect] { insert({aspect}); });
        box->addWidget(offer, 0, Qt::AlignLeft);
    }
}

/// Where an aspect belongs among the sub-sections that are there: in the order of the form, else at the end.
int SectionPage::placeFor(int aspect, const QList<QList<int>> &covered)
{
    if (aspect < 0)
        return int(covered.size());
    for (int i = int(covered.size()) - 1; i >= 0; --i) {
        if (!covered[i].isEmpty() && covered[i].last() < aspect)
            return i + 1;
    }
    for (int i = 0; i < covered.size(); ++i) {
        if (!covered[i].isEmpty())
            return i;
    }
    return int(covered.size());
}

void SectionPage::insert(const QList<Aspect> &aspects)
{
    Change change;
    change.description = aspects.size() == 1 ? tr("New sub-section") : tr("New sub-sections");
    QStringList order;
    for (const Aspect &aspect : session().report().spec().section(m_section)->aspects)
        order.append(aspect.heading);
    auto covered = coveredAspects(session().report(), m_section, session().rules().words());
    int first = -1; // those that follow stand behind it
    for (const Aspect &aspect : aspects) {
        const auto rank = int(order.indexOf(aspect.heading));
        const int index = placeFor(rank, covered);
        first = first < 0 ? index : first;
        covered.insert(index, rank < 0 ? QList<int>() : QList<int>{rank});
        change.steps.append(InsertSubSection{m_section, index, {aspect.heading, {}}});
    }
    if (edit(change)) // to be written there
        Q_EMIT placeRequested(Place::subSection(m_section, first).inParagraph(0));
}

} // namespace nianbao
