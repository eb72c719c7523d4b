// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

class QWidget;

namespace nianbao {

/// The four things that every field, list and table knows, done where the focus is: the menu does what the
/// key does there.
namespace clipboarduse {
enum class Deed { Cut, Copy, Paste, SelectAll };
/// where: nullptr, nobody can.
bool may(const QWidget *where, Deed deed);
void perform(QWidget *where, Deed deed);
} // namespace clipboarduse

} // namespace nianbao
