// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

class QWidget;

namespace nianbao {

/// What a person may be typing into: a page, a panel, a line, a grid. Asked before anything ends that holds
/// it, since nothing is taken over while it goes: a destructor never edits.
class OpenEditor {
public:
    virtual ~OpenEditor() = default;
    /// Takes over what is still being typed, input-method text included. False when it was refused (the
    /// reason was shown by a notice); the text then stays where it is.
    virtual bool commitOpenEditor() = 0;
};

/// Commits whatever is being typed below the widget; a window of its own there, as a picker, comes first.
/// Each is asked, also when one refuses.
bool commitEditors(QWidget &root);

} // namespace nianbao
