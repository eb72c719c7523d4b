// SPDX-License-Identifier: MulanPSL-2.0
#include "wholewords.h"

#include "literal.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPointer>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QToolTip>

namespace nianbao::wholewords {

namespace {

/// Whether the words need more than that room, in as many lines as it has.
bool isCut(const QString &words, const QFont &font, const QSize &room)
{
    const QFontMetrics metrics(font);
    const bool hasLines = room.height() >= 2 * metrics.height();
    const QRect needed = metrics.boundingRect(
        QRect(0, 0, room.width(), QWIDGETSIZE_MAX), hasLines ? int(Qt::TextWordWrap) : 0, words);
    return needed.width() > room.width() || (hasLines && needed.height() > room.height());
}

QString cutWords(const QLineEdit &line)
{
    if (line.echoMode() != QLineEdit::Normal)
        return {};
    QStyleOptionFrame option;
    option.initFrom(&line);
    const QRect inside = line.style()->subElementRect(QStyle::SE_LineEditContents, &option, &line);
    constexpr int kMargins = 4; // of Qt's, left and right together
    const QString words = line.text().isEmpty() ? line.placeholderText() : line.text();
    return isCut(words, line.font(), QSize(inside.width() - kMargins, line.fontMetrics().height()))
        ? words
        : QString();
}

QString cutWords(const QComboBox &choice)
{
    QStyleOptionComboBox option;
    option.initFrom(&choice);
    const QSize room
        = choice.style()
              ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &choice)
              .size();
    return isCut(choice.currentText(), choice.font(), QSize(room.width(), choice.fontMetrics().height()))
        ? choice.currentText()
        : QString();
}

QString cutWords(const QTabBar &bar, const QPoint &place)
{
    const int tab = bar.tabAt(place);
    if (tab < 0 || !bar.tabToolTip(tab).isEmpty())
        return {};
    QString words = bar.tabText(tab);
    words.replace(QStringLiteral("&&"), QStringLiteral("&"));
    constexpr int kLeast = 4; // between the words and the edges of a tab
    return isCut(words, bar.font(), QSize(bar.tabRect(tab).width() - kLeast, bar.fontMetrics().height()))
        ? words
        : QString();
}

QString cutWords(const QHeaderView &head, const QPoint &place)
{
    const int section = head.logicalIndexAt(place);
    if (section < 0 || !head.model())
        return {};
    const auto words
        = [&](int role) { return head.model()->headerData(section, head.orientation(), role).toString(); };
    const int width = head.orientation() == Qt::Horizontal ? head.sectionSize(section) : head.width();
    const bool hasTip = !words(Qt::ToolTipRole).isEmpty();
    const bool isWhole
        = hasTip || !isCut(words(Qt::DisplayRole), head.font(), QSize(width, head.fontMetrics().height()));
    return isWhole ? QString() : words(Qt::DisplayRole);
}

QString cutWords(const QAbstractItemView &view, const QPoint &place)
{
    const QModelIndex index = view.indexAt(place);
    const QString words = index.data(Qt::DisplayRole).toString();
    const QVariant own = index.data(Qt::FontRole);
    const QRect seen = view.visualRect(index).intersected(view.viewport()->rect());
    const bool hasTip = !index.data(Qt::ToolTipRole).toString().isEmpty();
    const bool isWhole
        = hasTip || !isCut(words, own.isValid() ? own.value<QFont>() : view.font(), seen.size());
    return isWhole ? QString() : words;
}

QString cutWordsAt(const QWidget &widget, const QPoint &place)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return cutWords(*line);
    if (const auto *choice = qobject_cast<const QComboBox *>(&widget))
        return cutWords(*choice);
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
        return cutWords(*bar, place);
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    if (!view || view->viewport() != &widget)
        return {};
    const auto *head = qobject_cast<const QHeaderView *>(view);
    return head ? cutWords(*head, place) : cutWords(*view, place);
}

void tell(QWidget *widget, const QPoint &place, const QString &words)
{
    QToolTip::showText(place, literal::toolTip(words), widget);
}

class Teller final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip || !object->isWidgetType())
            return false;
        auto *widget = static_cast<QWidget *>(object);
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString words = widget->toolTip().isEmpty() ? cutWordsAt(*widget, help->pos()) : QString();
        if (words.isEmpty())
            return false;
        tell(widget, help->globalPos(), words);
        return true;
    }
};

} // namespace

void tellThem()
{
    static QPointer<Teller> teller;
    if (!teller) {
        teller = new Teller(qApp);
        qApp->installEventFilter(teller);
    }
}

} // namespace nianbao::wholewords
