// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QStringView>

#include <initializer_list>
#include <vector>

class QIODevice;

namespace nianbao {

/// The parts of PDF syntax (ISO 32000-1 clause 7) that our files need. Inside output only.
namespace pdf {
void appendNumber(QByteArray &out, double value); // three decimals, no trailing zeros
QByteArray number(double value);
void appendNumbers(QByteArray &out, std::initializer_list<double> values, const char *operation);
void appendHex(QByteArray &out, quint16 value);
QByteArray hexUtf16(QStringView text);
QByteArray hexUtf16(char32_t character);
QByteArray textString(const QString &text); // a UTF-16 string object
QByteArray reference(int object);
QByteArray packed(const QByteArray &bytes); // as /FlateDecode reads it; in any number of threads
/// The other way; empty when it is no such stream or has more bytes.
QByteArray unpacked(const QByteArray &bytes, qsizetype most);
double points(double mm);
} // namespace pdf

/// Objects written one after another, then the table of where they are. A failed write is remembered and told
/// by finish().
class PdfFile {
public:
    explicit PdfFile(QIODevice &device);
    int reserve()
    {
        m_offsets.push_back(0);
        return int(m_offsets.size());
    }
    void put(int object, const QByteArray &body)
    {
        m_offsets[size_t(object - 1)] = m_position;
        write(QByteArray::number(object) + " 0 obj\n" + body + "\nendobj\n");
    }
    void putStream(int object, const QByteArray &bytes, const QByteArray &entries = {})
    {
        putPacked(object, pdf::packed(bytes), entries);
    }
    void putPacked(int object, const QByteArray &packed, const QByteArray &entries);
    Result<> finish(int catalog, int info);

private:
    void write(const QByteArray &bytes);
    Error failure() const;

    QIODevice &m_device;
    QCryptographicHash m_hash{QCryptographicHash::Md5};
    std::vector<qint64> m_offsets{};
    qint64 m_position = 0;
    bool m_failed = false;
};

} // namespace nianbao
