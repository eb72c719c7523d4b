// SPDX-License-Identifier: MulanPSL-2.0
#include "textzoom.h"

#include "settings.h"

#include <QAbstractScrollArea>
#include <QFontInfo>
#include <QWheelEvent>

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kSmallest = 50;
constexpr int kLargest = 300;
constexpr int kUsualSize = 100;
constexpr int kZoomStep = 10;
const QString kKeptZoom = QStringLiteral("textZoom");

/// Keeps one editor's letters at the size.
class ZoomedFont final : public QObject {
public:
    explicit ZoomedFont(QWidget *editor) : QObject(editor), m_editor(editor)
    {
        connect(&TextZoom::ofThisPerson(), &TextZoom::changed, this, &ZoomedFont::apply);
        auto *area = qobject_cast<QAbstractScrollArea *>(editor);
        (area ? area->viewport() : editor)->installEventFilter(this);
        if (editor->parentWidget())
            editor->parentWidget()->installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::FontChange && object == m_editor->parentWidget())
            apply();
        if (event->type() != QEvent::Wheel || object == m_editor->parentWidget())
            return false;
        const auto *wheel = static_cast<QWheelEvent *>(event);
        if (!(wheel->modifiers() & Qt::ControlModifier) || wheel->angleDelta().y() == 0)
            return false;
        TextZoom::ofThisPerson().step(wheel->angleDelta().y() > 0 ? 1 : -1);
        return true;
    }

private:
    void apply()
    {
        const int percent = TextZoom::ofThisPerson().percent();
        QFont font; // says nothing but its size, all else is that of what is around it
        if (percent != kUsualSize && m_editor->parentWidget())
            font.setPointSizeF(QFontInfo(m_editor->parentWidget()->font()).pointSizeF() * percent / 100);
        m_editor->setFont(font);
    }

    QWidget *m_editor;
};

} // namespace

TextZoom::TextZoom()
{
    bool isNumber = false;
    const int kept = settings::windowState(kKeptZoom).toInt(&isNumber);
    m_percent = isNumber ? std::clamp(kept, kSmallest, kLargest) : kUsualSize;
}

TextZoom &TextZoom::ofThisPerson()
{
    static TextZoom zoom;
    return zoom;
}

void TextZoom::setPercent(int percent)
{
    const int wanted = std::clamp(percent, kSmallest, kLargest);
    if (wanted == m_percent)
        return;
    m_percent = wanted;
    settings::setWindowState(kKeptZoom, QByteArray::number(m_percent));
    Q_EMIT changed();
}

void TextZoom::step(int direction) { setPercent(m_percent + direction * kZoomStep); }

void TextZoom::dress(QWidget *editor) { new ZoomedFont(editor); }

} // namespace nianbao
