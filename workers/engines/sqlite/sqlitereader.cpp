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
    if (text == nullptr)
        return false; // no memory to turn it into UTF-8
    const std::string_view view(text, size);
    if (!isShortAscii(view) && firstInvalidUtf8(view) >= 0)
        return false;
    cell = Cell::text(arena.store(view));
    return true;
}

/// False where it is text that is not well-formed. `value` is "unprotected" at most by name: the connection
/// is used on one thread.
bool copyValue(sqlite3_value *value, bool isUtf16, Arena &arena, Cell &cell)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        cell = Cell::integer(sqlite3_value_int64(value));
        return true;
    case SQLITE_FLOAT:
        cell = Cell::real(sqlite3_value_double(value));
        return true;
    case SQLITE_TEXT:
        return copyText(value, isUtf16, arena, cell);
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
        const auto size = static_cast<size_t>(sqlite3_value_bytes(value));
        cell = Cell::bytes(arena.store({bytes == nullptr ? "" : bytes, bytes == nullptr ? 0 : size}));
        return true;
    }
    default: // NULL, as rows are made
        return true;
    }
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
        if (!copyValue(sqlite3_column_value(statement, i), isUtf16, arena, row[static_cast<size_t>(i)]))
            return i;
    }
    return -1;
}

/// What the function that takes rows works on; a statement holds a pointer to it as its only parameter.
struct SqliteReader::Taking
{
    static constexpr const char *kType = "galley rows";

    RowBatch *batch = nullptr;
    int bad = -1;
};

void takeRow(sqlite3_context *context, int count, sqlite3_value **values)
{
    auto *taking =
        static_cast<SqliteReader::Taking *>(sqlite3_value_pointer(values[0], SqliteReader::Taking::kType));
    if (taking == nullptr) {
        sqlite3_result_error(context, "galley_take is not for queries", -1);
        return;
    }
    RowBatch &batch = *taking->batch;
    const std::span<Cell> row = batch.appendRow();
    for (int i = 1; i < count && taking->bad < 0; ++i) {
        if (!copyValue(values[i], false, batch.arena(), row[static_cast<size_t>(i - 1)]))
            taking->bad = i - 1;
    }
    sqlite3_result_int(context, taking->bad >= 0 || batch.isFull() ? 1 : 0);
}

void registerTakeRow(sqlite3 *db)
{
    sqlite3_create_function_v2(db, "galley_take", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, takeRow,
                               nullptr, nullptr, nullptr);
}

QByteArray takeRowCondition(sqlite3 *db, const QByteArray &columns, qsizetype count)
{
    if (count + 1 > sqlite3_limit(db, SQLITE_LIMIT_FUNCTION_ARG, -1) || isUtf16Database(db))
        return {};
    return "galley_take(?1," + columns + ')';
}

SqliteReader::SqliteReader(SqliteStatement statement, TableShape shape, Explain explain, Rows rows)
    : m_statement(std::move(statement))
    , m_shape(std::move(shape))
    , m_explain(std::move(explain))
    , m_isUtf16(isUtf16Database(sqlite3_db_handle(m_statement.get())))
{
    if (rows == Rows::Stepped)
        return;
    m_taking = std::make_unique<Taking>();
    sqlite3_bind_pointer(m_statement.get(), 1, m_taking.get(), Taking::kType, nullptr);
}

SqliteReader::~SqliteReader() = default;

int SqliteReader::fill(RowBatch &batch, int &bad)
{
    sqlite3_stmt *statement = m_statement.get();
    if (m_taking) {
        m_taking->batch = &batch;
        const int code = sqlite3_step(statement);
        bad = m_taking->bad;
        return code;
    }
    int code = SQLITE_ROW;
    while (bad < 0 && !batch.isFull()) {
        code = sqlite3_step(statement);
        if (code != SQLITE_ROW)
            break;
        bad = copySqliteRow(statement, batch.appendRow(), batch.arena(), m_isUtf16);
    }
    return code;
}

Result<bool> SqliteReader::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    if (m_isDone)
        return false;
    int bad = -1;
    const int code = fill(batch, bad);
    m_row += batch.rowCount();
    m_isDone = bad >= 0 || code != SQLITE_ROW;
    if (bad >= 0 || (code != SQLITE_ROW && code != SQLITE_DONE)) {
        batch.clear(m_shape.columnCount());
        return bad >= 0 ? m_explain(notWellFormed(), m_row - 1, bad)
                        : m_explain(sqliteError(sqlite3_db_handle(m_statement.get()), code, {}), m_row, -1);
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
