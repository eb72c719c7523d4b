// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>

#include <initializer_list>
#include <iterator>
#include <random>

namespace nianbao::fuzz {

/// The same for a seed on every computer: nothing of the standard library but the generator itself.
class Random {
public:
    explicit Random(quint32 seed) : m_generator(seed) { }
    quint32 word() { return quint32(m_generator()); }
    int below(qint64 limit) { return limit > 0 ? int(word() % quint64(limit)) : 0; }
    bool chance(int ofHundred) { return below(100) < ofHundred; }
    template <typename T> T oneOf(std::initializer_list<T> list)
    {
        return list.begin()[below(qint64(list.size()))];
    }
    template <typename List> const auto &oneOf(const List &list)
    {
        return *(std::begin(list) + below(qint64(list.size())));
    }
    QByteArray bytes(int length)
    {
        QByteArray result(length, '\0');
        for (char &c : result)
            c = char(word());
        return result;
    }
    /// A number that programs stumble over.
    quint32 edge()
    {
        return chance(30) ? word()
                          : oneOf<quint32>({0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x1000, 0x7fff, 0xffff, 0x10000,
                              0x40000000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff});
    }

private:
    std::mt19937 m_generator;
};

} // namespace nianbao::fuzz
