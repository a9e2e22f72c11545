// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlsink.h"

#include "workers/base/shown.h"
#include "workers/engines/mysql/mysqlchange.h"
#include "workers/engines/mysql/mysqlcomment.h"
#include "workers/engines/mysql/mysqlcreate.h"
#include "workers/engines/mysql/mysqlinsert.h"
#include "workers/engines/mysql/mysqlreader.h"
#include "workers/engines/mysql/mysqlreferences.h"
#include "workers/engines/mysql/mysqlsettings.h"
#include "workers/engines/mysql/mysqltypes.h"

#include <algorithm>

#include <mysqld_error.h>

namespace galley {

namespace {

class MysqlSink final : public ChangeSink
{
public:
    explicit MysqlSink(MysqlConnection &connection)
        : m_connection(connection)
    {
    }
    ~MysqlSink() override { rollBack(); }

    Result<void> begin();

    Result<void> createFirst(const Catalog &objects) override;
    Result<void> createTable(const TableInfo &table, const QString &sourceEngine) override;
    Result<qint64> load(const TableName &table, RowReader &rows, RejectSink &rejects) override;
    RowsDigest loaded() const override { return m_loaded; }
    Result<qint64> change(const ChangeShape &shape, ChangeReader &changes, RejectSink &rejects,
                          std::vector<ChangeConflict> &conflicts) override;
    Result<void> disableTriggers(const TableName &table) override;
    bool mayTryAgain() const override;
    Result<void> createObjects(const Catalog &objects) override;
    Result<void> dropTable(const TableName &table) override;
    Result<void> dropViews(const std::vector<ViewInfo> &views) override;
    Result<void> dropObjects(const std::vector<ObjectInfo> &objects) override;
    Result<qint64> checkReferences(RejectSink &rejects) override;
    std::vector<Error> warnings() const override { return m_warnings; }
    Connection &connection() override { return m_connection; }
    Result<void> commit() override;

private:
    struct Statement
    {
        QByteArray sql;
        QString what; ///< "view x"
        QString settings = {}; ///< mysqlsettings.h
    };

    Result<MYSQL *> inTransaction();
    Result<void> checkTable(const TableName &table);
    Result<void> addObject(const ObjectInfo &object, bool isBefore);
    Error told(MYSQL *mysql, Error error) const;
    void warnOfDefaults(MYSQL *mysql, const Statement &statement);
    Result<void> setComment(const ObjectInfo &object);
    void rollBack();
    void dropCreated(MYSQL *mysql);
    bool isRehearsal() const { return m_connection.server().isRehearsal; }

    MysqlConnection &m_connection;
    bool m_isOpen = false; ///< not committed and not rolled back
    bool m_hasBegun = false; ///< the server's transaction
    RowsDigest m_loaded;
    std::vector<TableInfo> m_created;
    QStringList m_dropped; ///< at the commit
    QStringList m_emptied; ///< instead of being dropped and made anew
    QStringList m_touched;
    std::vector<Statement> m_made; ///< before the transaction; what takes it back
    std::vector<Statement> m_afterCommit;
    std::vector<Error> m_warnings;
};

Result<void> MysqlSink::begin()
{
    ASSIGN_OR_RETURN(MYSQL * mysql, m_connection.handle());
    if ((mysql->server_status & SERVER_STATUS_IN_TRANS) != 0)
        return Error{
            ErrorKind::Conflict, QStringLiteral("the connection is in a transaction already"), {}, {}};
    RETURN_IF_ERROR(mysqlExec(mysql, "SET SESSION foreign_key_checks=0,unique_checks=1"));
    m_isOpen = true;
    return {};
}

Result<MYSQL *> MysqlSink::inTransaction()
{
    ASSIGN_OR_RETURN(MYSQL * mysql, m_connection.handle());
    if (!m_hasBegun)
        RETURN_IF_ERROR(mysqlExec(mysql, "START TRANSACTION"));
    m_hasBegun = true;
    return mysql;
}

Result<void> MysqlSink::addObject(const ObjectInfo &object, bool isBefore)
{
    const QString kind = object.kind.toUpper();
    RETURN_IF_ERROR(checkMysqlStatement(object.sql, kind, object.name.name, object.session));
    const QString what = object.kind + QLatin1Char(' ') + object.name.name;
    if (!isBefore) {
        m_afterCommit.push_back({object.sql.toUtf8(), what, object.session});
        return {};
    }
    if (isRehearsal()) // there is none that only this session would see
        return {};
    ASSIGN_OR_RETURN(MYSQL * mysql, m_connection.handle());
    if (auto made = mysqlExecUnder(mysql, object.session, object.sql.toUtf8()); !made) {
        Error error = std::move(made).error();
        if (error.kind != ErrorKind::Cancelled)
            error.message = QStringLiteral("cannot create %1: %2").arg(what, error.message);
        return error;
    }
    m_made.push_back({"DROP " + kind.toUtf8() + ' ' + mysqlQuoted(object.name.name), what});
    warnOfDefaults(mysql, {{}, what, object.session});
    return {};
}

/// Parameters and variables without a character set take the database's, which cannot be told.
void MysqlSink::warnOfDefaults(MYSQL *mysql, const Statement &statement)
{
    const QString was = mysqlDefaultCollation(statement.settings);
    const Result<QByteArray> is =
        was.isEmpty() ? Result<QByteArray>(QByteArray()) : mysqlValue(mysql, "SELECT @@collation_database");
    if (is && !was.isEmpty() && QString::fromUtf8(*is) != was)
        m_warnings.push_back(
            {ErrorKind::Schema,
             QStringLiteral(
                 "%1 was made in a database of collation %2; here its parameters and variables without a "
                 "character set take %3")
                 .arg(statement.what, was, QString::fromUtf8(*is)),
             QStringLiteral("ALTER DATABASE … COLLATE %1 before the import keeps them.").arg(was),
             {}});
}

/// It commits by itself: made at once, with its opposite kept until all is well.
Result<void> MysqlSink::setComment(const ObjectInfo &object)
{
    const QString column = object.name.name;
    if (m_hasBegun)
        return Error{
            ErrorKind::Unsupported, QStringLiteral("comments cannot be set amid other changes"), {}, {}};
    ASSIGN_OR_RETURN(MYSQL * mysql, m_connection.handle());
    ASSIGN_OR_RETURN(const auto shown,
                     mysqlRows(mysql, "SHOW CREATE TABLE " + mysqlQuoted(object.table.name)));
    const QByteArray table = shown.empty() ? QByteArray() : shown.front().at(1).value_or(QByteArray());
    ASSIGN_OR_RETURN(const QByteArray make,
                     mysqlCommentStatement(table, object.table, column, object.comment));
    if (isRehearsal())
        return {};
    const QByteArray where =
        " WHERE TABLE_SCHEMA=DATABASE() AND TABLE_NAME=" + mysqlLiteral(object.table.name);
    ASSIGN_OR_RETURN(const QByteArray before,
                     mysqlValue(mysql,
                                column.isEmpty()
                                    ? "SELECT TABLE_COMMENT FROM information_schema.TABLES" + where
                                    : "SELECT COLUMN_COMMENT FROM information_schema.COLUMNS" + where
                                        + " AND COLUMN_NAME=" + mysqlLiteral(column)));
    ASSIGN_OR_RETURN(const QByteArray takeBack,
                     mysqlCommentStatement(table, object.table, column, QString::fromUtf8(before)));
    const QString what = QStringLiteral("the comment on %1").arg(object.table.name)
        + (column.isEmpty() ? QString() : QLatin1Char('.') + column);
    if (!mysqlExec(mysql, make))
        return mysqlError(mysql, QStringLiteral("set ") + what);
    m_made.push_back({takeBack, what});
    m_connection.forgetCatalog();
    return {};
}

Result<void> MysqlSink::createFirst(const Catalog &objects)
{
    for (const ObjectInfo &object : objects.objects) {
        if (object.stage == ObjectInfo::Stage::BeforeTables)
            RETURN_IF_ERROR(addObject(object, true));
    }
    return {};
}

Result<void> MysqlSink::createTable(const TableInfo &given, const QString &sourceEngine)
{
    const bool isForeign = !sourceEngine.isEmpty() && sourceEngine != QLatin1String("mysql");
    ASSIGN_OR_RETURN(const TableInfo table,
                     isForeign ? mysqlTableFor(given.shape) : Result<TableInfo>(given));
    const QString &name = table.shape.name.name;
    if (m_dropped.removeAll(name) > 0) { // an empty table is a table made anew
        m_emptied += name;
        ASSIGN_OR_RETURN(MYSQL * mysql, inTransaction());
        return mysqlExec(mysql, "DELETE FROM " + mysqlQuoted(name));
    }
    if (m_hasBegun)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("table %1 cannot be made in the midst of changes").arg(name),
                     {},
                     {}};
    ASSIGN_OR_RETURN(MYSQL * mysql, m_connection.handle());
    ASSIGN_OR_RETURN(const QByteArray sql,
                     isRehearsal() ? mysqlCreateTemporaryTable(table) : mysqlCreateTable(table));
    if (!mysqlExec(mysql, sql))
        return mysqlError(mysql, QStringLiteral("create table %1").arg(name));
    if (table.shape.engine == QLatin1String("mysql") && !table.sql.isEmpty() && !isMysqlStatementTaken(table))
        m_warnings.push_back(
            {ErrorKind::Schema,
             QStringLiteral(
                 "table %1 is made of its columns, keys and checks only: partitions, options and what else "
                 "its statement says is not taken over")
                 .arg(name),
             {},
             {}});
    m_created.push_back(table);
    if (isRehearsal())
        m_connection.addTemporary(table);
    m_connection.forgetCatalog();
    return {};
}

/// Only InnoDB takes changes back.
Result<void> MysqlSink::checkTable(const TableName &table)
{
    m_touched += table.name;
    const bool isOurs = std::any_of(m_created.begin(), m_created.end(), [&](const TableInfo &created) {
        return created.shape.name.name == table.name;
    });
    if (isOurs)
        return {};
    ASSIGN_OR_RETURN(MYSQL * mysql, m_connection.handle());
    ASSIGN_OR_RETURN(
        const QByteArray engine,
        mysqlValue(
            mysql,
            "SELECT ENGINE FROM information_schema.TABLES WHERE TABLE_SCHEMA=DATABASE() AND TABLE_NAME="
                + mysqlLiteral(table.name)));
    if (engine != "InnoDB")
        return Error{ErrorKind::Unsupported,
                     engine.isEmpty()
                         ? QStringLiteral("there is no table %1 to change").arg(table.name)
                         : QStringLiteral("table %1 is kept by %2, which cannot take changes back")
                               .arg(table.name, QString::fromUtf8(engine)),
                     QStringLiteral("ALTER TABLE … ENGINE=InnoDB makes it an ordinary table."),
                     {}};
    ASSIGN_OR_RETURN(const auto triggers,
                     mysqlRows(mysql,
                               "SELECT TRIGGER_NAME,EVENT_MANIPULATION FROM information_schema.TRIGGERS "
                               "WHERE TRIGGER_SCHEMA=DATABASE() AND EVENT_OBJECT_TABLE="
                                   + mysqlLiteral(table.name)));
    for (const MysqlTextRow &row : triggers)
        m_warnings.push_back(
            {ErrorKind::Value,
             QStringLiteral("the trigger %1 of table %2 runs with every %3")
                 .arg(QString::fromUtf8(row[0].value_or("")), table.name,
                      QString::fromUtf8(row[1].value_or("")).toLower()),
             QStringLiteral("What it changes is not in the change set, and an undo does not bring it back."),
             {}});
    return {};
}

Result<qint64> MysqlSink::load(const TableName &table, RowReader &rows, RejectSink &rejects)
{
    RETURN_IF_ERROR(checkTable(table));
    ASSIGN_OR_RETURN(MYSQL * mysql, inTransaction());
    QByteArray columns;
    std::vector<MysqlBinding> bindings;
    for (const Column &column : rows.shape().columns) {
        columns += (columns.isEmpty() ? "" : ",") + mysqlQuoted(column.name);
        bindings.push_back(mysqlBinding(column));
    }
    MysqlInserter inserter(mysql, "INSERT INTO " + mysqlQuoted(table.name) + " (" + columns + ')',
                           std::move(bindings), m_connection.server().largestPacket);
    m_loaded = {};
    RowBatch batch;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, rows.read(batch));
        if (!hasRows)
            return m_loaded.rowCount();
        const Result<void> done = inserter.insert(
            batch, [this](std::span<const Cell> row) { m_loaded.add(row); },
            [&](Reject reject, qsizetype row) {
                reject.table = table;
                reject.where.line = batch.line(row);
                const int index = rows.shape().indexOf(reject.column);
                if (index >= 0)
                    reject.value = shownCell(std::as_const(batch).row(row)[static_cast<size_t>(index)]);
                rejects.reject(std::move(reject));
            });
        if (!done) {
            Error error = done.error();
            if (error.kind != ErrorKind::Cancelled)
                error.message = QStringLiteral("cannot write into %1: %2").arg(table.name, error.message);
            return told(mysql, std::move(error));
        }
    }
}

Result<qint64> MysqlSink::change(const ChangeShape &shape, ChangeReader &changes, RejectSink &rejects,
                                 std::vector<ChangeConflict> &conflicts)
{
    RETURN_IF_ERROR(checkTable(shape.shape.name));
    ASSIGN_OR_RETURN(const TableInfo table, m_connection.table(shape.shape.name));
    ASSIGN_OR_RETURN(MYSQL * mysql, inTransaction());
    MysqlChanges maker(m_connection, mysql, table, shape, rejects, conflicts);
    Result<qint64> made = maker.run(changes);
    return made ? made : Result<qint64>(told(mysql, made.error()));
}

/// Whoever waited for a lock in vain wants to know who has it.
Error MysqlSink::told(MYSQL *mysql, Error error) const
{
    if (error.kind == ErrorKind::Conflict && mysql_errno(mysql) == ER_LOCK_WAIT_TIMEOUT) {
        const QString holders = mysqlLockHolders(mysql);
        if (!holders.isEmpty())
            error.hint += QStringLiteral(" Locks are held by: %1.").arg(holders);
    }
    return m_connection.located(std::move(error));
}

Result<void> MysqlSink::disableTriggers(const TableName &table)
{
    return Error{ErrorKind::Unsupported,
                 QStringLiteral("MariaDB cannot disable the triggers of %1, and to drop them would commit")
                     .arg(table.name),
                 QStringLiteral("Import with --triggers fire, or drop them yourself before."),
                 {}};
}

/// Who loses a deadlock has lost the transaction; whoever waited for a lock in vain still has it.
bool MysqlSink::mayTryAgain() const
{
    if (!m_hasBegun || !m_isOpen)
        return false;
    const auto mysql = m_connection.handle();
    return mysql && mysqlExec(*mysql, "DO 0") && ((*mysql)->server_status & SERVER_STATUS_IN_TRANS) == 0;
}

/// Indexes stand in the statements of their tables.
Result<void> MysqlSink::createObjects(const Catalog &objects)
{
    for (const ObjectInfo &object : objects.objects) {
        if (object.stage != ObjectInfo::Stage::AfterTables)
            continue;
        RETURN_IF_ERROR(object.kind == QLatin1String("comment") ? setComment(object)
                                                                : addObject(object, false));
    }
    for (const ViewInfo &view : objects.views) {
        RETURN_IF_ERROR(checkMysqlStatement(view.sql, QStringLiteral("VIEW"), view.name.name));
        m_afterCommit.push_back(
            {view.sql.toUtf8(), QStringLiteral("view %1").arg(view.name.name), view.session});
    }
    for (const TriggerInfo &trigger : objects.triggers) {
        if (m_emptied.contains(trigger.table.name)) // they are still there
            continue;
        RETURN_IF_ERROR(
            checkMysqlStatement(trigger.sql, QStringLiteral("TRIGGER"), trigger.name, trigger.session));
        m_afterCommit.push_back(
            {trigger.sql.toUtf8(), QStringLiteral("trigger %1").arg(trigger.name), trigger.session});
    }
    return {};
}

Result<void> MysqlSink::dropTable(const TableName &table)
{
    ASSIGN_OR_RETURN(const Catalog catalog, m_connection.catalog());
    for (const TableInfo &other : catalog.tables) {
        for (const ForeignKey &key : other.foreignKeys) {
            const bool isKept =
                other.shape.name.name != table.name && !m_dropped.contains(other.shape.name.name);
            if (isKept && key.target.name == table.name)
                m_touched += other.shape.name.name; // its rows may point nowhere then
        }
    }
    m_dropped += table.name;
    m_touched += table.name;
    return {};
}

Result<void> MysqlSink::dropViews(const std::vector<ViewInfo> &views)
{
    for (const ViewInfo &view : views)
        m_afterCommit.push_back({"DROP VIEW IF EXISTS " + mysqlQuoted(view.name.name),
                                 QStringLiteral("view %1").arg(view.name.name)});
    return {};
}

Result<void> MysqlSink::dropObjects(const std::vector<ObjectInfo> &objects)
{
    for (auto object = objects.rbegin(); object != objects.rend(); ++object)
        m_afterCommit.push_back(
            {"DROP " + object->kind.toUpper().toUtf8() + " IF EXISTS " + mysqlQuoted(object->name.name),
             object->kind + QLatin1Char(' ') + object->name.name});
    return {};
}

Result<qint64> MysqlSink::checkReferences(RejectSink &rejects)
{
    ASSIGN_OR_RETURN(MYSQL * mysql, m_connection.handle());
    ASSIGN_OR_RETURN(const Catalog catalog, m_connection.catalog());
    std::vector<TableInfo> all;
    for (const TableInfo &table : catalog.tables) {
        if (!m_dropped.contains(table.shape.name.name))
            all.push_back(table);
    }
    for (const TableInfo &table : m_created) {
        if (isRehearsal())
            all.push_back(table);
    }
    return checkMysqlReferences(m_connection, mysql, all, m_touched, rejects, m_warnings);
}

Result<void> MysqlSink::commit()
{
    if (isRehearsal())
        return Error{ErrorKind::Unsupported, QStringLiteral("a rehearsal is not committed"), {}, {}};
    ASSIGN_OR_RETURN(MYSQL * mysql, m_connection.handle());
    const bool isGone = m_hasBegun && (mysql->server_status & SERVER_STATUS_IN_TRANS) == 0;
    if (!m_isOpen || isGone)
        return Error{ErrorKind::Io, QStringLiteral("the transaction was rolled back before"), {}, {}};
    if (!mysqlExec(mysql, "COMMIT")) {
        Error error = mysqlError(mysql, QStringLiteral("commit"));
        if (error.kind == ErrorKind::Connection)
            error.hint = QStringLiteral("The server may have committed before it was lost: compare with "
                                        "galley diff before you try again.");
        rollBack();
        return m_connection.located(error);
    }
    m_isOpen = false;
    m_connection.forgetCatalog();
    for (const QString &name : m_dropped)
        m_afterCommit.insert(m_afterCommit.begin(),
                             {"DROP TABLE " + mysqlQuoted(name), QStringLiteral("table %1").arg(name)});
    for (const Statement &statement : m_afterCommit) {
        const Result<void> done = mysqlExecUnder(mysql, statement.settings, statement.sql);
        if (done) {
            warnOfDefaults(mysql, statement);
            continue;
        }
        Error warning = done.error();
        warning.message = QStringLiteral("%1 could not be made or dropped after the commit: %2")
                              .arg(statement.what, warning.message);
        m_warnings.push_back(std::move(warning));
    }
    [[maybe_unused]] const auto restored = mysqlExec(mysql, "SET SESSION foreign_key_checks=1");
    return {};
}

void MysqlSink::dropCreated(MYSQL *mysql)
{
    bool isUsed = false;
    for (auto table = m_created.rbegin(); table != m_created.rend(); ++table) {
        const QByteArray name = mysqlQuoted(table->shape.name.name);
        // Somebody else may have found the new table useful; and where a COMMIT was not answered the lost
        // session may still be about it: a locking read waits for that.
        const auto rows = mysqlRows(mysql, "SELECT 1 FROM " + name + " LIMIT 1 FOR UPDATE");
        if (rows && rows->empty()) [[maybe_unused]]
            const auto dropped =
                mysqlExec(mysql, (isRehearsal() ? "DROP TEMPORARY TABLE " : "DROP TABLE ") + name);
        else
            isUsed = true;
    }
    for (auto made = m_made.rbegin(); made != m_made.rend() && !isUsed; ++made)
        [[maybe_unused]] const auto dropped = mysqlExec(mysql, made->sql);
}

void MysqlSink::rollBack()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    const auto mysql = m_connection.handle();
    if (mysql && mysqlExec(*mysql, "ROLLBACK")) {
        dropCreated(*mysql);
        [[maybe_unused]] const auto restored = mysqlExec(*mysql, "SET SESSION foreign_key_checks=1");
    } else if (!isRehearsal() && (!m_created.empty() || !m_made.empty())) {
        // The server rolls back what the lost session did, but keeps its tables.
        if (const auto other = openMysqlAgain(m_connection.server())) {
            [[maybe_unused]] const auto set = mysqlExec(other->get(), "SET SESSION foreign_key_checks=0");
            dropCreated(other->get());
        }
    }
    m_connection.forgetCatalog();
}

} // namespace

Result<std::unique_ptr<ChangeSink>> makeMysqlSink(MysqlConnection &connection)
{
    auto sink = std::make_unique<MysqlSink>(connection);
    RETURN_IF_ERROR(sink->begin());
    return std::unique_ptr<ChangeSink>(std::move(sink));
}

} // namespace galley
