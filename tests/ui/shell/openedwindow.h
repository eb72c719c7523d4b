// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "appearance.h"
#include "dialoganswers.h"
#include "language.h"
#include "mainwindow.h"
#include "reportview.h"
#include "session.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace nianbao::test {

/// Nobody is in front of the program, which speaks Chinese and is light.
inline void beginWindowTests()
{
    dialogs::setSilent(true);
    appearance::apply(false);
    installLanguage(QStringLiteral("zh_CN"));
}

/// The report in a file of its own in that folder.
inline QString newFile(const QTemporaryDir &folder, const Report &report)
{
    static int number = 0;
    const QString path = folder.filePath(QStringLiteral("%1.nianbao").arg(++number));
    if (!Session::create(path, report))
        qFatal("the report cannot be made");
    return path;
}

/// The report in a new file, open in a window that has the focus. Aborts the test program when it cannot be.
inline std::unique_ptr<MainWindow> openedWindow(const QString &path, const Report &report, QSize size = {})
{
    dialogs::setSilent(true);
    if (!Session::create(path, report))
        qFatal("the file cannot be made");
    auto window = std::make_unique<MainWindow>();
    if (size.isValid())
        window->resize(size);
    window->show();
    if (!window->open(path) || !QTest::qWaitForWindowActive(window.get()))
        qFatal("the report does not open");
    static_cast<void>(dialogs::asked());
    static_cast<void>(dialogs::told());
    return window;
}

/// A page that has been left may still be there. nullptr: none of that name is in sight.
template <typename Widget> Widget *inSight(const MainWindow &window, const QString &name)
{
    const auto here = window.view()->page()->findChildren<Widget *>(name);
    for (Widget *widget : here + window.findChildren<Widget *>(name)) {
        if (!widget->isHidden())
            return widget;
    }
    return nullptr;
}

/// Words that no key has, as keys.
inline void typeInto(QWidget *field, const QString &words)
{
    field->setFocus();
    for (const QChar c : words)
        QTest::sendKeyEvent(QTest::Click, field, Qt::Key_unknown, c, Qt::NoModifier);
}

/// At the first sub-section of the overview.
inline Illustration channelChart()
{
    Illustration chart;
    chart.place = Place::subSection(SectionId(QStringLiteral("overview")), 0);
    chart.kind = QStringLiteral("chart");
    chart.chart = QStringLiteral("channels");
    return chart;
}

} // namespace nianbao::test
