// SPDX-License-Identifier: MulanPSL-2.0
#include "emptywords.h"

#include "appearance.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QLabel>

namespace nianbao {

namespace {

/// The words of one view, on its viewport; goes with its label, before the view's model does.
class EmptyWords final : public QObject {
public:
    EmptyWords(QAbstractItemView *view, std::function<QString()> words)
        : m_view(view), m_label(appearance::quietLabel(view->viewport())), m_words(std::move(words))
    {
        setParent(m_label);
        m_label->setObjectName(QStringLiteral("emptyWords"));
        m_label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_label->setMargin(view->fontMetrics().height() / 2);
        m_label->setAttribute(Qt::WA_TransparentForMouseEvents);
        view->viewport()->installEventFilter(this);
        const QAbstractItemModel *model = view->model();
        connect(model, &QAbstractItemModel::rowsInserted, this, &EmptyWords::follow);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &EmptyWords::follow);
        connect(model, &QAbstractItemModel::modelReset, this, &EmptyWords::follow);
        connect(model, &QAbstractItemModel::layoutChanged, this, &EmptyWords::follow);
        follow();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
            follow();
        return false;
    }

private:
    void follow()
    {
        const bool isEmpty = m_view->model()->rowCount(m_view->rootIndex()) == 0;
        m_label->setText(isEmpty ? m_words() : QString());
        m_label->setGeometry(m_view->viewport()->rect());
        m_label->setVisible(isEmpty);
        m_view->setAccessibleDescription(m_label->text());
    }

    QAbstractItemView *m_view;
    QLabel *m_label;
    std::function<QString()> m_words;
};

} // namespace

void sayWhenEmpty(QAbstractItemView *view, std::function<QString()> words)
{
    new EmptyWords(view, std::move(words));
}

} // namespace nianbao
