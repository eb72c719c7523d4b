// SPDX-License-Identifier: MulanPSL-2.0
#include "letter.h"

#include "cleantext.h"
#include "digest.h"
#include "jsonreader.h"
#include "report.h"
#include "sealkey.h"
#include "settings.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace nianbao {

namespace {

constexpr qsizetype kShownDigits = 16; // of a digest or fingerprint, as on the pages' feet

QString dayWords(const QDate &day)
{
    return day.isValid() ? day.toString(QStringLiteral("yyyy年M月d日")) : QString();
}

/// 2026年1月20日由陈立签发
QString approvalWords(const Review &review)
{
    if (review.seal)
        return QStringLiteral("%1由%2签发")
            .arg(dayWords(QDateTime::fromString(review.seal->at, Qt::ISODate).toLocalTime().date()),
                review.seal->by);
    if (review.paper)
        return QStringLiteral("%1由%2在纸质文本上签发")
            .arg(dayWords(QDate::fromString(review.paper->date, Qt::ISODate)), review.paper->signedBy);
    return {};
}

QString fingerprint(const Review &review)
{
    const auto key
        = review.seal ? PublicKey::fromDer(review.seal->key) : Result<PublicKey>(Error{ErrorCode::NotAKey});
    return key ? key->shortFingerprint() : QString();
}

/// In the order in which they are explained.
QList<std::pair<QString, QString>> fieldsOf(const Report &report, const LetterOccasion &occasion)
{
    const Review &review = report.review();
    const QString name = report.fact(fact::kName);
    const QString shortName = report.fact(fact::kShortName);
    return {{QStringLiteral("单位"), name}, {QStringLiteral("简称"), shortName.isEmpty() ? name : shortName},
        {QStringLiteral("年份"), QString::number(report.year())}, {QStringLiteral("题名"), report.title()},
        {QStringLiteral("版次"), revisionWords(report)},
        {QStringLiteral("摘要"), contentDigest(report).left(kShownDigits)},
        {QStringLiteral("指纹"), fingerprint(review)}, {QStringLiteral("签发"), approvalWords(review)},
        {QStringLiteral("更正说明"), review.correction}, {QStringLiteral("收件单位"), occasion.office},
        {QStringLiteral("附件"), occasion.attachments.join(u'、')},
        {QStringLiteral("联系人"), occasion.sender}, {QStringLiteral("电话"), report.fact(fact::kPhone)}};
}

class Filling {
public:
    explicit Filling(const QList<std::pair<QString, QString>> &fields)
    {
        for (const auto &[name, words] : fields)
            m_words.insert(name, words.trimmed());
    }

    QString line(const QString &words) const { return cleanText(fill(words).words, Lines::One).simplified(); }

    QString text(const QString &words) const
    {
        QStringList lines;
        for (const QString &line : words.split(u'\n')) {
            const Filled filled = fill(line);
            if (filled.fields == 0 || filled.said > 0)
                lines.append(filled.words);
        }
        return cleanText(lines.join(u'\n'));
    }

private:
    struct Filled {
        QString words{};
        int fields = 0;
        int said = 0; // of these, with something to say
    };

    Filled fill(const QString &words) const
    {
        static const QRegularExpression field(QStringLiteral("\\{([^{}\\n]{1,12})\\}"));
        Filled filled;
        qsizetype done = 0;
        for (auto match = field.globalMatch(words); match.hasNext();) {
            const auto found = match.next();
            const auto known = m_words.constFind(found.captured(1));
            if (known == m_words.constEnd())
                continue;
            filled.words += words.mid(done, found.capturedStart() - done) + *known;
            done = found.capturedEnd();
            ++filled.fields;
            filled.said += known->isEmpty() ? 0 : 1;
        }
        filled.words += words.mid(done);
        return filled;
    }

    QHash<QString, QString> m_words{};
};

struct Member {
    const char *name;
    QString Letter::*words;
};
constexpr Member kMembers[] = {{"fileName", &Letter::fileName}, {"checksName", &Letter::checksName},
    {"subject", &Letter::subject}, {"text", &Letter::text}};

} // namespace

Letter shippedTemplates()
{
    static const Letter shipped = [] {
        QFile file(QStringLiteral(":/handover/letter.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the words of a hand-over are missing");
        JsonCursor::Fault fault{ErrorCode::BadJson};
        const auto root = JsonCursor::parse(file.readAll(), fault);
        QStringList lines;
        for (const auto &line : root["text"].items())
            lines.append(line.string());
        const Letter read{root["fileName"].string(), root["checksName"].string(), root["subject"].string(),
            lines.join(u'\n')};
        if (fault.first)
            qFatal("the words of a hand-over: %s", qPrintable(fault.first->where));
        return read;
    }();
    return shipped;
}

Letter letterTemplates()
{
    Letter templates = shippedTemplates();
    const auto kept = settings::handOverHabits().templates;
    for (const Member &member : kMembers) {
        const QString words = kept.value(QLatin1String(member.name));
        if (!words.trimmed().isEmpty())
            templates.*member.words = words;
    }
    return templates;
}

void keepTemplates(const Letter &templates)
{
    auto habits = settings::handOverHabits();
    habits.templates.clear();
    const Letter shipped = shippedTemplates();
    for (const Member &member : kMembers) {
        if (templates.*member.words != shipped.*member.words)
            habits.templates.insert(QLatin1String(member.name), templates.*member.words);
    }
    settings::setHandOverHabits(habits);
}

QStringList letterFields()
{
    QStringList names;
    for (const auto &[name, words] : fieldsOf(Report(shippedForms().last(), bounds::kFirstYear), {}))
        names.append(u'{' + name + u'}');
    return names;
}

Letter filled(const Letter &templates, const Report &report, const LetterOccasion &occasion)
{
    const Filling filling(fieldsOf(report, occasion));
    return {filling.line(templates.fileName), filling.line(templates.checksName),
        filling.line(templates.subject), filling.text(templates.text)};
}

QString revisionWords(const Report &report)
{
    const int revision = report.review().revision;
    return revision > 1 ? QStringLiteral("（更正，第%1版）").arg(revision) : QString();
}

} // namespace nianbao
