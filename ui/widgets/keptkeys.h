// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <deque>
#include <memory>
#include <vector>

namespace nianbao {

/// What is typed while a window waits: kept in order, and typed afterwards into what had the focus there when
/// the wait began, as soon as nothing is waited for and no dialog stands above it. Where another has the
/// focus by then (a report was opened, a page turned), it was meant for what is gone, and is let go. So is a
/// command of a menu; what a field does by itself, copying and pasting too, is typed like any key. The dialog
/// of the wait has its own keys: Esc, and Tab and Space for its button until something else is typed; then a
/// Tab ahead of that belongs to it.
class KeptKeys final : public QObject {
public:
    /// As long as one lives, what is typed is kept.
    class Keeping {
    public:
        /// window: that waits; nullptr, none of ours does, and what is typed is let go. So it is where the
        /// wait leads to a dialog: nobody knows what of it would answer that.
        explicit Keeping(QWidget *window, bool leadsToDialog = false);
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
    using Event = std::unique_ptr<QEvent>;
    /// Where what is typed will go.
    struct Target {
        QPointer<QWidget> window{};
        QPointer<QWidget> focus{}; // there
        int dialogs = 0; // that are open below: it may be one of them
        bool operator==(const Target &) const = default;
    };
    struct Wait {
        Target target{};
        std::vector<Event> tabs{}; // that led to the button, and may have been meant for the target
    };
    struct Kept {
        Target target{};
        std::deque<Event> events{};
        bool isBegun = false; // some were given: those that follow go where these have led
    };
    static KeptKeys &ofProgram();
    static Target targetIn(QWidget *window);
    bool isTaking() const;
    bool isForDialog(const QWidget &window, const QKeyEvent &event, bool isAtWidget);
    bool keep(QObject *receiver, QEvent &event);
    void append(const Target &target, Event event);
    void giveSoon();
    void give();
    std::vector<Wait> m_waits{}; // one may begin within another
    std::deque<Kept> m_kept{};
    size_t m_count = 0; // of events that are kept
    bool m_isDraining = false;
    bool m_isGiving = false;
};

} // namespace nianbao
