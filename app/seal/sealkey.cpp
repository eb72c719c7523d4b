// SPDX-License-Identifier: MulanPSL-2.0
#include "sealkey.h"

#include "cleantext.h"
#include "digest.h"
#include "folder.h"
#include "sm2.h"
#include "wholefile.h"
#include "writewhole.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>

namespace nianbao {

namespace {

constexpr qint64 kMostKeyFile = 16'384; // bytes; ours have less than 1,000
constexpr qsizetype kShownDigits = 16;
constexpr char kPublicLabel[] = "PUBLIC KEY";
constexpr char kPrivateLabel[] = "ENCRYPTED PRIVATE KEY";

/// RFC 7468: base64 in lines of 64 between two marks.
QByteArray pem(const char *label, const QByteArray &der)
{
    constexpr qsizetype kLine = 64;
    const QByteArray base64 = der.toBase64();
    QByteArray text = QByteArray("-----BEGIN ") + label + "-----\n";
    for (qsizetype at = 0; at < base64.size(); at += kLine)
        text += base64.mid(at, kLine) + '\n';
    return text + "-----END " + label + "-----\n";
}

struct Pem {
    QByteArray firstLine; // before the marks
    QByteArray der;
};

/// Only lines with # and blank ones may stand before the marks, only blank ones after them.
Result<Pem> readPem(const char *label, const QByteArray &text)
{
    const QByteArray begin = QByteArray("-----BEGIN ") + label + "-----";
    const QByteArray end = QByteArray("-----END ") + label + "-----";
    QByteArrayList lines = text.startsWith("\xEF\xBB\xBF") ? text.mid(3).split('\n') : text.split('\n');
    for (QByteArray &line : lines)
        line = line.trimmed(); // mail and other systems put line ends of their own
    const auto isBlank = [](const QByteArray &line) { return line.isEmpty(); };
    const auto isBefore = [](const QByteArray &line) { return line.isEmpty() || line.startsWith('#'); };
    const auto first = std::find(lines.cbegin(), lines.cend(), begin);
    if (first == lines.cend() || !std::all_of(lines.cbegin(), first, isBefore))
        return Error{ErrorCode::NotAKey};
    const auto last = std::find(first, lines.cend(), end);
    if (last == lines.cend() || !std::all_of(last + 1, lines.cend(), isBlank))
        return Error{ErrorCode::KeyDamaged};
    QByteArray base64;
    for (auto line = first + 1; line != last; ++line)
        base64 += *line;
    const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return Error{ErrorCode::KeyDamaged};
    return Pem{first == lines.cbegin() ? QByteArray() : lines.first(), *decoded};
}

Error at(const QString &path, Error error)
{
    error.where = path;
    return error;
}

Result<QByteArray> readKeyFile(const QString &path)
{
    auto bytes = readWholeFile(path, kMostKeyFile);
    if (!bytes && bytes.error().code == ErrorCode::TooLarge)
        return Error{ErrorCode::NotAKey, path};
    return bytes;
}

/// What stands between the marks of KEY.
Result<QByteArray> readEncrypted(const QString &path)
{
    const auto bytes = readKeyFile(path);
    if (!bytes)
        return bytes.error();
    const auto found = readPem(kPrivateLabel, *bytes);
    return found ? Result<QByteArray>(found->der) : at(path, found.error());
}

QString oneLine(const QString &name)
{
    QString line = cleanText(name, Lines::One).simplified().left(kMostKeyName);
    if (line.isEmpty() || !line.back().isHighSurrogate())
        return line;
    return line.chopped(1); // half of a character
}

Result<> mayBePassphrase(const QByteArray &passphrase)
{
    const auto isControl = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f; };
    const auto beginsCharacter = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    const auto characters = std::count_if(passphrase.begin(), passphrase.end(), beginsCharacter);
    if (passphrase.isValidUtf8() && characters >= kLeastPassphrase && characters <= kMostPassphrase
        && std::none_of(passphrase.begin(), passphrase.end(), isControl))
        return {};
    return Error{ErrorCode::UnfitPassphrase, {},
        QStringLiteral("%1-%2").arg(QString::number(kLeastPassphrase), QString::number(kMostPassphrase))};
}

/// A new file; its name may have been taken since it was looked at.
Result<> writeKeyFile(const QString &path, const QByteArray &bytes, Readers readers)
{
    auto written = writeNew(path, bytes, readers);
    if (!written && written.error().code == ErrorCode::FileExists)
        return Error{ErrorCode::KeyExists, path};
    return written;
}

Result<> areFree(const QString &path)
{
    for (const QString &name : {path, publicKeyPath(path)}) {
        if (changedAt(name)) // a link into nowhere is something, too
            return Error{ErrorCode::KeyExists, name};
    }
    return {};
}

/// KEY.pub first: where there is a KEY, it has been whole.
Result<> writePair(const QString &path, const QByteArray &key, const std::optional<QByteArray> &publicKey)
{
    const QString publicPath = publicKeyPath(path);
    if (publicKey) {
        if (const auto written = writeKeyFile(publicPath, *publicKey, Readers::Anyone); !written)
            return written;
    }
    const auto written = writeKeyFile(path, key, Readers::Owner);
    if (!written && publicKey)
        QFile::remove(publicPath); // ours, a moment old
    return written;
}

} // namespace

QString publicKeyPath(const QString &path) { return path + QStringLiteral(".pub"); }

Result<PublicKey> PublicKey::fromDer(const QByteArray &der)
{
    return Sm2Key::fromSpki(der) ? Result<PublicKey>(PublicKey(der)) : Error{ErrorCode::NotAKey};
}

Result<NamedKey> PublicKey::fromFile(const QString &path)
{
    const auto bytes = readKeyFile(path);
    if (!bytes)
        return bytes.error();
    const auto found = readPem(kPublicLabel, *bytes);
    if (!found)
        return at(path, found.error());
    auto key = fromDer(found->der);
    if (!key)
        return at(path, key.error());
    const bool isNamed = found->firstLine.startsWith('#');
    return NamedKey{*key, isNamed ? oneLine(QString::fromUtf8(found->firstLine.mid(1))) : QString()};
}

QString PublicKey::fingerprint() const { return QString::fromLatin1(sm3(m_der)); }

QString PublicKey::shortFingerprint() const { return fingerprint().left(kShownDigits); }

QByteArray PublicKey::toPem(const QString &name) const
{
    return "# " + oneLine(name).toUtf8() + '\n' + pem(kPublicLabel, m_der);
}

struct PrivateKey::Private {
    Sm2Key key;
};

PrivateKey::PrivateKey(std::unique_ptr<Private> key) : d(std::move(key)) { }
PrivateKey::PrivateKey(PrivateKey &&other) noexcept = default;
PrivateKey &PrivateKey::operator=(PrivateKey &&other) noexcept = default;
PrivateKey::~PrivateKey() = default;

Result<PrivateKey> PrivateKey::create()
{
    auto key = Sm2Key::create();
    if (!key)
        return key.error();
    return PrivateKey(std::make_unique<Private>(Private{std::move(*key)}));
}

Result<PrivateKey> PrivateKey::read(const QString &path, const QByteArray &passphrase)
{
    const auto encrypted = readEncrypted(path);
    if (!encrypted)
        return encrypted.error();
    auto key = Sm2Key::decrypt(*encrypted, passphrase);
    if (!key)
        return at(path, key.error());
    return PrivateKey(std::make_unique<Private>(Private{std::move(*key)}));
}

Result<> PrivateKey::write(const QString &path, const QByteArray &passphrase, const QString &name) const
{
    if (const auto may = mayBePassphrase(passphrase); !may)
        return may;
    if (const auto free = areFree(path); !free)
        return free;
    const auto encrypted = d->key.encrypt(passphrase);
    if (!encrypted)
        return at(path, encrypted.error());
    return writePair(path, pem(kPrivateLabel, *encrypted), publicKey().toPem(name));
}

Result<> PrivateKey::changePassphrase(
    const QString &path, const QByteArray &oldPassphrase, const QByteArray &newPassphrase)
{
    if (const auto may = mayBePassphrase(newPassphrase); !may)
        return may;
    const auto key = read(path, oldPassphrase);
    if (!key)
        return key.error();
    const auto encrypted = key->d->key.encrypt(newPassphrase);
    if (!encrypted)
        return at(path, encrypted.error());
    const QFileInfo target(QFileInfo(path).canonicalFilePath()); // a link stays one
    const QString beside = target.absolutePath()
        + QStringLiteral("/.nianbao-key-%1")
              .arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    if (const auto written = writeNew(beside, pem(kPrivateLabel, *encrypted), Readers::Owner); !written)
        return at(path, written.error());
    const auto again = read(beside, newPassphrase);
    errno = EIO; // what was written is not what is there
    if (again && again->publicKey() == key->publicKey() && renameFile(beside, target.absoluteFilePath())) {
        syncFolder(target.absolutePath());
        return {};
    }
    const QString reason = qt_error_string(errno);
    QFile::remove(beside);
    return Error{ErrorCode::WriteFailed, path, reason};
}

Result<> PrivateKey::writePublicHalf(const QString &path, const QString &name) const
{
    return writeKeyFile(publicKeyPath(path), publicKey().toPem(name), Readers::Anyone);
}

PublicKey PrivateKey::publicKey() const { return PublicKey(d->key.spki()); }

Result<QByteArray> PrivateKey::sign(const QByteArray &message) const
{
    if (message.isEmpty())
        return Error{ErrorCode::KeyFailed, {}, QStringLiteral("nothing to sign")};
    return d->key.sign(message);
}

Result<> copyKey(const QString &from, const QString &to)
{
    const auto encrypted = readEncrypted(from);
    if (!encrypted)
        return encrypted.error();
    if (const auto looks = Sm2Key::looksEncrypted(*encrypted); !looks)
        return at(from, looks.error());
    std::optional<QByteArray> publicKey;
    if (const QString path = publicKeyPath(from); isThere(path)) {
        const auto named = PublicKey::fromFile(path);
        if (!named)
            return named.error();
        publicKey = named->key.toPem(named->name);
    }
    if (const auto free = areFree(to); !free)
        return free;
    return writePair(to, pem(kPrivateLabel, *encrypted), publicKey);
}

} // namespace nianbao
