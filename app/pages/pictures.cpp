// SPDX-License-Identifier: MulanPSL-2.0
#include "pictures.h"

#include "pictureheader.h"

#include <QBuffer>
#include <QHash>
#include <QImageReader>
#include <QMutex>

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr double kPixelsPerMm = 150 / 25.4;
constexpr double kWide = 0.6; // of the type area: wider pictures fill it
constexpr double kLineOfWords = 10; // mm
constexpr double kMostDecoded = 12'000'000; // pixels: 600 dots an inch over half a page
constexpr int kMostMegabytes = 256; // of one decoding; Qt's own limit refuses what we promise to take

/// A reader of a format that its first bytes have told, with the device it reads from. Never of another one:
/// a guessed SVG would unpack what it likes.
class Reading {
public:
    explicit Reading(const QByteArray &bytes) : m_header(pictureHeader(bytes))
    {
        static const bool isSet = [] {
            QImageReader::setAllocationLimit(kMostMegabytes);
            return true;
        }();
        Q_UNUSED(isSet)
        m_buffer.setData(bytes);
        m_buffer.open(QIODevice::ReadOnly);
        if (!m_header)
            return;
        m_reader.setAutoDetectImageFormat(false);
        m_reader.setFormat(m_header->format == PictureHeader::Format::Png ? "png" : "jpeg");
        m_reader.setDevice(&m_buffer);
        m_reader.setAutoTransform(true);
    }

    bool isPicture() const { return m_header.has_value(); }
    QSize size() const { return m_header ? QSize(m_header->width, m_header->height) : QSize(); }
    bool isTurned() const
    {
        return m_header && m_reader.transformation() != QImageIOHandler::TransformationNone;
    }
    QSize uprightSize() const
    {
        return m_header && m_reader.transformation() & QImageIOHandler::TransformationRotate90
            ? size().transposed()
            : size();
    }
    bool isJpeg() const { return m_header && m_header->format == PictureHeader::Format::Jpeg; }
    /// At most so many pixels; a JPEG is then read in small at once.
    QImage read(double mostPixels)
    {
        const QSize own = size();
        const double all = double(own.width()) * own.height();
        if (!m_header)
            return {};
        if (all > mostPixels)
            m_reader.setScaledSize((QSizeF(own) * std::sqrt(mostPixels / all)).toSize().expandedTo({1, 1}));
        return m_reader.read();
    }

private:
    std::optional<PictureHeader> m_header;
    QBuffer m_buffer{};
    QImageReader m_reader{};
};

} // namespace

Result<> examinePicture(const QByteArray &bytes, const QString &name)
{
    if (const auto judged = judgePicture(bytes, name); !judged)
        return judged;
    constexpr double kEnoughToJudge = 1'000'000;
    const auto header = pictureHeader(bytes);
    if (!header || !header->isWhole || Reading(bytes).read(kEnoughToJudge).isNull())
        return Error{ErrorCode::PictureUnreadable, name, {}};
    return {};
}

Result<> pictureState(const QByteArray &bytes, const QString &name)
{
    struct State { // holds the bytes: their address cannot come to mean others
        QByteArray bytes{};
        std::optional<Error> fault{};
    };
    constexpr qsizetype kMost = 64;
    static QMutex mutex; // the window asks, and what is laid out beside it
    static QHash<const char *, State> known;
    if (bytes.isEmpty())
        return Error{ErrorCode::PictureUnreadable, name, {}};
    const auto answer = [&name](const State &state) {
        return state.fault ? Result<>(Error{state.fault->code, name, state.fault->detail}) : Result<>();
    };
    {
        const QMutexLocker lock(&mutex);
        const auto found = known.constFind(bytes.constData());
        if (found != known.constEnd() && found->bytes.size() == bytes.size())
            return answer(*found);
    }
    const auto good = examinePicture(bytes, name); // while others go on asking
    const State state{bytes, good ? std::nullopt : std::optional<Error>(good.error())};
    const QMutexLocker lock(&mutex);
    if (known.size() >= kMost)
        known.clear();
    known.insert(bytes.constData(), state);
    return answer(state);
}

bool isPicture(const QByteArray &bytes) { return pictureHeader(bytes).has_value(); }

QSizeF pictureSize(const QByteArray &bytes, double mostWidth, double mostHeight)
{
    const QSizeF own = bytes.isEmpty() ? QSizeF() : QSizeF(Reading(bytes).uprightSize()) / kPixelsPerMm;
    if (own.isEmpty())
        return {mostWidth, std::min(kLineOfWords, mostHeight)};
    const double wanted = own.width() > kWide * mostWidth ? mostWidth : own.width();
    const double scale = std::min(wanted / own.width(), mostHeight / own.height());
    return own * scale;
}

QImage decodePicture(const QByteArray &bytes) { return Reading(bytes).read(kMostDecoded); }

bool isUprightJpeg(const QByteArray &bytes)
{
    const Reading reading(bytes);
    return reading.isJpeg() && !reading.isTurned();
}

} // namespace nianbao
