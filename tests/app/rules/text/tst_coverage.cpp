// SPDX-License-Identifier: MulanPSL-2.0
#include "coverage.h"
#include "pagestyle.h"

#include <QTest>

#include <algorithm>

using namespace nianbao;

namespace {
constexpr char32_t kCharacters = 0x110000;
}

/// The list by which GLYPH judges says what the fonts of the default set-up say.
class CoverageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theListIsWhatTheFontsHave_data()
    {
        QTest::addColumn<int>("role");
        QTest::newRow("title") << int(FontRole::Title);
        QTest::newRow("body") << int(FontRole::Body);
        QTest::newRow("heading 1") << int(FontRole::Heading1);
        QTest::newRow("heading 2") << int(FontRole::Heading2);
        QTest::newRow("table") << int(FontRole::Table);
    }
    void theListIsWhatTheFontsHave()
    {
        QFETCH(int, role);
        static const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        const Coverage &coverage = Coverage::of(Letter(role)); // in the order of FontRole
        const QStringList usual{QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Noto Sans CJK SC"),
            QStringLiteral("AR PL UKai CN"), QStringLiteral("FandolFang")};
        for (int i = 0; i < (*fonts)->faces(); ++i) {
            if (!usual.contains((*fonts)->face(i).family()))
                QSKIP("this computer has fonts beyond the default set-up");
        }
        static const std::vector<bool> printed = [&] {
            std::vector<bool> has(kCharacters);
            for (char32_t c = 0x20; c < kCharacters; ++c) {
                for (int i = 0; i < (*fonts)->faces() && !has[c]; ++i)
                    has[c] = (*fonts)->face(i).glyph(c) != 0;
            }
            return has;
        }();
        QVERIFY(std::count(printed.begin(), printed.end(), true) > 40'000);
        for (char32_t c = 0; c < kCharacters; ++c) {
            if (printed[c] != coverage.has(c))
                QFAIL(qPrintable(QStringLiteral("U+%1: run make_coverage").arg(uint(c), 4, 16)));
        }
    }
};

QTEST_GUILESS_MAIN(CoverageTest)
#include "tst_coverage.moc"
