// SPDX-License-Identifier: MulanPSL-2.0
// A clerk in a hurry, to be killed: edits the given report without end through the one door, and says after
// each edit what is now acknowledged: "N CELL VALUE" or "N TEXT length".
#include "errorwords.h"
#include "session.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

using namespace nianbao;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = Session::open(QCoreApplication::arguments().at(1));
    if (!session) {
        std::fprintf(stderr, "%s\n", qPrintable(describe(session.error())));
        return 2;
    }
    QList<CellId> cells;
    for (const TableSpec &table : (*session)->report().spec().tables) {
        for (const CellId &cell : table.cells) {
            if (!(*session)->report().spec().cell(cell)->isComputed())
                cells.append(cell);
        }
    }
    auto *random = QRandomGenerator::global();
    for (int edit = 1;; ++edit) {
        Change change;
        QByteArray acknowledgement = QByteArray::number(edit) + ' ';
        if (edit % 5 == 0) {
            const QString text(edit % 997 + 1, u'字');
            change
                = Change::of(QStringLiteral("text"), SetText{SectionId(QStringLiteral("overview")), 0, text});
            acknowledgement += "TEXT " + QByteArray::number(text.size());
        } else {
            const CellId cell = cells[random->bounded(cells.size())];
            change = Change::of(QStringLiteral("cell"), SetCell{cell, Amount::fromInteger(edit)});
            acknowledgement += cell.toString().toUtf8() + ' ' + QByteArray::number(edit);
        }
        if (!(*session)->edit(change))
            return 3;
        std::printf("%s\n", acknowledgement.constData());
        std::fflush(stdout);
    }
}
