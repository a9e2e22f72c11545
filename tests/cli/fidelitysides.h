// SPDX-License-Identifier: MIT
//
// The databases of the fidelity test: how each is filled with edge values, and asked by its own client what
// it holds. Table t<i> has one column c<i>_<j> for each value, and in row j only that one is not NULL: so a
// rejected row or a warning about a column is about one value.
#pragma once

#include "tests/cli/fidelitycases.h"

#include <QMap>
#include <QString>

#include <memory>

namespace galley::test {

QString columnName(qsizetype type, qsizetype value);

class FidelitySide
{
public:
    virtual ~FidelitySide() = default;
    virtual QString id() const = 0;
    virtual QString name() const = 0;
    const QList<TypeCase> &cases() const { return m_cases; }

    /// Only these types: before fill().
    void keepOnly(const QList<QByteArray> &types);

    /// A new, empty database; how the program is told of it.
    virtual QString make(const QString &database) = 0;
    /// The same where sessions have this time zone and this language, and other settings than usual, as far
    /// as the server has such things for one database. `language`: "de_DE.UTF-8"; "" for none.
    virtual QString makeIn(const QString &database, const QString & /*zone*/, const QString & /*language*/)
    {
        return make(database);
    }
    /// Makes and fills the tables. Returns what went wrong.
    QByteArray fill(const QString &database);
    /// By column; "NULL", or "=" and the value as the client tells it, in `cases`' own way. No entry: no row.
    QMap<QString, QByteArray> values(const QString &database, const QList<TypeCase> &cases, bool isBack);
    /// The declared types, by column.
    virtual QMap<QString, QString> types(const QString &database) = 0;

    /// Why it cannot be tested here; "" where it can.
    virtual QString problem() const { return {}; }

protected:
    explicit FidelitySide(QList<TypeCase> cases)
        : m_cases(std::move(cases))
    {
    }
    virtual QByteArray before() const { return {}; }
    virtual QByteArray run(const QString &database, const QByteArray &sql) = 0;
    /// SQL for one line `column,value`.
    virtual QByteArray asked(const QByteArray &column, const QByteArray &expression,
                             const QByteArray &rest) const = 0;

private:
    QList<TypeCase> m_cases;
};

std::unique_ptr<FidelitySide> postgresSide();
std::unique_ptr<FidelitySide> mysqlSide();
/// `folder`: where its files are.
std::unique_ptr<FidelitySide> sqliteSide(const QString &folder);

} // namespace galley::test
