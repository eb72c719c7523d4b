// SPDX-License-Identifier: MulanPSL-2.0
#include "recognisetexts.h"

#include "bounds.h"
#include "frontmatter.h"
#include "intakewords.h"
#include "organisationfacts.h"
#include "partheadings.h"
#include "pictureheader.h"
#include "sectionsplit.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kOtherSection{
    "The form has no section “%1”; it was added to “%2”.", "表样没有“%1”这一部分，已收入“%2”。"};
constexpr Sentence kNoTables{
    "It has no statutory tables: reports before 2019 had none. Only its texts were taken.",
    "文件里没有法定表格：2019年以前的年度报告没有这些表格，只收入了文字。"};
constexpr Sentence kTablesMissing{
    "No statutory table was found in it. Only its texts were taken.", "没有找到法定表格，只收入了文字。"};
constexpr Sentence kTableAsText{
    "“%1” has no table there; its text was added to “%2”.", "“%1”没有表格，其文字已收入“%2”。"};
constexpr Sentence kInstructionLeft{
    "“%1” is the form's instruction and was left out.", "“%1”是表样的填写说明，没有收入。"};
constexpr Sentence kBeforeTable{
    "“%1” stands above a table and was left out.", "“%1”写在表格上方，没有收入。"};
constexpr Sentence kNoSections{
    "No section of the report was found; the text was not taken.", "没有找到报告的各个部分，文字没有收入。"};
constexpr Sentence kTooLong{
    "“%1” is longer than a report may hold and was left out.", "“%1”超过报告能容纳的长度，没有收入。"};
constexpr Sentence kTooMany{"“%1” has more sub-sections than a report may hold; the rest was left out.",
    "“%1”的小节超过报告能容纳的数量，其余没有收入。"};
constexpr Sentence kPictureRefused{"A picture in “%1” is no PNG or JPEG, or too large; it was left out.",
    "“%1”中有图片不是PNG、JPEG或者太大，没有收入。"};
constexpr Sentence kPicturesMany{"There are more pictures than a report may hold; the rest was left out.",
    "图片超过报告能容纳的数量，其余没有收入。"};
constexpr Sentence kPictureInTable{"A picture in “%1” was left out: a report has none beside its tables.",
    "“%1”中的图片没有收入：报告的表格旁不放图片。"};
constexpr Sentence kYears{"The title says %1, but %2 was expected.", "题名写的是%1年，预期是%2年。"};
constexpr Sentence kYearAsked{
    "The document does not say its year; %1 was taken as told.", "文件没有写明年度，按指定的%1年收入。"};
constexpr Sentence kYearInText{
    "The title does not say the year; %1 stands in the text or in the file's properties.",
    "题名没有写年度，%1年取自正文或文件属性。"};
constexpr Sentence kYearInFileName{
    "Neither title nor text says the year; %1 is guessed from the file's name.",
    "题名和正文都没有写年度，%1年是按文件名猜的。"};
constexpr Sentence kNoYear{
    "The document does not say of which year it is.", "文件没有写明是哪一年度的报告。"};

constexpr int kFirstWithTables = 2019;

class TextRecogniser {
public:
    TextRecogniser(const ForeignDocument &document, const RecognisedTables &tables, const IntakeHints &hints)
        : m_document(document), m_tables(tables), m_hints(hints)
    { }

    RecognisedTexts run()
    {
        m_form = m_tables.form ? m_tables.form : m_hints.form ? m_hints.form : formForYear(guessedYear());
        m_lines = linesOf(m_document, m_tables, m_notes);
        const IntakeNotes leftOut = m_notes;
        m_split = splitSections(m_lines, *m_form, m_notes);
        const int first = m_split.sections.isEmpty() ? int(m_lines.size()) : m_split.firstLine();
        const int last = m_split.sections.isEmpty() ? int(m_lines.size()) : m_split.sections.last().first;
        m_front = frontMatter(m_document, m_lines, first, last, m_notes);
        if (!m_split.sections.isEmpty())
            m_split.sections.last().end = m_front.end;
        readYear();
        m_result.any = m_tables.any || m_split.found > 1
            || (m_split.found > 0 && namesReport(m_front.title.text))
            || (!m_split.sections.isEmpty() && namesReport(m_front.title.text));
        if (m_result.any && isOfFiguresAlone())
            readNames(leftOut);
        else if (m_result.any)
            readAll();
        m_result.notesOfWeight = int(m_notes.weighty.size());
        m_result.notes = m_notes.weighty + m_notes.plain;
        return std::move(m_result);
    }

private:
    /// A workbook without a narrative section: what stands beside its tables are names of sheets and remarks.
    bool isOfFiguresAlone() const
    {
        const auto isNarrative = [this](const LineSection &section) {
            const SectionSpec *spec = m_form->section(section.id);
            return spec && spec->kind == SectionSpec::Kind::Narrative;
        };
        return (m_document.kind == u"xlsx" || m_document.kind == u"csv")
            && std::none_of(m_split.sections.cbegin(), m_split.sections.cend(), isNarrative);
    }

    /// Whose figures they are, and nothing else.
    void readNames(const IntakeNotes &leftOut)
    {
        m_notes = leftOut; // not that sections are missing
        readYear();
        addFact(QLatin1String(fact::kTitle), m_front.title);
        const auto facts = organisationFacts(m_front, m_lines, *m_form, m_hints);
        addFact(QLatin1String(fact::kName), facts.value(QLatin1String(fact::kName)));
    }

    int guessedYear() const
    {
        if (m_hints.year)
            return *m_hints.year;
        return yearIn(m_document.title).value_or(bounds::kLastYear);
    }

    void readYear()
    {
        m_result.year = yearIn(m_front.title.text);
        if (m_result.year && m_hints.year && *m_result.year != *m_hints.year)
            m_notes.weighty.append(Phrase(kYears, qint64(*m_result.year), qint64(*m_hints.year)));
        if (m_result.year)
            return;
        m_result.year = yearIn(m_document.title);
        if (!m_result.year)
            m_result.year = bareYearIn(m_document.title);
        for (qsizetype k = 0; !m_result.year && k < m_front.introduction.size(); ++k)
            m_result.year = yearIn(m_lines[m_front.introduction[k]].text);
        const Sentence *from = &kYearInText;
        if (!m_result.year && m_hints.year) {
            m_result.year = m_hints.year;
            from = &kYearAsked;
        } else if (!m_result.year) {
            m_result.year = yearIn(m_hints.file);
            if (!m_result.year)
                m_result.year = bareYearIn(m_hints.file);
            from = &kYearInFileName;
        }
        m_notes.weighty.append(m_result.year ? Phrase(*from, qint64(*m_result.year)) : Phrase(kNoYear));
    }

    /// 司法局2023, as pages are called: the only number in it, and a year that reports are of.
    static std::optional<int> bareYearIn(const QString &title)
    {
        static const QRegularExpression number(QStringLiteral("\\d+"));
        auto found = number.globalMatch(title);
        if (!found.hasNext())
            return std::nullopt;
        const int year = found.next().captured().left(5).toInt();
        const bool isYear = year >= bounds::kFirstYear && year <= bounds::kLastYear;
        return isYear && !found.hasNext() ? std::optional(year) : std::nullopt;
    }

    void readAll()
    {
        addFact(QLatin1String(fact::kTitle), m_front.title);
        QStringList introduction;
        for (const int line : std::as_const(m_front.introduction))
            introduction.append(m_lines[line].whole());
        if (m_split.sections.isEmpty()) {
            if (!introduction.isEmpty())
                m_notes.weighty.append(Phrase(kNoSections));
            introduction.clear();
        }
        addFact(QLatin1String(fact::kIntroduction),
            {introduction.join(u'\n'), Recognition::Sure, {},
                introduction.isEmpty() ? -1 : m_lines[m_front.introduction.first()].block});
        const auto facts = organisationFacts(m_front, m_lines, *m_form, m_hints);
        for (const QString &key : fact::allKeys())
            addFact(key, facts.value(key));
        if (!m_tables.any && !m_split.sections.isEmpty())
            m_notes.weighty.append(
                Phrase(m_result.year && *m_result.year < kFirstWithTables ? kNoTables : kTablesMissing));
        readSections();
        addSections();
        addFact(QLatin1String(fact::kSignature), m_front.signature);
        addFact(QLatin1String(fact::kDate), m_front.date);
    }

    // sections

    void readSections()
    {
        dropInstructions();
        const PartHeadings headings(m_lines, m_split, *m_form, m_notes);
        bool isBehindProblems = false;
        for (const LineSection &section : std::as_const(m_split.sections)) {
            const SectionSpec *spec = m_form->section(section.id);
            isBehindProblems = isBehindProblems || (spec && spec->role == Role::Problems);
            if (spec && spec->kind == SectionSpec::Kind::Narrative)
                m_parts[section.id] += headings.partsOf(section.id, section.first, section.end);
            else if (spec && (m_tables.any || !hasText(section)))
                addNotes(section, *spec);
            else
                addOther(headings.textOf(section.first, section.end), section, isBehindProblems);
        }
    }

    bool hasText(const LineSection &section) const
    {
        return std::any_of(m_lines.begin() + section.first, m_lines.begin() + section.end,
            [](const DocumentLine &line) { return line.isText() && !line.text.isEmpty(); });
    }

    /// Its words stay nowhere: the lines become empty tables, which nobody reads.
    void dropInstructions()
    {
        for (const LineSection &section : std::as_const(m_split.sections)) {
            for (int i = section.first; i < section.end; ++i) {
                DocumentLine &line = m_lines[i];
                const bool isWhole = line.text.startsWith(u'（') || line.text.startsWith(u'(')
                    || (m_form->section(section.id)
                        && m_form->section(section.id)->kind == SectionSpec::Kind::Table);
                if (!line.isText() || !isWhole || !isInstruction(line.text))
                    continue;
                m_notes.plain.append(Phrase(kInstructionLeft, quoted(line.text)));
                line.kind = DocumentLine::Kind::Table;
            }
        }
    }

    /// Text under a table is the table's note; a line above it that only says the unit is not.
    void addNotes(const LineSection &section, const SectionSpec &spec)
    {
        QStringList notes;
        int block = -1;
        bool isBehindTable = false;
        for (int i = section.first; i < section.end; ++i) {
            const DocumentLine &line = m_lines[i];
            if (line.kind == DocumentLine::Kind::Table)
                isBehindTable = true;
            else if (line.kind == DocumentLine::Kind::Picture)
                m_notes.weighty.append(Phrase(kPictureInTable, spec.title));
            else if (!isBehindTable && isAboveTable(line.text, spec))
                m_notes.plain.append(Phrase(kBeforeTable, quoted(line.text)));
            else {
                block = notes.isEmpty() ? line.block : block;
                notes.append(line.whole());
            }
        }
        m_tableNotes.insert(spec.table, {notes.join(u'\n'), Recognition::Sure, {}, block});
    }

    bool isAboveTable(const QString &text, const SectionSpec &spec) const
    {
        constexpr qsizetype kLongest = 20;
        const TableSpec *table = m_form->table(spec.table);
        const QString core = headingCore(text);
        return text.size() <= kLongest
            && (core.startsWith(headingCore(table->name)) || core == headingCore(spec.title)
                || beginsWithOneOf(core, IntakeWords::shipped().beforeTables));
    }

    void addOther(FoundPart part, const LineSection &section, bool isBehindProblems)
    {
        const bool isOfTable = !section.id.isEmpty();
        const SectionSpec *overview = m_form->section(Role::Overview);
        const SectionSpec *other = m_form->section(Role::Other);
        const SectionSpec *to = !m_tables.any && !isBehindProblems && overview ? overview : other;
        if (!to) // a form without such sections: its last one with texts
            to = lastNarrative();
        if (!to)
            return;
        part.heading = section.title;
        part.headingBlock = m_lines[section.heading].block;
        part.state = Recognition::Guessed;
        part.why = Phrase(isOfTable ? kTableAsText : kOtherSection, quoted(section.title), to->title);
        m_notes.weighty.append(part.why);
        m_others[to->id].append(part);
    }

    const SectionSpec *lastNarrative() const
    {
        const auto found = std::find_if(m_form->sections.rbegin(), m_form->sections.rend(),
            [](const SectionSpec &section) { return section.kind == SectionSpec::Kind::Narrative; });
        return found == m_form->sections.rend() ? nullptr : &*found;
    }

    void addSections()
    {
        for (const SectionSpec &section : m_form->sections) {
            if (section.kind == SectionSpec::Kind::Table) {
                addFact(QLatin1String(fact::kTableNote) + section.table.toString(),
                    m_tableNotes.value(section.table));
                continue;
            }
            QList<FoundPart> parts = m_parts.value(section.id) + m_others.value(section.id);
            if (parts.size() > bounds::kSubSections) {
                m_notes.weighty.append(Phrase(kTooMany, section.title));
                parts.resize(bounds::kSubSections);
            }
            int index = 0;
            for (const FoundPart &part : std::as_const(parts))
                index += addPart(section, index, part) ? 1 : 0;
        }
    }

    /// Whether the sub-section is there, if only with its heading or a picture.
    bool addPart(const SectionSpec &section, int index, const FoundPart &part)
    {
        const bool hasHeading = !part.heading.isEmpty() && part.heading.size() <= bounds::kLine;
        if (!part.heading.isEmpty() && !hasHeading)
            m_notes.weighty.append(Phrase(kTooLong, quoted(part.heading)));
        const QString text = part.paragraphs.join(u'\n');
        const bool hasText = !text.isEmpty() && isWithin(text, part.paragraphs.size());
        if (!text.isEmpty() && !hasText)
            m_notes.weighty.append(Phrase(kTooLong, quoted(text)));
        if (!hasHeading && !hasText && part.pictures.isEmpty())
            return false;
        if (hasHeading)
            m_result.texts.append({Place::heading(section.id, index), part.state, part.heading, part.why,
                {part.headingBlock, -1}});
        const Place place = Place::subSection(section.id, index);
        m_result.texts.append({place, Recognition::Sure, hasText ? text : QString(), {}, {part.block, -1}});
        for (const FoundPart::Picture &picture : part.pictures)
            addPicture(section, place, picture);
        return true;
    }

    bool isWithin(const QString &text, qsizetype paragraphs)
    {
        if (text.size() > bounds::kText || paragraphs > bounds::kParagraphs
            || m_size + text.size() > bounds::kAllTexts)
            return false;
        m_size += text.size();
        return true;
    }

    void addPicture(const SectionSpec &section, const Place &place, const FoundPart::Picture &picture)
    {
        const auto &given = std::get<ForeignPicture>(m_document.blocks[picture.block]);
        if (m_result.pictures.size() >= bounds::kIllustrations
            || m_pictureBytes + given.bytes.size() > bounds::kAllPictureBytes) {
            if (!m_isFull)
                m_notes.weighty.append(Phrase(kPicturesMany));
            m_isFull = true;
            return;
        }
        if (!judgePicture(given.bytes, given.name)) {
            m_notes.weighty.append(Phrase(kPictureRefused, section.title));
            return;
        }
        m_pictureBytes += given.bytes.size();
        Illustration illustration{place, picture.afterParagraph, QStringLiteral("picture")};
        const QString caption = picture.caption.isEmpty() ? given.alternative.simplified() : picture.caption;
        illustration.caption = caption.size() <= bounds::kLine ? caption : QString();
        illustration.file = given.name.size() <= bounds::kLine ? given.name : QString();
        illustration.picture = given.bytes;
        m_result.pictures.append(illustration);
    }

    void addFact(const QString &key, const FoundText &found)
    {
        if (found.isEmpty())
            return;
        const bool isLong
            = key == QLatin1String(fact::kIntroduction) || key.startsWith(QLatin1String(fact::kTableNote));
        const bool fits
            = isLong ? isWithin(found.text, found.text.count(u'\n') + 1) : found.text.size() <= bounds::kLine;
        if (!fits)
            m_notes.weighty.append(Phrase(kTooLong, quoted(found.text)));
        else
            m_result.texts.append({Place::fact(key), found.state, found.text, found.why, {found.block, -1}});
    }

    const ForeignDocument &m_document;
    const RecognisedTables &m_tables;
    const IntakeHints &m_hints;
    SpecPointer m_form{};
    IntakeNotes m_notes{};
    QList<DocumentLine> m_lines{};
    SectionSplit m_split{};
    FrontMatter m_front{};
    QMap<SectionId, QList<FoundPart>> m_parts{};
    QMap<SectionId, QList<FoundPart>> m_others{}; // what the form has no section for
    QMap<TableId, FoundText> m_tableNotes{};
    RecognisedTexts m_result{};
    qsizetype m_size = 0; // characters of all texts
    qint64 m_pictureBytes = 0;
    bool m_isFull = false;
};

} // namespace

RecognisedTexts recogniseTexts(
    const ForeignDocument &document, const RecognisedTables &tables, const IntakeHints &hints)
{
    return TextRecogniser(document, tables, hints).run();
}

} // namespace nianbao
