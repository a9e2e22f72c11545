// SPDX-License-Identifier: MIT
//
// Reports as scripts, in the dialect of the target's engine.
#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/changes/reportformats.h"
#include "workers/engines/mysql/mysqlcreate.h"
#include "workers/engines/postgres/pgcreate.h"
#include "workers/engines/sqlite/sqlitecreate.h"

#include <cmath>

namespace galley {

namespace {

enum class Dialect : quint8
{
    Sqlite,
    Postgres,
    MySql
};

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

class SqlReport final : public ReportFormat
{
public:
    explicit SqlReport(Dialect dialect)
        : m_dialect(dialect)
    {
    }

    void begin(const ChangeSet &changes, ByteBuffer &out) override;
    void beginTable(const ChangeSetTable &table, ByteBuffer &out) override;
    void change(const ChangeSetTable &table, const RowChange &change, ByteBuffer &out) override;
    void leftOut(qint64 count, ByteBuffer &out) override;
    void endTable(const ChangeSetTable &, ByteBuffer &) override { }
    void end(ByteBuffer &out) override { out.append("COMMIT;\n"); }

private:
    void name(const QString &text, ByteBuffer &out) { appendDoubled(out, view(text.toUtf8()), '"'); }
    void tableName(const ChangeSetTable &table, ByteBuffer &out);
    void literal(const Column &column, const Cell &cell, ByteBuffer &out);
    void insert(const ChangeSetTable &table, const RowChange &change, ByteBuffer &out);
    void condition(const ChangeSetTable &table, const RowChange &change, ByteBuffer &out);
    void equals(const Column &column, const Cell &cell, ByteBuffer &out);

    Dialect m_dialect;
};

void SqlReport::begin(const ChangeSet &changes, ByteBuffer &out)
{
    out.append("-- Changes from ");
    out.append(view(escapeControls(changes.header().sourceName).toUtf8()));
    out.append(".\n-- Each statement finds its row only where it is as the preview saw it.\n");
    if (m_dialect == Dialect::MySql) {
        out.append("SET NAMES utf8mb4;\nSET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, "
                   "',ANSI_QUOTES,NO_BACKSLASH_ESCAPES');\nSTART TRANSACTION;\n");
        return;
    }
    if (m_dialect == Dialect::Postgres)
        out.append("SET standard_conforming_strings = on;\n");
    out.append("BEGIN;\n");
}

void SqlReport::leftOut(qint64 count, ByteBuffer &out)
{
    out.append("-- Declined and left out: ");
    appendNumber(out, count);
    out.append(" changes.\n");
}

void SqlReport::tableName(const ChangeSetTable &table, ByteBuffer &out)
{
    const TableName &full = table.change.shape.name;
    if (m_dialect == Dialect::Postgres && !full.schema.isEmpty()) {
        name(full.schema, out);
        out.append('.');
    }
    name(full.name, out);
}

void SqlReport::beginTable(const ChangeSetTable &table, ByteBuffer &out)
{
    if (table.kind != ChangeSetTable::Kind::Create)
        return;
    Result<QByteArray> made = QByteArray();
    if (m_dialect == Dialect::Sqlite)
        made = sqliteTableStatement(table.target);
    else if (m_dialect == Dialect::MySql)
        made = mysqlTableStatement(table.target);
    else
        made = pgTableStatement(table.target);
    if (made) {
        out.append(view(*made));
        out.append(made->trimmed().endsWith(';') ? "\n" : ";\n");
        return;
    }
    out.append("-- The table ");
    out.append(view(escapeControls(table.change.shape.name.toString()).toUtf8()));
    out.append(" must be made before.\n");
}

void SqlReport::change(const ChangeSetTable &table, const RowChange &change, ByteBuffer &out)
{
    if (change.kind == ChangeKind::Insert)
        return insert(table, change, out);
    out.append(change.kind == ChangeKind::Update ? "UPDATE " : "DELETE FROM ");
    tableName(table, out);
    bool isFirst = true;
    for (size_t i = 0; i < change.after.size(); ++i) {
        if (change.before[i] == change.after[i])
            continue;
        out.append(isFirst ? " SET " : ", ");
        isFirst = false;
        name(table.change.shape.columns[i].name, out);
        out.append('=');
        literal(table.change.shape.columns[i], change.after[i], out);
    }
    condition(table, change, out);
}

void SqlReport::insert(const ChangeSetTable &table, const RowChange &change, ByteBuffer &out)
{
    out.append("INSERT INTO ");
    tableName(table, out);
    ByteBuffer values;
    for (size_t i = 0; i < change.after.size(); ++i) {
        if (!table.change.isSet[i])
            continue;
        out.append(values.isEmpty() ? '(' : ',');
        values.append(values.isEmpty() ? ") VALUES(" : ",");
        name(table.change.shape.columns[i].name, out);
        literal(table.change.shape.columns[i], change.after[i], values);
    }
    if (values.isEmpty()) {
        out.append(m_dialect == Dialect::MySql ? " () VALUES ();\n" : " DEFAULT VALUES;\n");
        return;
    }
    out.append(values.view());
    out.append(");\n");
}

/// All before-values. Of rows that are equal, where there is no key, one is meant.
void SqlReport::condition(const ChangeSetTable &table, const RowChange &change, ByteBuffer &out)
{
    const bool isKeyed = !table.change.shape.key.empty();
    const std::string_view row = m_dialect == Dialect::Sqlite ? "rowid" : "ctid";
    const bool isChosen = !isKeyed && m_dialect != Dialect::MySql;
    if (isChosen) {
        out.append(" WHERE ");
        out.append(row);
        out.append("=(SELECT ");
        out.append(row);
        out.append(" FROM ");
        tableName(table, out);
    }
    for (size_t i = 0; i < change.before.size(); ++i) {
        out.append(i == 0 ? " WHERE " : " AND ");
        equals(table.change.shape.columns[i], change.before[i], out);
    }
    out.append(isKeyed ? ";\n" : isChosen ? " LIMIT 1);\n" : " LIMIT 1;\n");
}

void SqlReport::equals(const Column &column, const Cell &cell, ByteBuffer &out)
{
    // PostgreSQL compares no json, and other types of its own only where they have an equality.
    const bool isByText = m_dialect == Dialect::Postgres
        && (column.type == LogicalType::Json || column.type == LogicalType::Other);
    if (isByText)
        out.append("CAST(");
    name(column.name, out);
    if (isByText)
        out.append(" AS text)");
    switch (m_dialect) {
    case Dialect::Sqlite:
        out.append(" IS ");
        break;
    case Dialect::Postgres:
        out.append(" IS NOT DISTINCT FROM ");
        break;
    case Dialect::MySql:
        out.append(" <=> ");
        break;
    }
    literal(column, cell, out);
}

void SqlReport::literal(const Column &column, const Cell &cell, ByteBuffer &out)
{
    if (m_dialect == Dialect::Postgres && cell.kind() == CellKind::Bytes) {
        out.append("'\\x");
        appendHex(out, cell.view());
        return out.append("'::bytea");
    }
    if (m_dialect == Dialect::Postgres && cell.kind() == CellKind::Integer
        && column.type == LogicalType::Boolean)
        return out.append(cell.asInteger() != 0 ? "true" : "false");
    if (m_dialect == Dialect::Postgres && cell.kind() == CellKind::Real && !std::isfinite(cell.asReal())) {
        return out.append(std::isnan(cell.asReal()) ? "'NaN'"
                              : cell.asReal() > 0   ? "'Infinity'"
                                                    : "'-Infinity'");
    }
    // SQLite's way for text with NUL means nothing elsewhere; MariaDB takes NUL in a literal.
    if (m_dialect != Dialect::Sqlite && cell.kind() == CellKind::Text)
        return appendDoubled(out, cell.view(), '\'');
    appendLiteral(out, cell);
}

} // namespace

std::unique_ptr<ReportFormat> makeSqlReport(const QString &engine)
{
    if (engine == QLatin1String("sqlite"))
        return std::make_unique<SqlReport>(Dialect::Sqlite);
    if (engine == QLatin1String("postgres"))
        return std::make_unique<SqlReport>(Dialect::Postgres);
    if (engine == QLatin1String("mysql"))
        return std::make_unique<SqlReport>(Dialect::MySql);
    return nullptr;
}

} // namespace galley
