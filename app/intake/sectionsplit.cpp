// SPDX-License-Identifier: MulanPSL-2.0
#include "sectionsplit.h"

#include "intakewords.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace nianbao {

namespace {

constexpr Sentence kOtherTitle{"The heading “%1” was taken for “%2”.", "标题“%1”按“%2”收入。"};
constexpr Sentence kByPlace{
    "The first heading, “%1”, is like none of the form's; what follows was taken for “%2”.",
    "第一个标题“%1”与表样的标题都不像，其下文字按“%2”收入。"};
constexpr Sentence kOtherNumber{
    "“%1” stands under the number %2; in the form it is number %3.", "“%1”的序号是%2，表样中是%3。"};
constexpr Sentence kNoNumber{"“%1” stands without its number %2.", "“%1”前面缺少序号“%2”。"};
constexpr Sentence kNoSection{"There is no section “%1” in it.", "没有找到“%1”这一部分。"};

constexpr double kLikeEnough = 0.8;
constexpr double kLikeWithNumber = 0.72;
constexpr qsizetype kLongestTitle = 44;
constexpr int kMostCompared = 4'000; // lines whose title is compared letter by letter
constexpr int kLookAhead = 12; // lines between a heading and its table

class Splitter {
public:
    Splitter(QList<DocumentLine> &lines, const ReportSpec &form, IntakeNotes &notes)
        : m_lines(lines), m_form(form), m_notes(notes)
    {
        for (const SectionSpec &section : form.sections) {
            QStringList cores;
            m_titles.append(titlesOf(section));
            for (const QString &title : std::as_const(m_titles.last()))
                cores.append(headingCore(title));
            m_cores.append(cores);
        }
    }

    SectionSplit run()
    {
        partRunOnHeadings();
        markTables();
        choose();
        setLevel();
        addOthers();
        setEnds();
        return std::move(m_split);
    }

private:
    struct Candidate {
        int line = 0;
        int section = 0;
        double likeness = 0;
        double best = 0; // of the chain that ends here
        int before = -1; // candidate
    };

    /// “一、总体情况 2021年，我镇……”: the heading becomes a line of its own.
    void partRunOnHeadings()
    {
        QList<DocumentLine> parted;
        parted.reserve(m_lines.size());
        for (const DocumentLine &line : std::as_const(m_lines)) {
            const bool mayRunOn
                = line.isText() && line.number.isOfSection() && line.text.size() > kLongestTitle;
            const QString words = mayRunOn ? line.words() : QString();
            const qsizetype length = mayRunOn ? titleAhead(words) : 0;
            parted.append(line);
            if (length == 0)
                continue;
            parted.last().text.chop(words.size() - length);
            DocumentLine rest = line;
            rest.automatic.clear();
            rest.text = words.mid(length);
            static const QString marks = QStringLiteral("。：:，、");
            while (!rest.text.isEmpty() && (marks.contains(rest.text[0]) || rest.text[0].isSpace()))
                rest.text.remove(0, 1);
            rest.number = headingNumber(rest.text);
            rest.level = 0;
            if (!rest.text.isEmpty())
                parted.append(rest);
        }
        m_lines = parted;
    }

    /// Length of the longest title of a section that the words begin with.
    qsizetype titleAhead(const QString &words) const
    {
        qsizetype length = 0;
        for (const QStringList &titles : m_titles) {
            for (const QString &title : titles) {
                if (words.startsWith(title))
                    length = std::max(length, title.size());
            }
        }
        return length;
    }

    /// Which table stands next, before another heading could.
    void markTables()
    {
        m_tableAhead.resize(m_lines.size());
        int next = -1;
        for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
            m_tableAhead[i] = next >= 0 && next - i <= kLookAhead ? m_lines[next].table : TableId();
            if (m_lines[i].kind == DocumentLine::Kind::Table)
                next = int(i);
        }
    }

    bool mayBeHeading(const DocumentLine &line) const
    {
        return line.isText() && looksLikeHeading(line.words(), kLongestTitle);
    }

    /// How sure a line is the heading of a section; likeness is set; 0: it is none.
    double score(int i, int section, const QString &core, bool compares, double &likeness) const
    {
        const DocumentLine &line = m_lines[i];
        const QStringList &cores = m_cores[section];
        likeness = cores.contains(core) ? 1 : 0;
        const bool isOfSection = line.number.isOfSection();
        if (likeness == 0 && compares) {
            for (const QString &each : cores)
                likeness = std::max(likeness, titleLikeness(core, each));
        }
        if (likeness < (isOfSection || line.level > 0 ? kLikeWithNumber : kLikeEnough))
            return 0;
        const bool isOfPart = !isOfSection && line.number.style != HeadingNumber::Style::None;
        if (isOfPart && line.number.style != HeadingNumber::Style::Arabic && core != cores.first())
            return 0; // （二）主动公开情况 is a part of the first section
        double sure = 10 * likeness + (core == cores.first() ? 1 : 0);
        sure += isOfSection ? 3 : isOfPart ? -5 : 0;
        sure += line.level > 0 && !line.isTitle ? 2 : 0;
        const TableId table = m_form.sections[section].table;
        if (!table.isEmpty() && m_tableAhead[i] == table)
            sure += 6;
        if (i + 1 < m_lines.size() && !m_lines[i + 1].isText())
            sure += 1;
        else if (i + 1 < m_lines.size() && !m_lines[i + 1].number.isOfSection())
            sure += 1; // in a table of contents another heading follows
        return sure;
    }

    /// The best chain of headings in the form's order.
    void choose()
    {
        std::array<int, 64> last{}; // by section: the best candidate that ends a chain there
        last.fill(-1);
        const int sections = std::min(int(m_form.sections.size()), int(last.size()));
        int compared = 0;
        for (int i = 0; i < m_lines.size(); ++i) {
            if (!mayBeHeading(m_lines[i]))
                continue;
            const QString core = headingCore(m_lines[i].words());
            const bool compares = core.size() > 2 && compared < kMostCompared;
            compared += compares ? 1 : 0;
            for (int section = sections - 1; section >= 0; --section) {
                Candidate candidate{i, section};
                const double sure = score(i, section, core, compares, candidate.likeness);
                if (sure <= 0)
                    continue;
                for (int k = 0; k < section; ++k) {
                    if (last[size_t(k)] >= 0 && m_candidates[last[size_t(k)]].best > candidate.best) {
                        candidate.best = m_candidates[last[size_t(k)]].best;
                        candidate.before = last[size_t(k)];
                    }
                }
                candidate.best += sure;
                int &best = last[size_t(section)];
                m_isCandidate.insert(i);
                if (best >= 0 && m_candidates[best].best >= candidate.best)
                    continue;
                best = int(m_candidates.size());
                m_candidates.append(candidate);
            }
        }
        int end = -1;
        for (int k = 0; k < sections; ++k) {
            if (last[size_t(k)] >= 0
                && (end < 0 || m_candidates[last[size_t(k)]].best > m_candidates[end].best))
                end = last[size_t(k)];
        }
        for (; end >= 0; end = m_candidates[end].before)
            add(m_candidates[end]);
        m_split.found = int(m_split.sections.size());
    }

    void add(const Candidate &candidate)
    {
        LineSection section;
        section.id = m_form.sections[candidate.section].id;
        section.title = m_lines[candidate.line].words();
        section.heading = candidate.line;
        section.likeness = candidate.likeness;
        m_split.sections.prepend(section);
    }

    void setLevel()
    {
        QMap<int, int> levels;
        for (const LineSection &section : std::as_const(m_split.sections))
            levels[m_lines[section.heading].level] += 1;
        for (auto it = levels.cbegin(); it != levels.cend(); ++it) {
            if (it.key() > 0 && it.value() * 2 > m_split.found)
                m_split.level = it.key();
        }
    }

    /// A heading of the rank of sections that the form does not have.
    bool isOther(int i, int lastNumber) const
    {
        const DocumentLine &line = m_lines[i];
        if (!mayBeHeading(line) || line.isTitle || line.words().isEmpty())
            return false;
        if (m_split.level > 0)
            return line.level > 0 && line.level <= m_split.level;
        return line.number.isOfSection() && line.number.value == lastNumber + 1;
    }

    void addOthers()
    {
        QList<LineSection> all;
        const QList<LineSection> found = m_split.sections;
        qsizetype next = 0;
        int lastNumber = 0;
        bool isOpen = false; // behind the first heading
        for (int i = 0; i < m_lines.size(); ++i) {
            if (next < found.size() && found[next].heading == i) {
                all.append(found[next++]);
                const HeadingNumber &number = m_lines[i].number;
                lastNumber = number.isOfSection() ? number.value : numberOf(all.last().id);
                isOpen = true;
            } else if (isOther(i, lastNumber) && (isOpen || m_split.found == 0 || isFirstOf(found, i))) {
                LineSection other;
                other.title = m_lines[i].words();
                other.heading = i;
                lastNumber = m_lines[i].number.isOfSection() ? m_lines[i].number.value : lastNumber + 1;
                takeFirst(other, all);
                all.append(other);
                isOpen = true;
            }
        }
        m_split.sections = all;
        noteTitles();
    }

    int numberOf(const SectionId &id) const
    {
        for (int k = 0; k < m_form.sections.size(); ++k) {
            if (m_form.sections[k].id == id)
                return k + 1;
        }
        return 0;
    }

    /// Before the first that is known, and the form's first one is missing.
    bool isFirstOf(const QList<LineSection> &found, int line) const
    {
        return !found.isEmpty() && line < found.first().heading && !m_isCandidate.contains(line)
            && found.first().id != m_form.sections.first().id;
    }

    /// “一、工作开展情况” at the very beginning: the form's first section under another title.
    void takeFirst(LineSection &other, const QList<LineSection> &before) const
    {
        const bool isKnown = std::any_of(m_split.sections.begin(), m_split.sections.end(),
            [this](const LineSection &each) { return each.id == m_form.sections.first().id; });
        if (!before.isEmpty() || isKnown || m_form.sections.isEmpty())
            return;
        other.id = m_form.sections.first().id;
        other.likeness = 0;
    }

    void noteTitles()
    {
        for (const LineSection &section : std::as_const(m_split.sections)) {
            const SectionSpec *spec = m_form.section(section.id);
            if (!spec)
                continue;
            const DocumentLine &line = m_lines[section.heading];
            if (section.likeness == 0)
                m_notes.weighty.append(Phrase(kByPlace, quoted(section.title), spec->title));
            else if (section.likeness < 1)
                m_notes.plain.append(Phrase(kOtherTitle, quoted(section.title), spec->title));
            if (line.number.style == HeadingNumber::Style::None)
                m_notes.plain.append(Phrase(kNoNumber, spec->title, spec->number));
            else if (line.number.value != numberOf(section.id))
                m_notes.plain.append(Phrase(
                    kOtherNumber, spec->title, qint64(line.number.value), qint64(numberOf(section.id))));
        }
        for (const SectionSpec &spec : m_form.sections) {
            const bool isThere = std::any_of(m_split.sections.begin(), m_split.sections.end(),
                [&spec](const LineSection &each) { return each.id == spec.id; });
            if (!isThere && m_split.found > 0)
                m_notes.weighty.append(Phrase(kNoSection, spec.title));
        }
    }

    void setEnds()
    {
        for (qsizetype k = 0; k < m_split.sections.size(); ++k) {
            LineSection &section = m_split.sections[k];
            section.first = section.heading + 1;
            section.end
                = k + 1 < m_split.sections.size() ? m_split.sections[k + 1].heading : int(m_lines.size());
        }
    }

    QList<DocumentLine> &m_lines;
    const ReportSpec &m_form;
    IntakeNotes &m_notes;
    QList<QStringList> m_titles{}; // of each section
    QList<QStringList> m_cores{};
    QList<TableId> m_tableAhead{};
    QList<Candidate> m_candidates{};
    QSet<int> m_isCandidate{}; // lines
    SectionSplit m_split{};
};

} // namespace

QStringList titlesOf(const SectionSpec &section)
{
    QStringList titles{section.title};
    titles += IntakeWords::shipped().sections.value(section.id.toString());
    titles.removeDuplicates();
    return titles;
}

SectionSplit splitSections(QList<DocumentLine> &lines, const ReportSpec &form, IntakeNotes &notes)
{
    return Splitter(lines, form, notes).run();
}

} // namespace nianbao
