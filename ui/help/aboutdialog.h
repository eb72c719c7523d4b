// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"

#include <QList>

namespace nianbao {

/// A library, font or program of others that Nianbao is made with, and on what terms; data of
/// resources/licences.
struct OthersWork {
    QString name{};
    QString licence{}; // by its SPDX name
    QString english{}, chinese{}; // what it is for
};
QList<OthersWork> othersWorks();

/// Help: what this program is, its version and licence, and the works of others in it with theirs.
class AboutDialog final : public FittedDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace nianbao
