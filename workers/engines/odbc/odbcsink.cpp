// SPDX-License-Identifier: MIT
#include "workers/engines/odbc/odbcsink.h"

#include "workers/base/shown.h"
#include "workers/engines/odbc/odbctypes.h"

#include <QSqlError>
#include <QVariant>

namespace galley {

namespace {

Error cannotMake()
{
    return {ErrorKind::Unsupported,
            QStringLiteral("tables and other objects cannot be made or dropped through ODBC"),
            QStringLiteral("Make the table in the database first; rows can go into it then."),
            {}};
}

class OdbcSink final : public ChangeSink
{
public:
    explicit OdbcSink(OdbcConnection &connection)
        : m_connection(connection)
        , m_handle(connection.handle())
    {
    }
    ~OdbcSink() override { rollBack(); }
    Result<void> begin();

    Result<void> createTable(const TableInfo &, const QString &) override { return cannotMake(); }
    Result<qint64> load(const TableName &table, RowReader &rows, RejectSink &rejects) override;
    RowsDigest loaded() const override { return m_loaded; }
    Result<qint64> change(const ChangeShape &shape, ChangeReader &changes, RejectSink &rejects,
                          std::vector<ChangeConflict> &conflicts) override;
    Result<void> createObjects(const Catalog &) override { return {}; }
    Result<void> dropTable(const TableName &) override { return cannotMake(); }
    Result<void> dropViews(const std::vector<ViewInfo> &views) override
    {
        return views.empty() ? Result<void>() : cannotMake();
    }
    /// The source checks them itself, at the statement or at COMMIT.
    Result<qint64> checkReferences(RejectSink &) override { return 0; }
    std::vector<Error> warnings() const override { return {}; }
    Connection &connection() override { return m_connection; }
    Result<void> commit() override;

private:
    enum class Done : quint8
    {
        Made,
        Rejected,
        Missed ///< no row was there
    };

    void rollBack();
    /// Runs one statement; a row that the source refuses goes to `rejects` and leaves the transaction usable.
    Result<Done> execute(const QString &sql, const std::vector<QVariant> &bound, const TableName &table,
                         qint64 line, RejectSink &rejects);
    Result<Done> insert(const TableShape &shape, const std::vector<bool> &isSet, std::span<const Cell> row,
                        qint64 line, RejectSink &rejects);
    Result<Done> update(const ChangeShape &shape, const RowChange &change, RejectSink &rejects);
    QString condition(const TableShape &shape, std::span<const Cell> before,
                      std::vector<QVariant> &bound) const;
    Result<QString> difference(const ChangeShape &shape, std::span<const Cell> row, bool isInsert);
    static QString keyText(const TableShape &shape, std::span<const Cell> row);

    OdbcConnection &m_connection;
    OdbcHandle &m_handle;
    RowsDigest m_loaded;
    QSqlQuery m_query;
    QString m_prepared;
    bool m_isOpen = false;
};

Result<void> OdbcSink::begin()
{
    RETURN_IF_ERROR(checkWritable(m_connection.database()));
    if (!m_handle.database().driver()->hasFeature(QSqlDriver::Transactions))
        return Error{
            ErrorKind::Unsupported,
            QStringLiteral("this ODBC source has no transactions, so that a change could not be taken back"),
            {},
            {}};
    if (!m_handle.database().transaction())
        return odbcError(m_handle.database().lastError(), QStringLiteral("begin a transaction"));
    m_isOpen = true;
    return {};
}

void OdbcSink::rollBack()
{
    m_query = QSqlQuery();
    if (m_isOpen)
        m_handle.database().rollback();
    m_isOpen = false;
}

Result<void> OdbcSink::commit()
{
    m_query = QSqlQuery();
    if (!m_isOpen)
        return Error{ErrorKind::Io, QStringLiteral("the transaction was rolled back before"), {}, {}};
    if (!m_handle.database().commit()) {
        const Error error = odbcError(m_handle.database().lastError(), QStringLiteral("commit"));
        rollBack();
        return error;
    }
    m_isOpen = false;
    return {};
}

Result<OdbcSink::Done> OdbcSink::execute(const QString &sql, const std::vector<QVariant> &bound,
                                         const TableName &table, qint64 line, RejectSink &rejects)
{
    // PostgreSQL ends a transaction in which a statement failed.
    const bool needsSavepoint = m_handle.dbms() == QSqlDriver::PostgreSQL;
    if (needsSavepoint)
        RETURN_IF_ERROR(m_handle.run(QStringLiteral("SAVEPOINT galley_row")));
    if (m_prepared != sql) {
        m_query = m_handle.query();
        m_prepared = m_query.prepare(sql) ? sql : QString();
        if (m_prepared.isEmpty())
            return odbcError(m_query.lastError(), QStringLiteral("write into %1").arg(table.toString()));
    }
    for (size_t i = 0; i < bound.size(); ++i)
        m_query.bindValue(static_cast<int>(i), bound[i]);
    if (!m_query.exec()) {
        const QSqlError error = m_query.lastError();
        m_query = QSqlQuery();
        m_prepared.clear();
        if (!isRowRefused(error))
            return odbcError(error, QStringLiteral("write into %1").arg(table.toString()));
        if (needsSavepoint)
            RETURN_IF_ERROR(m_handle.run(QStringLiteral("ROLLBACK TO SAVEPOINT galley_row")));
        Reject reject;
        reject.table = table;
        reject.where.line = line;
        reject.kind = error.databaseText().contains(QLatin1String("uni"), Qt::CaseInsensitive)
                || error.databaseText().contains(QLatin1String("duplicate"), Qt::CaseInsensitive)
            ? ErrorKind::Duplicate
            : ErrorKind::Value;
        reject.reason = error.databaseText().simplified();
        rejects.reject(std::move(reject));
        return Done::Rejected;
    }
    const int affected = m_query.numRowsAffected();
    m_query.finish();
    if (needsSavepoint)
        RETURN_IF_ERROR(m_handle.run(QStringLiteral("RELEASE SAVEPOINT galley_row")));
    if (affected > 1)
        return Error{ErrorKind::Ambiguous,
                     QStringLiteral("a change of one row of %1 would have changed %2")
                         .arg(table.toString())
                         .arg(affected),
                     QStringLiteral("Choose another key."),
                     {}};
    return affected == 1 ? Done::Made : Done::Missed;
}

Result<OdbcSink::Done> OdbcSink::insert(const TableShape &shape, const std::vector<bool> &isSet,
                                        std::span<const Cell> row, qint64 line, RejectSink &rejects)
{
    QStringList names;
    QStringList places;
    std::vector<QVariant> bound;
    for (size_t i = 0; i < row.size(); ++i) {
        if (!isSet.empty() && !isSet[i])
            continue;
        names += m_handle.quoted(shape.columns[i].name);
        places += odbcPlaceholder(m_handle, shape.columns[i]);
        bound.push_back(odbcBound(row[i], shape.columns[i]));
    }
    return execute(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                       .arg(m_handle.quoted(shape.name), names.join(QStringLiteral(", ")),
                            places.join(QStringLiteral(", "))),
                   bound, shape.name, line, rejects);
}

Result<qint64> OdbcSink::load(const TableName &table, RowReader &rows, RejectSink &rejects)
{
    ASSIGN_OR_RETURN(const TableInfo info, m_connection.table(table));
    TableShape shape = rows.shape();
    shape.name = info.shape.name;
    for (Column &column : shape.columns) {
        const int index = info.shape.indexOf(column.name);
        if (index >= 0)
            column = info.shape.columns[static_cast<size_t>(index)];
    }
    m_loaded = {};
    RowBatch batch;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, rows.read(batch));
        if (!hasRows)
            break;
        for (qsizetype i = 0; i < batch.rowCount(); ++i) {
            const auto row = std::as_const(batch).row(i);
            ASSIGN_OR_RETURN(const Done done, insert(shape, {}, row, batch.line(i), rejects));
            if (done == Done::Made)
                m_loaded.add(row);
        }
    }
    return m_loaded.rowCount();
}

/// The key, and of the other columns those whose `=` is exact in every source.
QString OdbcSink::condition(const TableShape &shape, std::span<const Cell> before,
                            std::vector<QVariant> &bound) const
{
    QStringList parts;
    for (size_t i = 0; i < before.size(); ++i) {
        const Column &column = shape.columns[i];
        const bool isKey =
            std::find(shape.key.begin(), shape.key.end(), static_cast<int>(i)) != shape.key.end();
        const bool isExact =
            column.type == LogicalType::Integer || column.nativeType.startsWith(QLatin1String("VARCHAR"));
        if (!isKey && !isExact && !before[i].isNull())
            continue;
        parts += odbcCondition(m_handle, column, before[i].isNull());
        if (!before[i].isNull())
            bound.push_back(odbcBound(before[i], column));
    }
    return parts.join(QStringLiteral(" AND "));
}

QString OdbcSink::keyText(const TableShape &shape, std::span<const Cell> row)
{
    QStringList parts;
    for (const int key : shape.key)
        parts += shape.columns[static_cast<size_t>(key)].name + QStringLiteral(" = ")
            + shownCell(row[static_cast<size_t>(key)]);
    return parts.join(QStringLiteral(", "));
}

/// Why the change cannot be made; "" where it can.
Result<QString> OdbcSink::difference(const ChangeShape &shape, std::span<const Cell> row, bool isInsert)
{
    QStringList names;
    std::vector<Cell> key;
    for (const int index : shape.shape.key) {
        names += shape.shape.columns[static_cast<size_t>(index)].name;
        key.push_back(row[static_cast<size_t>(index)]);
        if (isInsert && (key.back().isNull() || !shape.isSet[static_cast<size_t>(index)]))
            return QString(); // the database gives it one
    }
    if (names.isEmpty())
        return QString();
    ASSIGN_OR_RETURN(const auto lookup,
                     m_connection.lookup(shape.shape.name, shape.shape.columnNames(), names));
    RowBatch found;
    found.clear(shape.shape.columnCount());
    ASSIGN_OR_RETURN(const bool isThere, lookup->find(key, found));
    if (isInsert)
        return isThere ? QStringLiteral("a row with this key is there now") : QString();
    if (!isThere)
        return QStringLiteral("the row is not there any more");
    const auto now = std::as_const(found).row(0);
    for (size_t i = 0; i < row.size(); ++i) {
        if (!(now[i] == row[i]))
            return QStringLiteral("the row was changed since the preview: %1 is now %2, was %3")
                .arg(shape.shape.columns[i].name, shownCell(now[i]), shownCell(row[i]));
    }
    return QString();
}

Result<OdbcSink::Done> OdbcSink::update(const ChangeShape &shape, const RowChange &change,
                                        RejectSink &rejects)
{
    const QString table = m_handle.quoted(shape.shape.name);
    std::vector<QVariant> bound;
    QString sql = QStringLiteral("DELETE FROM ") + table;
    if (change.kind == ChangeKind::Update) {
        QStringList set;
        for (size_t i = 0; i < change.after.size(); ++i) {
            const Column &column = shape.shape.columns[i];
            if (change.before[i] == change.after[i])
                continue;
            set += m_handle.quoted(column.name) + QStringLiteral(" = ") + odbcPlaceholder(m_handle, column);
            bound.push_back(odbcBound(change.after[i], column));
        }
        if (set.isEmpty())
            return Done::Made;
        sql = QStringLiteral("UPDATE %1 SET %2").arg(table, set.join(QStringLiteral(", ")));
    }
    const QString where = condition(shape.shape, change.before, bound);
    return execute(sql + QStringLiteral(" WHERE ") + where, bound, shape.shape.name, change.line, rejects);
}

Result<qint64> OdbcSink::change(const ChangeShape &given, ChangeReader &changes, RejectSink &rejects,
                                std::vector<ChangeConflict> &conflicts)
{
    ASSIGN_OR_RETURN(const TableInfo info, m_connection.table(given.shape.name));
    ChangeShape shape = given;
    shape.shape.name = info.shape.name;
    qint64 made = 0;
    RowChange change;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasChange, changes.next(change));
        if (!hasChange)
            return made;
        const bool isInsert = change.kind == ChangeKind::Insert;
        if (!isInsert && shape.shape.key.empty())
            return Error{ErrorKind::Unsupported,
                         QStringLiteral("rows of %1 cannot be changed through ODBC without a key")
                             .arg(shape.shape.name.toString()),
                         QStringLiteral("Choose a key with --key."),
                         {}};
        const auto row = isInsert ? change.after : change.before;
        ASSIGN_OR_RETURN(QString why, difference(shape, row, isInsert));
        Done done = Done::Rejected;
        if (why.isEmpty() && isInsert) {
            ASSIGN_OR_RETURN(done, insert(shape.shape, shape.isSet, row, change.line, rejects));
        } else if (why.isEmpty()) {
            ASSIGN_OR_RETURN(done, update(shape, change, rejects));
            if (done == Done::Missed)
                why = QStringLiteral("the row was changed at the same moment");
        }
        made += done == Done::Made ? 1 : 0;
        if (!why.isEmpty())
            conflicts.push_back({shape.shape.name, change.number, keyText(shape.shape, row), why});
    }
}

} // namespace

Result<std::unique_ptr<ChangeSink>> makeOdbcSink(OdbcConnection &connection)
{
    auto sink = std::make_unique<OdbcSink>(connection);
    RETURN_IF_ERROR(sink->begin());
    return std::unique_ptr<ChangeSink>(std::move(sink));
}

} // namespace galley
