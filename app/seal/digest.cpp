// SPDX-License-Identifier: MulanPSL-2.0
#include "digest.h"

#include "canonical.h"
#include "sm2.h"

#include <openssl/evp.h>

namespace nianbao {

namespace {

EVP_MD *sm3Method()
{
    static EVP_MD *const method = EVP_MD_fetch(cryptoContext(), "SM3", nullptr);
    if (!method)
        qFatal("this libcrypto has no SM3");
    return method;
}

} // namespace

QByteArray sm3(const QByteArray &bytes)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_Digest(bytes.constData(), size_t(bytes.size()), digest, &size, sm3Method(), nullptr) != 1)
        qFatal("SM3 failed");
    return QByteArray(reinterpret_cast<const char *>(digest), int(size)).toHex();
}

QString contentDigest(const Report &report) { return QString::fromLatin1(sm3(canonicalForm(report))); }

} // namespace nianbao
