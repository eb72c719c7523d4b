// SPDX-License-Identifier: MulanPSL-2.0
#include "packagewriter.h"

#include <QTest>

#include <cstring>
#include <zip.h>

using namespace nianbao;

namespace {

struct Member {
    QString name{};
    QByteArray bytes{};
    bool isStored = false;
    quint16 date = 0; // packed, as it stands in the directory
    quint16 time = 0;
    bool operator==(const Member &) const = default;
};

/// The archive as another program reads it.
QList<Member> membersOf(const QByteArray &archive)
{
    zip_error_t fault;
    zip_error_init(&fault);
    zip_source_t *source
        = zip_source_buffer_create(archive.constData(), zip_uint64_t(archive.size()), 0, &fault);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &fault);
    if (!zip)
        return {};
    QList<Member> members;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(zip, zip_uint64_t(i), 0, &stat);
        QByteArray bytes(qsizetype(stat.size), '\0');
        zip_file_t *file = zip_fopen_index(zip, zip_uint64_t(i), 0);
        zip_fread(file, bytes.data(), stat.size);
        zip_fclose(file);
        members.append({QString::fromUtf8(stat.name), bytes, stat.comp_method == ZIP_CM_STORE});
    }
    zip_discard(zip);
    // the times that a zip states twice: in the head of each member and in the directory
    qsizetype at = 0;
    for (Member &member : members) {
        at = archive.indexOf("PK\x01\x02", at);
        std::memcpy(&member.time, archive.constData() + at + 12, 2);
        std::memcpy(&member.date, archive.constData() + at + 14, 2);
        ++at;
    }
    return members;
}

constexpr quint16 kNewYear1980 = 0x21;

} // namespace

class TestPackageWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsStandInTheirOrder()
    {
        const QByteArray words = QByteArray("<w:p/>").repeated(500);
        const auto archive = packageOf({{QStringLiteral("[Content_Types].xml"), "<Types/>", false},
            {QStringLiteral("word/document.xml"), words, false},
            {QStringLiteral("word/media/image1.png"), "not packed again", true}});
        QVERIFY(archive);
        const QList<Member> expected{
            {QStringLiteral("[Content_Types].xml"), "<Types/>", false, kNewYear1980, 0},
            {QStringLiteral("word/document.xml"), words, false, kNewYear1980, 0},
            {QStringLiteral("word/media/image1.png"), "not packed again", true, kNewYear1980, 0}};
        QCOMPARE(membersOf(*archive), expected);
        QVERIFY(archive->size() < words.size());
        QVERIFY(archive->contains("not packed again"));
    }

    void theSamePartsAreTheSameBytes()
    {
        const QList<PackagePart> parts{{QStringLiteral("a.xml"), "<a/>"}, {QStringLiteral("b.xml"), "<b/>"}};
        const auto first = packageOf(parts);
        QVERIFY(first);
        qputenv("TZ", "Asia/Shanghai"); // where the machine stands is nothing to the file
        const auto elsewhere = packageOf(parts);
        qunsetenv("TZ");
        QVERIFY(elsewhere);
        QCOMPARE(*elsewhere, *first);
    }

    void aPartOfNothingIsAPart()
    {
        const auto archive = packageOf({{QStringLiteral("empty.xml"), {}, false}});
        QVERIFY(archive);
        QCOMPARE(membersOf(*archive).value(0).name, QStringLiteral("empty.xml"));
    }

    void twoPartsOfOneNameAreRefused()
    {
        const auto archive
            = packageOf({{QStringLiteral("a.xml"), "1", false}, {QStringLiteral("a.xml"), "2", false}});
        QVERIFY(!archive);
        QCOMPARE(archive.error().code, ErrorCode::WriteFailed);
        QVERIFY(!archive.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPackageWriter)
#include "tst_packagewriter.moc"
