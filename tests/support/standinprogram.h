// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QDir>
#include <QFile>

namespace nianbao::test {

/// A script that is found before another program of that name as long as this lives.
class StandInProgram {
public:
    StandInProgram(const QDir &folder, const QString &name, const QByteArray &script)
        : m_file(folder.filePath(name)), m_path(qgetenv("PATH"))
    {
        if (!m_file.open(QIODevice::WriteOnly) || m_file.write("#!/bin/sh\n" + script) < 0
            || !m_file.setPermissions(QFile::ReadOwner | QFile::ExeOwner))
            qFatal("no program can be made");
        m_file.close();
        qputenv("PATH", QFile::encodeName(folder.path()) + ':' + m_path);
    }
    ~StandInProgram()
    {
        qputenv("PATH", m_path);
        m_file.remove();
    }

private:
    Q_DISABLE_COPY_MOVE(StandInProgram)
    QFile m_file;
    QByteArray m_path;
};

} // namespace nianbao::test
