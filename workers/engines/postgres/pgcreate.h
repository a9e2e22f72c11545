// SPDX-License-Identifier: MIT
//
// The statements that make things in PostgreSQL. Each is made from the neutral description or, where only the
// server's own text will do, from one statement of an expected kind: what comes from a file is not trusted to
// be what it says.
//
// Threads: plain functions, or those of the session.
#pragma once

#include "workers/engines/postgres/pgsession.h"
#include "workers/engines/postgres/pgtypes.h"

namespace galley {

/// A primary key that is made after the rows: an index that is built at once takes half the time.
struct PgLateKey
{
    QByteArray sql; ///< `ALTER TABLE … ADD … PRIMARY KEY`; empty: the table has its key
    QStringList columns;
};

/// Where the key is of whole numbers, so that their order shows that none is there twice.
PgLateKey pgLateKey(const TableInfo &table);
enum class PgKeys : quint8
{
    All,
    ButLateOnes, ///< pgLateKey() is made after the rows
};
/// CREATE TABLE with columns, checks, unique constraints and the primary key; no foreign keys, no other
/// indexes.
QByteArray pgTableStatement(const TableInfo &table, PgKeys keys = PgKeys::All);
/// COMMENT ON for the table and its columns.
std::vector<QByteArray> pgCommentStatements(const TableInfo &table);
/// `ALTER TABLE … ADD CONSTRAINT … FOREIGN KEY …`
QByteArray pgForeignKeyStatement(const TableName &table, const ForeignKey &key);
/// CREATE INDEX; "" where the index came with a constraint.
Result<QByteArray> pgIndexStatement(const TableInfo &table, const IndexInfo &index);
/// Checks that `object.sql` is of its kind. Errors: UnsafeStatement.
Result<QByteArray> pgObjectStatement(const ObjectInfo &object);
/// Of a routine, whose name has its arguments behind it: quoted up to there.
QByteArray pgRoutineName(const TableName &name);
/// COMMENT ON; "" where there is none to make.
QByteArray pgObjectComment(const ObjectInfo &object);
Result<QByteArray> pgViewStatement(const ViewInfo &view);
Result<QByteArray> pgTriggerStatement(const TriggerInfo &trigger);

/// A JSON array of texts, as the server writes it.
QStringList pgJsonTexts(std::string_view json);

} // namespace galley
