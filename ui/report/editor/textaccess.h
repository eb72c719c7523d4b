// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

namespace nianbao {

/// What a screen reader is told of the editors of words: a live figure is read as its value. Offsets are
/// those of the document, where such a figure is one character.
namespace textaccess {
void install(); // for all of them, once
} // namespace textaccess

} // namespace nianbao
