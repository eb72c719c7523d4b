// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

namespace nianbao {

/// A reader's lock as SQLite takes it, on an open file of ours: nobody changes the database while it is held.
/// It goes with the descriptor.
enum class ReadLock {
    Quiet, // nobody writes; a journal there is of a program that died
    WriterWaits, // a living program prepares an edit beside the file; the file is as it was before
    Refused, // somebody was writing all the time we waited
};
ReadLock lockForReading(int descriptor);

} // namespace nianbao
