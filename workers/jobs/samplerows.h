// SPDX-License-Identifier: MIT
//
// The words and numbers that the sample database is made of. Plain values.
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace galley {

/// The same numbers on every machine.
class SampleRandom
{
public:
    explicit SampleRandom(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next();
    /// 0 to `bound` - 1. REQUIRES: bound > 0.
    int below(int bound) { return static_cast<int>(next() % static_cast<quint64>(bound)); }
    bool chance(int percent) { return below(100) < percent; }

private:
    quint64 m_state;
};

struct SampleCategory
{
    QString name;
    int parent; ///< id, 0 for none
};

struct SampleProduct
{
    QString name;
    int category;
    int cents;
    double weightKg;
    QString description;
};

struct SamplePerson
{
    QString name;
    QString email;
    QString city;
    QString country;
};

std::vector<SampleCategory> sampleCategories();
std::vector<SampleProduct> sampleProducts(SampleRandom &random);
SamplePerson samplePerson(SampleRandom &random, int number);
/// A picture of 32 by 32 pixels: a PNG whose pattern follows from `seed`.
QByteArray samplePicture(quint64 seed);
/// `2024-02-29` or `2024-02-29 10:15:00`: so many minutes after the beginning of 2022.
QString sampleDate(qint64 minutes);
QString sampleDateTime(qint64 minutes);

} // namespace galley
