// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QCache>
#include <QMutex>
#include <QString>

#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

namespace nianbao {

// What is made once, for all threads: a report that was checked beside the window when it was opened is not
// read again for the first key. Both outlive every thread, and so are never destroyed.

/// Values by what they were made of; those that were not asked for longest go. They are handed out as copies,
/// which must be cheap and may be read anywhere.
template <typename Value> class KeptForAll {
public:
    explicit KeptForAll(qsizetype most) : m_kept(most) { }
    template <typename Make> Value of(const QString &key, Make make)
    {
        if (const auto known = find(key))
            return *known;
        Value made = make(); // others may go on meanwhile
        const QMutexLocker lock(&m_mutex);
        m_kept.insert(key, new Value(made), std::max<qsizetype>(1, key.size()));
        return made;
    }

private:
    std::optional<Value> find(const QString &key)
    {
        const QMutexLocker lock(&m_mutex);
        const Value *known = m_kept.object(key);
        return known ? std::optional(*known) : std::nullopt;
    }
    QMutex m_mutex;
    QCache<QString, Value> m_kept;
};

/// Values for keys of which there are few. Each thread remembers where they stand, and waits for no other.
template <typename Key, typename Value> class MadeOnce {
public:
    template <typename Make> static const Value &of(const Key &key, Make make)
    {
        static thread_local std::unordered_map<Key, const Value *> known;
        const Value *&here = known[key];
        if (!here)
            here = &shared(key, make);
        return *here;
    }

private:
    template <typename Make> static const Value &shared(const Key &key, Make make)
    {
        static auto &mutex = *new QMutex;
        static auto &all = *new std::unordered_map<Key, Value>;
        const QMutexLocker lock(&mutex);
        auto found = all.find(key);
        if (found == all.end())
            found = all.emplace(key, make()).first;
        return found->second;
    }
};

} // namespace nianbao
