// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>

#include <memory>
#include <optional>

struct evp_pkey_st;
struct ossl_lib_ctx_st;

namespace nianbao {

/// OpenSSL's providers in a context of our own: what this computer's openssl.cnf switches off, or puts in
/// another's place, is no concern of a report.
ossl_lib_ctx_st *cryptoContext();

/// An SM2 key in OpenSSL's hands: a public one, or a pair whose private part is wiped with it. Bytes in,
/// bytes out; all of OpenSSL but the hash is behind it. Errors have no place yet: the caller knows the file.
class Sm2Key {
public:
    static Result<Sm2Key> create(); // KeyFailed
    /// Exactly the bytes that README.md describes, and a point of the curve.
    static std::optional<Sm2Key> fromSpki(const QByteArray &der);
    /// A pair from EncryptedPrivateKeyInfo. Errors: NotAKey, KeyDamaged, WrongPassphrase, KeyFailed.
    static Result<Sm2Key> decrypt(const QByteArray &der, const QByteArray &passphrase);
    /// EncryptedPrivateKeyInfo as far as it can be judged without the passphrase. Errors: NotAKey,
    /// KeyDamaged.
    static Result<> looksEncrypted(const QByteArray &der);

    Result<QByteArray> encrypt(const QByteArray &passphrase) const; // KeyFailed
    QByteArray spki() const; // SubjectPublicKeyInfo, DER
    Result<QByteArray> sign(const QByteArray &message) const; // KeyFailed
    bool verifies(const QByteArray &message, const QByteArray &signature) const;

private:
    struct Free {
        void operator()(evp_pkey_st *key) const;
    };
    explicit Sm2Key(evp_pkey_st *key) : m_key(key) { }
    std::unique_ptr<evp_pkey_st, Free> m_key;
};

} // namespace nianbao
