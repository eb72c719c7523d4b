// SPDX-License-Identifier: MulanPSL-2.0
#include "parttest.h"

#include <QRandomGenerator>

using namespace nianbao;

/// Figures stay with their place while sub-sections and paragraphs come and go; an inverse is exact.
class IllustrationsTest : public QObject {
    Q_OBJECT

    const SectionId m_overview{QStringLiteral("overview")};

    static Illustration chart(int index, int after)
    {
        return {Place::subSection(SectionId(QStringLiteral("overview")), index), after,
            QStringLiteral("chart"), {}, QStringLiteral("channels"), {}, {}};
    }

    /// Two sub-sections of three paragraphs; a chart after the second paragraph of the second.
    Report start()
    {
        Report report = test::filledReport();
        const QString text = QStringLiteral("甲\n乙\n丙");
        const auto done = report.apply({{},
            {SetText{m_overview, 0, text}, InsertSubSection{m_overview, 1, {QStringLiteral("二"), text}},
                SetIllustrations{{chart(1, 2)}}},
            {}});
        if (!done)
            qFatal("the report cannot be made");
        return report;
    }

    /// Bytes that begin as a picture does.
    static QList<Illustration> pictures(qsizetype number, qsizetype bytes)
    {
        Illustration picture = chart(0, 0);
        picture.kind = QStringLiteral("picture");
        picture.picture = QByteArray("\x89PNG\r\n\x1a\n", 8).leftJustified(bytes);
        return QList<Illustration>(number, picture);
    }

private Q_SLOTS:
    void steps_data()
    {
        test::addStepColumns();
        using E = ErrorCode;
        const auto row = [](const char *name, const QList<Illustration> &illustrations,
                             std::optional<ErrorCode> code = {}, const char *where = "") {
            test::stepRow(name, SetIllustrations{illustrations}, code, where);
        };
        row("as many pictures as may be", pictures(bounds::kIllustrations, 20));
        row("too many pictures", pictures(bounds::kIllustrations + 1, 20), E::TooMany, "illustrations");
        row("a large picture", pictures(1, bounds::kPictureBytes + 1), E::PictureTooLarge, "illustrations/1");
        row("large pictures together", pictures(11, bounds::kPictureBytes), E::PictureTooLarge,
            "illustrations");
        row("a picture without a place", {chart(8, 0)}, E::NoSuchPlace, "overview/9");
        Illustration other = chart(0, 0);
        other.place = Place::subSection(SectionId(QStringLiteral("requests")), 0);
        row("a picture of a table", {other}, E::NoSuchPlace, "requests/1");
        other = chart(0, 1);
        other.caption = test::letters(bounds::kLine);
        row("a long caption", {other});
        other.caption += u'字';
        row("a longer caption", {other}, E::TooLong, "illustrations/1/caption");
    }
    void steps() { test::tryStep(); }

    void theFigureFollows_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<QString>("section"); // empty: it went
        QTest::addColumn<int>("after");
        const auto text = [this](const char *words) {
            return SetText{m_overview, 1, QString::fromUtf8(words)};
        };
        const auto row = [](const char *name, const QList<Step> &steps, const char *section, int after) {
            QTest::newRow(name) << steps << QString::fromLatin1(section) << after;
        };
        row("a sub-section before it", {InsertSubSection{m_overview, 0, {}}}, "overview/3", 2);
        row("a sub-section after it", {InsertSubSection{m_overview, 2, {}}}, "overview/2", 2);
        row("the one before goes", {RemoveSubSection{m_overview, 0}}, "overview/1", 2);
        row("its own goes", {RemoveSubSection{m_overview, 1}}, "", 0);
        row("its own moves up", {MoveSubSection{m_overview, 1, 0}}, "overview/1", 2);
        row("the one before moves past it", {MoveSubSection{m_overview, 0, 1}}, "overview/1", 2);
        row("a paragraph above", {text("新\n甲\n乙\n丙")}, "overview/2", 3);
        row("a paragraph below", {text("甲\n乙\n丙\n新")}, "overview/2", 2);
        row("a paragraph above goes", {text("乙\n丙")}, "overview/2", 1);
        row("a word in a paragraph", {text("甲\n乙乙\n丙")}, "overview/2", 2);
        row("another text with fewer paragraphs", {text("丁")}, "overview/2", 2);
        row("another text with more paragraphs", {text("丁\n戊\n己\n庚\n辛")}, "overview/2", 2);
    }
    void theFigureFollows()
    {
        QFETCH(QList<Step>, steps);
        QFETCH(QString, section);
        QFETCH(int, after);
        Report report = start();
        const Report before = report;
        const auto delta = report.apply({{}, steps, {}});
        QVERIFY(delta);
        if (section.isEmpty()) {
            QVERIFY(report.illustrations().isEmpty());
        } else {
            QCOMPARE(report.illustrations().first().place.toString(), section);
            QCOMPARE(report.illustrations().first().afterParagraph, after);
        }
        QVERIFY(report.apply(delta->inverse));
        QVERIFY(report == before);
    }

    void aRandomWalkGoesBackExactly()
    {
        QRandomGenerator random(20261124);
        Report report = start();
        const Report before = report;
        QList<Change> inverses;
        for (int i = 0; i < 400; ++i) {
            const auto count = int(report.subSections(m_overview).size());
            const auto any = [&] { return count > 0 ? random.bounded(count) : 0; };
            Step step = InsertSubSection{m_overview, any(), {}};
            switch (random.bounded(6)) {
            case 0: step = RemoveSubSection{m_overview, any()}; break;
            case 1: step = MoveSubSection{m_overview, any(), any()}; break;
            case 2: {
                auto illustrations = report.illustrations();
                illustrations.append(chart(any(), random.bounded(4)));
                step = SetIllustrations{illustrations};
                break;
            }
            case 3:
            case 4: {
                QStringList paragraphs;
                for (int k = random.bounded(5); k >= 0; --k)
                    paragraphs.append(QString(QChar(u'甲' + random.bounded(4))));
                step = SetText{m_overview, any(), paragraphs.join(u'\n')};
                break;
            }
            default: break;
            }
            if (const auto delta = report.apply(Change::of({}, step)); delta && !delta->isEmpty())
                inverses.prepend(delta->inverse);
        }
        QVERIFY(inverses.size() > 200);
        for (const Change &inverse : inverses)
            QVERIFY(report.apply(inverse));
        QVERIFY(report == before);
    }

    void aPictureTravelsInTheJson()
    {
        Report report = test::filledReport();
        const QByteArray bytes("\x89PNG\r\n\x1a\n\0no picture", 19);
        QVERIFY(report.apply(Change::of({},
            SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("picture"),
                QStringLiteral("窗口"), {}, QStringLiteral("a.png"), bytes}}})));
        const auto again = reportFromJson(reportToJson(report));
        QVERIFY(again);
        QVERIFY(again->report == report);
        QCOMPARE(again->report.illustrations().first().picture, bytes);
        QByteArray spoiled = reportToJson(report);
        spoiled.replace(bytes.toBase64(), "***");
        const auto refused = reportFromJson(spoiled);
        QVERIFY(!refused);
        QVERIFY(refused.error().where.contains(QStringLiteral("data")));
    }
};

QTEST_GUILESS_MAIN(IllustrationsTest)
#include "tst_illustrations.moc"
