// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitereader.h"

#include "workers/base/text.h"

#include <climits>

namespace galley {

namespace {

/// SQLite turns UTF-16 with lone surrogates into some UTF-8 without a word.
bool isWellFormedUtf16(sqlite3_value *value)
{
    const auto *units = static_cast<const char16_t *>(sqlite3_value_text16(value));
    const int size = sqlite3_value_bytes16(value) / 2;
    for (int i = 0; i < size; ++i) {
        if (units[i] < 0xd800 || units[i] > 0xdfff)
            continue;
        const bool isPair =
            units[i] < 0xdc00 && i + 1 < size && units[i + 1] >= 0xdc00 && units[i + 1] <= 0xdfff;
        if (!isPair)
            return false;
        ++i;
    }
    return true;
}

/// False where the text is not well-formed.
bool copyText(sqlite3_value *value, bool isUtf16, Arena &arena, Cell &cell)
{
    if (isUtf16 && !isWellFormedUtf16(value))
        return false;
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    const auto size = static_cast<size_t>(sqlite3_value_bytes(value));
    const std::string_view view(text == nullptr ? "" : text, text == nullptr ? 0 : size);
    if (!isShortAscii(view) && firstInvalidUtf8(view) >= 0)
        return false;
    cell = Cell::text(arena.store(view));
    return true;
}

Error notWellFormed()
{
    return {ErrorKind::Encoding,
            QStringLiteral("the text is not valid Unicode"),
            QStringLiteral("Repair it in the database, or store it as a BLOB."),
            {}};
}

} // namespace

bool isUtf16Database(sqlite3 *db)
{
    auto statement = SqliteStatement::prepare(db, "PRAGMA main.encoding");
    if (!statement)
        return false;
    const Result<bool> row = statement->step();
    return row && *row && statement->bytes(0).startsWith("UTF-16");
}

int copySqliteRow(sqlite3_stmt *statement, std::span<Cell> row, Arena &arena, bool isUtf16)
{
    const int columns = static_cast<int>(row.size());
    for (int i = 0; i < columns; ++i) {
        Cell &cell = row[static_cast<size_t>(i)];
        // One look-up of the column for all that is asked of it. The value is "unprotected" by name only: the
        // connection is used on one thread.
        sqlite3_value *value = sqlite3_column_value(statement, i);
        switch (sqlite3_value_type(value)) {
        case SQLITE_INTEGER:
            cell = Cell::integer(sqlite3_value_int64(value));
            break;
        case SQLITE_FLOAT:
            cell = Cell::real(sqlite3_value_double(value));
            break;
        case SQLITE_TEXT:
            if (!copyText(value, isUtf16, arena, cell))
                return i;
            break;
        case SQLITE_BLOB: {
            const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
            const auto size = static_cast<size_t>(sqlite3_value_bytes(value));
            cell = Cell::bytes(arena.store({bytes == nullptr ? "" : bytes, bytes == nullptr ? 0 : size}));
            break;
        }
        default: // NULL, as rows are made
            break;
        }
    }
    return -1;
}

SqliteReader::SqliteReader(SqliteStatement statement, TableShape shape, Explain explain)
    : m_statement(std::move(statement))
    , m_shape(std::move(shape))
    , m_explain(std::move(explain))
    , m_isUtf16(isUtf16Database(sqlite3_db_handle(m_statement.get())))
{
}

Result<bool> SqliteReader::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    if (m_isDone)
        return false;
    sqlite3_stmt *statement = m_statement.get();
    while (!batch.isFull()) {
        const int code = sqlite3_step(statement);
        if (code != SQLITE_ROW) {
            m_isDone = true;
            if (code == SQLITE_DONE)
                break;
            batch.clear(m_shape.columnCount());
            return m_explain(sqliteError(sqlite3_db_handle(statement), code, {}), m_row, -1);
        }
        const int bad = copySqliteRow(statement, batch.appendRow(), batch.arena(), m_isUtf16);
        if (bad >= 0) {
            m_isDone = true;
            batch.clear(m_shape.columnCount());
            return m_explain(notWellFormed(), m_row, bad);
        }
        ++m_row;
    }
    if (m_isDone)
        m_statement = SqliteStatement(); // lets go of the read transaction
    return !batch.isEmpty();
}

SqliteLookup::SqliteLookup(SqliteStatement statement, TableShape shape)
    : m_statement(std::move(statement))
    , m_shape(std::move(shape))
    , m_isUtf16(isUtf16Database(sqlite3_db_handle(m_statement.get())))
{
}

Result<bool> SqliteLookup::find(std::span<const Cell> key, RowBatch &rows)
{
    for (size_t i = 0; i < key.size(); ++i)
        m_statement.bind(static_cast<int>(i) + 1, key[i]);
    Result<bool> found = m_statement.step();
    if (found && *found) {
        if (rows.columnCount() != m_shape.columnCount())
            rows.clear(m_shape.columnCount());
        const int bad = copySqliteRow(m_statement.get(), rows.appendRow(), rows.arena(), m_isUtf16);
        if (bad >= 0) {
            rows.removeLastRow();
            Error error = notWellFormed();
            error.message = QStringLiteral("the text in column %1 of table %2 is not valid Unicode")
                                .arg(m_shape.columns[static_cast<size_t>(bad)].name, m_shape.name.name);
            found = error;
        }
    }
    m_statement.reset();
    return found;
}

} // namespace galley
