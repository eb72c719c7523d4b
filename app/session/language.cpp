// SPDX-License-Identifier: MulanPSL-2.0
#include "language.h"

#include "phrase.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace nianbao {

void installLanguage(const QString &language)
{
    const bool english = language == u"en";
    setLanguage(english ? Language::English : Language::Chinese);
    QLocale::setDefault(QLocale(english ? QLocale::English : QLocale::Chinese));
    auto *application = QCoreApplication::instance();
    const auto install = [application](const QString &file, const QString &folder) {
        auto *translator = new QTranslator(application);
        if (translator->load(file, folder))
            QCoreApplication::installTranslator(translator);
    };
    if (english) // "1 cell" beside "2 cells"; all else is English in the sources
        return install(QStringLiteral("nianbao_en"), QStringLiteral(":/i18n"));
    // Qt's own dialogs first: ours is asked before it
    install(QStringLiteral("qtbase_zh_CN"), QStringLiteral(":/i18n"));
    install(QStringLiteral("qt_zh_CN"), QStringLiteral(":/i18n")); // what Qt's own lacks
    install(QStringLiteral("nianbao_zh_CN"), QStringLiteral(":/i18n"));
}

} // namespace nianbao
