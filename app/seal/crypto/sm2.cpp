// SPDX-License-Identifier: MulanPSL-2.0
#include "sm2.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <utility>

namespace nianbao {

namespace {

// What is written; what is read may cost no more than that.
constexpr uint64_t kCost = 16384; // N: OpenSSL 3.0 refuses more
constexpr uint64_t kBlockSize = 8; // r
constexpr uint64_t kParallel = 4; // p
constexpr int kSaltBytes = 16;
constexpr int kCipherBlock = 16;

constexpr qsizetype kSpkiBytes = 91;
constexpr qsizetype kMostSignature = 72; // two integers of at most 33 bytes, with their heads
constexpr char kDistinguishingId[]
    = "1234567812345678"; // GB/T 32918.2 says it is to be agreed; this one is in use

template <auto release> struct Releaser {
    template <typename T> void operator()(T *held) const { release(held); }
};
template <typename T, auto release> using Owned = std::unique_ptr<T, Releaser<release>>;
using Envelope = Owned<X509_SIG, X509_SIG_free>;
using Digesting = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using KeyInfo = Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;

/// What OpenSSL notes about its failures is asked here and left to nobody else.
struct NoErrorsLeft {
    NoErrorsLeft() { ERR_clear_error(); }
    ~NoErrorsLeft() { ERR_clear_error(); }
    Q_DISABLE_COPY_MOVE(NoErrorsLeft)
};

Error keyFailed()
{
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());
    return {ErrorCode::KeyFailed, {}, QString::fromLatin1(reason ? reason : "")};
}

const unsigned char *begin(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

/// A value from DER that holds it and nothing else.
template <typename Value, auto decode> Value decoded(const unsigned char *bytes, qsizetype size)
{
    const unsigned char *at = bytes;
    Value value(decode(nullptr, &at, long(size)));
    return at == bytes + size ? std::move(value) : nullptr;
}

/// The parameters of an algorithm, when it is this one and they are a sequence.
template <typename T, auto decode, auto release>
Owned<T, release> parametersOf(const X509_ALGOR *algorithm, int nid)
{
    const ASN1_OBJECT *object = nullptr;
    const void *value = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(&object, &type, &value, algorithm);
    if (OBJ_obj2nid(object) != nid || type != V_ASN1_SEQUENCE)
        return nullptr;
    const auto *sequence = static_cast<const ASN1_STRING *>(value);
    const unsigned char *at = ASN1_STRING_get0_data(sequence);
    return Owned<T, release>(decode(nullptr, &at, ASN1_STRING_length(sequence)));
}

bool isAtMost(const ASN1_INTEGER *number, uint64_t most)
{
    uint64_t value = 0;
    return ASN1_INTEGER_get_uint64(&value, number) == 1 && value <= most;
}

/// PBES2 with scrypt at no more than our cost and AES-256-CBC.
bool isOurCipher(const X509_ALGOR *algorithm)
{
    const auto pbes2 = parametersOf<PBE2PARAM, d2i_PBE2PARAM, PBE2PARAM_free>(algorithm, NID_pbes2);
    if (!pbes2)
        return false;
    const auto scrypt
        = parametersOf<SCRYPT_PARAMS, d2i_SCRYPT_PARAMS, SCRYPT_PARAMS_free>(pbes2->keyfunc, NID_id_scrypt);
    const ASN1_OBJECT *cipher = nullptr;
    X509_ALGOR_get0(&cipher, nullptr, nullptr, pbes2->encryption);
    return scrypt && isAtMost(scrypt->costParameter, kCost) && isAtMost(scrypt->blockSize, kBlockSize)
        && isAtMost(scrypt->parallelizationParameter, kParallel) && OBJ_obj2nid(cipher) == NID_aes_256_cbc;
}

struct Ciphertext {
    const X509_ALGOR *algorithm = nullptr;
    const ASN1_OCTET_STRING *bytes = nullptr;
};
Ciphertext ciphertextOf(const Envelope &envelope)
{
    Ciphertext cipher;
    X509_SIG_get0(envelope.get(), &cipher.algorithm, &cipher.bytes);
    return cipher;
}

Envelope envelopeOf(const QByteArray &der) { return decoded<Envelope, d2i_X509_SIG>(begin(der), der.size()); }

Result<> judge(const Envelope &envelope)
{
    if (!envelope)
        return Error{ErrorCode::KeyDamaged};
    const Ciphertext cipher = ciphertextOf(envelope);
    if (!isOurCipher(cipher.algorithm))
        return Error{ErrorCode::NotAKey};
    const int size = ASN1_STRING_length(cipher.bytes);
    return size > 0 && size % kCipherBlock == 0 ? Result<>() : Error{ErrorCode::KeyDamaged};
}

/// What was decrypted: wiped with this object.
struct Plaintext {
    unsigned char *bytes = nullptr;
    int size = 0;
    Plaintext() = default;
    ~Plaintext() { OPENSSL_clear_free(bytes, size_t(size)); }
    Q_DISABLE_COPY_MOVE(Plaintext)

    /// A sequence that ends where the text does: a wrong passphrase yields that once in 2^30 times.
    bool isOneSequence() const
    {
        constexpr int kOneLengthByte = 0x81;
        constexpr int kTwoLengthBytes = 0x82;
        if (size < 4 || bytes[0] != (V_ASN1_SEQUENCE | V_ASN1_CONSTRUCTED))
            return false;
        if (bytes[1] == kOneLengthByte)
            return bytes[2] == size - 3;
        return bytes[1] == kTwoLengthBytes ? bytes[2] * 256 + bytes[3] == size - 4 : bytes[1] == size - 2;
    }
};

/// The passphrase fails at the padding of the last block, but for one in some 256, which fails at what then
/// stands there.
Result<> open(const Ciphertext &cipher, const QByteArray &passphrase, Plaintext &plain)
{
    if (PKCS12_pbe_crypt_ex(cipher.algorithm, passphrase.constData(), int(passphrase.size()),
            ASN1_STRING_get0_data(cipher.bytes), ASN1_STRING_length(cipher.bytes), &plain.bytes, &plain.size,
            0, cryptoContext(), nullptr))
        return plain.isOneSequence() ? Result<>() : Error{ErrorCode::WrongPassphrase};
    const unsigned long reason = ERR_peek_last_error();
    const bool isPadding = ERR_GET_LIB(reason) == ERR_LIB_PKCS12
        && ERR_GET_REASON(reason) == PKCS12_R_PKCS12_CIPHERFINAL_ERROR;
    return isPadding ? Error{ErrorCode::WrongPassphrase} : keyFailed();
}

bool isSound(EVP_PKEY *key)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(cryptoContext(), key, nullptr));
    return context && EVP_PKEY_check(context.get()) == 1; // in range, on the curve, one pair
}

using BeginDigest = int(EVP_MD_CTX *, EVP_PKEY_CTX **, const char *, OSSL_LIB_CTX *, const char *, EVP_PKEY *,
    const OSSL_PARAM[]);

/// Signing or verifying with SM3 and the distinguishing id; nullptr when OpenSSL refuses.
Digesting begun(BeginDigest *begin, EVP_PKEY *key)
{
    Digesting digesting(EVP_MD_CTX_new());
    EVP_PKEY_CTX *context = nullptr; // the digesting's
    const bool isBegun = digesting
        && begin(digesting.get(), &context, "SM3", cryptoContext(), nullptr, key, nullptr) == 1
        && EVP_PKEY_CTX_set1_id(context, kDistinguishingId, sizeof kDistinguishingId - 1) == 1;
    return isBegun ? std::move(digesting) : nullptr;
}

} // namespace

ossl_lib_ctx_st *cryptoContext()
{
    static OSSL_LIB_CTX *const context = OSSL_LIB_CTX_new();
    return context;
}

void Sm2Key::Free::operator()(evp_pkey_st *key) const { EVP_PKEY_free(key); }

Result<Sm2Key> Sm2Key::create()
{
    const NoErrorsLeft noErrorsLeft;
    EVP_PKEY *key = EVP_PKEY_Q_keygen(cryptoContext(), nullptr, "SM2");
    return key ? Result<Sm2Key>(Sm2Key(key)) : keyFailed();
}

std::optional<Sm2Key> Sm2Key::fromSpki(const QByteArray &der)
{
    // algorithm id-ecPublicKey, curve SM2, a bit string with a point in full: nothing in front of the two
    // coordinates is left to choice, so that one key is one row of bytes
    static const QByteArray head
        = QByteArray::fromHex("3059301306072a8648ce3d020106082a811ccf5501822d03420004");
    if (der.size() != kSpkiBytes || !der.startsWith(head))
        return std::nullopt;
    const NoErrorsLeft noErrorsLeft;
    const unsigned char *at = begin(der);
    Sm2Key key(d2i_PUBKEY_ex(nullptr, &at, long(der.size()), cryptoContext(), nullptr));
    if (!key.m_key || !EVP_PKEY_is_a(key.m_key.get(), "SM2"))
        return std::nullopt;
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(cryptoContext(), key.m_key.get(), nullptr));
    if (!context || EVP_PKEY_public_check(context.get()) != 1)
        return std::nullopt;
    return key;
}

Result<> Sm2Key::looksEncrypted(const QByteArray &der)
{
    const NoErrorsLeft noErrorsLeft;
    return judge(envelopeOf(der));
}

Result<Sm2Key> Sm2Key::decrypt(const QByteArray &der, const QByteArray &passphrase)
{
    const NoErrorsLeft noErrorsLeft;
    const Envelope envelope = envelopeOf(der);
    if (const auto judged = judge(envelope); !judged)
        return judged.error();
    Plaintext plain;
    if (const auto opened = open(ciphertextOf(envelope), passphrase, plain); !opened)
        return opened.error();
    const auto info = decoded<KeyInfo, d2i_PKCS8_PRIV_KEY_INFO>(plain.bytes, plain.size);
    Sm2Key key(info ? EVP_PKCS82PKEY_ex(info.get(), cryptoContext(), nullptr) : nullptr);
    if (!key.m_key)
        return Error{ErrorCode::KeyDamaged};
    if (!EVP_PKEY_is_a(key.m_key.get(), "SM2"))
        return Error{ErrorCode::NotAKey};
    if (!isSound(key.m_key.get()))
        return Error{ErrorCode::KeyDamaged};
    if (!fromSpki(key.spki())) // its public part is written in another way than in full
        return Error{ErrorCode::NotAKey};
    return key;
}

Result<QByteArray> Sm2Key::encrypt(const QByteArray &passphrase) const
{
    const NoErrorsLeft noErrorsLeft;
    unsigned char salt[kSaltBytes];
    unsigned char start[kCipherBlock];
    if (RAND_bytes_ex(cryptoContext(), salt, sizeof salt, 0) != 1
        || RAND_bytes_ex(cryptoContext(), start, sizeof start, 0) != 1)
        return keyFailed();
    Owned<X509_ALGOR, X509_ALGOR_free> algorithm(
        PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), salt, sizeof salt, start, kCost, kBlockSize, kParallel));
    const KeyInfo info(EVP_PKEY2PKCS8(m_key.get()));
    if (!algorithm || !info)
        return keyFailed();
    const Envelope envelope(PKCS8_set0_pbe_ex(passphrase.constData(), int(passphrase.size()), info.get(),
        algorithm.get(), cryptoContext(), nullptr));
    if (!envelope)
        return keyFailed();
    (void)algorithm.release(); // the envelope's
    unsigned char *bytes = nullptr;
    const int size = i2d_X509_SIG(envelope.get(), &bytes);
    if (size <= 0)
        return keyFailed();
    const QByteArray der(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

QByteArray Sm2Key::spki() const
{
    const NoErrorsLeft noErrorsLeft;
    unsigned char *bytes = nullptr;
    const int size = i2d_PUBKEY(m_key.get(), &bytes);
    if (size <= 0)
        qFatal("a sound key has no public part");
    const QByteArray der(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

Result<QByteArray> Sm2Key::sign(const QByteArray &message) const
{
    const NoErrorsLeft noErrorsLeft;
    const Digesting digesting = begun(EVP_DigestSignInit_ex, m_key.get());
    QByteArray signature(kMostSignature, '\0');
    size_t size = size_t(signature.size());
    if (!digesting
        || EVP_DigestSign(digesting.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
               begin(message), size_t(message.size()))
            != 1)
        return keyFailed();
    signature.truncate(qsizetype(size));
    return signature;
}

bool Sm2Key::verifies(const QByteArray &message, const QByteArray &signature) const
{
    if (signature.isEmpty() || signature.size() > kMostSignature)
        return false;
    const NoErrorsLeft noErrorsLeft;
    const Digesting digesting = begun(EVP_DigestVerifyInit_ex, m_key.get());
    return digesting
        && EVP_DigestVerify(digesting.get(), begin(signature), size_t(signature.size()), begin(message),
               size_t(message.size()))
        == 1;
}

} // namespace nianbao
