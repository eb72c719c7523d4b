// SPDX-License-Identifier: MulanPSL-2.0
#include "findmodel.h"
#include "testreports.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class FindModelTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<FindModel> m_model;
    const SectionId m_other{QStringLiteral("other")};
    const SectionId m_overview{QStringLiteral("overview")};

    void set(const QString &text) { QVERIFY(m_session->edit(Change::of({}, SetText{m_other, 0, text}))); }
    QVariant at(int row, int role) const { return m_model->index(row).data(role); }
    QList<int> checks() const
    {
        QList<int> states;
        for (int row = 0; row < m_model->rowCount(); ++row)
            states.append(at(row, Qt::CheckStateRole).isValid() ? at(row, Qt::CheckStateRole).toInt() : -1);
        return states;
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {SetHeading{m_overview, 0, QStringLiteral("甬题")},
                SetText{m_overview, 0, QStringLiteral("甬文")},
                SetText{m_other, 0,
                    QStringLiteral("前甬后。《甬办法》施行。{{requests.received.individual}}")}}}));
        auto made = Session::create(m_folder.filePath(QStringLiteral("m%1.nianbao").arg(++number)), report);
        QVERIFY(made);
        m_session = std::move(*made);
        m_model = std::make_unique<FindModel>(*m_session);
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
        m_model->look({QStringLiteral("甬")});
    }
    void cleanup()
    {
        m_model.reset();
        m_session.reset();
    }

    /// 更正说明 is printed: it is found, and the hit leads to where it is changed.
    void theCorrectionLeadsToItsSection()
    {
        Review review;
        review.revision = 2;
        review.correction = QStringLiteral("甲处更正");
        Report report = test::filledReport();
        QVERIFY(report.apply({{}, {SetReview{review}}, {}, true}));
        const auto made = Session::create(m_folder.filePath(QStringLiteral("corrected.nianbao")), report);
        QVERIFY(made);
        FindModel model(**made);
        model.look({QStringLiteral("甲处")});
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.placeAt(0).isNowhere());
        QCOMPARE(model.leadsTo(0).toString(), QStringLiteral("other"));
        QCOMPARE(model.index(0).data(FindModel::PartRole).toString(),
            QStringLiteral("Statement of the correction"));
    }

    void placesStandUnderTheirPart()
    {
        QCOMPARE(m_model->rowCount(), 4);
        QCOMPARE(at(0, FindModel::PartRole).toString().isEmpty(), false);
        QVERIFY(at(0, FindModel::PartRole).toString().contains(QStringLiteral("甬题")));
        QCOMPARE(at(1, FindModel::PartRole).toString(), QString()); // of the same sub-section
        QVERIFY(!at(2, FindModel::PartRole).toString().isEmpty());
        QCOMPARE(at(2, FindModel::BeforeRole).toString(), QStringLiteral("前"));
        QCOMPARE(at(2, FindModel::FoundRole).toString(), QStringLiteral("甬"));
        QCOMPARE(at(2, FindModel::AfterRole).toString(), QStringLiteral("后"));
        QVERIFY(at(3, Qt::AccessibleTextRole).toString().contains(QStringLiteral("In the title")));
    }

    void nothingIsTickedUntilSomethingIsReplaced()
    {
        QCOMPARE(checks(), (QList<int>{-1, -1, -1, -1}));
        m_model->setReplacement(QStringLiteral("新"));
        QCOMPARE(checks(), (QList<int>{2, 2, 2, 0})); // the doubtful one is not
        QCOMPARE(m_model->ticked().size(), 3);
        QCOMPARE(at(0, FindModel::ReplacementRole).toString(), QStringLiteral("新"));
        QVERIFY(!at(3, FindModel::ReplacementRole).isValid());
        m_model->setReplacement(std::nullopt);
        QCOMPARE(m_model->ticked().size(), 0);
    }

    void whatAPersonChoseStaysWhileOthersAreTyped()
    {
        m_model->setReplacement(QStringLiteral("新"));
        QSignalSpy ticked(m_model.get(), &FindModel::tickedChanged);
        QVERIFY(m_model->setData(m_model->index(2), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(m_model->setData(m_model->index(3), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(ticked.size(), 2);
        set(QStringLiteral("别的一句。前甬后。《甬办法》施行。"));
        m_model->refresh();
        QCOMPARE(checks(), (QList<int>{2, 2, 0, 2}));
        m_model->look({QStringLiteral("甬办")}); // others are looked for
        m_model->look({QStringLiteral("甬")});
        QCOMPARE(checks(), (QList<int>{2, 2, 2, 0}));
    }

    /// Who reads in the list stays where they are.
    void whatStaysKeepsItsRow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("rows");
        QTest::newRow("one goes") << QStringLiteral("前后。《甬办法》施行。") << 3;
        QTest::newRow("two come") << QStringLiteral("甬一。甬二。前甬后。《甬办法》施行。") << 6;
        QTest::newRow("others in their place") << QStringLiteral("甬一。《甬规定》施行。") << 4;
        QTest::newRow("all of the text go") << QString() << 2;
    }
    void whatStaysKeepsItsRow()
    {
        QFETCH(QString, text);
        QFETCH(int, rows);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex title(m_model->index(0));
        const QPersistentModelIndex inLaw(m_model->index(3));
        set(text);
        m_model->refresh();
        QCOMPARE(m_model->rowCount(), rows);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(title.row(), 0);
        if (text.contains(QStringLiteral("甬办法")))
            QCOMPARE(inLaw.row(), rows - 1);
        for (int row = 0; row < rows; ++row)
            QVERIFY(!at(row, FindModel::FoundRole).toString().isEmpty());
    }

    void twoPlacesWithTheSameWordsAroundAreTickedApart()
    {
        m_model->setReplacement(QStringLiteral("新"));
        set(QStringLiteral("同甬。\n同甬。"));
        m_model->refresh();
        QCOMPARE(m_model->rowCount(), 4);
        QVERIFY(m_model->setData(m_model->index(2), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(checks(), (QList<int>{2, 2, 0, 2}));
    }

    void figuresAreNeverTicked()
    {
        m_model->setReplacement(QStringLiteral("新"));
        m_model->look({QStringLiteral("0")});
        QVERIFY(m_model->rowCount() > 10);
        QVERIFY(m_model->ticked().isEmpty() || m_model->countTickable() > 0);
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->placeAt(row).kind() != Place::Kind::Cell)
                continue;
            QVERIFY(!at(row, Qt::CheckStateRole).isValid());
            QVERIFY(!m_model->setData(m_model->index(row), Qt::Checked, Qt::CheckStateRole));
        }
    }

    void followsTheReportAMomentAfterAnEdit()
    {
        QSignalSpy found(m_model.get(), &FindModel::found);
        set(QStringLiteral("没有"));
        QCOMPARE(m_model->rowCount(), 4); // not with every key
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(found.size(), 1);
        set(QStringLiteral("也没有"));
        m_model->refresh();
        QCOMPARE(found.size(), 1); // the same places
    }
};

QTEST_MAIN(FindModelTest)
#include "tst_findmodel.moc"
