// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>

#include <array>

namespace nianbao {

class XmlReader;

/// The numbers that Word counts itself and that stand in no text: （二）, 1.2. Asked for one paragraph after
/// the other, in their order; lists that are the same one go on where the last left off, as in Word.
class DocxNumbering {
public:
    static constexpr int kLevels = 9;

    /// Errors: those of XmlReader, TooManyParts.
    static Result<DocxNumbering> read(const QByteArray &xml, const QString &part);

    /// A list may leave its levels to a style of its own: what number that style has, by its id.
    void setListStyles(const QHash<QString, int> &numbers) { m_listStyles = numbers; }
    /// Ids of those styles that are asked for.
    QStringList listStyles() const;

    /// The level at which a list is that of a paragraph style; -1: it names it at none.
    int levelOfStyle(int number, const QString &style) const;
    /// Counts a paragraph. Empty: an unknown list, or one of bullets.
    QString next(int number, int level);

private:
    struct Level {
        qint64 start = 0;
        QString format = QStringLiteral("decimal");
        QString text{}; // with %1 for the number of the first level
        QString style{};
        int restartsAfter = -1; // a level counted from 1; 0: never; -1: after any above
        bool isPlain = false; // the numbers of other levels in plain digits
    };
    struct List { // w:abstractNum
        QMap<int, Level> levels{};
        QString takenFrom{}; // the list style whose levels it has
        std::array<qint64, kLevels> values{};
        std::array<bool, kLevels> isCounted{}; // since its level began anew
    };
    struct Use { // w:num
        int list = -1;
        QMap<int, qint64> starts{};
        QMap<int, Level> levels{};
        QSet<int> started{}; // levels that began with `starts`
    };
    void readElement(XmlReader &xml, Level *&level, List *&list, Use *&use, int &overridden);
    static void readLevel(const XmlReader &xml, Level &level);
    int listOf(int number) const;
    Level levelOf(const Use &use, const List &list, int level) const;
    QString printed(const Use &use, const List &list, const Level &own) const;
    static qint64 startOf(const Use &use, const Level &level, int at);

    QMap<int, List> m_lists{};
    QMap<int, Use> m_uses{};
    QHash<QString, int> m_listStyles{};
};

} // namespace nianbao
