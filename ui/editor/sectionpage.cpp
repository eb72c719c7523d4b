// SPDX-License-Identifier: MulanPSL-2.0
#include "sectionpage.h"

#include "appearance.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace nianbao {

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
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *inside = new QWidget(scroll);
    m_layout = new QVBoxLayout(inside);
    m_layout->setContentsMargins({});
    m_layout->addStretch(1);
    scroll->setWidget(inside);
    outer->addWidget(title);
    outer->addWidget(guidance);
    outer->addWidget(scroll, 1);
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.sections.contains(m_section))
            showReport();
    });
    showReport();
}

void SectionPage::showReport()
{
    if (m_list) {
        m_list->hide();
        m_list->deleteLater(); // one of its buttons may have led here
    }
    m_list = new QWidget(this);
    auto *layout = new QVBoxLayout(m_list);
    layout->setContentsMargins({});
    m_layout->insertWidget(0, m_list);
    const auto count = int(session().report().subSections(m_section).size());
    for (int i = 0; i < count; ++i)
        addCard(i);
    if (!session().isReadOnly())
        addOffers();
}

void SectionPage::addCard(int index)
{
    const auto subSections = session().report().subSections(m_section);
    const QString heading = numberedHeadings(subSections).at(index);
    const QString text = subSections[index].text;
    const auto characters = std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
    constexpr qsizetype kFirstWords = 48;
    const QString words = text.simplified().left(kFirstWords);

    auto *card = new QFrame(m_list);
    card->setObjectName(QStringLiteral("card"));
    auto *open = appearance::linkButton(heading.isEmpty() ? tr("Text without heading") : heading, card);
    open->setFont(appearance::scaled(font(), 1.05, true));
    auto *first = appearance::quietLabel(card);
    first->setText(text.trimmed().isEmpty()          ? tr("Nothing is written yet.")
            : text.simplified().size() > kFirstWords ? words + QStringLiteral("……")
                                                     : words);
    auto *amount = appearance::quietLabel(card);
    amount->setText(tr("%1 characters").arg(characters));
    amount->setWordWrap(false);
    auto *layout = new QGridLayout(card);
    layout->addWidget(open, 0, 0, Qt::AlignLeft);
    layout->addWidget(amount, 0, 1, Qt::AlignRight);
    layout->addWidget(first, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    m_list->layout()->addWidget(card);
    connect(open, &QToolButton::clicked, this, [this, index] {
        Q_EMIT placeRequested({{}, QStringLiteral("%1/%2").arg(m_section.toString()).arg(index + 1), 0});
    });
}

QList<Aspect> SectionPage::missingAspects() const
{
    QList<Aspect> missing = session().report().spec().section(m_section)->aspects;
    for (const SubSection &sub : session().report().subSections(m_section))
        missing.removeIf([&](const Aspect &aspect) { return aspect.heading == sub.heading; });
    return missing;
}

void SectionPage::addOffers()
{
    auto *row = new QHBoxLayout;
    const auto offer = [&](const QString &text, const QList<Aspect> &aspects, bool isPrimary) {
        auto *button
            = isPrimary ? appearance::primaryButton(text, m_list) : appearance::plainButton(text, m_list);
        connect(button, &QPushButton::clicked, this, [this, aspects] { insert(aspects); });
        row->addWidget(button);
    };
    const auto missing = missingAspects();
    const bool isEmpty = session().report().subSections(m_section).isEmpty();
    if (missing.size() > 1)
        offer(isEmpty ? tr("Add the usual sub-sections")
                      : tr("Add the %1 missing sub-sections").arg(missing.size()),
            missing, isEmpty);
    offer(tr("Add a sub-section"), {Aspect{}}, isEmpty && missing.size() < 2);
    row->addStretch(1);
    auto *box = static_cast<QBoxLayout *>(m_list->layout());
    box->addLayout(row);
    if (missing.isEmpty())
        return;
    QStringList names;
    for (const Aspect &aspect : missing)
        names.append(aspect.heading);
    auto *hint = appearance::quietLabel(m_list);
    hint->setText(tr("Not among the headings yet: %1").arg(names.join(QStringLiteral("、"))));
    box->addWidget(hint);
}

void SectionPage::insert(const QList<Aspect> &aspects)
{
    Change change;
    change.description = aspects.size() == 1 ? tr("New sub-section") : tr("New sub-sections");
    const auto first = int(session().report().subSections(m_section).size());
    int index = first;
    for (const Aspect &aspect : aspects)
        change.steps.append(InsertSubSection{m_section, index++, {aspect.heading, {}}});
    if (edit(change) && aspects.size() == 1)
        Q_EMIT placeRequested({{}, QStringLiteral("%1/%2").arg(m_section.toString()).arg(first + 1), 0});
}

} // namespace nianbao
