// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>

#include <memory>

namespace nianbao {

struct NamedKey;

/// Somebody's public SM2 key: a value, a point of the curve for certain. One key has one spelling in bytes,
/// so equal keys have equal fingerprints and the other way round.
class PublicKey {
public:
    /// Of SubjectPublicKeyInfo in DER, from anywhere. Error: NotAKey.
    static Result<PublicKey> fromDer(const QByteArray &der);
    /// KEY.pub, somebody's file; one without a line "# name" has an empty name. Errors: NotAKey, KeyDamaged,
    /// those of readWholeFile.
    static Result<NamedKey> fromFile(const QString &path);

    const QByteArray &bytes() const { return m_der; } // SubjectPublicKeyInfo, DER
    QString fingerprint() const; // SM3 over bytes(), 64 hex digits
    QString shortFingerprint() const; // its first 16
    /// What stands in KEY.pub. The name becomes one line of at most kMostKeyName characters, cleaned as every
    /// text is (cleantext.h): it can add no line.
    QByteArray toPem(const QString &name) const;

    bool operator==(const PublicKey &) const = default;

private:
    explicit PublicKey(QByteArray der) : m_der(std::move(der)) { }
    friend class PrivateKey;
    QByteArray m_der;
};

struct NamedKey {
    PublicKey key;
    QString name; // one line, as toPem would write it
};

constexpr int kMostKeyName = 200; // characters
constexpr int kLeastPassphrase = 8; // characters of UTF-8 in one line
constexpr int kMostPassphrase = 200;

/// The path of the public key that belongs to KEY.
QString publicKeyPath(const QString &path);

/// A private SM2 key in memory: wiped when it goes, never copied, written only under a passphrase. Its file
/// KEY is readable by its owner alone (mode 600) from the first byte on, where the file system knows modes.
///
/// Passphrases are UTF-8 without the line end of a file they came from; the caller wipes its own copy. A new
/// one has kLeastPassphrase to kMostPassphrase characters, none of them a control character
/// (UnfitPassphrase). Reading and writing a key costs scrypt's time each, a tenth of a second or more.
class PrivateKey {
public:
    /// A new pair. Error: KeyFailed.
    static Result<PrivateKey> create();
    /// Errors: WrongPassphrase (also for damage that looks like one), KeyDamaged, NotAKey (also for a key
    /// without a passphrase), KeyFailed, those of readWholeFile.
    static Result<PrivateKey> read(const QString &path, const QByteArray &passphrase);
    /// Under the new passphrase the same key; KEY.pub stays. The old file stays whole and in its place until
    /// the new one is on the disk and was read back. Errors: those of read and write but KeyExists.
    static Result<> changePassphrase(
        const QString &path, const QByteArray &oldPassphrase, const QByteArray &newPassphrase);

    PrivateKey(PrivateKey &&other) noexcept;
    PrivateKey &operator=(PrivateKey &&other) noexcept;
    ~PrivateKey();

    /// KEY, and KEY.pub with the name beside it: both, or neither. Errors: KeyExists when one of them is
    /// there, UnfitPassphrase, KeyFailed, NoPermission, DiskFull, WriteFailed.
    Result<> write(const QString &path, const QByteArray &passphrase, const QString &name) const;

    /// KEY.pub beside a KEY that was brought back without it. Errors: KeyExists when it is there, those of
    /// write.
    Result<> writePublicHalf(const QString &path, const QString &name) const;

    PublicKey publicKey() const;
    /// SM2 with SM3 and the distinguishing id 1234567812345678, DER; another one each time. An empty message
    /// is not signed. Error: KeyFailed.
    Result<QByteArray> sign(const QByteArray &message) const;

private:
    struct Private;
    explicit PrivateKey(std::unique_ptr<Private> key);
    std::unique_ptr<Private> d; // nullptr only after a move
};

/// A backup: KEY and, where it is there, KEY.pub, under a free name, mode 600. No passphrase is asked, so it
/// is only seen that it is a key file. Errors: KeyExists, NotAKey, KeyDamaged, those of readWholeFile, and
/// NoPermission, DiskFull, WriteFailed.
Result<> copyKey(const QString &from, const QString &to);

} // namespace nianbao
