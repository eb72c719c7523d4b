// SPDX-License-Identifier: MulanPSL-2.0
#include "mailcases.h"

#include "bounds.h"
#include "cleantext.h"

#include <QRandomGenerator>

#include <utility>

namespace nianbao::test {

using Mailboxes = QList<QStringList>;
using Case = MailCase;

MailCase ordinaryMail(const QString &title)
{
    Case c;
    c.title = title;
    c.draft.to = QStringList{QStringLiteral("zwgk@example.gov.cn")};
    c.to = Mailboxes{{QString(), QStringLiteral("zwgk@example.gov.cn")}};
    c.draft.subject = c.subject = QStringLiteral("张村镇人民政府2025年政府信息公开工作年度报告");
    c.draft.text = c.text = QStringLiteral("区政务公开办：\n现报送年度报告。\n");
    return c;
}

QString many(const char16_t *text, qsizetype times) { return QString::fromUtf16(text).repeated(times); }

namespace {

Case withSubject(const char *title, const QString &given, const QString &seen)
{
    Case c = ordinaryMail(QString::fromUtf8(title));
    c.draft.subject = given;
    c.subject = seen;
    return c;
}
Case withSubject(const char *title, const QString &subject) { return withSubject(title, subject, subject); }

Case withText(const char *title, const QString &given, const QString &seen)
{
    Case c = ordinaryMail(QString::fromUtf8(title));
    c.draft.text = given;
    c.text = seen;
    return c;
}
Case withText(const char *title, const QString &text) { return withText(title, text, text); }

Case withReceivers(const char *title, const QStringList &to, const Mailboxes &seen)
{
    Case c = ordinaryMail(QString::fromUtf8(title));
    c.draft.to = c.draft.cc = to;
    c.to = c.cc = seen;
    return c;
}

Case withNames(const char *title, const QStringList &given, const QStringList &seen)
{
    Case c = ordinaryMail(QString::fromUtf8(title));
    for (const QString &name : given)
        c.draft.attachments.append({name, QStringLiteral("application/pdf"), {}, name.toUtf8()});
    c.called = seen;
    return c;
}
Case withNames(const char *title, const QStringList &names) { return withNames(title, names, names); }

/// Given: pairs of a name and the ASCII name that the caller wants for it.
Case withAsciiNames(
    const char *title, const QList<std::pair<QString, QString>> &given, const QStringList &seen)
{
    Case c = ordinaryMail(QString::fromUtf8(title));
    for (const auto &[name, ascii] : given)
        c.draft.attachments.append({name, QStringLiteral("application/pdf"), ascii, name.toUtf8()});
    c.names = MailNames::Ascii;
    c.called = seen;
    return c;
}

QByteArray drawnBytes(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

QList<Case> subjects()
{
    const QString bcc = QStringLiteral("年报 Bcc: x@evil.cn");
    QList<Case> cases{
        withSubject("a Chinese subject", QStringLiteral("年报")),
        withSubject("an ASCII subject", QStringLiteral("Report 2025")),
        withSubject("an ASCII subject longer than a line", QStringLiteral("word ").repeated(60).trimmed()),
        withSubject("a word longer than a line", many(u"x", 2000)),
        withSubject("no subject", QString()),
        withSubject("a subject of blanks", QStringLiteral("  \n "), QString()),
        withSubject("200 hanzi", many(u"镇", 200)),
        withSubject("1000 hanzi outside the basic plane", many(u"𠮷", 1000)),
        withSubject("emoji", QStringLiteral("年报😀👍🏽🇨🇳完")),
        withSubject("hanzi after letters of each number modulo three", QStringLiteral("ab年a报b镇ab村abc区")),
        withSubject("a combining accent", QStringLiteral("e\u0301").repeated(60)),
        withSubject("an encoded word as text", QStringLiteral("=?utf-8?B?QmNjOiB4QGV2aWwuY24=?=")),
        withSubject("an encoded word among hanzi", QStringLiteral("年 =?utf-8?Q?=0D=0ABcc:x?= 报")),
        withSubject("marks that mean something in headers", QStringLiteral("\"a\" <b@c.cn>, (d); e: f\\g")),
        withSubject("an override of the direction", QStringLiteral("年报\u202Efdp.exe"),
            QStringLiteral("年报fdp.exe")),
        withSubject("half a surrogate pair", QStringLiteral("年") + QChar(0xD83D) + QStringLiteral("报"),
            QStringLiteral("年报")),
        withSubject("NUL and other controls",
            QStringLiteral("年") + QChar(0) + QStringLiteral("\u0007\u001B\u007F报"), QStringLiteral("年报")),
    };
    // Whatever some reader takes for the end of a line is a blank: Bcc: stays part of the subject.
    for (const char16_t *end : {u"\n", u"\r", u"\r\n", u"\n\n", u"\r\n\r\n", u"\r\r\n", u"\n\t", u"\r\n ",
             u"\u2028", u"\u2029", u"\u0085", u"\v", u"\f", u" \n"}) {
        const QString ending = QString::fromUtf16(end);
        QString title = QStringLiteral("Bcc: after");
        for (const QChar c : ending)
            title += QStringLiteral(" %1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        cases.append(withSubject(
            qPrintable(title), QStringLiteral("年报") + ending + QStringLiteral("Bcc: x@evil.cn"), bcc));
        cases.append(withSubject(qPrintable(title + QStringLiteral(" in ASCII")),
            QStringLiteral("Report") + ending + QStringLiteral("Bcc: x@evil.cn"),
            QStringLiteral("Report Bcc: x@evil.cn")));
    }
    return cases;
}

QList<Case> texts()
{
    return {
        withText("no text", QString()),
        withText("one character", QStringLiteral("好")),
        withText("lines of a single dot", QStringLiteral(".\n.\n..\n.好\n.")),
        withText("lines that begin with From", QStringLiteral("From a@b.cn\n\nFrom me")),
        withText("a line of 5000 hanzi", many(u"镇", 5000)),
        withText("lines of 5000 letters", (many(u"x", 5000) + u'\n').repeated(3)),
        withText("a header and a part as text",
            QStringLiteral(
                "Bcc: x@evil.cn\n\n--=_nianbao_0\nContent-Type: text/html\n\n<b>x</b>\n--=_nianbao_0--")),
        withText("blanks at the ends of lines", QStringLiteral("a  \n  b \n\n\n")),
        withText("emoji and rare hanzi", QStringLiteral("😀𠮷\n👍🏽")),
        withText("each kind of line end", QStringLiteral("a\r\nb\rc\nd\u2028e\u2029f"),
            QStringLiteral("a\nb\nc\nd\ne\nf")),
        withText("controls and overrides", QStringLiteral("a") + QChar(0) + QStringLiteral("b\u001Bc\u202Ed"),
            QStringLiteral("abcd")),
    };
}

QList<Case> addressed()
{
    const QString a = QStringLiteral("a@b.cn");
    const QString c = QStringLiteral("c@d.gov.cn");
    const QString hanzi = many(u"镇", 200);
    QList<Case> cases{
        withReceivers("nobody yet", {}, {}),
        withReceivers("only commas", {QStringLiteral(" , ；")}, {}),
        withReceivers("an address alone", {a}, {{QString(), a}}),
        withReceivers("an address in brackets", {QStringLiteral("<a@b.cn>")}, {{QString(), a}}),
        withReceivers("a Chinese name", {QStringLiteral("区政务公开办 <a@b.cn>")},
            {{QStringLiteral("区政务公开办"), a}}),
        withReceivers(
            "no blank before the bracket", {QStringLiteral("张三<a@b.cn>")}, {{QStringLiteral("张三"), a}}),
        withReceivers(
            "an ASCII name", {QStringLiteral("Zhang San <a@b.cn>")}, {{QStringLiteral("Zhang San"), a}}),
        withReceivers(
            "a dot in a name", {QStringLiteral("Dr. Zhang <a@b.cn>")}, {{QStringLiteral("Dr. Zhang"), a}}),
        withReceivers("a quoted name with a comma",
            {QStringLiteral("\"张三, 李四; \\\"王五\\\"\" <a@b.cn>, c@d.gov.cn")},
            {{QStringLiteral("张三, 李四; \"王五\""), a}, {QString(), c}}),
        withReceivers("several in one entry",
            {QStringLiteral("a@b.cn,张三 <c@d.gov.cn>；a@b.cn，c@d.gov.cn;")},
            {{QString(), a}, {QStringLiteral("张三"), c}, {QString(), a}, {QString(), c}}),
        withReceivers("several entries", {a, QStringLiteral("张三 <c@d.gov.cn>")},
            {{QString(), a}, {QStringLiteral("张三"), c}}),
        withReceivers("blanks and line ends around",
            {QStringLiteral(" a@b.cn\r\n"), QStringLiteral("\t张三 \t< c@d.gov.cn >\n")},
            {{QString(), a}, {QStringLiteral("张三"), c}}),
        withReceivers(
            "what pasting brings along unseen", {QStringLiteral("\u200Ba@b.cn\uFEFF")}, {{QString(), a}}),
        withReceivers("an override of the direction in a name", {QStringLiteral("张\u202E三 <a@b.cn>")},
            {{QStringLiteral("张三"), a}}),
        withReceivers("a name of 200 hanzi", {hanzi + QStringLiteral(" <a@b.cn>")}, {{hanzi, a}}),
        withReceivers("emoji in a name", {QStringLiteral("张三😀 <a@b.cn>")}, {{QStringLiteral("张三😀"), a}}),
        withReceivers("an encoded word as a name", {QStringLiteral("=?utf-8?B?5byg?= <a@b.cn>")},
            {{QStringLiteral("=?utf-8?B?5byg?="), a}}),
        withReceivers("an address as a name", {QStringLiteral("x@evil.cn <a@b.cn>")},
            {{QStringLiteral("x@evil.cn"), a}}),
        withReceivers("every mark of a local part", {QStringLiteral("a.!#$%&'*+/=^_`{|}~-z@b-c.xn--fiqs8s")},
            {{QString(), QStringLiteral("a.!#$%&'*+/=^_`{|}~-z@b-c.xn--fiqs8s")}}),
    };
    const QString longest = many(u"l", 64) + u'@' + (many(u"d", 60) + u'.').repeated(3) + many(u"e", 6);
    cases.append(withReceivers("the longest address", {longest, QStringLiteral("张三 <%1>").arg(longest)},
        {{QString(), longest}, {QStringLiteral("张三"), longest}}));
    QStringList crowd;
    Mailboxes seen;
    for (int i = 0; i < 60; ++i) {
        crowd.append(QStringLiteral("第%1镇 <town%1@example.gov.cn>").arg(i));
        seen.append({QStringLiteral("第%1镇").arg(i), QStringLiteral("town%1@example.gov.cn").arg(i)});
    }
    cases.append(withReceivers("sixty receivers", {crowd.join(u'；')}, seen));
    return cases;
}

QList<Case> chineseNames()
{
    const auto s = [](const char16_t *text) { return QString::fromUtf16(text); };
    const qsizetype room = bounds::kFileNameBytes;
    QList<Case> cases{
        withNames("no attachment", {}),
        withNames("a Chinese name", {s(u"张村镇人民政府2025年政府信息公开工作年度报告.pdf")}),
        withNames("an ASCII name", {s(u"report-2025.pdf")}),
        withNames("an ASCII name longer than a line", {many(u"x", 150) + s(u".pdf")}),
        withNames("a name as long as may be", {many(u"镇", (room - 5) / 3) + s(u"a.pdf")}),
        withNames(
            "200 hanzi", {many(u"镇", 200) + s(u".nianbao")}, {many(u"镇", (room - 8) / 3) + s(u".nianbao")}),
        withNames("200 hanzi of four bytes", {many(u"𠮷", 200) + s(u".pdf")},
            {many(u"𠮷", (room - 4) / 4) + s(u".pdf")}),
        withNames("a long name without a suffix", {many(u"x", 199) + many(u"𠮷", 9)}, {many(u"x", 199)}),
        withNames("a long name that would end in a dot", {many(u"x", 150) + many(u".", 99) + many(u"镇", 50)},
            {many(u"x", 150)}),
        withNames("equal long names", {many(u"镇", 200) + s(u".pdf"), many(u"镇", 200) + s(u".pdf")},
            {many(u"镇", (room - 4) / 3) + s(u".pdf"), many(u"镇", (room - 8) / 3) + s(u" (2).pdf")}),
        withNames("emoji", {s(u"年报😀👍🏽.pdf")}),
        withNames("percent, semicolon, apostrophe, equals", {s(u"100%;25%20'a'=b,c&d.pdf")}),
        withNames("brackets and blanks", {s(u"年报 (终稿)【盖章】[2].pdf"), s(u"a  b.pdf")}),
        withNames("quotes and backslashes", {s(u"\"年报\"\\2025\\.pdf")}, {s(u"_年报__2025_.pdf")}),
        withNames("an encoded word in a name", {s(u"=?utf-8?B?YQ==?=.pdf")}, {s(u"=_utf-8_B_YQ==_=.pdf")}),
        withNames("an encoded word among hanzi", {s(u"年=?utf-8?Q?=22;x?=报.pdf")},
            {s(u"年=_utf-8_Q_=22;x_=报.pdf")}),
        withNames("the form of RFC 2231 in a name", {s(u"UTF-8''%E5%B9%B4*0*=x.pdf")},
            {s(u"UTF-8''%E5%B9%B4_0_=x.pdf")}),
        withNames("paths", {s(u"../../etc/passwd"), s(u"C:\\a\\b.pdf"), s(u"/tmp/年报.pdf")},
            {s(u"_.._etc_passwd"), s(u"C__a_b.pdf"), s(u"_tmp_年报.pdf")}),
        withNames("what Windows forbids", {s(u"a<b>c:d|e?f*g.pdf")}, {s(u"a_b_c_d_e_f_g.pdf")}),
        withNames("devices of Windows",
            {s(u"CON"), s(u"con.pdf"), s(u"Aux .txt"), s(u"lpt1.tar.gz"), s(u"COM².x"), s(u"nul."),
                s(u"CONIN$"), s(u"PRN")},
            {s(u"_CON"), s(u"_con.pdf"), s(u"_Aux .txt"), s(u"_lpt1.tar.gz"), s(u"_COM².x"), s(u"_nul"),
                s(u"_CONIN$"), s(u"_PRN")}),
        withNames("no device", {s(u"control.pdf"), s(u"con年.pdf"), s(u"com10.pdf"), s(u"a.con")}),
        withNames("loose ends", {s(u"年报.pdf. . "), s(u" .年报.pdf"), s(u".bashrc"), s(u"...")},
            {s(u"年报.pdf"), s(u"年报 (2).pdf"), s(u"bashrc"), s(u"附件4")}),
        withNames("no name", {QString(), s(u"\n\u200B")}, {s(u"附件1"), s(u"附件2")}),
        withNames("lines and controls in a name",
            {s(u"年报\r\nContent-Type: text/html\r\n\r\n.pdf"), s(u"a\u0007b\u001Bc.pdf"), s(u"a\u2028b.pdf"),
                s(u"a") + QChar(0) + s(u".pdf")},
            {s(u"年报 Content-Type_ text_html  .pdf"), s(u"abc.pdf"), s(u"a b.pdf"), s(u"a.pdf")}),
        withNames("an override of the direction", {s(u"年报\u202Efdp.exe"), s(u"\u2067年\u2069.pdf")},
            {s(u"年报fdp.exe"), s(u"年.pdf")}),
        withNames("equal names", {s(u"年报.pdf"), s(u"年报.pdf"), s(u"年报.pdf"), s(u"年报.docx")},
            {s(u"年报.pdf"), s(u"年报 (2).pdf"), s(u"年报 (3).pdf"), s(u"年报.docx")}),
        withNames("a name that the second of two equal ones would have",
            {s(u"a (2).pdf"), s(u"a.pdf"), s(u"a.pdf")}, {s(u"a (2).pdf"), s(u"a.pdf"), s(u"a (3).pdf")}),
        withNames("equal but for case, or for how an accent is written",
            {s(u"A.pdf"), s(u"a.PDF"), s(u"\u00E9.pdf"), s(u"e\u0301.pdf")},
            {s(u"A.pdf"), s(u"a (2).PDF"), s(u"\u00E9.pdf"), s(u"e\u0301 (2).pdf")}),
    };
    return cases;
}

QList<Case> asciiNames()
{
    const auto s = [](const char16_t *text) { return QString::fromUtf16(text); };
    return {
        withAsciiNames("ASCII: as the caller says", {{s(u"年报.pdf"), s(u"zhangcun-2025-r1.pdf")}},
            {s(u"zhangcun-2025-r1.pdf")}),
        withAsciiNames("ASCII: the caller says nothing",
            {{s(u"年报.pdf"), {}}, {s(u"附件"), {}}, {s(u"2025年.nianbao"), {}}},
            {s(u"attachment-1.pdf"), s(u"attachment-2"), s(u"attachment-3.nianbao")}),
        withAsciiNames("ASCII: the caller's is not",
            {{s(u"年报.pdf"), s(u"年报.pdf")}, {s(u"年报.pdf"), s(u"a年 b/c\r\nX: y.pdf")}},
            {s(u"attachment-1.pdf"), s(u"a-b-c-X-y.pdf")}),
        withAsciiNames("ASCII: equal names", {{s(u"年.pdf"), s(u"a.pdf")}, {s(u"报.pdf"), s(u"A.pdf")}},
            {s(u"a.pdf"), s(u"A-2.pdf")}),
        withAsciiNames("ASCII: paths, devices, loose ends",
            {{s(u"a"), s(u"../x.pdf")}, {s(u"b"), s(u"con.pdf")}, {s(u"c"), s(u"x.")},
                {s(u"d.pdf"), s(u"....")}},
            {s(u"-x.pdf"), s(u"_con.pdf"), s(u"x"), s(u"attachment-4.pdf")}),
        withAsciiNames("ASCII: a long name", {{s(u"年.pdf"), many(u"x", 300) + s(u".pdf")}},
            {many(u"x", 56) + s(u".pdf")}),
        withAsciiNames("ASCII: marks of a header", {{s(u"年.pdf"), s(u"a\";b=?utf-8?B?YQ==?=%41'.pdf")}},
            {s(u"a-b-utf-8-B-YQ-41-.pdf")}),
    };
}

QList<Case> contents()
{
    QList<Case> cases;
    const QList<std::pair<const char *, QByteArray>> contents{
        {"an attachment of no bytes", {}},
        {"an attachment of one byte", "x"},
        {"an attachment of 3 MB", drawnBytes(3 << 20, 1)},
        {"each byte",
            [] {
                QByteArray all;
                for (int byte = 0; byte < 256; ++byte)
                    all += char(byte);
                return all;
            }()},
        {"a full last line", drawnBytes(57 * 3, 2)},
        {"one byte more than a line", drawnBytes(58, 3)},
        {"line ends of each kind", "a\nb\rc\r\nd\n\n.\r\n--=_\r\nFrom x\n"},
    };
    for (const auto &[title, bytes] : contents) {
        Case c = withNames(title, {QStringLiteral("年报.pdf")});
        c.draft.attachments[0].bytes = bytes;
        cases.append(c);
    }
    // A mail in a mail: the boundary of the inner one is part of the content.
    Case inner = withNames("a mail in a mail", {QStringLiteral("转发.eml")});
    const Result<QByteArray> mail = emlOf(inner.draft);
    inner.draft.attachments[0].bytes = mail ? *mail : QByteArray();
    cases.append(inner);
    Case bare;
    bare.title = QStringLiteral("nothing at all");
    cases.append(bare);
    return cases;
}

/// Texts drawn from what is hard: each kind of line end, what is dropped, encoded words, four-byte
/// characters.
class Drawn {
public:
    explicit Drawn(quint32 seed) : m_random(seed) { }

    QString text(int most)
    {
        static const QStringList pieces{QStringLiteral("年"), QStringLiteral("报告"), QStringLiteral("𠮷"),
            QStringLiteral("😀"), QStringLiteral("é"), QStringLiteral("a"), QStringLiteral("Report"),
            QStringLiteral(" "), QStringLiteral("."), QStringLiteral("\r\n"), QStringLiteral("\n"),
            QStringLiteral("\r"), QStringLiteral("\u2028"), QStringLiteral("\u0085"), QStringLiteral("\t"),
            QStringLiteral("\u202E"), QStringLiteral("\u200B"), QStringLiteral("Bcc: x@evil.cn"),
            QStringLiteral("=?utf-8?B?"), QStringLiteral("?="), QStringLiteral("=?utf-8?Q?=0A?="),
            QStringLiteral("\""), QStringLiteral("\\"), QStringLiteral(";"), QStringLiteral("%0D%0A"),
            QStringLiteral("''"), QStringLiteral("--=_nianbao_"), QString(QChar(0)), QString(QChar(0xD800)),
            QString(QChar(0xDC00)), QStringLiteral("<"), QStringLiteral(">"), QStringLiteral(","),
            QStringLiteral("(comment)"), QStringLiteral("/"), QStringLiteral("*0*="), QStringLiteral("CON"),
            QStringLiteral(".pdf")};
        QString drawn;
        for (int left = m_random.bounded(most); left > 0; --left)
            drawn += pieces[m_random.bounded(int(pieces.size()))];
        return drawn;
    }

    QByteArray bytes(int most) { return drawnBytes(m_random.bounded(most), m_random.generate()); }
    bool coin() { return m_random.bounded(2) == 0; }
    int number(int below) { return m_random.bounded(below); }

private:
    QRandomGenerator m_random;
};

} // namespace

QList<MailCase> mailCases()
{
    return subjects() + texts() + addressed() + chineseNames() + asciiNames() + contents();
}

MailCase drawnMail(quint32 seed)
{
    Drawn drawn(seed);
    Case c;
    c.title = QStringLiteral("drawn %1").arg(seed);
    c.draft.subject = drawn.text(60);
    c.subject = cleanText(c.draft.subject, Lines::One).simplified();
    c.draft.text = drawn.text(300);
    c.text = cleanText(c.draft.text);
    for (int i = drawn.number(4); i > 0; --i) {
        QString name = cleanText(drawn.text(40), Lines::One).simplified();
        const QString address
            = QStringLiteral("a%1.b@c%2.gov.cn").arg(drawn.number(99)).arg(drawn.number(99));
        (drawn.coin() ? c.to : c.cc).append({name, address});
    }
    for (const auto &[field, seen] : {std::pair(&c.draft.to, &c.to), std::pair(&c.draft.cc, &c.cc)}) {
        for (const QStringList &mailbox : std::as_const(*seen)) {
            QString quoted = mailbox[0];
            quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
            field->append(QStringLiteral("\"%1\" <%2>").arg(quoted, mailbox[1]));
        }
    }
    for (int i = drawn.number(5); i > 0; --i)
        c.draft.attachments.append(
            {drawn.text(60), QStringLiteral("application/pdf"), drawn.text(20), drawn.bytes(3000)});
    c.names = drawn.coin() ? MailNames::Chinese : MailNames::Ascii;
    return c;
}

} // namespace nianbao::test
