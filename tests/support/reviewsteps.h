// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "findingactions.h"
#include "session.h"

namespace nianbao::test {

/// The way of a report through an open session. What goes wrong ends the test program.
class Way {
public:
    explicit Way(Session &session) : m_session(session) { }

    Way &edit(const Change &change) { return asked("edit", m_session.edit(change)); }
    /// Whatever the check asks to be explained is explained.
    Way &explain()
    {
        const Findings open = m_session.unready();
        for (const Finding &finding : open) {
            if (finding.level == Level::Explain)
                edit(findingActions::explain(finding, QStringLiteral("已核对原件"), QStringLiteral("王芳")));
        }
        return *this;
    }
    Way &move(const ReviewMove &move)
    {
        return asked(qPrintable(toString(move.action)), m_session.move(move));
    }
    Way &move(ReviewAction action, const QString &words = {}, const QString &who = QStringLiteral("李主任"))
    {
        return move({action, who, time(), words});
    }
    /// Sent and agreed to: with its last reader.
    Way &toLastReader()
    {
        explain().move(ReviewAction::Send, {}, QStringLiteral("王芳"));
        return move(ReviewAction::Forward, QStringLiteral("数据已核"));
    }
    Way &seal(const PrivateKey &key)
    {
        ReviewMove move{ReviewAction::Approve, kApprover, time(), QStringLiteral("同意发布")};
        const auto seal = makeSeal(m_session.report(), key, kApprover, move.at);
        if (!seal)
            qFatal("no seal: %s", qPrintable(seal.error().detail));
        move.seal = *seal;
        return this->move(move);
    }
    Way &signOnPaper()
    {
        ReviewMove move{ReviewAction::Approve, QStringLiteral("王芳"), time(), QStringLiteral("纸质签发")};
        move.paper = PaperApproval{kApprover, QStringLiteral("2022-01-20"), m_session.contentDigest()};
        return this->move(move);
    }
    Way &submit()
    {
        ReviewMove move{ReviewAction::Submit, QStringLiteral("王芳"), time()};
        move.handOver = HandOver{move.at, QStringLiteral("清河县政务公开办"), m_session.contentDigest(),
            {QStringLiteral("年报.pdf")}};
        return this->move(move);
    }
    Way &publish()
    {
        ReviewMove move{ReviewAction::Publish, QStringLiteral("王芳"), time()};
        move.publication
            = Publication{QStringLiteral("2022-01-28"), QStringLiteral("https://www.qinghe.gov.cn/nb")};
        return this->move(move);
    }

    inline static const QString kApprover = QStringLiteral("陈立");

private:
    static QString time() { return now().toUTC().toString(Qt::ISODate); }
    Way &asked(const char *what, const Result<> &done)
    {
        QString open;
        if (!done && done.error().code == ErrorCode::NotReady) {
            const Findings unready = m_session.unready();
            for (const Finding &finding : unready)
                open += QStringLiteral("\n  %1: %2")
                            .arg(finding.rule.toString(), finding.message.in(Language::English));
        }
        if (!done)
            qFatal("%s: %d %s %s%s", what, int(done.error().code), qPrintable(done.error().where),
                qPrintable(done.error().detail), qPrintable(open));
        return *this;
    }

    Session &m_session;
};

inline PrivateKey newKey()
{
    auto key = PrivateKey::create();
    if (!key)
        qFatal("no key");
    return std::move(*key);
}

} // namespace nianbao::test
