// SPDX-License-Identifier: MulanPSL-2.0
#include "bounds.h"
#include "clock.h"
#include "fulldisk.h"
#include "mailcases.h"
#include "rounds.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

QDateTime fixedTime() { return {QDate(2026, 1, 20), QTime(9, 30, 5), Qt::OffsetFromUTC, 8 * 3600}; }

QJsonArray jsonOf(const QList<QStringList> &mailboxes)
{
    QJsonArray list;
    for (const QStringList &mailbox : mailboxes)
        list.append(QJsonArray::fromStringList(mailbox));
    return list;
}

QStringList namesIn(const QJsonObject &mail, const QString &form = QStringLiteral("name"))
{
    QStringList names;
    for (const QJsonValue attachment : mail[QStringLiteral("attachments")].toArray())
        names.append(attachment[form].toString());
    return names;
}

/// What holds for any attachment's name.
void namesAreHarmless(const QStringList &names, const MailCase &c)
{
    static const QRegularExpression bad(
        QStringLiteral("[\\x{0}-\\x{1F}\\x{7F}-\\x{9F}/\\\\:*?\"<>|\\x{202A}-\\x{202E}]"
                       "|^[. ]|[. ]$|^(?i:CON|PRN|AUX|NUL) *(\\.|$)"));
    static const QRegularExpression ascii(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9._-]{1,60}")));
    QSet<QString> folded;
    for (const QString &name : names) {
        QVERIFY2(!name.isEmpty() && !name.contains(bad), qPrintable(name));
        QVERIFY2(name.toUtf8().size() <= bounds::kFileNameBytes, qPrintable(name));
        QVERIFY2(c.names == MailNames::Chinese || ascii.match(name).hasMatch(), qPrintable(name));
        folded.insert(name.toCaseFolded());
    }
    QCOMPARE(folded.size(), names.size());
}

} // namespace

/// The bytes of a mail, and what two parsers that are not ours make of them.
class MailDraftTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder{};
    QList<MailCase> m_cases{};
    QList<QByteArray> m_mails{};
    QJsonArray m_python{};
    QJsonArray m_perl{};

    /// Every mail at once: starting a parser takes longer than reading a hundred mails.
    QJsonArray readBack(const QString &program, const QString &script)
    {
        QStringList arguments{QStringLiteral(READERS "/") + script};
        for (qsizetype i = 0; i < m_mails.size(); ++i)
            arguments.append(m_folder.filePath(QString::number(i)));
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(300'000) || process.exitCode() != 0)
            qCritical("%s: %s %s", qPrintable(program), qPrintable(process.errorString()),
                process.readAllStandardError().constData());
        return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    }

    static void addRows(const QList<MailCase> &cases)
    {
        QTest::addColumn<int>("at");
        for (int at = 0; at < cases.size(); ++at)
            QTest::newRow(qPrintable(cases[at].title)) << at;
    }

private Q_SLOTS:
    void initTestCase()
    {
        setClock([] { return fixedTime(); });
        m_cases = mailCases();
        for (quint32 seed = 1; seed <= quint32(rounds(200, 60, 3000)); ++seed)
            m_cases.append(drawnMail(seed));
        for (const MailCase &c : std::as_const(m_cases)) {
            const Result<QByteArray> mail = emlOf(c.draft, c.names);
            QVERIFY2(mail, qPrintable(c.title + (mail ? QString() : mail.error().where)));
            const QString path = m_folder.filePath(QString::number(m_mails.size()));
            m_mails.append(*mail);
            QVERIFY(writeMail(c.draft, path, c.names));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), *mail);
        }
        m_python = readBack(QStringLiteral("python3"), QStringLiteral("readmail.py"));
        m_perl = readBack(QStringLiteral("perl"), QStringLiteral("readmail.pl"));
        QCOMPARE(m_python.size(), m_mails.size());
        QCOMPARE(m_perl.size(), m_mails.size());
    }
    void cleanupTestCase() { setClock(nullptr); }

    void twoParsersFindWhatWasPutIn_data() { addRows(m_cases); }
    void twoParsersFindWhatWasPutIn()
    {
        QFETCH(int, at);
        const MailCase &c = m_cases[at];
        QStringList headers{QStringLiteral("X-Unsent"), QStringLiteral("Date")};
        if (!c.to.isEmpty())
            headers.append(QStringLiteral("To"));
        if (!c.cc.isEmpty())
            headers.append(QStringLiteral("Cc"));
        if (!c.subject.isEmpty())
            headers.append(QStringLiteral("Subject"));
        headers += {QStringLiteral("MIME-Version"), QStringLiteral("Content-Type")};
        const QStringList partHeaders{
            QStringLiteral("Content-Type"), QStringLiteral("Content-Transfer-Encoding")};
        const QStringList attachmentHeaders
            = partHeaders + QStringList{QStringLiteral("Content-Disposition")};
        QString text = c.text;
        text.replace(u'\n', QStringLiteral("\r\n"));

        for (const QJsonArray &found : {m_python, m_perl}) {
            const QJsonObject mail = found[at].toObject();
            QCOMPARE(mail[QStringLiteral("headers")], QJsonArray::fromStringList(headers)); // none more
            QCOMPARE(mail[QStringLiteral("defects")], QJsonArray());
            QCOMPARE(mail[QStringLiteral("unsent")].toString(), QStringLiteral("1"));
            QCOMPARE(mail[QStringLiteral("type")].toString(), QStringLiteral("multipart/mixed"));
            QCOMPARE(mail[QStringLiteral("to")].toArray(), jsonOf(c.to));
            QCOMPARE(mail[QStringLiteral("cc")].toArray(), jsonOf(c.cc));
            QCOMPARE(mail[QStringLiteral("subject")].toString(), c.subject);
            QCOMPARE(mail[QStringLiteral("text_type")].toString(), QStringLiteral("text/plain"));
            QCOMPARE(mail[QStringLiteral("text_headers")], QJsonArray::fromStringList(partHeaders));
            QCOMPARE(mail[QStringLiteral("text")].toString(), text);
            const QJsonArray attachments = mail[QStringLiteral("attachments")].toArray();
            QCOMPARE(attachments.size(), c.draft.attachments.size());
            for (qsizetype i = 0; i < attachments.size(); ++i) {
                const QJsonObject attachment = attachments[i].toObject();
                const QByteArray &bytes = c.draft.attachments[i].bytes;
                QCOMPARE(
                    attachment[QStringLiteral("headers")], QJsonArray::fromStringList(attachmentHeaders));
                QCOMPARE(attachment[QStringLiteral("disposition")].toString(), QStringLiteral("attachment"));
                QCOMPARE(attachment[QStringLiteral("type")].toString(), c.draft.attachments[i].mimeType);
                QCOMPARE(attachment[QStringLiteral("size")].toInteger(), bytes.size());
                QCOMPARE(attachment[QStringLiteral("sha256")].toString(),
                    QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
            }
        }
        QCOMPARE(
            m_python[at][QStringLiteral("date")].toString(), QStringLiteral("2026-01-20T09:30:05+08:00"));
        QCOMPARE(m_perl[at][QStringLiteral("date")].toString(), QStringLiteral("20 Jan 2026 09:30:05 +0800"));
    }

    /// Python's name is filename= in RFC 2047, its third one filename*= in RFC 2231, which is Perl's name;
    /// the other of both is name= in RFC 2047.
    void eachFormHasTheSameName_data() { addRows(m_cases); }
    void eachFormHasTheSameName()
    {
        QFETCH(int, at);
        const MailCase &c = m_cases[at];
        const QStringList names = namesIn(m_perl[at].toObject());
        for (const char *form : {"name", "other", "third"})
            QCOMPARE(namesIn(m_python[at].toObject(), QLatin1String(form)), names);
        QCOMPARE(namesIn(m_perl[at].toObject(), QStringLiteral("other")), names);
        if (!c.title.startsWith(QStringLiteral("drawn")))
            QCOMPARE(names, c.called);
        namesAreHarmless(names, c);
    }

    void theBytesAreWhatServersTake_data() { addRows(m_cases); }
    void theBytesAreWhatServersTake()
    {
        QFETCH(int, at);
        const QByteArray &mail = m_mails[at];
        QCOMPARE(mail.count('\n'), mail.count("\r\n"));
        QCOMPARE(mail.count('\r'), mail.count("\r\n"));
        QVERIFY(mail.endsWith("\r\n"));
        static const QRegularExpression word(QStringLiteral("=\\?UTF-8\\?B\\?([A-Za-z0-9+/]*=*)\\?="));
        static const QRegularExpression piece(QStringLiteral("filename\\*[0-9]*\\*?=(?:UTF-8'')?([^;]*)"));
        for (const QByteArray &line : mail.split('\n')) {
            QVERIFY2(line.size() <= 998 && (line.size() - 1 <= 76 || line.contains('@')), line.constData());
            for (const char c : line.chopped(line.endsWith('\r') ? 1 : 0))
                QVERIFY2(c >= 0x20 && c < 0x7F, line.constData());
            // Each word and each piece is decoded alone, by programs that join them only then.
            const QString shown = QString::fromLatin1(line).trimmed();
            for (auto match = word.globalMatch(shown); match.hasNext();) {
                const QRegularExpressionMatch each = match.next();
                const QByteArray bytes = QByteArray::fromBase64(each.captured(1).toLatin1());
                QVERIFY2(each.capturedLength() <= 75 && QString::fromUtf8(bytes).toUtf8() == bytes,
                    line.constData());
                QVERIFY2(!bytes.isEmpty() && !QString::fromUtf8(bytes).contains(QChar::ReplacementCharacter),
                    line.constData());
            }
            for (auto match = piece.globalMatch(shown); match.hasNext();) {
                const QByteArray bytes = QByteArray::fromPercentEncoding(match.next().captured(1).toLatin1());
                QVERIFY2(!QString::fromUtf8(bytes).contains(QChar::ReplacementCharacter), line.constData());
            }
        }
        static const QRegularExpression boundary(QStringLiteral("boundary=\"([^\"]{1,70})\""));
        const QByteArray mark = boundary.match(QString::fromLatin1(mail.left(20'000))).captured(1).toLatin1();
        QVERIFY(!mark.isEmpty());
        QCOMPARE(mail.count(mark), 1 + 1 + m_cases[at].draft.attachments.size() + 1); // said, text, each, end
    }

    void aBrokenAddressIsRefused_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *title, const QString &entry, const QString &named) {
            QTest::newRow(title) << entry << named;
        };
        const auto same
            = [](const char *title, const QString &entry) { QTest::newRow(title) << entry << entry; };
        same("no at", QStringLiteral("zhang"));
        same("nothing before it", QStringLiteral("@b.cn"));
        same("nothing behind it", QStringLiteral("a@"));
        same("two", QStringLiteral("a@b@c.cn"));
        same("no dot in the domain", QStringLiteral("a@localhost"));
        same("a dot at the end", QStringLiteral("a@b.cn."));
        same("two dots", QStringLiteral("a..b@c.cn"));
        same("a dot first", QStringLiteral(".a@c.cn"));
        same("a hyphen first in the domain", QStringLiteral("a@-b.cn"));
        same("an underscore in the domain", QStringLiteral("a@b_c.cn"));
        same("a number as a domain", QStringLiteral("a@10.1.2.3"));
        same("a blank in it", QStringLiteral("a b@c.cn"));
        same("a Chinese local part", QStringLiteral("张三@b.cn"));
        same("a Chinese domain", QStringLiteral("a@张村.中国"));
        same("a full-width at", QStringLiteral("a＠b.cn"));
        same("a name without an address", QStringLiteral("张三 <>"));
        same("a name alone in brackets", QStringLiteral("<张三>"));
        same("a bracket that is not closed", QStringLiteral("张三 <a@b.cn"));
        same("words behind the bracket", QStringLiteral("<a@b.cn> 张三"));
        same("two in brackets", QStringLiteral("<x@evil.cn> <a@b.cn>"));
        same("a quote that is not closed", QStringLiteral("\"张三 <a@b.cn>, c@d.cn"));
        same("a quote that a backslash keeps open", QStringLiteral("\"张三\\\" <a@b.cn>"));
        same("an encoded word as a local part", QStringLiteral("=?utf-8?Q?x=40evil.cn=3E?=@b.cn"));
        row("a local part of 65", many(u"l", 65) + QStringLiteral("@b.cn"),
            many(u"l", 65) + QStringLiteral("@b.cn"));
        const QString tooLong = many(u"l", 64) + u'@' + (many(u"d", 60) + u'.').repeated(3) + many(u"e", 7);
        row("255 in all", tooLong, tooLong.left(80));
        row("a name without end", many(u"镇", 1001) + QStringLiteral(" <a@b.cn>"), many(u"镇", 80));
        row("the second of three", QStringLiteral("a@b.cn，zhang；c@d.cn"), QStringLiteral("zhang"));
        for (const char16_t *end : {u"\n", u"\r", u"\r\n", u"\r\n ", u"\u2028", u"\u2029", u"\u0085", u"\v",
                 u"\f", u"\u0001", u"\u007F"}) {
            const QString ending = QString::fromUtf16(end);
            QString shown = QStringLiteral("?").repeated(ending.size());
            if (ending.endsWith(u' '))
                shown.back() = u' ';
            const QByteArray number = QByteArray::number(ending[0].unicode(), 16) + char('a' + ending.size());
            row("a header behind an address " + number, QStringLiteral("a@b.cn%1Bcc: x@evil.cn").arg(ending),
                QStringLiteral("a@b.cn%1Bcc: x@evil.cn").arg(shown));
            row("a header in a name " + number, QStringLiteral("张%1Bcc: x@evil.cn <a@b.cn>").arg(ending),
                QStringLiteral("张%1Bcc: x@evil.cn <a@b.cn>").arg(shown));
            row("a header in a quoted name " + number,
                QStringLiteral("\"张%1Bcc: x@evil.cn\" <a@b.cn>").arg(ending),
                QStringLiteral("\"张%1Bcc: x@evil.cn\" <a@b.cn>").arg(shown));
            row("two lines " + number, QStringLiteral("a@b.cn%1x@evil.cn").arg(ending),
                QStringLiteral("a@b.cn%1x@evil.cn").arg(shown));
        }
        row("NUL", QStringLiteral("a@b.cn") + QChar(0) + QStringLiteral(".evil.cn"),
            QStringLiteral("a@b.cn?.evil.cn"));
    }
    void aBrokenAddressIsRefused()
    {
        QFETCH(QString, entry);
        QFETCH(QString, named);
        const Error refused{ErrorCode::BadAddress, named};
        MailDraft draft = ordinaryMail(QString()).draft;
        for (QStringList *field : {&draft.to, &draft.cc}) {
            field->append(entry);
            const Result<QByteArray> mail = emlOf(draft);
            QVERIFY(!mail);
            QCOMPARE(mail.error(), refused);
            const QString path = m_folder.filePath(QStringLiteral("refused.eml"));
            QVERIFY(!writeMail(draft, path));
            QVERIFY(!QFile::exists(path));
            field->removeLast();
        }
        QVERIFY(emlOf(draft));
    }

    void whatIsNoTypeIsPlainBytes_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QByteArray>("written");
        const QByteArray bytes("application/octet-stream");
        QTest::newRow("a type") << QStringLiteral("application/vnd.ms-excel")
                                << QByteArray("application/vnd.ms-excel");
        QTest::newRow("text") << QStringLiteral("text/html") << QByteArray("text/html");
        QTest::newRow("none") << QString() << bytes;
        QTest::newRow("half of one") << QStringLiteral("application/") << bytes;
        QTest::newRow("a message, which may not be in base64") << QStringLiteral("message/rfc822") << bytes;
        QTest::newRow("a type with more") << QStringLiteral("text/html; charset=x") << bytes;
        QTest::newRow("a header behind it") << QStringLiteral("text/html\r\nX-Evil: 1") << bytes;
        QTest::newRow("a line end behind it") << QStringLiteral("text/html\n") << bytes;
        QTest::newRow("a type without end") << QStringLiteral("text/") + many(u"x", 200) << bytes;
    }
    void whatIsNoTypeIsPlainBytes()
    {
        QFETCH(QString, given);
        QFETCH(QByteArray, written);
        MailDraft draft;
        draft.attachments.append({QStringLiteral("a.bin"), given, {}, "x"});
        const Result<QByteArray> mail = emlOf(draft);
        QVERIFY(mail);
        QVERIFY2(
            mail->contains("\r\nContent-Type: " + written + ";\r\n name=\"a.bin\"\r\n"), mail->constData());
        QVERIFY(!mail->contains("X-Evil"));
    }

    /// The one place where a person can read what is written.
    void aSmallMailToTheLetter()
    {
        MailDraft draft;
        draft.to = QStringList{QStringLiteral("公开办 <a@b.cn>，c@d.cn")};
        draft.subject = QStringLiteral("年报");
        draft.text = QStringLiteral("好\n");
        draft.attachments.append({QStringLiteral("年报.pdf"), QStringLiteral("application/pdf"), {}, "PDF"});
        const Result<QByteArray> mail = emlOf(draft);
        QVERIFY(mail);
        QByteArray shown = *mail;
        const QByteArray boundary = shown.mid(shown.indexOf("boundary=\"") + 10, 42);
        QCOMPARE(boundary.left(10), QByteArray("=_nianbao_"));
        shown.replace("\r\n", "\n").replace(boundary, "MARK");
        QCOMPARE(shown,
            QByteArray("X-Unsent: 1\n"
                       "Date: 20 Jan 2026 09:30:05 +0800\n"
                       "To: =?UTF-8?B?5YWs5byA5Yqe?= <a@b.cn>,\n"
                       " c@d.cn\n"
                       "Subject: =?UTF-8?B?5bm05oql?=\n"
                       "MIME-Version: 1.0\n"
                       "Content-Type: multipart/mixed;\n"
                       " boundary=\"MARK\"\n"
                       "\n"
                       "--MARK\n"
                       "Content-Type: text/plain; charset=UTF-8\n"
                       "Content-Transfer-Encoding: base64\n"
                       "\n"
                       "5aW9DQo=\n"
                       "\n"
                       "--MARK\n"
                       "Content-Type: application/pdf;\n"
                       " name=\"=?UTF-8?B?5bm05oqlLnBkZg==?=\"\n"
                       "Content-Transfer-Encoding: base64\n"
                       "Content-Disposition: attachment;\n"
                       " filename=\"=?UTF-8?B?5bm05oqlLnBkZg==?=\";\n"
                       " filename*=UTF-8''%E5%B9%B4%E6%8A%A5.pdf\n"
                       "\n"
                       "UERG\n"
                       "\n"
                       "--MARK--\n"));
    }

    void aMailOfASCIINamesHasNoOtherForm()
    {
        MailDraft draft;
        draft.attachments.append({QStringLiteral("年报.pdf"), QStringLiteral("application/pdf"), {}, "PDF"});
        const Result<QByteArray> mail = emlOf(draft, MailNames::Ascii);
        QVERIFY(mail);
        QVERIFY(!mail->contains("=?") && !mail->contains("filename*"));
        QVERIFY(mail->contains("name=\"attachment-1.pdf\""));
    }

    void theSameDraftGivesTheSameBytes()
    {
        const MailDraft draft = drawnMail(7).draft;
        const Result<QByteArray> first = emlOf(draft);
        const Result<QByteArray> second = emlOf(draft);
        QVERIFY(first && second);
        QCOMPARE(*first, *second);
        MailDraft other = draft;
        other.text += u'x';
        const Result<QByteArray> third = emlOf(other);
        QVERIFY(third);
        const auto boundary = [](const QByteArray &mail) { return mail.mid(mail.indexOf("boundary="), 60); };
        QVERIFY(boundary(*first) != boundary(*third));
    }

    void theDateIsTheDraftsWhereItHasOne()
    {
        MailDraft draft;
        draft.date = QDateTime(QDate(2027, 12, 3), QTime(23, 5), Qt::UTC);
        const Result<QByteArray> dated = emlOf(draft);
        QVERIFY(dated && dated->contains("\r\nDate: 03 Dec 2027 23:05:00 +0000\r\n"));
        draft.date = QDateTime(); // no time at all
        const Result<QByteArray> undated = emlOf(draft);
        QVERIFY(undated && undated->contains("\r\nDate: 20 Jan 2026 09:30:05 +0800\r\n"));
    }

    void aFileIsWrittenWholeOrNotAtAll()
    {
        const QString path = m_folder.filePath(QStringLiteral("whole.eml"));
        const MailDraft draft = ordinaryMail(QString()).draft;
        QVERIFY(writeMail(draft, path));
        const auto content = [&path] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = content();
        QVERIFY(!before.isEmpty());
        MailDraft larger = draft;
        larger.attachments.append({QStringLiteral("a.bin"), {}, {}, QByteArray(100'000, 'x')});
        {
            const FullDisk full(50'000);
            const Result<> written = writeMail(larger, path);
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::DiskFull);
        }
        QCOMPARE(content(), before);
        const Result<> nowhere = writeMail(draft, m_folder.filePath(QStringLiteral("no/such/folder.eml")));
        QVERIFY(!nowhere);
    }
};

QTEST_GUILESS_MAIN(MailDraftTest)
#include "tst_maildraft.moc"
