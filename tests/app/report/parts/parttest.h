// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reportjson.h"
#include "testreports.h"

#include <QTest>

namespace nianbao::test {

inline QString letters(qsizetype count) { return QString(count, u'字'); }

inline void addStepColumns()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<int>("code"); // -1: taken
    QTest::addColumn<QString>("where");
}

inline void stepRow(
    const char *name, const Step &step, std::optional<ErrorCode> code = {}, const char *where = "")
{
    QTest::newRow(name) << step << (code ? int(*code) : -1) << QString::fromUtf8(where);
}

/// What every part promises: a step that is taken goes back and again, and what it made is read back from the
/// interchange format; one that is refused leaves the report as it was.
inline void tryStep()
{
    QFETCH(Step, step);
    QFETCH(int, code);
    QFETCH(QString, where);
    const Report before = filledReport();
    Report report = before;
    const auto done = report.apply(Change::of({}, step));
    QCOMPARE(done ? -1 : int(done.error().code), code);
    if (!done) {
        QCOMPARE(done.error().where, where);
        QVERIFY(report == before);
        return;
    }
    const Report after = report;
    QVERIFY(!(after == before));
    const auto json = provenJson(after);
    QVERIFY2(json, json ? "" : qPrintable(json.error().where));
    const auto back = report.apply(done->inverse);
    QVERIFY(back);
    QVERIFY(report == before);
    QVERIFY(report.apply(back->inverse));
    QVERIFY(report == after);
}

} // namespace nianbao::test
