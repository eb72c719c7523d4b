// SPDX-License-Identifier: MulanPSL-2.0
#include "findingspanel.h"

#include "appearance.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace nianbao {

namespace {

/// A finding as a card: level in words, title, sentence, place and rule.
class FindingCard final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto level = Level(index.data(FindingsModel::LevelRole).toInt());
        const QColor colour = appearance::levelColour(option.palette, level);
        const Parts parts = partsOf(option, index);
        const QRect card = option.rect.adjusted(gap(option), gap(option) / 2, -gap(option), -gap(option) / 2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool current = option.state & QStyle::State_Selected;
        painter->setPen(current ? QPen(colour, 2) : QPen(appearance::line(option.palette), 1));
        painter->setBrush(option.palette.base());
        painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        painter->fillRect(QRect(card.left() + 1, card.top() + 5, 3, card.height() - 10), colour);
        painter->setFont(appearance::scaled(option.font, 1, true));
        painter->setPen(colour);
        painter->drawText(parts.title, Qt::AlignLeft | Qt::TextWordWrap, titleOf(index));
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(parts.message, Qt::AlignLeft | Qt::TextWordWrap,
            index.data(FindingsModel::MessageRole).toString());
        painter->setFont(appearance::scaled(option.font, 0.9));
        painter->setPen(appearance::quiet(option.palette));
        painter->drawText(parts.place, Qt::AlignLeft | Qt::AlignVCenter,
            QStringLiteral("%1　%2").arg(index.data(FindingsModel::PlaceNameRole).toString(),
                index.data(FindingsModel::RuleRole).toString()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem wide = option;
        if (const auto *view = qobject_cast<const QListView *>(option.widget))
            wide.rect.setWidth(view->viewport()->width());
        wide.rect.moveTop(0);
        const Parts parts = partsOf(wide, index);
        return QSize(wide.rect.width(), parts.place.bottom() + gap(option) * 2);
    }

private:
    struct Parts {
        QRect title, message, place;
    };

    static int gap(const QStyleOptionViewItem &option) { return QFontMetrics(option.font).height() / 2; }

    static QString titleOf(const QModelIndex &index)
    {
        const auto level = Level(index.data(FindingsModel::LevelRole).toInt());
        return QStringLiteral("%1 %2　%3")
            .arg(appearance::levelMark(level), appearance::levelWord(level),
                index.data(FindingsModel::TitleRole).toString());
    }

    static Parts partsOf(const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const int g = gap(option);
        const QRect inner = option.rect.adjusted(g * 2 + 4, g + g / 2, -g * 2, 0);
        const QFontMetrics bold(appearance::scaled(option.font, 1, true));
        const QFontMetrics plain(option.font);
        const auto height = [&](const QFontMetrics &metrics, const QString &text) {
            return metrics.boundingRect(QRect(0, 0, inner.width(), 10000), Qt::TextWordWrap, text).height();
        };
        Parts parts;
        parts.title = QRect(inner.topLeft(), QSize(inner.width(), height(bold, titleOf(index))));
        parts.message = QRect(inner.left(), parts.title.bottom() + 3, inner.width(),
            height(plain, index.data(FindingsModel::MessageRole).toString()));
        parts.place = QRect(inner.left(), parts.message.bottom() + 3, inner.width(), plain.height());
        return parts;
    }
};

class FindingsView final : public QListView {
public:
    using QListView::QListView;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QListView::resizeEvent(event);
        scheduleDelayedItemsLayout(); // the cards' heights follow the width
    }
};

} // namespace

QString verdictLine(const Findings &findings)
{
    switch (verdict(findings)) {
    case Verdict::Fail:
        return FindingsPanel::tr("Not ready to be sent: %1 errors, %2 to explain")
            .arg(count(findings, Level::Error))
            .arg(count(findings, Level::Explain));
    case Verdict::Explain:
        return FindingsPanel::tr("Adds up; %1 to explain").arg(count(findings, Level::Explain));
    case Verdict::Pass: break;
    }
    return FindingsPanel::tr("Passed: everything adds up");
}

FindingsPanel::FindingsPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session)
    , m_verdict(new QLabel(this))
    , m_view(new FindingsView(this))
{
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setMargin(fontMetrics().height() / 2);
    m_view->setObjectName(QStringLiteral("findings"));
    m_view->setAccessibleName(tr("Findings"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new FindingCard(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->viewport()->setAutoFillBackground(false);
    auto *hint = appearance::quietLabel(this);
    hint->setText(tr("F8 leads to the next finding, Shift+F8 back."));
    hint->setMargin(fontMetrics().height() / 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_verdict);
    layout->addWidget(m_view, 1);
    layout->addWidget(hint);
    connect(m_view, &QListView::clicked, this, &FindingsPanel::lead);
    connect(m_view, &QListView::activated, this, &FindingsPanel::lead);
    connect(&session, &Session::findingsChanged, this, &FindingsPanel::showVerdict);
    showVerdict();
}

void FindingsPanel::showVerdict()
{
    const Verdict state = verdict(m_session.findings());
    const QColor colour = state == Verdict::Fail ? appearance::levelColour(palette(), Level::Error)
        : state == Verdict::Explain              ? appearance::levelColour(palette(), Level::Explain)
                                                 : appearance::okColour(palette());
    const QString mark = state == Verdict::Fail ? appearance::levelMark(Level::Error)
        : state == Verdict::Explain             ? appearance::levelMark(Level::Explain)
                                                : QStringLiteral("✓");
    QPalette coloured = palette();
    coloured.setColor(QPalette::WindowText, colour);
    m_verdict->setPalette(coloured);
    m_verdict->setFont(appearance::scaled(font(), 1.05, true));
    m_verdict->setText(mark + u' ' + verdictLine(m_session.findings()));
}

void FindingsPanel::lead(const QModelIndex &index)
{
    const Place place = m_model.placeAt(index);
    if (!place.section.isEmpty() || !place.cell.isEmpty())
        Q_EMIT placeRequested(place);
}

void FindingsPanel::step(int direction)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const QModelIndex current = m_view->currentIndex();
    const int row = current.isValid() ? (current.row() + direction + rows) % rows
        : direction > 0               ? 0
                                      : rows - 1;
    m_view->setCurrentIndex(m_model.index(row));
    lead(m_model.index(row));
}

} // namespace nianbao
