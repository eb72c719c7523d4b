// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace nianbao::test {

/// The superuser may do everything; inside this scope the program is an ordinary user.
class AsOrdinaryUser {
public:
    AsOrdinaryUser() { m_isSet = geteuid() != 0 || seteuid(kNobody) == 0; }
    ~AsOrdinaryUser()
    {
        if (getuid() == 0 && seteuid(0) != 0)
            qFatal("cannot become the superuser again");
    }
    AsOrdinaryUser(const AsOrdinaryUser &) = delete;
    AsOrdinaryUser &operator=(const AsOrdinaryUser &) = delete;
    /// Some places can be entered by the superuser only: then nothing can be tested there.
    bool canWorkIn(const QString &folder) const
    {
        return m_isSet && eaccess(QFile::encodeName(folder).constData(), R_OK | X_OK) == 0;
    }

private:
    static constexpr uid_t kNobody = 65534;
    bool m_isSet = false;
};

/// As its owner does it, whoever the test is just now.
inline void setMode(const QString &path, mode_t mode)
{
    const uid_t before = geteuid();
    if (getuid() == 0 && seteuid(0) != 0)
        qFatal("cannot become the superuser again");
    if (chmod(QFile::encodeName(path).constData(), mode) != 0 || seteuid(before) != 0)
        qFatal("cannot change the rights of %s", qPrintable(path));
}

} // namespace nianbao::test
