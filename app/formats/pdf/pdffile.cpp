// SPDX-License-Identifier: MulanPSL-2.0
#include "pdffile.h"

#include "cleantext.h"
#include "pagestyle.h"
#include "writewhole.h"

#include <QFileDevice>

#include <cmath>
#include <zlib.h>

namespace nianbao {

namespace {
constexpr int kEffort
    = 3; // of zlib, 1 to 9: font programs hardly shrink with more, and it costs a tenth of the time
}

QByteArray pdf::number(double value)
{
    const qint64 thousandths = std::llround(value * 1000);
    QByteArray out = QByteArray::number(std::abs(thousandths) / 1000);
    if (const qint64 rest = std::abs(thousandths) % 1000) {
        out += '.' + QByteArray::number(1000 + rest).mid(1);
        while (out.endsWith('0'))
            out.chop(1);
    }
    return thousandths < 0 ? '-' + out : out;
}

void pdf::appendNumbers(QByteArray &out, std::initializer_list<double> values, const char *operation)
{
    for (const double value : values)
        out += number(value) + ' ';
    out += operation;
    out += '\n';
}

void pdf::appendHex(QByteArray &out, quint16 value)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += kDigits[(value >> shift) & 0xf];
}

QByteArray pdf::hexUtf16(QStringView text)
{
    QByteArray out;
    for (const QChar unit : text)
        appendHex(out, unit.unicode());
    return out;
}

QByteArray pdf::hexUtf16(char32_t character) { return hexUtf16(QString::fromUcs4(&character, 1)); }

QByteArray pdf::textString(const QString &text)
{
    return "<FEFF" + hexUtf16(cleanText(text, Lines::One))
        + '>'; // no half pairs, nothing that XMP cannot say
}

QByteArray pdf::reference(int object) { return QByteArray::number(object) + " 0 R"; }

double pdf::points(double mm) { return mm / kMmPerPoint; }

PdfFile::PdfFile(QIODevice &device) : m_device(device)
{
    write("%PDF-1.7\n%\xE5\xB9\xB4\xE6\x8A\xA5\n"); // bytes above 127: not to be taken for text
}

void PdfFile::write(const QByteArray &bytes)
{
    if (m_failed)
        return;
    m_failed = !writeAll(m_device, bytes);
    m_position += bytes.size();
    m_hash.addData(bytes);
}

void PdfFile::putStream(int object, const QByteArray &bytes, const QByteArray &entries)
{
    uLongf length = compressBound(uLong(bytes.size()));
    QByteArray packed(qsizetype(length), Qt::Uninitialized);
    if (compress2(reinterpret_cast<Bytef *>(packed.data()), &length,
            reinterpret_cast<const Bytef *>(bytes.constData()), uLong(bytes.size()), kEffort)
        != Z_OK) { // only for want of memory
        m_failed = true;
        return;
    }
    packed.truncate(qsizetype(length));
    put(object,
        "<</Filter/FlateDecode/Length " + QByteArray::number(packed.size()) + entries + ">>stream\n" + packed
            + "\nendstream");
}

Result<> PdfFile::finish(int catalog, int info)
{
    const qint64 start = m_position;
    const QByteArray id = m_hash.result().toHex(); // of the content: the same report gives the same file
    const QByteArray size = QByteArray::number(qint64(m_offsets.size()) + 1);
    QByteArray table = "xref\n0 " + size + "\n0000000000 65535 f \n";
    for (const qint64 offset : m_offsets)
        table += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    write(table + "trailer\n<</Size " + size + "/Root " + pdf::reference(catalog) + "/Info "
        + pdf::reference(info) + "/ID[<" + id + "><" + id + ">]>>\nstartxref\n" + QByteArray::number(start)
        + "\n%%EOF\n");
    auto *file = qobject_cast<QFileDevice *>(&m_device);
    if (!m_failed && file && !file->flush())
        m_failed = true;
    if (m_failed)
        return failure();
    return {};
}

Error PdfFile::failure() const
{
    const auto *file = qobject_cast<const QFileDevice *>(&m_device);
    const bool full = file && file->error() == QFileDevice::ResourceError;
    return {full ? ErrorCode::DiskFull : ErrorCode::WriteFailed, {}, m_device.errorString()};
}

} // namespace nianbao
