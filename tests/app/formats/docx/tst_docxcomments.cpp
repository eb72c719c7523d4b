// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "commentedreport.h"
#include "docxaudit.h"
#include "docxwriter.h"
#include "fonts.h"
#include "pagestyle.h"
#include "papers.h"

#include <QSet>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

/// An element and all in it, each before what is in it.
void addInTurn(const XmlElement &element, std::vector<const XmlElement *> &all)
{
    all.push_back(&element);
    for (const XmlElement &each : element.children)
        addInTurn(each, all);
}

/// Where a comment stands in the document.
struct CommentRange {
    int starts = 0;
    int ends = 0;
    int references = 0;
    bool isInTurn = true; // start, end, reference
    QString words{}; // between start and end
};

QMap<QString, CommentRange> rangesOf(const XmlElement &document)
{
    std::vector<const XmlElement *> all;
    addInTurn(document, all);
    QMap<QString, CommentRange> ranges;
    QSet<QString> open;
    for (const XmlElement *each : all) {
        const QString id = each->attribute("w:id");
        if (each->name == u"w:commentRangeStart") {
            ++ranges[id].starts;
            open.insert(id);
        } else if (each->name == u"w:commentRangeEnd") {
            ranges[id].isInTurn &= open.remove(id);
            ++ranges[id].ends;
        } else if (each->name == u"w:commentReference") {
            ranges[id].isInTurn &= ranges[id].ends == 1;
            ++ranges[id].references;
        } else if (each->name == u"w:t") {
            for (const QString &one : std::as_const(open))
                ranges[one].words += each->text;
        }
    }
    return ranges;
}

} // namespace

/// Comments of a report are comments of Word.
class TestDocxComments : public QObject {
    Q_OBJECT

    Manuscript m_manuscript{};
    OpenedDocx m_docx{};
    XmlElement m_comments{};

private Q_SLOTS:
    void initTestCase();
    void commentsAreThoseOfTheReport();
    void commentsStandAtTheirWords();
    void answersHangOnTheirComment();
    void otherPapersHaveNone();
};

void TestDocxComments::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    const Report report = commentedReport();
    m_manuscript = manuscriptOf(Paper::Review, report, check(report, RuleSet()));
    const auto bytes = docxOf(m_manuscript, {}, **fonts);
    QVERIFY(bytes.has_value());
    m_docx = openDocx(*bytes);
    QVERIFY2(m_docx.faults.isEmpty(), qPrintable(m_docx.faults.value(0)));
    m_comments = m_docx.part("word/comments.xml");
}

void TestDocxComments::commentsAreThoseOfTheReport()
{
    const auto comments = m_comments.all("w:comment");
    QStringList found, expected, dates;
    QSet<QString> ids;
    for (const XmlElement *comment : comments) {
        ids.insert(comment->attribute("w:id"));
        QStringList words;
        for (const XmlElement *paragraph : comment->all("w:p"))
            words.append(wordsOf(*paragraph));
        found.append(comment->attribute("w:author") + u'|' + words.join(u'\n'));
        dates.append(comment->attribute("w:date"));
    }
    for (const MarginMark &mark : m_manuscript.marks) {
        for (const MarginMark::Remark &remark : mark.remarks)
            expected.append(remark.who + u'|' + remark.text);
    }
    QCOMPARE(found, expected);
    QCOMPARE(found.size(), 6); // four and two answers
    QCOMPARE(ids.size(), found.size());
    // two minutes past six in the evening of UTC is the next day's morning in all China; a day is that day
    QCOMPARE(dates.count(QStringLiteral("2022-01-06T02:02:03Z")), 4);
    QCOMPARE(dates.count(QStringLiteral("2022-01-06T00:00:00Z")), 1);
    QCOMPARE(dates.count(QStringLiteral("2022-01-07T08:00:00Z")), 1);
}

void TestDocxComments::commentsStandAtTheirWords()
{
    const auto ranges = rangesOf(m_docx.document);
    const auto comments = m_comments.all("w:comment");
    QCOMPARE(size_t(ranges.size()), comments.size());
    size_t next = 0;
    for (const MarginMark &mark : m_manuscript.marks) {
        QString words;
        for (const MarginMark::Passage &passage : mark.passages)
            words += passage.words;
        for (qsizetype i = 0; i < mark.remarks.size(); ++i) {
            const CommentRange range = ranges.value(comments[next++]->attribute("w:id"));
            QCOMPARE(range.starts, 1);
            QCOMPARE(range.ends, 1);
            QCOMPARE(range.references, 1);
            QVERIFY(range.isInTurn);
            QVERIFY(!range.words.isEmpty());
            if (!words.isEmpty())
                QCOMPARE(range.words, words);
        }
    }
}

void TestDocxComments::answersHangOnTheirComment()
{
    QStringList found, expected, ids; // of paragraphs: which one it answers
    for (const XmlElement *comment : m_comments.all("w:comment")) {
        const auto paragraphs = comment->all("w:p");
        ids.append(paragraphs.back()->attribute("w14:paraId"));
        for (const XmlElement *paragraph : paragraphs)
            QCOMPARE(paragraph->attribute("w14:paraId").isEmpty(), paragraph != paragraphs.back());
    }
    const XmlElement answers = m_docx.part("word/commentsExtended.xml");
    for (const XmlElement *each : answers.all("w15:commentEx"))
        found.append(each->attribute("w15:paraId") + u'>' + each->attribute("w15:paraIdParent"));
    qsizetype first = 0;
    for (const MarginMark &mark : m_manuscript.marks) {
        for (qsizetype i = 0; i < mark.remarks.size(); ++i)
            expected.append(ids.value(first + i) + u'>' + (i > 0 ? ids.value(first) : QString()));
        first += mark.remarks.size();
    }
    QCOMPARE(found, expected);
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), ids.size());
}

void TestDocxComments::otherPapersHaveNone()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    const Report report = commentedReport();
    for (const Paper paper : {Paper::Report, Paper::Checks, Paper::SignOff}) {
        const auto bytes = docxOf(manuscriptOf(paper, report, check(report, RuleSet())), {}, **fonts);
        QVERIFY(bytes.has_value());
        const OpenedDocx docx = openDocx(*bytes);
        QVERIFY(docx.faults.isEmpty());
        QVERIFY(!docx.parts.contains(QStringLiteral("word/comments.xml")));
        QVERIFY(rangesOf(docx.document).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestDocxComments)
#include "tst_docxcomments.moc"
