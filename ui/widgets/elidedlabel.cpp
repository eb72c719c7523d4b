// SPDX-License-Identifier: MulanPSL-2.0
#include "elidedlabel.h"

#include "literal.h"
#include "showntext.h"

#include <QEvent>

namespace nianbao {

namespace {
constexpr int kFewCharacters = 3; // em, what is left at the narrowest
constexpr qsizetype kMost = 400; // longer words fit no line
} // namespace

ElidedLabel::ElidedLabel(QWidget *parent, Qt::TextElideMode mode) : QLabel(parent), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ElidedLabel::showWords(const QString &words, const QString &kept)
{
    m_words = firstCharacters(words, kMost) + kept;
    m_kept = kept;
    setAccessibleName(m_words);
    updateGeometry();
    fit();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_words) + 1 + 2 * margin() + contentsMargins().left()
            + contentsMargins().right(),
        QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), kFewCharacters * fontMetrics().height()), hint.height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void ElidedLabel::fit()
{
    const int room = contentsRect().width() - 2 * margin();
    const QFontMetrics metrics = fontMetrics();
    const QString shown = metrics.horizontalAdvance(m_words) <= room
        ? m_words
        : metrics.elidedText(m_words.chopped(m_kept.size()), m_mode, room - metrics.horizontalAdvance(m_kept))
            + m_kept;
    if (shown != text())
        setText(shown);
    literal::setToolTip(this, shown == m_words ? QString() : m_words);
}

} // namespace nianbao
