// SPDX-License-Identifier: MulanPSL-2.0
#include "approved.h"
#include "clock.h"
#include "commentactions.h"
#include "language.h"
#include "pagesetup.h"
#include "parcel.h"
#include "pdfcheck.h"
#include "reviewsteps.h"
#include "testreports.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {

const QList<ParcelPart> kAll{ParcelPart::Report, ParcelPart::Copy, ParcelPart::Checks};
const SectionId kOverview(QStringLiteral("overview"));
const QString kDeleted = QStringLiteral("举报人电话13800001234");
const QString kComment = QStringLiteral("这句话再想想");

QDateTime fixedTime() { return {QDate(2022, 1, 20), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600}; }

QString searched(const QByteArray &pdf)
{
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")});
    process.write(pdf);
    process.closeWriteChannel();
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class ParcelTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    QList<ParcelFile> m_all; // made once: fonts take their time

    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Something was typed and deleted, something was commented, and all of it was approved.
    void makeApproved()
    {
        Report drafted = test::filledReport();
        QVERIFY(drafted.apply(
            Change::of({}, SetFact{QLatin1String(fact::kName), QStringLiteral("临江市花山镇人民政府")})));
        auto made = Session::create(path(QStringLiteral("r.nianbao")), drafted, true);
        QVERIFY(made);
        m_session = std::move(*made);
        const QString before = m_session->report().subSections(kOverview).first().text;
        QVERIFY(m_session->edit(Change::of({}, SetText{kOverview, 0, before + kDeleted})));
        QVERIFY(m_session->edit(Change::of({}, SetText{kOverview, 0, before})));
        const auto comment = commentActions::add(m_session->report(),
            *Place::parse(QStringLiteral("overview/1")), kComment, QStringLiteral("陈立"));
        QVERIFY(comment && m_session->edit(*comment));
        test::approve(*m_session);
    }

    QList<ParcelFile> made(const QList<ParcelPart> &parts = kAll)
    {
        const auto files = makeParcel(*m_session, PageChoices(), parts);
        if (!files)
            qFatal("the parcel cannot be made: %s", qPrintable(describe(files.error())));
        return *files;
    }
    Letter letter() const
    {
        return filled(shippedTemplates(), m_session->report(),
            {QStringLiteral("市政府办公室"), QStringLiteral("王芸"), {QStringLiteral("正式文本（PDF）")}});
    }
    QStringList names(const QList<ParcelFile> &files, FileNames kind = FileNames::Chinese) const
    {
        return parcelNames(files, letter(), m_session->report(), kind);
    }

    static QJsonObject readBack(const QString &program, const QString &script, const QString &file)
    {
        QProcess process;
        process.start(program, {QStringLiteral(READERS "/") + script, file});
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(script), process.readAllStandardError().constData());
        return QJsonDocument::fromJson(process.readAllStandardOutput()).array().first().toObject();
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        setClock(fixedTime);
        makeApproved();
        m_all = made();
    }

    void theFiles()
    {
        const auto &files = m_all;
        QCOMPARE(files.size(), 3);
        QVERIFY(files[0].bytes.startsWith("%PDF-1.7") && files[0].pages > 2);
        QVERIFY(searched(files[0].bytes).contains(QStringLiteral("政府信息公开工作年度报告")));
        QVERIFY(files[1].bytes.startsWith("SQLite format 3"));
        QVERIFY(files[2].bytes.startsWith("%PDF-1.7") && files[2].pages > 0);
        QVERIFY(searched(files[2].bytes).contains(QStringLiteral("核对单")));
        QCOMPARE(made({ParcelPart::Report}).first().bytes, files[0].bytes); // the same report, the same bytes
    }

    /// Who receives them can ask whether they are those of the report.
    void eachPdfIsVerified()
    {
        for (const int part : {0, 2}) {
            const QString file = path(QStringLiteral("sent%1.pdf").arg(part));
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(m_all[part].bytes);
            out.close();
            const auto check = checkPdf(file, *m_session);
            QVERIFY(check);
            QVERIFY2(check->verdict == PdfCheck::Verdict::Equal, qPrintable(pdfWords(*check)));
        }
    }

    void nothingDeletedAndNoCommentIsInTheCopy()
    {
        const QByteArray own = test::readFile(m_session->path());
        const QByteArray copy = m_all[1].bytes;
        QVERIFY(own.contains(kComment.toUtf8()));
        QVERIFY(!copy.contains(kComment.toUtf8()));
        QVERIFY(!copy.contains(kDeleted.toUtf8()));
    }

    /// Not even what was said about last year's report.
    void lastYearsTalkIsNotInTheCopy()
    {
        const QString said = QStringLiteral("去年那句没有改");
        Report prior = test::filledReport(QStringLiteral("2021"), 2020);
        QVERIFY(prior.apply({{},
            {SetComment{1, Comment{Place::report(), said, QStringLiteral("陈立"), {}}}, SetReview{[&said] {
                 Review review;
                 review.state = ReviewState::Returned;
                 review.events = {{ReviewAction::Return, QStringLiteral("陈立"), {}, said}};
                 return review;
             }()}},
            {}}));
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({}, SetPrior{std::make_shared<const Report>(prior)})));
        QCOMPARE(report.prior()->comments().size(), 0);
        QVERIFY(report.prior()->review().events.isEmpty());
        QVERIFY(report.prior()->review().state == ReviewState::Returned);
        auto session = Session::create(path(QStringLiteral("prior.nianbao")), report, true);
        QVERIFY(session);
        test::Way(**session).toLastReader().signOnPaper();
        const auto files = makeParcel(**session, PageChoices(), {ParcelPart::Copy});
        QVERIFY(files);
        QVERIFY(!files->first().bytes.contains(said.toUtf8()));
        QVERIFY(!test::readFile((*session)->path()).contains(said.toUtf8()));
    }

    void theCopyIsTheReport()
    {
        const QString file = path(QStringLiteral("copy.nianbao"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(m_all[1].bytes);
        out.close();
        const auto copy = Session::open(file, Session::Mode::Look);
        QVERIFY(copy);
        QCOMPARE((*copy)->contentDigest(), m_session->contentDigest());
        QVERIFY((*copy)->report().review().state == ReviewState::Approved);
        QVERIFY((*copy)->verification(std::nullopt).reason == Verification::Reason::None);
        QFile::remove(file);
    }

    void onlyWhatIsApprovedLeaves_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("code"); // -1: it may
        for (const char *state : {"drafting", "in_review", "returned"})
            QTest::newRow(state) << QString::fromLatin1(state) << int(ErrorCode::MoveNotAllowed);
        for (const char *state : {"approved", "submitted", "published"})
            QTest::newRow(state) << QString::fromLatin1(state) << -1;
        QTest::newRow("changed after it was approved")
            << QStringLiteral("changed") << int(ErrorCode::BadArguments);
    }
    void onlyWhatIsApprovedLeaves()
    {
        QFETCH(QString, state);
        QFETCH(int, code);
        const auto wanted = reviewStateFromString(state);
        Report report = m_session->report();
        Review review = report.review();
        review.state = wanted.value_or(ReviewState::Approved);
        review.step = review.state == ReviewState::InReview ? 1 : 0;
        if (review.state < ReviewState::Approved)
            review.paper.reset();
        Change change = Change::of({}, SetReview{review});
        if (!wanted)
            change.steps.append(SetText{kOverview, 0, QStringLiteral("另一句话。")});
        change.restores = true;
        QVERIFY(report.apply(change));
        const auto session = Session::create(path(QStringLiteral("state.nianbao")), report, true);
        QVERIFY(session);
        const auto files = makeParcel(**session, PageChoices(), {ParcelPart::Checks});
        QCOMPARE(files ? -1 : int(files.error().code), code);
        if (!files)
            QVERIFY(!describe(files.error()).isEmpty());
    }

    void theNames()
    {
        const auto &files = m_all;
        const QString base = QStringLiteral("临江市花山镇人民政府2021年政府信息公开工作年度报告");
        QCOMPARE(names(files),
            QStringList({base + QStringLiteral(".pdf"), base + QStringLiteral(".nianbao"),
                QStringLiteral("柳林镇2021年核对单.pdf")}));
        QCOMPARE(names(files, FileNames::Ascii),
            QStringList({QStringLiteral("annual-report-2021-r1.pdf"),
                QStringLiteral("annual-report-2021-r1.nianbao"), QStringLiteral("check-sheet-2021-r1.pdf")}));
        Letter same = letter();
        same.checksName = same.fileName = QStringLiteral("../年/报");
        const QStringList safe = parcelNames(files, same, m_session->report(), FileNames::Chinese);
        for (const QString &name : safe)
            QVERIFY2(!name.contains(u'/') && !name.startsWith(u'.'), qPrintable(name));
        QCOMPARE(QSet<QString>(safe.begin(), safe.end()).size(), 3);
    }

    void aFolder()
    {
        const auto &files = m_all;
        const QString folder = path(QStringLiteral("报送"));
        QVERIFY(writeFolder(files, names(files), folder));
        QStringList expected = names(files);
        expected.sort();
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
            expected);
        for (qsizetype i = 0; i < files.size(); ++i)
            QCOMPARE(test::readFile(QDir(folder).filePath(names(files)[i])), files[i].bytes);
        QVERIFY(QFileInfo(folder).permissions() & QFile::ReadOwner);
        const auto again = writeFolder(files, names(files), folder);
        QVERIFY(!again && again.error().code == ErrorCode::FileExists && again.error().where == folder);
        QVERIFY(QDir(folder).removeRecursively());
    }

    void nothingIsLeftOfAFolderThatFailed_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("spoils");
        QTest::newRow("no place to make it in")
            << QStringLiteral("nowhere/报送") << int(ErrorCode::FileNotFound) << false;
        QTest::newRow("a file has its name")
            << QStringLiteral("r.nianbao") << int(ErrorCode::FileExists) << false;
        QTest::newRow("a name in it cannot be written")
            << QStringLiteral("报送") << int(ErrorCode::WriteFailed) << true;
    }
    void nothingIsLeftOfAFolderThatFailed()
    {
        QFETCH(QString, folder);
        QFETCH(int, code);
        QFETCH(bool, spoils);
        const QList<ParcelFile> files{m_all[0], m_all[2]};
        QStringList called = names(files);
        if (spoils) // the second one fails after the first was written
            called[1] = QStringLiteral("no/such/folder.pdf");
        const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
        const auto done = writeFolder(files, called, path(folder));
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), code);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
    }

    void aName_data()
    {
        QTest::addColumn<QStringList>("taken");
        QTest::addColumn<QString>("free");
        QTest::newRow("free") << QStringList() << QStringLiteral("信.eml");
        QTest::newRow("taken") << QStringList{QStringLiteral("信.eml")} << QStringLiteral("信（2）.eml");
        QTest::newRow("twice taken") << QStringList{QStringLiteral("信.eml"), QStringLiteral("信（2）.eml")}
                                     << QStringLiteral("信（3）.eml");
    }
    void aName()
    {
        QFETCH(QStringList, taken);
        QFETCH(QString, free);
        installLanguage(QStringLiteral("zh_CN"));
        const QTemporaryDir folder;
        for (const QString &name : taken) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QCOMPARE(freeParcelPath(folder.path(), QStringLiteral("信"), QStringLiteral(".eml")),
            folder.filePath(free));
        installLanguage(QStringLiteral("en"));
        QVERIFY(QFileInfo(freeParcelPath(folder.path(), QString(400, u'长'), {})).fileName().toUtf8().size()
            <= 220);
    }

    /// Two parsers that are not ours find the same mail.
    void aMail()
    {
        const auto &files = m_all;
        const QString file = path(QStringLiteral("信.eml"));
        const Receivers to{QStringLiteral("市政府办 <zwgk@linjiang.example>; b@c.cn"), {}};
        QCOMPARE(nameOfFirst(to.to), QStringLiteral("市政府办"));
        QVERIFY(writeMailDraft(files, names(files), letter(), to, file));
        for (const auto &[program, script] :
            {std::pair(QStringLiteral("python3"), QStringLiteral("readmail.py")),
                std::pair(QStringLiteral("perl"), QStringLiteral("readmail.pl"))}) {
            const QJsonObject mail = readBack(program, script, file);
            QCOMPARE(mail[QStringLiteral("subject")].toString(), letter().subject);
            QCOMPARE(mail[QStringLiteral("text")]
                         .toString()
                         .replace(QStringLiteral("\r\n"), QStringLiteral("\n"))
                         .trimmed(),
                letter().text.trimmed());
            const QJsonArray attached = mail[QStringLiteral("attachments")].toArray();
            QCOMPARE(attached.size(), 3);
            for (qsizetype i = 0; i < files.size(); ++i) {
                const QJsonObject one = attached[i].toObject();
                QCOMPARE(one[QStringLiteral("name")].toString(), names(files)[i]);
                QCOMPARE(one[QStringLiteral("sha256")].toString(),
                    QString::fromLatin1(
                        QCryptographicHash::hash(files[i].bytes, QCryptographicHash::Sha256).toHex()));
            }
        }
        const QByteArray before = test::readFile(file);
        const auto again = writeMailDraft(files, names(files), letter(), {}, file);
        QVERIFY(!again && again.error().code == ErrorCode::FileExists);
        QCOMPARE(test::readFile(file), before);
        QFile::remove(file);
    }

    void aWrongAddressWritesNothing()
    {
        const Receivers wrong{QStringLiteral("市政府办"), {}};
        QVERIFY(!areReceivers(wrong));
        const auto done = writeMailDraft({}, {}, letter(), wrong, path(QStringLiteral("错.eml")));
        QVERIFY(!done && done.error().code == ErrorCode::BadAddress);
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("错.eml"))));
        QVERIFY(areReceivers({}));
        QVERIFY(nameOfFirst(wrong.to).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ParcelTest)
#include "tst_parcel.moc"
