// SPDX-License-Identifier: MulanPSL-2.0
#include "proposedtexts.h"

#include "literal.h"
#include "placenames.h"
#include "recognitionlook.h"
#include "showntext.h"

#include <QApplication>
#include <QBrush>

namespace nianbao {

namespace {
constexpr qsizetype kMostLine = 200; // characters of a text in the list

QString channelWords(const Channel &channel)
{
    const auto count = channelCount(channel);
    return count ? ProposedTexts::tr("%1 %2", "channel, count").arg(channel.name).arg(*count) : channel.name;
}
} // namespace

ProposedTexts::ProposedTexts(Mapping &mapping, QObject *parent)
    : QAbstractTableModel(parent), m_mapping(mapping)
{
    connect(&mapping, &Mapping::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Text));
    });
}

Place ProposedTexts::placeAt(const QModelIndex &index) const
{
    return index.isValid() ? m_mapping.texts().value(index.row()) : Place();
}

QModelIndex ProposedTexts::indexOf(const Place &place) const
{
    const auto row = m_mapping.texts().indexOf(place);
    return row < 0 ? QModelIndex() : index(int(row), 0);
}

int ProposedTexts::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_mapping.texts().size());
}

int ProposedTexts::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Text + 1; }

/// As the report that is proposed calls it; headings that it has not taken are called by their own words.
QString ProposedTexts::nameOf(const Place &place) const
{
    if (place == Place::channels())
        return tr("Channels and categories");
    if (place.kind() == Place::Kind::Illustration)
        return tr("Picture %1").arg(place.index() + 1);
    return said(placeName(m_mapping.taken(), place));
}

QString ProposedTexts::wholeText(const Place &place) const
{
    const Proposal &proposal = m_mapping.proposal();
    if (place == Place::channels()) {
        QStringList lines;
        for (const Channel &channel : proposal.channels) {
            lines.append(channelWords(channel));
            for (const Category &category : channel.categories)
                lines.append(QStringLiteral("    ") + channelWords({category.name, category.count, {}}));
        }
        return lines.join(u'\n');
    }
    if (place.kind() == Place::Kind::Illustration) {
        const Illustration picture = proposal.pictures.value(place.index());
        return picture.caption.isEmpty() ? picture.file : picture.caption;
    }
    return m_mapping.source(place);
}

QString ProposedTexts::stateWords(const Place &place) const
{
    const Recognition state = m_mapping.state(place);
    if (!m_mapping.isTicked(place))
        return QStringLiteral("✗ ") + tr("Left out");
    if (m_mapping.isSettled(place))
        return recognition::mark(Recognition::Sure) + u' ' + tr("Confirmed");
    return recognition::mark(state) + u' ' + recognition::word(state);
}

QVariant ProposedTexts::data(const QModelIndex &index, int role) const
{
    const Place place = placeAt(index);
    if (place.isNowhere())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case State: return stateWords(place);
        case Where: return nameOf(place);
        default: return firstCharacters(wholeText(place).simplified(), kMostLine);
        }
    case Qt::CheckStateRole:
        return index.column() == State
            ? QVariant(int(m_mapping.isTicked(place) ? Qt::Checked : Qt::Unchecked))
            : QVariant();
    case Qt::ForegroundRole:
        return index.column() == State ? QVariant(QBrush(recognition::colour(QApplication::palette(),
                   m_mapping.isSettled(place)
                       ? m_mapping.isTicked(place) ? Recognition::Sure : Recognition::Absent
                       : m_mapping.state(place))))
                                       : QVariant();
    case Qt::ToolTipRole: {
        const QString why = said(m_mapping.why(place));
        return literal::toolTip(why.isEmpty() ? data(index, Qt::DisplayRole).toString() : why);
    }
    default: return {};
    }
}

QVariant ProposedTexts::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State: return tr("Taken");
    case Where: return tr("Place");
    default: return tr("Text");
    }
}

bool ProposedTexts::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || placeAt(index).isNowhere())
        return false;
    m_mapping.setTicked(placeAt(index), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ProposedTexts::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags result = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == State ? result | Qt::ItemIsUserCheckable : result;
}

} // namespace nianbao
