// SPDX-License-Identifier: MulanPSL-2.0
#include "historycard.h"

#include "appearance.h"
#include "changewords.h"
#include "historymodel.h"

#include <QPainter>
#include <QTextLayout>

namespace nianbao {

namespace {

QString textOf(const QModelIndex &index, int role) { return index.data(role).toString(); }

HistoryModel::Kind kindOf(const QModelIndex &index)
{
    return HistoryModel::Kind(index.data(HistoryModel::KindRole).toInt());
}

int gap(const QStyleOptionViewItem &option) { return QFontMetrics(option.font).height() / 2; }

/// Room for "00:00" on the left of each row, so that places stand below each other.
int clockWidth(const QStyleOptionViewItem &option)
{
    return QFontMetrics(option.font).horizontalAdvance(QStringLiteral("00:00")) + gap(option) * 3 / 2;
}

/// In one line, cut with "…" where it is full.
void drawChanges(QPainter &painter, const QRect &rect, const QList<TextChange> &changes,
    const QStyleOptionViewItem &option, const QColor &colour)
{
    const ChangeInk ink(option.palette);
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const TextChange &change = changes[i];
        text += gapBefore(changes, i);
        QTextCharFormat format;
        format.setForeground(colour);
        if (change.op == TextChange::Op::Delete) {
            format.setForeground(ink.goneColour);
            format.setBackground(ink.goneGround);
            format.setFontStrikeOut(true);
        } else if (change.op == TextChange::Op::Insert) {
            format.setForeground(ink.comeColour);
            format.setBackground(ink.comeGround);
            format.setFontUnderline(true);
        }
        formats.append({int(text.size()), int(change.text.size()), format});
        text += change.text;
    }
    QTextOption oneLine;
    oneLine.setWrapMode(QTextOption::NoWrap);
    QTextLayout layout(text, option.font, painter.device());
    const auto layOut = [&] {
        layout.setTextOption(oneLine);
        layout.setFormats(formats);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(1e6);
        layout.endLayout();
        return line;
    };
    QTextLine line = layOut();
    if (line.isValid() && line.naturalTextWidth() > rect.width()) {
        const QFontMetrics metrics(option.font);
        const int most = line.xToCursor(
            rect.width() - metrics.horizontalAdvance(QChar(0x2026)), QTextLine::CursorOnCharacter);
        QTextCharFormat rest;
        rest.setForeground(colour);
        text = text.left(most) + QChar(0x2026);
        formats.append({most, 1, rest});
        formats.removeIf([most](const auto &format) { return format.start > most; });
        for (auto &format : formats)
            format.length = std::min(format.length, int(text.size()) - format.start);
        layout.setText(text);
        line = layOut();
    }
    painter.save();
    painter.setClipRect(rect);
    layout.draw(&painter, rect.topLeft());
    painter.restore();
}

QColor moveColour(const QString &move, const QPalette &palette)
{
    const bool goesBack = move == u"return" || move == u"withdraw" || move == u"reopen" || move == u"correct";
    return goesBack          ? appearance::levelColour(palette, Level::Explain)
        : move == u"approve" ? appearance::okColour(palette)
                             : appearance::accent(palette);
}

/// A head cannot be chosen, which is no reason to paint it in the colours of what is switched off.
void paintDay(QPainter &painter, QStyleOptionViewItem option, const QModelIndex &index)
{
    option.palette.setCurrentColorGroup(QPalette::Active);
    painter.fillRect(option.rect, appearance::headGround(option.palette));
    painter.setPen(appearance::line(option.palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect inner = option.rect.adjusted(gap(option), 0, -gap(option), 0);
    painter.setFont(appearance::scaled(option.font, 1, true));
    painter.setPen(option.palette.color(QPalette::Text));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
        textOf(index, HistoryModel::TitleRole) + QStringLiteral("　")
            + textOf(index, HistoryModel::TimeRole));
    painter.setFont(appearance::scaled(option.font, 0.9));
    painter.setPen(appearance::quiet(option.palette));
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, textOf(index, HistoryModel::NoteRole));
}

} // namespace

QString moveMark(const QString &move)
{
    if (move == u"return" || move == u"withdraw" || move == u"reopen" || move == u"correct")
        return QStringLiteral("↩");
    return move == u"approve" ? QStringLiteral("✓") : QStringLiteral("→");
}

QSize HistoryCard::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(option.font).height();
    const int g = gap(option);
    switch (kindOf(index)) {
    case HistoryModel::Day: return {1, line + g * 3 / 2};
    case HistoryModel::SamePlace: return {1, line + g};
    case HistoryModel::Edit:
    case HistoryModel::Move: break;
    }
    return {1, line * 2 + g * 3 / 2};
}

void HistoryCard::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const HistoryModel::Kind kind = kindOf(index);
    painter->save();
    if (kind == HistoryModel::Day) {
        paintDay(*painter, option, index);
        painter->restore();
        return;
    }
    const int g = gap(option);
    const bool isChosen = option.state & QStyle::State_Selected;
    if (isChosen) {
        painter->fillRect(option.rect, option.palette.highlight());
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
            appearance::accent(option.palette));
    }
    if (kind != HistoryModel::SamePlace) {
        painter->setPen(appearance::line(option.palette));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    const bool isKept = index.data(HistoryModel::KeptRole).toBool();
    const QColor quiet = appearance::quiet(option.palette);
    const QColor text = isKept ? option.palette.color(QPalette::Text) : quiet;
    const QFontMetrics metrics(option.font);
    const int line = metrics.height();
    const QRect inner = option.rect.adjusted(g, g / 2, -g, 0);
    QRect first(inner.left() + clockWidth(option), inner.top(), inner.width() - clockWidth(option), line);

    painter->setFont(option.font);
    painter->setPen(quiet);
    painter->drawText(QRect(inner.left(), inner.top(), clockWidth(option), line),
        Qt::AlignLeft | Qt::AlignVCenter, textOf(index, HistoryModel::TimeRole));
    const QString person
        = metrics.elidedText(textOf(index, HistoryModel::PersonRole), Qt::ElideRight, inner.width() / 4);
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, person);
    first.setRight(first.right() - metrics.horizontalAdvance(person) - g);

    const QList<TextChange> changes = static_cast<const HistoryModel *>(index.model())->excerpt(index);
    if (kind == HistoryModel::SamePlace) {
        drawChanges(*painter, first, changes, option, text);
        painter->restore();
        return;
    }
    const QString move = textOf(index, HistoryModel::MoveRole);
    const QFont bold = appearance::scaled(option.font, 1, true);
    const QFontMetrics boldMetrics(bold);
    QString title = textOf(index, HistoryModel::TitleRole);
    if (kind == HistoryModel::Move)
        title = moveMark(move) + u' ' + title;
    title = boldMetrics.elidedText(title, Qt::ElideMiddle, first.width());
    painter->setFont(bold);
    painter->setPen(kind == HistoryModel::Move ? moveColour(move, option.palette) : text);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, title);
    first.setLeft(first.left() + boldMetrics.horizontalAdvance(title) + g);
    painter->setFont(option.font);
    painter->setPen(quiet);
    const QString note = textOf(index, HistoryModel::NoteRole);
    if (first.width() > line * 2)
        painter->drawText(
            first, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(note, Qt::ElideRight, first.width()));
    const QRect second(inner.left() + clockWidth(option), inner.top() + line + g / 4,
        inner.width() - clockWidth(option), line + 2);
    if (kind == HistoryModel::Move && changes.isEmpty())
        drawChanges(*painter, second,
            {{TextChange::Op::Keep, HistoryModel::tr("The whole report as it was then is kept")}}, option,
            quiet);
    else
        drawChanges(*painter, second, changes, option, text);
    painter->restore();
}

} // namespace nianbao
