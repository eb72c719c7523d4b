// SPDX-License-Identifier: MulanPSL-2.0
// What a key can do, from the command line, for tests in the shell and for measuring. Exit 0 done, 1 refused.
#include "signature.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStringList>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>

using namespace nianbao;

namespace {

constexpr int kRefused = 1;
constexpr int kWrongUse = 2;

int refused(const Error &error)
{
    std::fprintf(stderr, "error %d: %s %s\n", int(error.code), qUtf8Printable(error.where),
        qUtf8Printable(error.detail));
    return kRefused;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

int print(const QByteArray &bytes)
{
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size()) ? 0
                                                                                                   : kRefused;
}

int make(const QStringList &words)
{
    const auto key = PrivateKey::create();
    if (!key)
        return refused(key.error());
    const auto written = key->write(words[0], words[1].toUtf8(), words[2]);
    return written ? 0 : refused(written.error());
}

int change(const QStringList &words)
{
    const auto changed = PrivateKey::changePassphrase(words[0], words[1].toUtf8(), words[2].toUtf8());
    return changed ? 0 : refused(changed.error());
}

int message(const QStringList &words) { return print(signedMessage(words[0], words[1], words[2])); }

int sign(const QStringList &words)
{
    const auto key = PrivateKey::read(words[0], words[1].toUtf8());
    if (!key)
        return refused(key.error());
    const auto signature = key->sign(contentOf(words[2]));
    return signature ? print(*signature) : refused(signature.error());
}

int verify(const QStringList &words)
{
    const auto key = PublicKey::fromFile(words[0]);
    if (!key)
        return refused(key.error());
    return verifies(key->key, contentOf(words[1]), contentOf(words[2])) ? 0 : kRefused;
}

int fingerprint(const QStringList &words)
{
    const auto key = PublicKey::fromFile(words[0]);
    return key ? print(key->key.fingerprint().toLatin1()) : refused(key.error());
}

void measure(const char *what, int times, const std::function<bool()> &work)
{
    QList<qint64> microseconds;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!work())
            qFatal("%s failed", what);
        microseconds.append(timer.nsecsElapsed() / 1000);
    }
    std::sort(microseconds.begin(), microseconds.end());
    std::printf("%-32s median %8.2f ms, worst %8.2f ms, of %d\n", what,
        double(microseconds[times / 2]) / 1000, double(microseconds.last()) / 1000, times);
}

int measureAll(const QStringList &)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("key"));
    const QByteArray passphrase = "correct horse";
    const auto key = PrivateKey::create();
    if (!key || !key->write(path, passphrase, QStringLiteral("赵敏")))
        return kRefused;
    const QByteArray message
        = signedMessage(QString(64, u'a'), QStringLiteral("2026-01-20T08:30:00Z"), QStringLiteral("赵敏"));
    const auto signature = key->sign(message);
    if (!signature)
        return refused(signature.error());
    const PublicKey publicKey = key->publicKey();
    measure("a new pair", 1000, [] { return PrivateKey::create().has_value(); });
    measure("sign", 1000, [&] { return key->sign(message).has_value(); });
    measure("verify", 1000, [&] { return verifies(publicKey, message, *signature); });
    measure("fingerprint", 1000, [&] { return !publicKey.fingerprint().isEmpty(); });
    measure("read KEY (scrypt)", 21, [&] { return PrivateKey::read(path, passphrase).has_value(); });
    measure("read KEY, wrong passphrase", 21, [&] { return !PrivateKey::read(path, "wrong horse"); });
    measure("change the passphrase", 21,
        [&] { return PrivateKey::changePassphrase(path, passphrase, passphrase).has_value(); });
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    struct Command {
        int (*run)(const QStringList &);
        int words;
    };
    static const std::map<QString, Command> commands{
        {QStringLiteral("make"), {make, 3}}, // KEY PASSPHRASE NAME
        {QStringLiteral("change"), {change, 3}}, // KEY OLD NEW
        {QStringLiteral("message"), {message, 3}}, // DIGEST TIME NAME
        {QStringLiteral("sign"), {sign, 3}}, // KEY PASSPHRASE MESSAGE
        {QStringLiteral("verify"), {verify, 3}}, // KEY.pub MESSAGE SIGNATURE
        {QStringLiteral("fingerprint"), {fingerprint, 1}}, // KEY.pub
        {QStringLiteral("measure"), {measureAll, 0}},
    };
    QStringList words;
    for (int i = 1; i < count; ++i)
        words.append(QFile::decodeName(arguments[i]));
    const auto found = words.isEmpty() ? commands.end() : commands.find(words.takeFirst());
    if (found == commands.end() || words.size() != found->second.words)
        return kWrongUse;
    return found->second.run(words);
}
