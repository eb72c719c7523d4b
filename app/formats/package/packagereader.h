// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>

namespace nianbao {

/// A zip of named parts (docx, xlsx) that somebody else made. Nothing is ever unpacked to the disk, so that
/// no name in it matters; bytes are counted as they come, whatever the archive declares. Shows no zip type.
class PackageReader {
public:
    static constexpr qint64 kPartBytes = 64LL << 20; // of one part, unpacked
    static constexpr qint64 kAllBytes = 128LL << 20; // of all parts read, unpacked
    static constexpr int kMostParts = 2'000;

    /// bytes are kept. Errors, without `where`: BrokenDocument (no zip, two parts of one name), TooManyParts,
    /// NeedsPassword (encrypted, also an encrypted Office file, which is no zip).
    static Result<PackageReader> open(const QByteArray &bytes);

    PackageReader(PackageReader &&) noexcept;
    PackageReader &operator=(PackageReader &&) noexcept;
    ~PackageReader();

    bool has(const QString &part) const; // "word/document.xml", as the archive spells it; WPS writes \ for /
    QStringList parts() const;
    /// Errors: BrokenDocument (detail: part, not there or not readable), TooLarge (detail: the limit in MB),
    /// NeedsPassword.
    Result<QByteArray> read(const QString &part);

    /// Where a relationship leads, from the .rels beside a part; the package's own for an empty one. Each id
    /// with its target as a part's name ("word/media/image1.png"); external targets are left out.
    struct Relation {
        QString type{}; // the last word of its address: officeDocument, image, styles
        QString target{};
    };
    Result<QHash<QString, Relation>> relations(const QString &part = {});

private:
    PackageReader();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nianbao
