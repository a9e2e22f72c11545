// SPDX-License-Identifier: MIT
//
// The types of each database and the values at their edges, for docs/fidelity.md.
#pragma once

#include <QByteArray>
#include <QList>

namespace galley::test {

struct TypeCase
{
    QByteArray type; ///< as the database declares it; "" for a column without a type
    QList<QByteArray> literals; ///< SQL of the database
    /// How the database's own client is asked for a value, `%` being the column; "": as text. `was`: of the
    /// column as it was declared; `is`: of the column that came back, whose type may be a wider one.
    QByteArray was = {};
    QByteArray is = {};
};

QList<TypeCase> postgresCases();
QList<TypeCase> mysqlCases();
QList<TypeCase> sqliteCases();

} // namespace galley::test
