// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "commands.h"

namespace nianbao {

/// nianbao-cli diff OLD NEW [--json]: what changed between two reports. Exit code 1 when something did.
///
/// With --json an object of the interface (interchange.md §4). Places are of the new report; what it has no
/// more is named by its place in the old one. Keys that say no more than "no" are left out where a * stands.
///
///   cells     {cell, old, new, was*, open*, follows*}     cell: CELL or CELL/note; figures as in a report's
///   JSON facts     {fact, old, new, follows*}                  null: absent or blank; also form, year,
///   revision texts     {place, moved_from, heading, changes, follows*}
///             heading is null where it is the same. Of a sub-section that is new heading.old is null, of a
///             removed one heading.new; changes are then one insert or one delete, none when it has no text.
///   channels  {place, moved_from, old, new}               {name, count, categories*}; null: it is not there
///   figures   {place, moved_from, old, new, follows*}     as in a report's JSON; a picture by its SHA-256 in
///                                                         picture, what a chart draws in drawn; null as
///                                                         above
///   same      nothing of all this is different
///
/// follows: nobody entered it: a sum, a live figure or a chart shows what changed elsewhere. was: the cell of
/// the older form. open: whether a declared total still contradicts the sum, {old, new}.
Command diffCommand();

} // namespace nianbao
