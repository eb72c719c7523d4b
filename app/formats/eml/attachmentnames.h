// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "maildraft.h"

namespace nianbao {

/// What the attachments are called in the mail, in their order. Each name can be saved on Windows and on
/// Linux, in one folder with the others, and shows all that it holds: no path, no device, nothing unseen.
QStringList attachmentNames(const QList<MailDraft::Attachment> &attachments, MailNames names);

} // namespace nianbao
