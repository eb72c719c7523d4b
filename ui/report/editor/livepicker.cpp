// SPDX-License-Identifier: MulanPSL-2.0
#include "livepicker.h"

#include "appearance.h"
#include "focusedview.h"
#include "literal.h"
#include "livefigures.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>

#include <algorithm>
#include <limits>

namespace nianbao {

namespace {
constexpr int kExpressionRole = Qt::UserRole;
constexpr int kWordsRole = Qt::UserRole + 1;
constexpr int kFigureRole = Qt::UserRole + 2;
} // namespace

/// Figures stand in one column, below each other by their last digit, and what they count beside them.
class FigureLine final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setColumn(int width) { m_column = width; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem line = option;
        initStyleOption(&line, index);
        line.text.clear();
        const QWidget *list = option.widget;
        list->style()->drawControl(QStyle::CE_ItemViewItem, &line, painter, list);
        const QFontMetrics metrics(line.font);
        const int gap = metrics.height() / 2;
        QRect figure = line.rect.adjusted(gap, 0, 0, 0);
        figure.setWidth(std::min(m_column, line.rect.width() / 2));
        const QRect words = line.rect.adjusted(figure.width() + 2 * gap, 0, -gap, 0);
        painter->save();
        painter->setFont(line.font);
        painter->setPen(line.palette.color(
            line.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
        const auto draw = [&](const QRect &there, Qt::Alignment side, int role) {
            const QString shown
                = metrics.elidedText(index.data(role).toString(), Qt::ElideRight, there.width());
            painter->drawText(there, int(side | Qt::AlignVCenter | Qt::TextSingleLine), shown);
        };
        draw(figure, Qt::AlignRight, kFigureRole);
        draw(words, Qt::AlignLeft, kWordsRole);
        painter->restore();
    }

private:
    int m_column = 0;
};

LivePicker::LivePicker(const Report &report, Opened opened, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_report(report)
    , m_opened(opened)
    , m_words(new QLineEdit(this))
    , m_list(new FocusedView<QListWidget>(this))
    , m_line(new FigureLine(m_list))
    , m_form(new QComboBox(this))
    , m_hint(appearance::quietLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("livePicker"));
    setFrameShape(QFrame::StyledPanel);
    m_words->setObjectName(QStringLiteral("livePickerWords"));
    m_words->setPlaceholderText(tr("Type a word or its pinyin: received, litigation, website…"));
    m_words->setAccessibleName(tr("Search a figure"));
    m_list->setObjectName(QStringLiteral("livePickerList"));
    m_list->setAccessibleName(tr("Figures of the report"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(m_line);
    m_form->addItem(tr("the figure"), QString());
    m_form->addItem(
        tr("its share of the requests done"), QStringLiteral("percent(%1, requests.total.total)"));
    if (report.prior()) {
        m_form->addItem(tr("more or less than last year"), QStringLiteral("change(%1)"));
        m_form->addItem(tr("growth against last year"), QStringLiteral("growth(%1)"));
        m_form->addItem(tr("last year's figure"), QStringLiteral("prior(%1)"));
    }
    auto *form = new QHBoxLayout;
    auto *label = appearance::label(tr("Write"), this);
    label->setBuddy(m_form);
    form->addWidget(label);
    form->addWidget(m_form, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
    layout->addWidget(m_hint);
    for (const LiveChoice &choice : liveChoices(report)) {
        auto *item = new QListWidgetItem(m_list);
        item->setData(kExpressionRole, choice.expression);
        const QString own = said(choice.label);
        const QString words = said(choice.group) + u' ' + own;
        item->setData(kWordsRole, words);
        item->setToolTip(literal::toolTip(words));
        m_names.append({SearchedName(own), SearchedName(words)});
    }
    m_words->installEventFilter(this);
    m_form->installEventFilter(this);
    setFocusProxy(m_words);
    connect(m_words, &QLineEdit::textChanged, this, &LivePicker::filter);
    connect(m_form, &QComboBox::currentIndexChanged, this, &LivePicker::writeOtherwise);
    connect(m_list, &QListWidget::itemClicked, this, &LivePicker::choose);
    filter();
}

void LivePicker::showAt(const QRect &cursor)
{
    constexpr int kWidth = 24; // heights of a line
    constexpr int kHeight = 20;
    const int em = fontMetrics().height();
    const QRect room = parentWidget()->screen()->availableGeometry();
    const int below = room.bottom() - cursor.bottom();
    const int above = cursor.top() - room.top();
    const bool isAbove = below < std::min(em * kHeight, above);
    if (isAbove) // where a person looks and types stays at the cursor
        static_cast<QBoxLayout *>(layout())->setDirection(QBoxLayout::BottomToTop);
    const QSize size(std::min(em * kWidth, room.width()), std::min(em * kHeight, isAbove ? above : below));
    resize(size.expandedTo(minimumSizeHint()));
    move(std::clamp(cursor.left(), room.left(), std::max(room.left(), room.right() + 1 - width())),
        isAbove ? cursor.top() - height() : cursor.bottom() + 1);
    show();
    m_words->setFocus();
}

/// What is called so itself comes before what only stands in a table that is: a row 总计 before each row's
/// 总计.
std::optional<int> LivePicker::Name::distance(const QString &typed) const
{
    if (const auto near = own.distance(typed))
        return 2 * *near;
    const auto far = withGroup.distance(typed);
    return far ? std::optional(2 * *far + 1) : std::nullopt;
}

QString LivePicker::expression(const QString &cell) const
{
    const QString form = m_form->currentData().toString();
    return form.isEmpty() ? cell : form.arg(cell);
}

/// Words apart from each other all have to occur; rows show the value they would write. The nearest is
/// chosen.
void LivePicker::filter()
{
    QListWidgetItem *nearest = nullptr;
    int least = std::numeric_limits<int>::max();
    int widest = 0; // also of rows that are hidden now: the column stays while somebody types
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const LiveValue value = evaluateLive(m_report, expression(item->data(kExpressionRole).toString()));
        const auto distance = value.state == LiveValue::State::Unknown
            ? std::nullopt
            : m_names[row].distance(m_words->text());
        item->setHidden(!distance);
        item->setData(kFigureRole, value.text);
        if (value.state != LiveValue::State::Unknown)
            widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(value.text));
        item->setText(QStringLiteral("%1　%2").arg(value.text, item->data(kWordsRole).toString()));
        if (distance && *distance < least) {
            least = *distance;
            nearest = item;
        }
    }
    m_line->setColumn(widest);
    m_list->viewport()->update();
    m_list->setCurrentItem(nearest);
    m_hint->setText(!nearest
            ? tr("No figure is called so. Write fewer words, or clear the line to see all of them.")
            : m_opened == Opened::ByEquals
            ? tr("Enter puts it into the text, where it follows the table. Esc writes “=”.")
            : tr("Enter puts it into the text, where it follows the table. Esc leaves the text as it is."));
}

/// In another form, and of the figure that was chosen.
void LivePicker::writeOtherwise()
{
    QListWidgetItem *before = m_list->currentItem();
    filter();
    if (before && !before->isHidden())
        m_list->setCurrentItem(before);
}

void LivePicker::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return;
    m_isDone = true;
    const QString wanted = expression(item->data(kExpressionRole).toString());
    close();
    Q_EMIT chosen(wanted);
}

bool LivePicker::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (object == m_form)
            return false;
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step) {
            if (m_list->item(row)->isHidden())
                continue;
            m_list->setCurrentRow(row);
            break;
        }
        return true;
    }
    default: return QFrame::eventFilter(object, event);
    }
}

void LivePicker::closeEvent(QCloseEvent *event)
{
    QFrame::closeEvent(event);
    if (!m_isDone) {
        m_isDone = true;
        Q_EMIT givenUp();
    }
}

} // namespace nianbao
