// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/metadatacatalogue.h"

#include "workers/base/sha256.h"
#include "workers/bundles/openmetadata/metadatatypes.h"

#include <QFileInfo>
#include <QUrl>

namespace galley {

namespace {

QByteArray createMetadata()
{
    QByteArray sql = "CREATE TABLE IF NOT EXISTS metadata(\n";
    for (const QString &name : metadataColumns()) {
        const bool isNeeded = name == QLatin1String("fullyQualifiedName") || name == QLatin1String("name");
        sql += "  " + sqliteQuoted(name) + (isNeeded ? " TEXT NOT NULL,\n" : " TEXT,\n");
    }
    return sql + "  PRIMARY KEY(fullyQualifiedName))";
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

/// Something that the database has.
struct LiveEntity
{
    QByteArray fullName;
    QByteArray parent;
    const char *entityType = "";
    QString name;
    QString comment;
    MetadataType type; ///< of columns
};

class Refresher
{
public:
    explicit Refresher(sqlite3 *db)
        : m_db(db)
    {
    }
    Result<void> begin()
    {
        RETURN_IF_ERROR(sqliteExec(m_db,
                                   "DELETE FROM live_before; INSERT INTO live_before SELECT "
                                   "fullyQualifiedName, comment FROM live; DELETE FROM live"));
        ASSIGN_OR_RETURN(
            m_list,
            SqliteStatement::prepare(m_db,
                                     "INSERT OR IGNORE INTO live(fullyQualifiedName, parent, position, "
                                     "comment) VALUES(?1, ?2, ?3, nullif(?4, ''))"));
        ASSIGN_OR_RETURN(
            m_put,
            SqliteStatement::prepare(
                m_db,
                "INSERT INTO metadata(fullyQualifiedName, entityType, name, description, "
                "\"column.dataTypeDisplay\", \"column.dataType\", \"column.dataLength\") "
                "VALUES(?1, ?2, ?3, nullif(?4, ''), nullif(?5, ''), nullif(?6, ''), nullif(?7, '')) "
                "ON CONFLICT(fullyQualifiedName) DO UPDATE SET entityType = excluded.entityType, "
                "name = excluded.name, \"column.dataTypeDisplay\" = excluded.\"column.dataTypeDisplay\", "
                "\"column.dataType\" = excluded.\"column.dataType\", "
                "\"column.dataLength\" = excluded.\"column.dataLength\", "
                "description = CASE WHEN excluded.description IS NOT (SELECT comment FROM live_before b "
                "WHERE "
                "b.fullyQualifiedName = excluded.fullyQualifiedName) AND (description IS NULL OR description "
                "IS (SELECT comment FROM live_before b WHERE b.fullyQualifiedName = "
                "excluded.fullyQualifiedName)) THEN excluded.description ELSE description END"));
        return {};
    }
    Result<void> add(const LiveEntity &entity)
    {
        m_list.bindText(1, viewOf(entity.fullName));
        m_list.bindText(2, viewOf(entity.parent));
        m_list.bindInteger(3, ++m_position);
        m_list.bindText(4, entity.comment);
        RETURN_IF_ERROR(m_list.run());
        m_put.bindText(1, viewOf(entity.fullName));
        m_put.bindText(2, std::string_view(entity.entityType));
        m_put.bindText(3, entity.name);
        m_put.bindText(4, entity.comment);
        m_put.bindText(5, entity.type.display);
        m_put.bindText(6, entity.type.name);
        m_put.bindText(7, entity.type.length > 0 ? QString::number(entity.type.length) : QString());
        return m_put.run();
    }

private:
    sqlite3 *m_db;
    SqliteStatement m_list;
    SqliteStatement m_put;
    qint64 m_position = 0;
};

class CatalogueRows final : public RowReader
{
public:
    explicit CatalogueRows(SqliteStatement statement)
        : m_statement(std::move(statement))
    {
        std::vector<MetadataField> all;
        for (quint8 i = 0; i < MetadataFieldCount; ++i)
            all.push_back(static_cast<MetadataField>(i));
        m_shape = metadataShape(all);
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_shape.columnCount());
        while (!m_isDone && !batch.isFull()) {
            ASSIGN_OR_RETURN(const bool hasRow, m_statement.step());
            m_isDone = !hasRow; // another step would begin again
            if (m_isDone)
                break;
            const std::span<Cell> row = batch.appendRow();
            for (size_t i = 0; i < row.size(); ++i) {
                const Cell cell = m_statement.cell(static_cast<int>(i));
                if (!cell.isNull())
                    row[i] = Cell::text(batch.arena().store(cell.view()));
            }
        }
        return !batch.isEmpty();
    }

private:
    SqliteStatement m_statement;
    TableShape m_shape;
    bool m_isDone = false;
};

QString databaseNameOf(const DatabaseRef &database)
{
    if (database.engine == QLatin1String("sqlite"))
        return QFileInfo(database.location).completeBaseName();
    const QString name = QFileInfo(QUrl(database.location).path()).fileName();
    return name.isEmpty() ? QStringLiteral("default") : name;
}

} // namespace

QString metadataCataloguePath(const QString &folder, const DatabaseRef &database)
{
    const bool isFile = database.engine == QLatin1String("sqlite");
    const QFileInfo info(database.location);
    const QString where = !isFile            ? database.location
        : info.canonicalFilePath().isEmpty() ? info.absoluteFilePath()
                                             : info.canonicalFilePath();
    const QByteArray hash = Sha256::of(viewOf((database.engine + QLatin1Char('\n') + where).toUtf8()));
    QString name = databaseNameOf(database).left(40);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() || c.unicode() > 0x7f)
            c = QLatin1Char('_');
    }
    return folder + QLatin1Char('/') + name + QLatin1Char('-') + QString::fromLatin1(hash.left(12))
        + QStringLiteral(".sqlite");
}

QByteArray metadataNameOf(const QByteArray &parent, const QString &name)
{
    const QByteArray bytes = name.toUtf8();
    return parent + (parent.isEmpty() ? "" : ".") + QByteArray::fromStdString(quotedNamePart(viewOf(bytes)));
}

QByteArray metadataDatabaseName(const DatabaseRef &database)
{
    return metadataNameOf(metadataNameOf({}, database.engine), databaseNameOf(database));
}

Result<std::unique_ptr<MetadataCatalogue>> MetadataCatalogue::open(const QString &path)
{
    auto catalogue = std::make_unique<MetadataCatalogue>();
    sqlite3 *db = nullptr;
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, nullptr);
    catalogue->m_db.reset(db);
    if (code != SQLITE_OK)
        return sqliteError(db, code, QStringLiteral("open the metadata catalogue %1").arg(path));
    sqlite3_busy_timeout(db, 2000);
    RETURN_IF_ERROR(sqliteExec(
        db,
        createMetadata()
            + ";CREATE TABLE IF NOT EXISTS live(fullyQualifiedName TEXT NOT NULL PRIMARY KEY, parent TEXT, "
              "position INTEGER NOT NULL, comment TEXT);"
              "CREATE INDEX IF NOT EXISTS live_by_parent ON live(parent, position);"
              "CREATE TEMP TABLE live_before(fullyQualifiedName TEXT PRIMARY KEY, comment TEXT)"));
    return catalogue;
}

Result<void> MetadataCatalogue::refresh(const QByteArray &database, const Catalog &catalog)
{
    RETURN_IF_ERROR(sqliteExec(m_db.get(), "BEGIN IMMEDIATE"));
    Result<void> done = refreshInside(database, catalog);
    if (done)
        done = sqliteExec(m_db.get(), "COMMIT");
    if (!done)
        sqlite3_exec(m_db.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    return done;
}

Result<void> MetadataCatalogue::refreshInside(const QByteArray &database, const Catalog &catalog)
{
    Refresher refresher(m_db.get());
    RETURN_IF_ERROR(refresher.begin());
    const std::vector<std::string_view> parts = nameParts(viewOf(database));
    const auto last = static_cast<qsizetype>(parts.back().size());
    QString name = QString::fromUtf8(database.last(last));
    if (name.startsWith(QLatin1Char('"')))
        name = name.mid(1, name.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""));
    RETURN_IF_ERROR(refresher.add({database, database.chopped(last + 1), "database", name, {}, {}}));
    QStringList schemas;
    for (const TableInfo &table : catalog.tables) {
        if (table.kind != TableInfo::Kind::Shadow && !schemas.contains(table.shape.name.schema))
            schemas.append(table.shape.name.schema);
    }
    for (const QString &schema : schemas) {
        const QString shownSchema = schema.isEmpty() ? QStringLiteral("default") : schema;
        const QByteArray schemaName = metadataNameOf(database, shownSchema);
        RETURN_IF_ERROR(refresher.add({schemaName, database, "databaseSchema", shownSchema, {}, {}}));
        for (const TableInfo &table : catalog.tables) {
            if (table.kind == TableInfo::Kind::Shadow || table.shape.name.schema != schema)
                continue;
            const QByteArray tableName = metadataNameOf(schemaName, table.shape.name.name);
            RETURN_IF_ERROR(
                refresher.add({tableName, schemaName, "table", table.shape.name.name, table.comment, {}}));
            for (const Column &column : table.shape.columns) {
                // A name with a dot is told from a nested one by its quotes.
                const QString local = QString::fromStdString(quotedNamePart(viewOf(column.name.toUtf8())));
                RETURN_IF_ERROR(refresher.add({metadataNameOf(tableName, column.name), tableName, "column",
                                               local, column.comment, metadataTypeOf(column)}));
            }
        }
    }
    return {};
}

Result<std::unique_ptr<RowReader>> MetadataCatalogue::rows(const QByteArray &parent)
{
    QByteArray sql = "SELECT ";
    bool isFirst = true;
    for (const QString &name : metadataColumns()) {
        sql += (isFirst ? "m." : ", m.") + sqliteQuoted(name);
        isFirst = false;
    }
    sql += " FROM live l JOIN metadata m ON m.fullyQualifiedName = l.fullyQualifiedName ";
    if (!parent.isEmpty())
        sql += "WHERE l.parent = ?1 ";
    sql += "ORDER BY l.position";
    ASSIGN_OR_RETURN(SqliteStatement statement, SqliteStatement::prepare(m_db.get(), viewOf(sql)));
    if (!parent.isEmpty())
        statement.bindText(1, QString::fromUtf8(parent));
    return std::unique_ptr<RowReader>(std::make_unique<CatalogueRows>(std::move(statement)));
}

Result<std::vector<QByteArray>> MetadataCatalogue::parents(const QString &entityType)
{
    const std::string_view sql = entityType.isEmpty()
        ? std::string_view("SELECT parent FROM live ORDER BY position LIMIT 1")
        : std::string_view(
            "SELECT l.fullyQualifiedName FROM live l JOIN metadata m ON m.fullyQualifiedName = "
            "l.fullyQualifiedName WHERE m.entityType = ?1 ORDER BY l.position");
    ASSIGN_OR_RETURN(SqliteStatement statement, SqliteStatement::prepare(m_db.get(), sql));
    if (!entityType.isEmpty())
        statement.bindText(1, entityType);
    std::vector<QByteArray> names;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, statement.step());
        if (!hasRow)
            return names;
        names.push_back(statement.bytes(0));
    }
}

Result<qint64> MetadataCatalogue::count(std::string_view condition)
{
    const std::string sql = "SELECT count(*) FROM metadata m LEFT JOIN live l ON l.fullyQualifiedName = "
                            "m.fullyQualifiedName WHERE "
        + std::string(condition);
    ASSIGN_OR_RETURN(SqliteStatement statement, SqliteStatement::prepare(m_db.get(), sql));
    RETURN_IF_ERROR(statement.step());
    return statement.integer(0);
}

Result<qint64> MetadataCatalogue::forgotten()
{
    return count("l.fullyQualifiedName IS NULL");
}

Result<qint64> MetadataCatalogue::uncommented()
{
    return count("l.comment IS NOT NULL AND m.description IS NOT l.comment");
}

} // namespace galley
