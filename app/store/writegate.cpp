// SPDX-License-Identifier: MulanPSL-2.0
#include "writegate.h"

#include <sqlite3.h>
#include <utility>

namespace nianbao {

/// The file's own methods with two of them changed. SQLite finds them through the file, and so do we.
struct WriteGate::Private {
    sqlite3_io_methods methods{}; // first: its address is that of the whole
    const sqlite3_io_methods *original = nullptr;
    std::function<bool()> mayWrite;
    enum class State { NotAsked, Open, Shut } state = State::NotAsked;

    static Private &of(sqlite3_file *file)
    {
        return *reinterpret_cast<Private *>(const_cast<sqlite3_io_methods *>(file->pMethods));
    }
    bool isOpen()
    {
        if (state == State::NotAsked)
            state = mayWrite() ? State::Open : State::Shut;
        return state == State::Open;
    }
    static int write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 at)
    {
        Private &gate = of(file);
        return gate.isOpen() ? gate.original->xWrite(file, bytes, length, at) : SQLITE_IOERR_WRITE;
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        Private &gate = of(file);
        return gate.isOpen() ? gate.original->xTruncate(file, size) : SQLITE_IOERR_TRUNCATE;
    }
};

WriteGate::WriteGate(sqlite3 *connection, std::function<bool()> mayWrite) : d(std::make_unique<Private>())
{
    d->mayWrite = std::move(mayWrite);
    sqlite3_file *file = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    d->original = file->pMethods;
    d->methods = *file->pMethods;
    d->methods.xWrite = &Private::write;
    d->methods.xTruncate = &Private::truncate;
    file->pMethods = &d->methods;
}

WriteGate::~WriteGate() = default;

bool WriteGate::isShut() const { return d->state == Private::State::Shut; }

} // namespace nianbao
