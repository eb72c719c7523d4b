// SPDX-License-Identifier: MulanPSL-2.0
#include "filechooser.h"

#include "settings.h"

#include <QDateTime>
#include <QDir>
#include <QFileSystemModel>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLocale>
#include <QStandardPaths>
#include <QTreeView>
#include <QUrl>

namespace nianbao {

namespace {

QString lastFolder; // of this run

/// Over QFileSystemModel: name, size, kind, time.
class FilesInOurWords final : public QIdentityProxyModel {
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto *files = qobject_cast<const QFileSystemModel *>(sourceModel());
        const QModelIndex source = mapToSource(index);
        if (role != Qt::DisplayRole || !files || !source.isValid())
            return QIdentityProxyModel::data(index, role);
        if (index.column() == kTime)
            return files->lastModified(source).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
        if (index.column() == kSize && !files->isDir(source))
            return QLocale()
                .formattedDataSize(files->size(source), 1, QLocale::DataSizeTraditionalFormat)
                .replace(QStringLiteral("kB"), QStringLiteral("KB")); // as everybody here writes it
        return QIdentityProxyModel::data(index, role);
    }

private:
    static constexpr int kSize = 1;
    static constexpr int kTime = 3;
};

} // namespace

FileChooser::FileChooser(
    QWidget *parent, const QString &title, const QString &proposal, const QString &filter)
    : QFileDialog(parent, title)
{
    setProxyModel(new FilesInOurWords(this));
    constexpr int kMostKinds = 3; // that are named one by one behind the words
    setOption(HideNameFilterDetails, filter.count(u'*') > kMostKinds);
    if (!filter.isEmpty())
        setNameFilter(filter);
    QList<QUrl> beside;
    for (const auto place : {QStandardPaths::HomeLocation, QStandardPaths::DocumentsLocation,
             QStandardPaths::DesktopLocation, QStandardPaths::DownloadLocation}) {
        const QString folder = QStandardPaths::writableLocation(place);
        if (const QUrl url = QUrl::fromLocalFile(folder); QDir(folder).exists() && !beside.contains(url))
            beside.append(url);
    }
    setSidebarUrls(beside);
    if (auto *details = findChild<QTreeView *>(QStringLiteral("treeView"))) { // of Qt's own dialog
        details->header()->setSectionResizeMode(QHeaderView::ResizeToContents); // no time is cut
        resize(fontMetrics().height() * 42, fontMetrics().height() * 26);
    }
    const QFileInfo proposed(proposal);
    if (proposal.isEmpty())
        setDirectory(
            !lastFolder.isEmpty() && QDir(lastFolder).exists() ? lastFolder : settings::reportFolder());
    else if (proposed.isDir())
        setDirectory(proposal);
    else if (proposed.dir().exists())
        setDirectory(proposed.dir());
    if (!proposal.isEmpty() && !proposed.isDir())
        selectFile(proposed.fileName());
}

void FileChooser::beginBeside(const QString &path) { lastFolder = QFileInfo(path).absolutePath(); }

QString FileChooser::choose()
{
    if (exec() != Accepted)
        return {};
    lastFolder = directory().absolutePath();
    return selectedFiles().value(0);
}

} // namespace nianbao
