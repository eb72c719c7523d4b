// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <deque>
#include <memory>

namespace nianbao {

/// What is typed while a window waits: kept in order, and typed into whatever has the focus there as soon as
/// nothing is waited for and no dialog is open. A command of a menu is no text, and is let go. The dialog of
/// the wait has its own keys: Tab and Esc, and Space on its button.
class KeptKeys final : public QObject {
public:
    /// As long as one lives, what is typed is kept. Without a window of ours that waits, what is typed into
    /// the dialog of the wait has nowhere to go, and is let go.
    class Keeping {
    public:
        explicit Keeping(QWidget *window);
        ~Keeping();
        Keeping(const Keeping &) = delete;
        Keeping &operator=(const Keeping &) = delete;
        /// What came since it was begun and nobody was told of. Clicks are let go: what stood there may be
        /// another by the time they are heard.
        void takeQueued();
    };

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    using QObject::QObject;
    struct Kept {
        QPointer<QWidget> window{};
        std::unique_ptr<QEvent> event{};
    };
    static KeptKeys &ofProgram();
    bool isTaking() const;
    bool keep(QObject *receiver, const QEvent &event);
    void giveSoon();
    void give();
    QPointer<QWidget> m_window{}; // that waits
    std::deque<Kept> m_kept{};
    int m_waits = 0; // one may begin within another
    bool m_isDraining = false;
    bool m_isGiving = false;
};

} // namespace nianbao
