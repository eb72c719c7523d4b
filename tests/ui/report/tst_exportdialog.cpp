// SPDX-License-Identifier: MulanPSL-2.0
#include "exportdialog.h"
#include "testreports.h"

#include <QCheckBox>
#include <QComboBox>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nianbao;

class ExportDialogTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static QCheckBox *box(const ExportDialog &dialog, const char *start)
    {
        for (QCheckBox *each : dialog.findChildren<QCheckBox *>()) {
            if (each->text().startsWith(QLatin1String(start)))
                return each;
        }
        qFatal("no box %s", start);
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); }

    void theDefaultsAreWhatIsPublished()
    {
        const PageChoices choices = PageSetup().choices();
        QVERIFY(choices.signature);
        QVERIFY(choices.draftMark);
        QVERIFY(!choices.seal && !choices.cover && !choices.fillsArea);
        QVERIFY(!choices.marksArchival);
        QVERIFY(choices.author.isEmpty());
    }

    void choicesGoThroughTheDialogAndAreKept()
    {
        PageChoices wanted;
        wanted.fillsArea = wanted.seal = wanted.cover = wanted.marksArchival = true;
        wanted.draftMark = false;
        wanted.author = QStringLiteral("张三");
        const ExportDialog dialog(wanted, Paper::Review, {});
        QCOMPARE(int(dialog.paper()), int(Paper::Review));
        const PageChoices shown = dialog.choices();
        QVERIFY(shown.fillsArea && shown.seal && shown.cover && shown.marksArchival);
        QVERIFY(!shown.draftMark);
        QCOMPARE(shown.author, wanted.author);
        PageSetup().choose(shown);
        const PageChoices kept = PageSetup().choices();
        QVERIFY(kept.fillsArea && kept.seal && kept.cover && kept.marksArchival);
        QVERIFY(kept.draftMark); // a draft is marked again next time
        QVERIFY(kept.author.isEmpty()); // a name is given anew each time
    }

    /// The boxes are one list: as far from each other as lines of it are.
    void theBoxesStandTogether()
    {
        ExportDialog dialog({}, Paper::Report, {});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const auto boxes = dialog.findChildren<QCheckBox *>();
        QList<int> tops;
        for (const QCheckBox *each : boxes)
            tops.append(each->mapTo(&dialog, QPoint()).y());
        std::sort(tops.begin(), tops.end());
        QCOMPARE(tops.size(), 6);
        const int line = boxes.first()->height();
        for (int i = 1; i < tops.size(); ++i) {
            QCOMPARE(tops[i] - tops[i - 1], tops[1] - tops[0]);
            QVERIFY(tops[i] - tops[i - 1] <= line * 3 / 2);
        }
    }

    void whatDoesNotConcernThePaperCannotBeChosen()
    {
        ExportDialog dialog(PageChoices(), Paper::Report, {});
        QVERIFY(box(dialog, "Cover")->isEnabled());
        box(dialog, "Signature")->setChecked(false);
        QVERIFY(!box(dialog, "Room for the seal")->isEnabled());
        dialog.findChild<QComboBox *>()->setCurrentIndex(int(Paper::SignOff));
        for (const char *start : {"Cover", "Signature", "Draft", "Fill"})
            QVERIFY2(!box(dialog, start)->isEnabled(), start);
    }
};

QTEST_MAIN(ExportDialogTest)
#include "tst_exportdialog.moc"
