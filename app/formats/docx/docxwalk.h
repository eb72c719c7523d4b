// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "docxforeignpictures.h"
#include "docxforeignstyles.h"
#include "docxforeigntable.h"
#include "docxnumbering.h"
#include "xmlreader.h"

#include <vector>

namespace nianbao {

/// One walk through word/document.xml. What is open (tables, cells, text boxes, paragraphs within each other)
/// stands on stacks of its own, so that no depth of the input is a depth of calls.
class DocxWalk {
public:
    static constexpr int kMostBlocks = 100'000;
    static constexpr int kMostCells = 200'000;
    static constexpr qsizetype kMostCharacters = 4 << 20;

    DocxWalk(const QByteArray &xml, const QString &part, const DocxForeignStyles &styles,
        DocxNumbering &numbering, DocxForeignPictures &pictures)
        : m_xml(xml, part), m_styles(styles), m_numbering(numbering), m_pictures(pictures)
    { }
    /// Errors: NotOfItsKind (no Word document), those of XmlReader, TooManyParts, TooLarge.
    Result<QList<ForeignBlock>> read();
    QList<Phrase> notices() const;

private:
    enum class Scope { Flow, TextBox, Paragraph, Run, Table, Row, Cell, Choices, Control, Silence };
    struct Frame {
        Scope scope;
        int depth; // of the element that it ends with
        bool isSet
            = false; // of Run, Silence: not to be read; Choices: one is taken; Control: its content is none
    };
    struct Flow { // where paragraphs and tables follow each other
        QList<ForeignBlock> blocks{};
        QString carried{}; // of paragraphs whose end is deleted
    };
    struct Paragraph {
        QString text{};
        DocxParagraphProperties properties{};
        bool isHidden = false; // by its style, where a run says nothing else
        QList<ForeignBlock> after{}; // pictures and what stands in text boxes
    };
    enum Seen {
        Notes = 1,
        Changes = 2,
        Charts = 4,
        Insertions = 8,
        CutTable = 16,
        Signs = 32,
        Contents = 64
    };

    void enter();
    void enterWord();
    void enterContent();
    void enterProperties();
    void enterOther();
    void chooseBranch();
    void leave(const Frame &frame);
    void endParagraph();
    void endTable();
    QList<ForeignBlock> endFlow();
    void field();
    void sign();
    void takePicture(const QString &id);
    void append(QStringView text);
    void push(Scope scope) { m_frames.push_back({scope, m_xml.depth()}); }
    Scope surroundings() const;
    bool isIn(Scope scope) const { return !m_frames.empty() && m_frames.back().scope == scope; }
    void silence(Frame &frame, bool isSilent);
    bool isSilent() const { return m_silences > 0 || m_codes > 0; }
    QString numberOf(const DocxParagraphProperties &properties, const DocxForeignStyle &style);
    void count(int &counted, int most);
    void refuse(ErrorCode code, qint64 limit) { m_error = Error{code, {}, QString::number(limit)}; }

    XmlReader m_xml;
    const DocxForeignStyles &m_styles;
    DocxNumbering &m_numbering;
    DocxForeignPictures &m_pictures;
    QString m_word{}; // the namespace of the root
    std::vector<Frame> m_frames{};
    std::vector<Flow> m_flows{};
    std::vector<Paragraph> m_paragraphs{};
    std::vector<DocxForeignTable> m_tables{};
    std::vector<bool> m_fields{}; // those open: whether the result has begun
    int m_codes = 0; // of these, in how many it has not
    QString m_alternative{}; // of the picture that comes
    int m_silences = 0; // what is open and not to be read
    int m_textDepth = 0; // of the w:t that is open; 0: none
    int m_seen = 0;
    int m_blocks = 0;
    int m_cells = 0;
    qsizetype m_characters = 0;
    QList<ForeignBlock> m_result{};
    std::optional<Error> m_error{};
};

} // namespace nianbao
