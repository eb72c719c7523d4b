// SPDX-License-Identifier: MulanPSL-2.0
#include "hostilefiles.h"

#include "stranger.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace nianbao::fuzz {

namespace {

constexpr int kPage = 4096;
// https://sqlite.org/fileformat2.html: places in the header of a file and of a page
constexpr std::array kHeaderFields{
    16, 18, 19, 20, 21, 22, 23, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 92, 96};
constexpr std::array kPageFields{0, 1, 3, 5, 7, 8, 10, 12, 14};

struct Table {
    const char *name;
    QList<const char *> columns; // the first tells the rows apart
};
const QList<Table> &tables()
{
    static const QList<Table> all{
        {"cell", {"key", "value", "note", "is_declared", "declared", "is_confirmed"}},
        {"fact", {"key", "value"}}, {"subsection", {"section", "position", "heading", "body"}},
        {"audit", {"id", "at", "who", "text", "change_json"}}, {"meta", {"key", "value"}},
        {"channel", {"position", "name", "count"}}, {"category", {"channel", "position", "name", "count"}},
        {"figure", {"position", "section", "after_paragraph", "kind", "caption", "chart", "file", "picture"}},
        {"prior", {"id", "report_json"}}, {"review", {"id", "state", "revision"}},
        {"explanation", {"key", "operands", "text", "who", "at"}}, {"picture", {"key", "bytes"}},
        {"rule_off", {"rule", "reason"}}, {"history", {"id", "at", "who", "what", "undo"}},
        {"past", {"key", "bytes"}}};
    return all;
}

int place(const QByteArray &file, Random &random) { return random.below(file.size()); }

int pageStart(const QByteArray &file, Random &random) { return random.below(file.size() / kPage) * kPage; }

void overwrite(QByteArray &file, int at, const QByteArray &bytes)
{
    if (at < file.size())
        file.replace(at, std::min<qsizetype>(bytes.size(), file.size() - at),
            bytes.left(std::min<qsizetype>(bytes.size(), file.size() - at)));
}

QByteArray bigEndian(quint32 value, int bytes)
{
    QByteArray all(4, '\0');
    qToBigEndian(value, all.data());
    return all.right(bytes);
}

void breakOnce(QByteArray &file, Random &random)
{
    switch (random.below(10)) {
    case 0: // some bits
        for (int i = random.below(64); i >= 0; --i) {
            const int at = place(file, random);
            file[at] = char(file[at] ^ (1 << random.below(8)));
        }
        break;
    case 1: overwrite(file, place(file, random), random.bytes(1 + random.below(200))); break;
    case 2: { // two pages change places
        const int a = pageStart(file, random);
        const int b = pageStart(file, random);
        const QByteArray first = file.mid(a, kPage);
        overwrite(file, a, file.mid(b, kPage));
        overwrite(file, b, first);
        break;
    }
    case 3: overwrite(file, pageStart(file, random), file.mid(pageStart(file, random), kPage)); break;
    case 4: overwrite(file, pageStart(file, random), QByteArray(kPage, random.oneOf({'\0', '\xff'}))); break;
    case 5: file.truncate(random.chance(50) ? place(file, random) : pageStart(file, random)); break;
    case 6:
        file += random.chance(50) ? random.bytes(random.below(9000)) : file.mid(pageStart(file, random));
        break;
    case 7:
        overwrite(file, random.oneOf(kHeaderFields), bigEndian(random.edge(), random.oneOf({1, 2, 4})));
        break;
    case 8: // the head of a page: its kind, free places, number and places of cells
        overwrite(file, pageStart(file, random) + random.oneOf(kPageFields),
            bigEndian(random.edge(), random.oneOf({1, 2, 4})));
        break;
    default: // a number in the middle: often a page number, a length or a type
        overwrite(file, place(file, random), bigEndian(random.edge(), random.oneOf({1, 2, 4})));
    }
}

QByteArray quoted(QByteArray text) { return '\'' + text.replace('\'', "''") + '\''; }

QByteArray repeated(const QByteArray &text, Random &random)
{
    static constexpr std::array kSizes{10, 1000, 30'000, 400'000, 3'000'000};
    return quoted(text.repeated(int(random.oneOf(kSizes) / std::max<qsizetype>(1, text.size()))));
}

/// A way back that leads somewhere else.
QByteArray strangeUndo(Random &random)
{
    const QByteArray number
        = random.oneOf<const char *>({"0", "1", "-1", "5000", "2147483647", "1e300", "\"\"", "null"});
    const QByteArray put
        = random.oneOf<const char *>({"\"x\"", "\"\"", "[]", "[{}]", "[{\"name\":\"a\"}]", "7"});
    const QByteArray name = random.oneOf<const char *>(
        {"set_text", "set_heading", "set_channels", "set_figures", "set_fact", "set_note",
            "insert_sub_section", "remove_sub_section", "move_sub_section", "set_form", "set_prior"});
    const QByteArray step = "{\"" + name + "\":{\"section\":\"overview\",\"index\":" + number
        + ",\"at\":" + number + ",\"cut\":" + number + ",\"put\":" + put
        + R"(,"to":1,"key":"title","cell":"disclosure.fees.amount","heading":"h","text":"t","form":"2019","report":"k"}})";
    return quoted('[' + QByteArrayList(random.oneOf({1, 3, 2000}), step).join(',') + ']');
}

QByteArray strangeText(Random &random)
{
    switch (random.below(9)) {
    case 8: return strangeUndo(random);
    case 0:
        return random.oneOf<const char *>({"''", "' '", "'-1'", "'1e9'", "'１２'", "'0.0000001'",
            "'99999999999999999999'", "'NaN'", "'true'", "'overview/1'", "'2021'", "'drafting'"});
    case 1:
        return random.oneOf<const char *>(
            {"char(27) || '[2J'", "char(0) || 'x'", "char(0x202e) || 'x'", "char(0xe000) || '1'",
                "char(0xfffe)", "char(0x1f600)", "'{{' || 'cell:requests.total.total' || '}}'", "'{{{{'",
                "'<img src=\"/dev/zero\">'", "cast(x'ff80c0' AS TEXT)", "cast(x'eda080' AS TEXT)"});
    case 2: return repeated("5%", random);
    case 3: return repeated("收到申请3件，", random);
    case 4: return repeated("（一）", random);
    case 5: return repeated("1", random);
    case 6: return repeated("\n", random);
    default: return "cast(x'" + random.bytes(random.below(300)).toHex() + "' AS TEXT)";
    }
}

} // namespace

QByteArray strangeValue(Random &random)
{
    switch (random.below(7)) {
    case 0: return "NULL";
    case 1: return QByteArray::number(qint32(random.edge()));
    case 2:
        return random.oneOf<const char *>(
            {"9223372036854775807", "-9223372036854775808", "1e308", "-0.0", "0.1"});
    case 3: return "x'" + random.bytes(random.below(300)).toHex() + '\'';
    case 4: return "zeroblob(" + QByteArray::number(random.oneOf({1, 5000, 2'000'000})) + ')';
    default: return strangeText(random);
    }
}

QByteArray brokenBytes(const QByteArray &file, Random &random)
{
    QByteArray broken = file;
    for (int i = random.chance(60) ? 0 : random.below(6); i >= 0 && !broken.isEmpty(); --i)
        breakOnce(broken, random);
    return broken;
}

void breakContent(const QString &path, const QByteArray &priorJson, Random &random)
{
    const Stranger stranger(path);
    stranger.run("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    for (int i = random.below(4); i >= 0; --i) {
        const Table &table = random.oneOf(tables());
        const QByteArray name = table.name;
        const QByteArray where = " WHERE name = '" + name + '\'';
        const bool isLoose = random.chance(40); // then values of any type come in
        if (isLoose)
            stranger.rewrite(
                "UPDATE sqlite_master SET sql = replace(replace(sql, ') STRICT, ', ') '), ') STRICT', ')')"
                + where);
        const QByteArray key = table.columns.first();
        const QByteArray column = random.oneOf(table.columns);
        const QByteArray row = "(SELECT " + key + " FROM " + name + " LIMIT 1 OFFSET "
            + QByteArray::number(random.below(40)) + ')';
        switch (random.below(6)) {
        case 0: stranger.run("DELETE FROM " + name); break;
        case 1:
            stranger.run("UPDATE OR REPLACE " + name + " SET " + column + " = " + strangeValue(random));
            break;
        case 2: { // many rows
            QByteArrayList values;
            for (qsizetype j = 0; j < table.columns.size(); ++j)
                values.append(random.chance(60) ? QByteArray("i") : strangeValue(random).left(2000));
            stranger.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                + QByteArray::number(random.oneOf({3, 700, 20'000})) + ") INSERT OR IGNORE INTO " + name
                + " SELECT " + values.join(", ") + " FROM n");
            break;
        }
        case 3:
            stranger.run(
                "INSERT OR REPLACE INTO prior VALUES (1, cast(x'" + priorJson.toHex() + "' AS TEXT))");
            break;
        default:
            stranger.run("UPDATE OR REPLACE " + name + " SET " + column + " = " + strangeValue(random)
                + " WHERE " + key + " = " + row);
        }
        if (isLoose)
            stranger.rewrite("UPDATE sqlite_master SET sql = iif(sql LIKE '%) WITHOUT ROWID', replace(sql, "
                             "') WITHOUT', ') "
                             "STRICT, WITHOUT'), sql || ' STRICT')"
                + where);
    }
}

} // namespace nianbao::fuzz
