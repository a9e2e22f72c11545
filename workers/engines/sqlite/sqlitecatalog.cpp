// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitecatalog.h"

#include "workers/engines/sqlite/sqlitetokens.h"
#include "workers/engines/sqlite/sqlitetypes.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace galley {

namespace {

const QString kMain = QStringLiteral("main");

struct SchemaRow
{
    QString name;
    QString table;
    QByteArray sql;
};

/// Calls `take` with each row of a pragma for one object.
template<typename Take> Result<void> eachRow(sqlite3 *db, const char *pragma, const QString &name, Take take)
{
    const QByteArray sql = "PRAGMA main." + QByteArray(pragma) + '(' + sqliteQuoted(name) + ')';
    ASSIGN_OR_RETURN(auto rows, SqliteStatement::prepare(db, {sql.constData(), size_t(sql.size())}));
    for (;;) {
        ASSIGN_OR_RETURN(const bool more, rows.step());
        if (!more)
            return {};
        take(rows);
    }
}

class CatalogReader
{
public:
    explicit CatalogReader(sqlite3 *db)
        : m_db(db)
    {
    }

    Result<Catalog> read()
    {
        m_catalog.engine = QStringLiteral("sqlite");
        m_catalog.engineVersion = QString::fromLatin1(sqlite3_libversion());
        RETURN_IF_ERROR(readSchema());
        RETURN_IF_ERROR(readKinds());
        RETURN_IF_ERROR(readStatistics());
        readSequences();
        for (const SchemaRow &row : m_tables)
            RETURN_IF_ERROR(addTable(row));
        fillTargets();
        return std::move(m_catalog);
    }

private:
    Result<void> readSchema();
    Result<void> readKinds();
    Result<void> readStatistics();
    void readSequences();
    Result<void> addTable(const SchemaRow &row);
    Result<void> readColumns(TableInfo &table);
    Result<void> readIndexes(TableInfo &table);
    Result<void> readIndexTerms(IndexInfo &index);
    Result<void> readForeignKeys(TableInfo &table, const TableDdl &ddl);
    void completeColumns(TableInfo &table);
    static void chooseKey(TableInfo &table);
    static void addRowid(TableInfo &table, const QByteArray &module);
    void warnOfContentless(const TableInfo &table, const QByteArray &module);
    void fillTargets();

    struct ListedKind
    {
        QByteArray type;
        bool isWithoutRowid = false;
        bool isStrict = false;
    };

    sqlite3 *m_db;
    Catalog m_catalog;
    std::vector<SchemaRow> m_tables;
    std::map<QString, QByteArray> m_indexSql;
    std::map<QString, ListedKind> m_kinds;
    std::map<QString, qint64> m_rows;
    std::map<QString, qint64> m_sequences;
};

Result<void> CatalogReader::readSchema()
{
    ASSIGN_OR_RETURN(auto rows,
                     SqliteStatement::prepare(m_db,
                                              "SELECT type, name, tbl_name, sql FROM main.sqlite_schema "
                                              "ORDER BY name"));
    for (;;) {
        ASSIGN_OR_RETURN(const bool more, rows.step());
        if (!more)
            return {};
        const QByteArray type = rows.bytes(0);
        SchemaRow row{rows.text(1), rows.text(2), rows.text(3).toUtf8()};
        const QString sql = QString::fromUtf8(row.sql);
        if (type == "view")
            m_catalog.views.push_back({{kMain, row.name}, sql});
        else if (type == "trigger")
            m_catalog.triggers.push_back({row.name, {kMain, row.table}, sql});
        else if (type == "index")
            m_indexSql[row.name] = row.sql;
        else if (type == "table" && !row.name.startsWith(QLatin1String("sqlite_"), Qt::CaseInsensitive))
            m_tables.push_back(std::move(row));
    }
}

Result<void> CatalogReader::readKinds()
{
    ASSIGN_OR_RETURN(auto rows, SqliteStatement::prepare(m_db, "PRAGMA main.table_list"));
    for (;;) {
        ASSIGN_OR_RETURN(const bool more, rows.step());
        if (!more)
            return {};
        if (rows.text(0) == kMain)
            m_kinds[rows.text(1)] = {rows.bytes(2), rows.integer(4) != 0, rows.integer(5) != 0};
    }
}

Result<void> CatalogReader::readStatistics()
{
    auto rows = SqliteStatement::prepare(m_db, "SELECT tbl, stat FROM main.sqlite_stat1");
    if (!rows) // ANALYZE was never run
        return {};
    for (;;) {
        Result<bool> more = rows->step();
        if (!more || !*more) // a statistics table that is damaged tells nothing; the tables may be sound
            return {};
        const QByteArray stat = rows->bytes(1);
        const qint64 count = stat.left(stat.indexOf(' ')).toLongLong();
        qint64 &known = m_rows[rows->text(0)];
        known = std::max(known, count);
    }
}

void CatalogReader::readSequences()
{
    auto rows = SqliteStatement::prepare(m_db, "SELECT name, seq FROM main.sqlite_sequence");
    if (!rows) // no table has AUTOINCREMENT
        return;
    for (;;) {
        Result<bool> more = rows->step();
        if (!more || !*more)
            return;
        if (rows->cell(1).kind() == CellKind::Integer)
            m_sequences[rows->text(0)] = rows->integer(1);
    }
}

Result<void> CatalogReader::addTable(const SchemaRow &row)
{
    TableInfo table;
    table.shape.name = {kMain, row.name};
    table.shape.engine = QStringLiteral("sqlite");
    table.sql = QString::fromUtf8(row.sql);
    const ListedKind listed = m_kinds[row.name];
    table.kind = listed.type == "virtual" ? TableInfo::Kind::Virtual
        : listed.type == "shadow"         ? TableInfo::Kind::Shadow
                                          : TableInfo::Kind::Table;
    table.isWithoutRowid = listed.isWithoutRowid;
    table.isStrict = listed.isStrict;
    if (const auto sequence = m_sequences.find(row.name); sequence != m_sequences.end())
        table.sequence = sequence->second;
    if (const auto known = m_rows.find(row.name); known != m_rows.end())
        table.approximateRows = known->second;
    Result<void> columns = readColumns(table);
    if (!columns || table.shape.columns.empty()) {
        if (table.kind != TableInfo::Kind::Virtual)
            return columns
                ? Error{ErrorKind::Malformed, QStringLiteral("table %1 has no columns").arg(row.name), {}, {}}
                : std::move(columns);
        m_catalog.warnings.push_back(
            {ErrorKind::Unsupported,
             QStringLiteral("the virtual table %1 cannot be read: its module %2 is not known")
                 .arg(row.name, parseModule({row.sql.constData(), size_t(row.sql.size())})),
             QStringLiteral("Its rows are left out."),
             {}});
        m_catalog.tables.push_back(std::move(table));
        return {};
    }
    const TableDdl ddl = table.kind == TableInfo::Kind::Virtual
        ? TableDdl{}
        : parseTableDdl({row.sql.constData(), size_t(row.sql.size())});
    for (const DdlCheck &check : ddl.checks)
        table.checks.push_back({check.name, check.expression});
    RETURN_IF_ERROR(readIndexes(table));
    RETURN_IF_ERROR(readForeignKeys(table, ddl));
    completeColumns(table);
    chooseKey(table);
    if (table.kind == TableInfo::Kind::Virtual) {
        const QByteArray module =
            parseModule({row.sql.constData(), size_t(row.sql.size())}).toLower().toUtf8();
        addRowid(table, module);
        warnOfContentless(table, module);
    }
    m_catalog.tables.push_back(std::move(table));
    return {};
}

Result<void> CatalogReader::readColumns(TableInfo &table)
{
    std::vector<std::pair<qint64, int>> key; // position in the key, column
    RETURN_IF_ERROR(eachRow(m_db, "table_xinfo", table.shape.name.name, [&](const SqliteStatement &row) {
        Column column;
        column.name = row.text(1);
        setSqliteType(column, row.text(2));
        column.nullable = row.integer(3) == 0;
        column.defaultExpression = row.text(4);
        const qint64 hidden = row.integer(6); // 1 hidden, 2 virtual, 3 stored generated
        column.hidden = hidden == 1;
        column.generated = hidden >= 2;
        column.strict = table.isStrict;
        if (row.integer(5) > 0)
            key.emplace_back(row.integer(5), static_cast<int>(table.shape.columns.size()));
        table.shape.columns.push_back(std::move(column));
    }));
    std::sort(key.begin(), key.end());
    for (const auto &[position, column] : key)
        table.shape.key.push_back(column);
    table.hasPrimaryKey = !key.empty();
    return {};
}

Result<void> CatalogReader::readIndexes(TableInfo &table)
{
    RETURN_IF_ERROR(eachRow(m_db, "index_list", table.shape.name.name, [&](const SqliteStatement &row) {
        IndexInfo index;
        index.name = row.text(1);
        index.isUnique = row.integer(2) != 0;
        const QByteArray origin = row.bytes(3);
        index.isPrimaryKey = origin == "pk";
        index.isAutomatic = origin != "c";
        index.isPartial = row.integer(4) != 0;
        index.sql = QString::fromUtf8(m_indexSql[index.name]);
        table.indexes.push_back(std::move(index));
    }));
    // SQLite lists the newest first.
    std::reverse(table.indexes.begin(), table.indexes.end());
    for (IndexInfo &index : table.indexes)
        RETURN_IF_ERROR(readIndexTerms(index));
    return {};
}

Result<void> CatalogReader::readIndexTerms(IndexInfo &index)
{
    const QByteArray &sql = m_indexSql[index.name];
    const std::vector<QString> terms = parseIndexTerms({sql.constData(), size_t(sql.size())});
    return eachRow(m_db, "index_xinfo", index.name, [&](const SqliteStatement &row) {
        if (row.integer(5) == 0) // not part of the key: the rowid, or the rest of a WITHOUT ROWID table
            return;
        const auto position = static_cast<size_t>(row.integer(0));
        const bool isExpression = row.integer(1) == -2;
        if (isExpression)
            index.columns += position < terms.size() ? terms[position] : QStringLiteral("(expression)");
        else
            index.columns += row.text(2);
    });
}

Result<void> CatalogReader::readForeignKeys(TableInfo &table, const TableDdl &ddl)
{
    std::map<qint64, ForeignKey> keys;
    RETURN_IF_ERROR(eachRow(m_db, "foreign_key_list", table.shape.name.name, [&](const SqliteStatement &row) {
        ForeignKey &key = keys[row.integer(0)];
        key.target = {kMain, row.text(2)};
        key.columns += row.text(3);
        if (!row.isNull(4))
            key.targetColumns += row.text(4);
        key.onUpdate = row.text(5);
        key.onDelete = row.text(6);
    }));
    // The last one declared has id 0.
    size_t position = 0;
    for (auto key = keys.rbegin(); key != keys.rend(); ++key, ++position) {
        if (ddl.references.size() == keys.size()) {
            key->second.name = ddl.references[position].name;
            key->second.isDeferrable = ddl.references[position].isDeferred;
        }
        table.foreignKeys.push_back(std::move(key->second));
    }
    return {};
}

void CatalogReader::completeColumns(TableInfo &table)
{
    const QByteArray name = table.shape.name.name.toUtf8();
    const bool isPlainKey = table.shape.key.size() == 1 && !table.isWithoutRowid
        && std::none_of(table.indexes.begin(), table.indexes.end(),
                        [](const IndexInfo &index) { return index.isPrimaryKey; });
    for (size_t i = 0; i < table.shape.columns.size(); ++i) {
        Column &column = table.shape.columns[i];
        const bool isKey = std::find(table.shape.key.begin(), table.shape.key.end(), static_cast<int>(i))
            != table.shape.key.end();
        // In other rowid tables a primary key may hold NULL: an old fault that SQLite keeps.
        if (isKey && (table.isWithoutRowid || table.isStrict || isPlainKey))
            column.nullable = false;
        if (table.kind == TableInfo::Kind::Virtual)
            continue;
        const char *collation = nullptr;
        int isAutoincrement = 0;
        const int code =
            sqlite3_table_column_metadata(m_db, "main", name.constData(), column.name.toUtf8().constData(),
                                          nullptr, &collation, nullptr, nullptr, &isAutoincrement);
        if (code != SQLITE_OK)
            continue;
        if (collation != nullptr && qstricmp(collation, "BINARY") != 0)
            column.collation = QString::fromUtf8(collation);
        table.hasAutoincrement = table.hasAutoincrement || isAutoincrement != 0;
    }
}

void CatalogReader::chooseKey(TableInfo &table)
{
    if (table.hasPrimaryKey)
        return;
    const TableShape &shape = table.shape;
    for (const IndexInfo &index : table.indexes) {
        if (!index.isUnique || index.isPartial)
            continue;
        std::vector<int> key;
        for (const QString &name : index.columns) {
            const int column = shape.indexOf(name);
            if (column >= 0 && !shape.columns[static_cast<size_t>(column)].nullable)
                key.push_back(column);
        }
        if (key.size() == static_cast<size_t>(index.columns.size())) {
            table.shape.key = std::move(key);
            return;
        }
    }
}

/// The rowid of a full-text table is what other tables join it by: it is its key. That of an r-tree is its
/// first column.
void CatalogReader::addRowid(TableInfo &table, const QByteArray &module)
{
    TableShape &shape = table.shape;
    if (module.startsWith("rtree") && !shape.columns.empty())
        shape.key = {0};
    if (!module.startsWith("fts") || shape.indexOf(u"rowid") >= 0)
        return;
    Column rowid;
    rowid.name = QStringLiteral("rowid");
    setSqliteType(rowid, QStringLiteral("INTEGER"));
    rowid.nullable = false;
    shape.columns.insert(shape.columns.begin(), rowid);
    shape.key = {0};
}

void CatalogReader::warnOfContentless(const TableInfo &table, const QByteArray &module)
{
    static const QRegularExpression kContentless(QStringLiteral("content\\s*=\\s*(''|\"\")"),
                                                 QRegularExpression::CaseInsensitiveOption);
    if (!module.startsWith("fts") || !kContentless.match(table.sql).hasMatch())
        return;
    m_catalog.warnings.push_back(
        {ErrorKind::Unsupported,
         QStringLiteral("the full-text table %1 keeps no texts (content='')").arg(table.shape.name.name),
         QStringLiteral("A copy of it finds nothing until it is filled again from its source."),
         {}});
}

/// `REFERENCES parent` without columns means its primary key.
void CatalogReader::fillTargets()
{
    for (TableInfo &table : m_catalog.tables) {
        for (ForeignKey &key : table.foreignKeys) {
            if (!key.targetColumns.isEmpty())
                continue;
            const TableInfo *target = m_catalog.table(key.target);
            if (target != nullptr && target->hasPrimaryKey) {
                for (const int column : target->shape.key)
                    key.targetColumns += target->shape.columns[static_cast<size_t>(column)].name;
            } else {
                key.targetColumns = key.columns; // the parent is missing: SQLite accepts that, too
            }
        }
    }
}

} // namespace

Result<Catalog> readSqliteCatalog(sqlite3 *db)
{
    return CatalogReader(db).read();
}

QByteArray rowidName(const TableInfo &table)
{
    if (table.isWithoutRowid || table.kind == TableInfo::Kind::Virtual)
        return {};
    for (const char *name : {"rowid", "_rowid_", "oid"}) {
        const bool isTaken =
            std::any_of(table.shape.columns.begin(), table.shape.columns.end(), [&](const Column &column) {
                return column.name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
            });
        if (!isTaken)
            return name;
    }
    return {};
}

} // namespace galley
