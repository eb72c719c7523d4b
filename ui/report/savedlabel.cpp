// SPDX-License-Identifier: MulanPSL-2.0
#include "savedlabel.h"

#include "appearance.h"
#include "errorwords.h"
#include "literal.h"
#include "session.h"

namespace nianbao {

namespace {

/// A few words: the whole sentence is in the tooltip and was told.
QString reason(const Error &error)
{
    switch (error.code) {
    case ErrorCode::DiskFull: return SavedLabel::tr("the disk is full");
    case ErrorCode::FileGone: return SavedLabel::tr("the file is gone");
    case ErrorCode::Collided:
    case ErrorCode::Replaced: return SavedLabel::tr("the file was replaced");
    case ErrorCode::AlreadyOpen:
    case ErrorCode::InUse: return SavedLabel::tr("somebody else has the file");
    case ErrorCode::ReadOnly:
    case ErrorCode::FolderReadOnly:
    case ErrorCode::FileReadOnly:
    case ErrorCode::NameTooLong:
    case ErrorCode::PathTooLong:
    case ErrorCode::NotLockable:
    case ErrorCode::NoPermission: return SavedLabel::tr("nothing may be written there");
    default: return SavedLabel::tr("the file could not be written");
    }
}

} // namespace

SavedLabel::SavedLabel(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("saved"));
    setTextFormat(Qt::PlainText);
}

void SavedLabel::showState(const Session &session)
{
    const auto &unsaved = session.unsaved();
    const QDateTime at = session.savedAt();
    const bool isReadOnly = session.permissions().state() == Permissions::State::ReadOnly;
    appearance::setInk(this, unsaved ? Colour::Error : Colour::Text);
    literal::setToolTip(this, unsaved ? describe(*unsaved) : QString());
    setText(unsaved        ? tr("✗ Not saved: %1").arg(reason(*unsaved))
            : isReadOnly   ? tr("Nothing is written")
            : at.isValid() ? tr("● Saved %1").arg(at.time().toString(QStringLiteral("HH:mm")))
                           : tr("● Saved"));
}

} // namespace nianbao
