// SPDX-License-Identifier: MulanPSL-2.0
#include "spec.h"

#include "specreader.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QMutex>

#include <algorithm>

namespace nianbao {

bool Equation::usesPrior() const
{
    const auto isPrior = [](const Term &term) { return term.prior; };
    return std::any_of(left.begin(), left.end(), isPrior) || std::any_of(right.begin(), right.end(), isPrior);
}

bool CellPattern::matches(const CellId &cell) const
{
    const auto fits
        = [](const QString &part, const QString &id) { return part == u"*" ? !id.isEmpty() : part == id; };
    return m_parts.size() == 3 && fits(part(0), cell.table().toString()) && fits(part(1), cell.row())
        && fits(part(2), cell.column());
}

CellId CellPattern::filled(const CellId &cell) const
{
    const auto choose = [](const QString &part, const QString &id) { return part == u"*" ? id : part; };
    return CellId(TableId(choose(part(0), cell.table().toString())), choose(part(1), cell.row()),
        choose(part(2), cell.column()));
}

QStringList TableSpec::rowsOf(const QString &rowOrGroup) const
{
    return rows.contains(rowOrGroup) ? QStringList{rowOrGroup} : rowGroups.value(rowOrGroup);
}

QString TableSpec::nameOfRow(const QString &rowOrGroup) const
{
    for (const Naming &naming : rowWords) {
        if (naming.of == QStringList{rowOrGroup} && !naming.name.isEmpty())
            return naming.name;
    }
    return rowLabels.value(rowOrGroup).label;
}

const CellSpec *ReportSpec::cell(const CellId &cellId) const
{
    const auto found = cellSpecs.constFind(cellId);
    return found == cellSpecs.constEnd() ? nullptr : &*found;
}

const TableSpec *ReportSpec::table(const TableId &tableId) const
{
    const auto found
        = std::find_if(tables.begin(), tables.end(), [&](const TableSpec &t) { return t.id == tableId; });
    return found == tables.end() ? nullptr : &*found;
}

const SectionSpec *ReportSpec::section(const SectionId &sectionId) const
{
    const auto found = std::find_if(
        sections.begin(), sections.end(), [&](const SectionSpec &s) { return s.id == sectionId; });
    return found == sections.end() ? nullptr : &*found;
}

const SectionSpec *ReportSpec::sectionOfTable(const TableId &tableId) const
{
    const auto found = std::find_if(
        sections.begin(), sections.end(), [&](const SectionSpec &s) { return s.table == tableId; });
    return found == sections.end() ? nullptr : &*found;
}

const TableSpec *ReportSpec::table(Role role) const
{
    const auto found
        = std::find_if(tables.begin(), tables.end(), [role](const TableSpec &t) { return t.role == role; });
    return found == tables.end() ? nullptr : &*found;
}

const SectionSpec *ReportSpec::section(Role role) const
{
    const auto found = std::find_if(
        sections.begin(), sections.end(), [role](const SectionSpec &s) { return s.role == role; });
    return found == sections.end() ? nullptr : &*found;
}

const DraftSpec *ReportSpec::draft(const QString &draftId) const
{
    const auto found
        = std::find_if(drafts.begin(), drafts.end(), [&](const DraftSpec &d) { return d.id == draftId; });
    return found == drafts.end() ? nullptr : &*found;
}

namespace {

const QString kForms = QStringLiteral(":/forms");
const QString kSuffix = QStringLiteral(".json");

SpecPointer readShipped(const QString &id)
{
    const QString path = QDir(kForms).filePath(id + kSuffix);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a form that was built in cannot be read: %s", qPrintable(path));
    const auto spec = readSpec(file.readAll());
    if (!spec)
        qFatal("built-in form %s: %s: %s", qPrintable(path), qPrintable(spec.error().where),
            qPrintable(spec.error().detail));
    if ((*spec)->id != id)
        qFatal("built-in form %s: its id is %s", qPrintable(path), qPrintable((*spec)->id));
    return *spec;
}

} // namespace

SpecPointer findForm(const QString &id)
{
    static const QStringList shipped = QDir(kForms).entryList({u'*' + kSuffix});
    static QMutex lock; // several threads may ask for a form that none has read yet
    static QHash<QString, SpecPointer> known;
    if (!shipped.contains(id + kSuffix))
        return nullptr;
    const QMutexLocker locker(&lock);
    auto found = known.constFind(id);
    if (found == known.constEnd())
        found = known.insert(id, readShipped(id));
    return *found;
}

const QList<SpecPointer> &shippedForms()
{
    static const QList<SpecPointer> all = [] {
        QList<SpecPointer> forms;
        for (const QString &name : QDir(kForms).entryList({u'*' + kSuffix}))
            forms.append(findForm(name.chopped(kSuffix.size())));
        std::sort(forms.begin(), forms.end(), [](const SpecPointer &a, const SpecPointer &b) {
            return std::pair(a->fromYear, a->id) < std::pair(b->fromYear, b->id);
        });
        return forms;
    }();
    return all;
}

SpecPointer formForYear(int year)
{
    SpecPointer newest;
    for (const auto &form : shippedForms()) {
        const bool superseded = !form->successor.isEmpty() && year >= form->successorFromYear;
        if (year >= form->fromYear && year <= form->toYear.value_or(year) && !superseded)
            return form;
        if (form->successor.isEmpty())
            newest = form;
    }
    return newest; // years before the first form
}

QString chineseNumber(int number)
{
    static const QString digits = QStringLiteral("零一二三四五六七八九");
    if (number < 10)
        return digits.mid(number, 1);
    if (number < 20)
        return QStringLiteral("十") + (number % 10 ? digits.mid(number % 10, 1) : QString());
    if (number < 100)
        return digits.mid(number / 10, 1) + QStringLiteral("十")
            + (number % 10 ? digits.mid(number % 10, 1) : QString());
    const int rest = number % 100;
    QString text = digits.mid(number / 100, 1) + QStringLiteral("百");
    if (rest == 0)
        return text;
    if (rest < 10)
        return text + QStringLiteral("零") + chineseNumber(rest);
    return text + (rest < 20 ? QStringLiteral("一") : QString()) + chineseNumber(rest);
}

} // namespace nianbao
