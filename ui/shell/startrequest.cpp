// SPDX-License-Identifier: MulanPSL-2.0
#include "startrequest.h"

#include "arguments.h"

#include <QDir>

namespace nianbao {

StartRequest StartRequest::of(const QStringList &words, bool isSample)
{
    StartRequest request{{}, isSample};
    for (const QString &word : withoutUrls(words)) {
        if (!word.isEmpty())
            request.files.append(QDir::current().absoluteFilePath(word));
    }
    return request;
}

} // namespace nianbao
