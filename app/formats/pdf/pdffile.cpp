// SPDX-License-Identifier: MulanPSL-2.0
#include "pdffile.h"

#include "cleantext.h"
#include "pagestyle.h"
#include "writewhole.h"

#include <QFileDevice>

#include <array>
#include <charconv>
#include <cmath>
#include <libdeflate.h>
#include <memory>

namespace nianbao {

namespace {
// 1 to 12: a file is a fiftieth smaller with 5, and packing it takes twice the time
constexpr int kEffort = 1;
} // namespace

void pdf::appendNumber(QByteArray &out, double value)
{
    std::array<char, 24> digits; // as many as a qint64 has, its sign and the point
    const qint64 thousandths = std::llround(value * 1000);
    char *at = digits.data();
    if (thousandths < 0)
        *at++ = '-';
    const qint64 size = std::abs(thousandths);
    at = std::to_chars(at, digits.data() + digits.size(), size / 1000).ptr;
    if (int rest = int(size % 1000)) {
        *at++ = '.';
        for (int unit = 100; rest > 0; unit /= 10) {
            *at++ = char('0' + rest / unit);
            rest %= unit;
        }
    }
    out.append(digits.data(), at - digits.data());
}

QByteArray pdf::number(double value)
{
    QByteArray out;
    appendNumber(out, value);
    return out;
}

void pdf::appendNumbers(QByteArray &out, std::initializer_list<double> values, const char *operation)
{
    for (const double value : values) {
        appendNumber(out, value);
        out += ' ';
    }
    out += operation;
    out += '\n';
}

void pdf::appendHex(QByteArray &out, quint16 value)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    const char digits[] = {
        kDigits[value >> 12], kDigits[(value >> 8) & 0xf], kDigits[(value >> 4) & 0xf], kDigits[value & 0xf]};
    out.append(digits, sizeof digits);
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

QByteArray pdf::packed(const QByteArray &bytes)
{
    using Packer = std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>;
    // making one takes longer than packing most streams
    thread_local const Packer packer(libdeflate_alloc_compressor(kEffort), &libdeflate_free_compressor);
    Q_CHECK_PTR(packer.get());
    const auto length = size_t(bytes.size());
    QByteArray out(qsizetype(libdeflate_zlib_compress_bound(packer.get(), length)), Qt::Uninitialized);
    out.truncate(qsizetype(
        libdeflate_zlib_compress(packer.get(), bytes.constData(), length, out.data(), size_t(out.size()))));
    return out;
}

QByteArray pdf::unpacked(const QByteArray &bytes, qsizetype most)
{
    using Unpacker = std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>;
    thread_local const Unpacker unpacker(libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    Q_CHECK_PTR(unpacker.get());
    constexpr qsizetype kFirst = 64 * 1024;
    for (qsizetype room = kFirst;; room *= 4) {
        QByteArray out(std::min(room, std::max<qsizetype>(1, most)), Qt::Uninitialized);
        size_t written = 0;
        const auto done = libdeflate_zlib_decompress(unpacker.get(), bytes.constData(), size_t(bytes.size()),
            out.data(), size_t(out.size()), &written);
        if (done == LIBDEFLATE_SUCCESS)
            return out.first(qsizetype(written));
        if (done != LIBDEFLATE_INSUFFICIENT_SPACE || out.size() >= most)
            return {};
    }
}

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

void PdfFile::putPacked(int object, const QByteArray &packed, const QByteArray &entries)
{
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
