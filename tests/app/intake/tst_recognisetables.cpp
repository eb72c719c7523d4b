// SPDX-License-Identifier: MulanPSL-2.0
#include "drawntables.h"
#include "recognisetables.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

QString wrongOnes(const RecognisedTables &tables, const Figures &right, bool mustBeSure)
{
    QStringList wrong;
    for (auto cell = right.begin(); cell != right.end(); ++cell) {
        const ProposedCell read = tables.cells.value(cell.key());
        const QString value = read.value ? read.value->toString() : QString();
        if (value != cell.value() || (mustBeSure && !value.isEmpty() && read.state != Recognition::Sure))
            wrong.append(cell.key().toString() + u' ' + value + u'/' + cell.value() + u' '
                + toString(read.state) + u' ' + read.why.in(Language::English));
    }
    return wrong.mid(0, 60).join(u'\n');
}

} // namespace

class RecogniseTablesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryForm_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<bool>("isFlat");
        for (const SpecPointer &form : shippedForms()) {
            QTest::addRow("%s with merged cells", qPrintable(form->id)) << form->id << false;
            QTest::addRow("%s with empty cells in place of merged ones", qPrintable(form->id))
                << form->id << true;
        }
    }
    void readsEveryForm()
    {
        QFETCH(QString, form);
        QFETCH(bool, isFlat);
        QRandomGenerator random(16);
        for (int round = 0; round < 10; ++round) {
            const SpecPointer spec = findForm(form);
            const Figures figures = drawnFigures(*spec, random);
            const RecognisedTables tables = recogniseTables(statutoryDocument(*spec, figures, isFlat));
            QVERIFY(tables.form);
            QCOMPARE(tables.form->id, form);
            const QString wrong = wrongOnes(tables, figures, true);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            QCOMPARE(tables.cells.size(), spec->cellSpecs.size());
            for (const Phrase &note : tables.notes)
                QFAIL(qPrintable(note.in(Language::English)));
            QCOMPARE(tables.usedBlocks, (QSet<int>{1, 3, 5}));
        }
    }
};

QTEST_GUILESS_MAIN(RecogniseTablesTest)
#include "tst_recognisetables.moc"
