// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxfile.h"

#include "packagereader.h"
#include "xmlreader.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>

#include <xlsxwriter.h>

namespace nianbao {

namespace {

constexpr auto kFile = "workbook.xlsx";

void dressNumber(lxw_format *format, const CellLook &look)
{
    QByteArray code = "General";
    switch (look.number) {
    case CellLook::Number::General: break;
    case CellLook::Number::Fixed:
        code = look.decimals > 0 ? "0." + QByteArray(look.decimals, '0') : QByteArray("0");
        break;
    case CellLook::Number::Percent: code = "+0.0%;-0.0%;0.0%"; break;
    case CellLook::Number::Difference: code = "\"差 \"General;\"差 -\"General"; break;
    }
    if (look.number != CellLook::Number::General)
        format_set_num_format(format, code.constData());
}

void dress(lxw_format *format, const CellLook &look)
{
    format_set_font_name(format, "宋体");
    format_set_font_size(format, look.halfPoints / 2.0);
    format_set_align(format,
        look.across == CellLook::Across::Centre      ? LXW_ALIGN_CENTER
            : look.across == CellLook::Across::Right ? LXW_ALIGN_RIGHT
                                                     : LXW_ALIGN_LEFT);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (look.isBold)
        format_set_bold(format);
    if (look.isFramed)
        format_set_border(format, LXW_BORDER_THIN);
    if (look.isShaded)
        format_set_bg_color(format, 0xF2F2F2);
    if (look.isGrey)
        format_set_font_color(format, 0x595959);
    if (look.isStacked)
        format_set_rotation(format, 270); // the library's word for one under the other
    else if (look.isShrunk)
        format_set_shrink(format);
    else
        format_set_text_wrap(format);
    dressNumber(format, look);
}

/// Whether each part ends as it should: on a full disk the library writes on and says nothing.
Result<> checkParts(const QByteArray &bytes)
{
    auto package = PackageReader::open(bytes);
    if (!package)
        return package.error();
    for (const QString &part : package->parts()) {
        const auto xml = package->read(part);
        if (!xml)
            return xml.error();
        XmlReader reader(*xml, part);
        while (reader.next()) { }
        if (auto read = reader.result(); !read)
            return read.error();
    }
    return {};
}

} // namespace

QByteArray excelText(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    QString fitting = text.size() > XlsxFile::kMostText ? text.left(XlsxFile::kMostText) + u'…' : text;
    fitting.removeIf([](QChar c) { return c.unicode() >= 0xFFFE; });
    fitting.replace(number, QStringLiteral("_x005F_"));
    return fitting.toUtf8();
}

XlsxFile::XlsxFile(const QString &title, const QDate &day)
{
    if (!m_folder.isValid()) {
        m_failure = m_folder.errorString();
        return;
    }
    m_folderName = QFile::encodeName(m_folder.path());
    lxw_workbook_options options{};
    options.tmpdir = m_folderName.data();
    m_book
        = workbook_new_opt(QFile::encodeName(m_folder.filePath(QLatin1String(kFile))).constData(), &options);
    if (!m_book)
        return;
    QByteArray words = excelText(title.left(255)); // as many as the library takes
    lxw_doc_properties properties{};
    properties.title = words.data();
    const QDate made = day.isValid() ? day : QDate(1980, 1, 1);
    properties.created = time_t(made.startOfDay(Qt::UTC).toSecsSinceEpoch());
    check(workbook_set_properties(m_book, &properties));
}

XlsxFile::~XlsxFile()
{
    if (m_book)
        workbook_close(m_book);
}

void XlsxFile::check(int error)
{
    if (error != LXW_NO_ERROR && m_failure.isEmpty())
        m_failure = QString::fromUtf8(lxw_strerror(lxw_error(error)));
}

QString XlsxFile::freeName(const QString &wanted) const
{
    constexpr qsizetype kMost = 31;
    static const QRegularExpression unfit(QStringLiteral("[\\[\\]:*?/\\\\\\x00-\\x1F\\x{FFFE}\\x{FFFF}]"));
    QString name = wanted.simplified().remove(unfit);
    while (name.startsWith(u'\''))
        name.remove(0, 1);
    name.truncate(kMost);
    while (name.endsWith(u'\''))
        name.chop(1);
    const QString base = name.isEmpty() ? QStringLiteral("Sheet") : name;
    name = base;
    for (int number = 2; m_names.contains(name, Qt::CaseInsensitive); ++number) {
        const QString end = QString::number(number);
        name = base.left(kMost - end.size()) + end;
    }
    return name;
}

lxw_worksheet *XlsxFile::addSheet(const QString &name)
{
    if (!m_book)
        return nullptr;
    const QString taken = freeName(name);
    lxw_worksheet *sheet = workbook_add_worksheet(m_book, taken.toUtf8().constData());
    if (sheet)
        m_names.append(taken);
    else if (m_failure.isEmpty())
        m_failure = QStringLiteral("no sheet %1").arg(taken);
    return sheet;
}

lxw_format *XlsxFile::format(const CellLook &look)
{
    lxw_format *&format = m_formats[look];
    if (!format) {
        format = workbook_add_format(m_book);
        if (format)
            dress(format, look);
    }
    return format;
}

lxw_format *XlsxFile::warning()
{
    if (!m_warning) {
        m_warning = workbook_add_format(m_book);
        if (m_warning) {
            format_set_bold(m_warning);
            format_set_font_color(m_warning, 0xC00000);
        }
    }
    return m_warning;
}

Result<QByteArray> XlsxFile::bytes()
{
    if (m_book) {
        check(workbook_close(m_book));
        m_book = nullptr;
    } else if (m_failure.isEmpty()) {
        m_failure = QStringLiteral("no workbook");
    }
    if (!m_failure.isEmpty())
        return Error{ErrorCode::WriteFailed, {}, m_failure};
    QFile file(m_folder.filePath(QLatin1String(kFile)));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::WriteFailed, {}, file.errorString()};
    const QByteArray bytes = file.readAll();
    if (const auto whole = checkParts(bytes); !whole)
        return Error{ErrorCode::WriteFailed, {}, whole.error().detail};
    return bytes;
}

} // namespace nianbao
