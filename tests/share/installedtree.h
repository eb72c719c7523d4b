// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace nianbao::test {

const QString kId = QStringLiteral("cn.nianbao.nianbao");
const QString kMimeType = QStringLiteral("application/vnd.nianbao+sqlite3");

/// How a tool ended and all that it said.
struct Said {
    bool isFine = false;
    QByteArray words{}; // both channels
};

/// A tool that is missing is a fault of the machine, not of what is tested: told by its name.
inline Said say(
    const QString &program, const QStringList &arguments, const QMap<QString, QString> &environment = {})
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        qFatal("%s is missing: test_packages in app/setup.sh names its package", qPrintable(program));
    QProcess process;
    auto all = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : environment.asKeyValueRange())
        all.insert(name, value);
    process.setProcessEnvironment(all);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(120'000))
        qFatal("%s does not end", qPrintable(program));
    return {process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, process.readAll()};
}

/// A program of ours, as it was built.
inline QString builtProgram(const QString &name) { return QStringLiteral(BUILD_DIR "/bin/") + name; }

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

inline void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

/// The tree below share/, as it is installed, in a folder of its own.
class InstalledTree {
public:
    InstalledTree()
    {
        const Said said = say(QStringLiteral(CMAKE_PROGRAM),
            {QStringLiteral("--install"), QStringLiteral(BUILD_DIR), QStringLiteral("--component"),
                QStringLiteral("share"), QStringLiteral("--prefix"), m_folder.path()});
        if (!said.isFine)
            qFatal("nothing can be installed: %s", said.words.constData());
    }
    QString path(const QString &inside) const { return m_folder.filePath(QStringLiteral("share/") + inside); }
    QByteArray content(const QString &inside) const { return contentOf(path(inside)); }
    QString scratch(const QString &name) const { return m_folder.filePath(name); } // beside the tree

private:
    QTemporaryDir m_folder;
};

} // namespace nianbao::test
