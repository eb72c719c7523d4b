// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"

#include <functional>

class QFrame;
class QLabel;
class QMenu;
class QToolButton;

namespace nianbao {

class ChannelModel;
class ElidedLabel;
class EntryLine;
class GridView;

/// 渠道与分类: how much was published where and of what kind. The ledger behind the sentences of section one.
class ChannelsPage final : public EditorPage {
    Q_OBJECT
public:
    explicit ChannelsPage(Session &session, QWidget *parent = nullptr);

    void goTo(const Place &place) override;
    Place entry() const override { return Place::channels(); }

public Q_SLOTS:
    void useUsual(); // the form's channels and categories
    void addChannel();
    void addCategory();
    void renameChannel();
    void renameCategory();
    void moveChannel(int step);
    void moveCategory(int step);
    void removeChannel();
    void removeCategory();
    void takeSum(); // of the current channel's categories

private:
    QWidget *makeEmptyHint();
    QWidget *makeActions();
    QWidget *makeNameLine();
    QWidget *makeSumBar();
    void refresh();
    void showSumBar();
    void askName(
        const QString &label, const QString &name, const std::function<bool(const QString &)> &whenGiven);
    void takeName(const QString &name);
    void closeName();
    bool isNewName(const QStringList &names, const QString &name);
    bool setChannels(const QList<Channel> &channels, const QString &description);
    int currentChannel() const; // -1: none
    QString currentCategory() const;
    QStringList channelNames() const;

    ChannelModel *m_model;
    GridView *m_grid;
    QWidget *m_emptyHint = nullptr;
    QWidget *m_actions = nullptr;
    ElidedLabel *m_channelWord = nullptr;
    ElidedLabel *m_categoryWord = nullptr;
    QList<QToolButton *> m_channelLinks; // need a current channel
    QList<QToolButton *> m_categoryLinks;
    QWidget *m_nameLine = nullptr;
    QLabel *m_nameLabel = nullptr;
    EntryLine *m_nameEdit = nullptr;
    std::function<bool(const QString &)> m_whenNamed; // false: refused, the name stays in the line
    QFrame *m_sumBar = nullptr;
    QLabel *m_sumWords = nullptr;
    QMenu *m_menu = nullptr;
};

} // namespace nianbao
