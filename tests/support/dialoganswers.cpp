// SPDX-License-Identifier: MulanPSL-2.0
#include "dialoganswers.h"

#include "dialogs.h"
#include "literal.h"
#include "openplace.h"

#include <QAbstractButton>
#include <QInputDialog>
#include <QMessageBox>

#include <utility>

namespace nianbao::dialogs {

namespace {

class Answers final : public StandIn {
public:
    QStringList waiting;
    QList<std::function<bool(QDialog &)>> handlers;
    QStringList told;
    QStringList asked;

    std::function<bool(QDialog &)> waitHandler{};
    QStringList opened;
    bool hasPrograms = true;

    QString chooseFile() override { return next(); }
    bool openOutside(const QString &path) override
    {
        opened.append(path);
        return hasPrograms;
    }

    bool waitFor(QDialog &dialog) override
    {
        const auto handle = std::exchange(waitHandler, {});
        return !handle || handle(dialog);
    }
    bool answer(QDialog &dialog) override
    {
        if (auto *box = qobject_cast<QMessageBox *>(&dialog))
            return press(*box);
        if (auto *line = qobject_cast<QInputDialog *>(&dialog)) {
            line->setTextValue(next());
            return !line->textValue().isEmpty();
        }
        return handlers.isEmpty() || handlers.takeFirst()(dialog);
    }

private:
    QString next() { return waiting.isEmpty() ? QString() : waiting.takeFirst(); }

    bool press(QMessageBox &box)
    {
        if (box.icon() != QMessageBox::Question) {
            told.append(
                box.informativeText().isEmpty() ? box.text() : box.text() + u'\n' + box.informativeText());
            return true;
        }
        asked.append(box.text() + u'\n' + box.informativeText());
        const QString answer = next();
        if (answer.isEmpty()) {
            box.escapeButton()->click();
            return false;
        }
        for (QAbstractButton *button : box.buttons()) {
            if (button->text() == literal::caption(answer)) {
                button->click();
                return true;
            }
        }
        qFatal("no button “%s” under: %s", qPrintable(answer), qPrintable(box.text()));
        return false;
    }
};

Answers s_answers;

PlaceKind anyPlaceIsUsual(const QString &) { return PlaceKind::Usual; }

/// The folders of tests are temporary ones: here they are places to work, as a person's own folders are.
void standIn(bool isThere)
{
    setStandIn(isThere ? &s_answers : nullptr);
    setPlaceJudge(isThere ? anyPlaceIsUsual : nullptr);
}

} // namespace

void setSilent(bool silent)
{
    s_answers.waiting.clear();
    s_answers.handlers.clear();
    s_answers.waitHandler = {};
    s_answers.opened.clear();
    s_answers.hasPrograms = true;
    standIn(silent);
}

void answerNext(const QString &answer)
{
    s_answers.waiting.append(answer);
    setStandIn(&s_answers);
}

void handleNext(std::function<bool(QDialog &)> handle)
{
    s_answers.handlers.append(std::move(handle));
    setStandIn(&s_answers);
}

void handleNextWait(std::function<bool(QDialog &)> handle) { s_answers.waitHandler = std::move(handle); }

QStringList told() { return std::exchange(s_answers.told, {}); }
QStringList opened() { return std::exchange(s_answers.opened, {}); }
void setPrograms(bool areThere) { s_answers.hasPrograms = areThere; }
QStringList asked() { return std::exchange(s_answers.asked, {}); }

} // namespace nianbao::dialogs
