// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>
#include <vector>

struct hb_face_t;
struct hb_font_t;

namespace nianbao {

/// Who speaks in which letter, GB/T 9704-2012 7.3: 小标宋, 仿宋, 黑体, 楷体, 宋体.
enum class FontRole { Title, Body, Heading1, Heading2, Table };
inline constexpr int kFontRoles = 5;

/// One role's chain: office fonts first, then the free ones. Data of resources/style/page.json.
struct FontChain {
    QString label{}; // 仿宋, for the message when none of the right kind is there
    struct Choice {
        QString family{};
        bool bold = false;
        bool fitting = true; // false: a stand-in of another style, to be named to the user
    };
    QList<Choice> choices{};
};

/// A font file's face, opened once. Glyph ids are HarfBuzz's (= the file's).
class FontFace {
public:
    FontFace(QString file, int index, QString family);
    ~FontFace();
    FontFace(const FontFace &) = delete;
    FontFace &operator=(const FontFace &) = delete;
    const QString &file() const { return m_file; }
    int index() const { return m_index; }
    const QString &family() const { return m_family; }
    quint32 glyph(char32_t character) const; // 0: the face has none
    double advance(quint32 glyph) const; // em
    double ascent() const { return m_ascent; } // em, from the font's own tables
    double descent() const { return m_descent; } // em, positive
    QByteArray postScriptName() const;
    std::array<double, 4> boundingBox() const; // of all its glyphs: left, bottom, right, top; em, y upwards
    hb_face_t *face() const { return m_face; }
    hb_font_t *font() const { return m_font; } // scaled to unitsPerEm
    unsigned unitsPerEm() const { return m_unitsPerEm; }

private:
    QString m_file;
    int m_index;
    QString m_family;
    hb_face_t *m_face = nullptr;
    hb_font_t *m_font = nullptr;
    unsigned m_unitsPerEm = 1000;
    double m_ascent = 0.88;
    double m_descent = 0.12;
};

/// The glyphs of a face that a document uses, cut out of its file for embedding in a PDF.
struct FontSubset {
    enum class Kind { Cff, TrueType };
    Kind kind = Kind::Cff;
    QByteArray program{}; // bare CFF table, or a TrueType file
    QHash<quint32, quint16> codes{}; // glyph of the face → CID
};

/// Glyph ids in ascending order. Nothing when the file is damaged or its outlines are of another kind.
std::optional<FontSubset> subsetFace(const FontFace &face, const std::vector<quint32> &glyphs);

/// The faces of all roles with per-character fallback along each role's chain, then along all other faces.
class FontSet {
public:
    /// Asks fontconfig which families exist. Error FontMissing when a role has no face at all.
    static Result<std::shared_ptr<const FontSet>> load(const QList<FontChain> &chains);

    struct Hit {
        int face = 0; // index for face()
        quint32 glyph = 0; // 0: no face of any role has it
        double advance = 1; // em
    };
    Hit find(FontRole role, char32_t character) const; // cached
    const FontFace &face(int index) const;
    int faces() const;
    /// "仿宋: Noto Serif CJK SC" for each role that is set in a stand-in of another style.
    QStringList standIns() const;

    FontSet();
    ~FontSet();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nianbao
