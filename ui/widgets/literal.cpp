// SPDX-License-Identifier: MulanPSL-2.0
#include "literal.h"

#include "showntext.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QWidget>

namespace nianbao {

namespace {

constexpr qsizetype kMostToolTip = 600; // characters
constexpr qsizetype kMostMenu = 48;
constexpr qsizetype kMostTitle = 120;

/// Cut, with the line ends kept.
QString bounded(const QString &words, qsizetype most)
{
    return words.size() <= most ? words : firstCharacters(words, most);
}

class LabelGuard final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() != QEvent::Polish) // comes before a label measures its words for the first time
            return false;
        auto *label = qobject_cast<QLabel *>(object);
        if (label && label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel"))
            label->setTextFormat(Qt::PlainText);
        return false;
    }
};

} // namespace

void literal::guardLabels()
{
    static QPointer<LabelGuard> guard;
    if (!guard) {
        guard = new LabelGuard(qApp);
        qApp->installEventFilter(guard);
    }
}

QString literal::toolTip(const QString &words)
{
    if (words.isEmpty())
        return {};
    // as markup with everything escaped: as plain text it would stand in one line of any length
    return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>")
        .arg(bounded(words, kMostToolTip).toHtmlEscaped());
}

QString literal::wordsOf(const QString &toolTip)
{
    if (!toolTip.startsWith(QLatin1String("<p style")))
        return toolTip;
    QString words = toolTip.mid(toolTip.indexOf(u'>') + 1).chopped(4); // </p>
    words.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"));
    words.replace(QLatin1String("&quot;"), QLatin1String("\""));
    return words.replace(QLatin1String("&amp;"), QLatin1String("&"));
}

void literal::setToolTip(QWidget *widget, const QString &words)
{
    widget->setToolTip(toolTip(words));
    widget->setAccessibleDescription(bounded(words, kMostToolTip));
}

QString literal::caption(const QString &words)
{
    QString text = words;
    return text.replace(u'&', QStringLiteral("&&"));
}

void literal::nameAction(QAction *action, const QString &words)
{
    action->setText(caption(firstCharacters(words, kMostMenu))); // one line: a tab would begin a shortcut
    action->setToolTip(toolTip(words));
}

QAction *literal::addAction(QMenu *menu, const QString &words)
{
    QAction *action = menu->addAction(QString());
    nameAction(action, words);
    action->setIconText(action->text()); // else Qt takes it from the text, and & with it
    return action;
}

QString literal::menuLine(const QString &fixed, const QString &words)
{
    return words.isEmpty() ? fixed : fixed.arg(caption(words));
}

QString literal::windowTitle(const QString &words)
{
    return firstCharacters(words, kMostTitle).replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
}

} // namespace nianbao
