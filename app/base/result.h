// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace nianbao {

/// What went wrong. The sentence a person reads is made from it in one place: session/errorwords.
enum class ErrorCode {
    // malformed input
    BadForm, // where: JSON path, detail: reason
    BadJson, // where: JSON path, detail: reason
    BadWords, // of an office. where: path, detail: line, newline, reason
    UnknownForm, // where: form id
    UnknownCell, // where: cell id
    ComputedCell, // where: cell id
    NotANumber, // where: cell id, detail: the text
    NegativeNotAllowed, // where: cell id, detail: the text
    TooManyDecimals, // where: cell id, detail: the text
    OutOfRange, // where: cell id, detail: the text
    SeveralFigures, // where: cell id, detail: the text: a row of figures where one may stand
    UnclearMark, // where: cell id, detail: a mark such as － or 无: blank or 0 is asked, never guessed
    FigureWithNote, // where: cell id, detail: the text: the note has no place here
    WrongUnit, // where: cell id, detail: the text: 元 or 万 where the cell counts otherwise
    TooLong, // where: what is too long, detail: the limit in characters
    TooMany, // where: what has too many entries, detail: the limit
    BadDate, // where: what holds it, detail: the text
    UnknownFact, // where: key
    BadAddress, // where: the text that is no mail address
    NoSuchPlace, // where: section or position that does not exist
    BadArguments, // detail: what is wrong with the command
    // the world failed
    FileNotFound, // where: path
    FileExists,
    NotAFile, // where: path of a folder, pipe or device
    TooLarge, // where: path, detail: the limit in MB
    NameTooLong, // where: path, detail: the limit in bytes
    PathTooLong, // where: path, folders included, detail: the limit in bytes
    NameNotUtf8, // where: path as far as it can be shown
    ForeignSchema, // where: path, detail: the part that is not ours
    ForeignSideFile, // where: path of the file beside the report
    TooCostly, // where: path; reading it took more work than a report can need
    SameFile, // where: path; the output would replace the open report or the source
    NotADatabase,
    ForeignDatabase,
    Damaged, // detail: what SQLite said
    TooNew, // detail: schema version of the file
    FolderReadOnly,
    FileReadOnly, // write-protected
    NotLockable, // detail: system's reason; others could not be told that it is being edited
    NoPermission,
    DiskFull,
    InUse, // detail: "name@host, time", then on a line of its own the lock file's name
    AlreadyOpen, // the same by another program of the same user on this machine; detail: as InUse
    FileGone, // deleted or moved while open
    Replaced, // another state stands in the file since it was opened: nothing was overwritten
    WordsChanged, // where: path of an office's words, which somebody else wrote meanwhile
    Collided, // another program wrote into the file while an edit was being written
    ReadFailed, // detail: system's reason
    WriteFailed,
    FontMissing, // detail: role
    PictureUnreadable, // where: its name, detail: reason
    PictureTooLarge, // where: its name, detail: its size
    Cancelled, // by the user
    NoSuchRow, // where: path, detail: the number that no row of the history has
    MoveStays, // where: path, detail: row of the history that is a move of the review: no clearing takes it
    NotKept, // where: path, detail: row of the history; the report as it was then cannot be given any more
    MoveNotAllowed, // where: action of the review, detail: state of the report
    NotReady, // where: action, detail: errors open and explanations missing: "2, 1"
    AlreadyHandedOver, // where: action, detail: to whom, newline, when (ISO 8601)
    NameMissing, // where: action; who makes the move, or signed
    ReasonMissing, // where: action
    ApprovalMissing, // where: action; a key or a signature on paper, one of them
    RecipientMissing, // where: action
    AddressMissing, // where: action
    NoSuchComment, // where: its number
    NoSuchFinding, // where: key
    NotExplainable, // where: key; an error is mended, not explained
    TextMissing, // where: what is empty
    NotInThisState, // where: state of the report; its content cannot be edited there
    StillInReport, // where: path, detail: the place where that stands which is to go out of the history
    // keys
    NotAKey, // where: path, or empty; not an SM2 key as ours are, or a private one without a passphrase
    KeyDamaged, // where: path
    KeyExists, // where: path of KEY or KEY.pub that is there already
    WrongPassphrase, // where: path of the key
    UnfitPassphrase, // detail: "least-most" characters that a new one may have
    KeyFailed, // detail: what the cryptographic library refused
    // documents of other programs; where: path
    UnknownKind, // detail: its suffix; no reader knows it
    NotOfItsKind, // detail: what it should be (docx); its bytes are something else
    BrokenDocument, // detail: the part of it that cannot be read; may be empty
    TooManyParts, // detail: the limit
    TooDeep, // detail: the limit of levels
    DeclaresEntities, // detail: the part that has a document type (DTD)
    NeedsPassword,
    NoTextLayer, // a scan: pages are pictures
    UnknownEncoding, // of a text
    ProgramMissing, // detail: the Debian package that has it
    ProgramFailed, // detail: the program
    TooSlow, // detail: the limit in seconds; the program that should read it was ended
    NothingRecognised, // no statutory report in it
    YearUnknown, // the document does not say of which year it is
    // the state forbids it
    ReadOnly,
};

struct Error {
    ErrorCode code;
    QString where{};
    QString detail{};
    bool operator==(const Error &) const = default;
};

/// A value or an Error: std::expected's subset, to become an alias of it one day. Must not be ignored.
template <typename T = void> class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::move(value)) { }
    Result(Error error) : m_state(std::move(error)) { }
    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const T &operator*() const { return std::get<0>(m_state); }
    T &operator*() { return std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) { }
    [[nodiscard]] bool has_value() const { return !m_error; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace nianbao
