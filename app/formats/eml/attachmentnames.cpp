// SPDX-License-Identifier: MulanPSL-2.0
#include "attachmentnames.h"

#include "bounds.h"
#include "cleantext.h"

#include <QRegularExpression>
#include <QSet>

namespace nianbao {

namespace {

constexpr qsizetype kAsciiName = 60; // stays on one line of the header

struct Name {
    QString stem{};
    QString suffix{}; // with its dot; empty where the end is no suffix
};

Name parted(const QString &name)
{
    static const QRegularExpression suffix(QStringLiteral("(?<=.)\\.[A-Za-z0-9]{1,16}\\z"));
    const qsizetype dot = suffix.match(name).capturedStart();
    return dot < 0 ? Name{name, {}} : Name{name.left(dot), name.mid(dot)};
}

/// Windows drops dots and blanks at the end; one at the beginning hides the file elsewhere.
bool isLoose(QChar c) { return c == u'.' || c.isSpace(); }

QString withoutLooseEnds(QString name)
{
    while (!name.isEmpty() && isLoose(name.back()))
        name.chop(1);
    qsizetype start = 0;
    while (start < name.size() && isLoose(name[start]))
        ++start;
    return name.mid(start);
}

/// CON.pdf opens the console, not a file.
QString withoutDevice(const QString &name)
{
    static const QRegularExpression device(
        QStringLiteral("\\A(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³]) *(\\.|\\z)"),
        QRegularExpression::CaseInsensitiveOption);
    return name.contains(device) ? u'_' + name : name;
}

/// Path separators and what Windows forbids become _, as the mail programs themselves do when they save.
QString chineseName(const MailDraft::Attachment &attachment, int number)
{
    static const QRegularExpression forbidden(QStringLiteral("[/\\\\:*?\"<>|]"));
    QString name = cleanText(attachment.name, Lines::One);
    name = withoutLooseEnds(name.replace(forbidden, QStringLiteral("_")));
    return name.isEmpty() ? QStringLiteral("附件%1").arg(number) : withoutDevice(name);
}

/// Without a name that means something, a number: what is left of Chinese words may mean another thing.
QString asciiName(const MailDraft::Attachment &attachment, int number)
{
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9._-]+"));
    static const QRegularExpression meaning(QStringLiteral("[A-Za-z0-9]"));
    QString name = attachment.asciiName;
    name = withoutLooseEnds(name.replace(others, QStringLiteral("-")));
    if (parted(name).stem.contains(meaning))
        return withoutDevice(name);
    return QStringLiteral("attachment-%1").arg(number) + parted(chineseName(attachment, number)).suffix;
}

/// So many bytes at most; a character stays whole, the end that is left is one that stays.
QString shortened(QString stem, qsizetype bytes)
{
    if (stem.toUtf8().size() <= bytes)
        return stem;
    stem.truncate(bytes); // no unit has less than a byte
    while (stem.toUtf8().size() > bytes || stem.back().isHighSurrogate())
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    return withoutLooseEnds(stem);
}

} // namespace

QStringList attachmentNames(const QList<MailDraft::Attachment> &attachments, MailNames names)
{
    const bool isAscii = names == MailNames::Ascii;
    const qsizetype most = isAscii ? kAsciiName : bounds::kFileNameBytes; // the receiver opens reports too
    QStringList list;
    QSet<QString> taken;
    for (const MailDraft::Attachment &attachment : attachments) {
        const int number = int(list.size()) + 1;
        const Name name = parted(isAscii ? asciiName(attachment, number) : chineseName(attachment, number));
        QString unlike;
        QString key;
        for (int copy = 1; copy == 1 || taken.contains(key); ++copy) {
            QString mark;
            if (copy > 1)
                mark = isAscii ? QStringLiteral("-%1").arg(copy) : QStringLiteral(" (%1)").arg(copy);
            unlike = shortened(name.stem, most - mark.size() - name.suffix.size()) + mark + name.suffix;
            key = unlike.normalized(QString::NormalizationForm_C).toCaseFolded(); // as Windows compares them
        }
        taken.insert(key);
        list.append(unlike);
    }
    return list;
}

} // namespace nianbao
