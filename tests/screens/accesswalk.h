// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace nianbao::test {

// A window as a screen reader and a keyboard find it: by its tree of QAccessible, and by Tab, really pressed,
// round the whole of it. A fault is one sentence that begins with its kind.

/// nameless: a control without a name. poor name: only signs in it, or the name of its class. markup: tags
/// in its name or description. no heads: a
/// table whose columns are not named. same name: two controls that cannot be told apart by name, description
/// and what they stand in. unreachable: by Tab, by arrows within its group, by a key or a line of a menu; or
/// words that only a mouse scrolls. trap: Tab does not lead out of it. hidden stop: it takes the focus where
/// it is not seen. order: Tab goes up or back to what stands before.
QStringList accessFaults(QWidget &window);

/// While it lives accessibility is active, as with a screen reader, and what it would be told is heard.
class AccessEvents {
public:
    AccessEvents();
    ~AccessEvents();
    AccessEvents(const AccessEvents &) = delete;
    AccessEvents &operator=(const AccessEvents &) = delete;

    /// hidden focus: of something hidden. nameless focus: of something without a name. stray focus: of
    /// something that has not the focus. Cleared by reading, as what follows.
    QStringList faults();
    QStringList alerts(); // the words of each
    QStringList focused(); // names and values
};

} // namespace nianbao::test
