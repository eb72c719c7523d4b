// SPDX-License-Identifier: MulanPSL-2.0
#include "filestate.h"

#include "database.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace nianbao {

namespace {
constexpr qint64 kPiece = 1 << 20;
constexpr auto kBytes = QCryptographicHash::Blake2b_256;
} // namespace

Result<FileState> readState(Database &db)
{
    const auto token = db.value(QStringLiteral("SELECT value FROM meta WHERE key = 'commit'"));
    if (!token)
        return token.error();
    const auto newest // without the change itself, which may be as long as a text
        = db.rows(QStringLiteral("SELECT id, at, who, text FROM audit ORDER BY id DESC LIMIT 1"));
    if (!newest)
        return newest.error();
    QCryptographicHash row(QCryptographicHash::Sha256);
    for (const QVariant &value : newest->value(0)) {
        const QByteArray bytes = value.toString().toUtf8();
        row.addData(QByteArray::number(bytes.size()) + ' ' + bytes);
    }
    return FileState{token->toString(), row.result(), {}};
}

Result<> renewToken(Database &db)
{
    auto *random = QRandomGenerator::system();
    const auto half = [random] { return QString::number(random->generate64(), 16).rightJustified(16, u'0'); };
    return db.run(QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('commit', ?)"), {half() + half()});
}

QByteArray hashOf(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, kBytes); }

Result<QByteArray> hashOf(const RegularFile &file)
{
    QCryptographicHash all(kBytes);
    for (qint64 at = 0;; at += kPiece) {
        const auto piece = file.read(at, kPiece);
        if (!piece)
            return piece.error();
        all.addData(*piece);
        if (piece->size() < kPiece)
            return all.result();
    }
}

} // namespace nianbao
