// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgsink.h"

#include "workers/engines/postgres/pgchange.h"
#include "workers/engines/postgres/pgcreate.h"
#include "workers/engines/postgres/pgload.h"
#include "workers/engines/postgres/pgreferences.h"

#include <map>
#include <set>

namespace galley {

namespace {

class PgSink final : public ChangeSink
{
public:
    explicit PgSink(PgConnection &connection)
        : m_connection(connection)
        , m_session(connection.session())
        , m_references(m_session)
    {
    }
    ~PgSink() override
    {
        if (m_isOpen && m_session.isAlive()) {
            const auto ended = m_session.run("ROLLBACK");
            Q_UNUSED(ended)
        }
        m_connection.forgetTables();
    }

    Result<void> begin();
    Result<void> createFirst(const Catalog &objects) override;
    Result<void> createTable(const TableInfo &table, const QString &sourceEngine) override;
    Result<qint64> load(const TableName &table, RowReader &rows, RejectSink &rejects) override;
    RowsDigest loaded() const override { return m_loaded; }
    Result<qint64> change(const ChangeShape &shape, ChangeReader &changes, RejectSink &rejects,
                          std::vector<ChangeConflict> &conflicts) override;
    Result<void> disableTriggers(const TableName &table) override;
    bool mayTryAgain() const override { return m_session.lastFailure().mayTryAgain(); }
    Result<void> createObjects(const Catalog &objects) override;
    Result<void> dropTable(const TableName &table) override;
    Result<bool> emptyTable(const TableName &table) override;
    Result<void> dropViews(const std::vector<ViewInfo> &views) override;
    Result<void> dropObjects(const std::vector<ObjectInfo> &objects) override;
    Result<qint64> checkReferences(RejectSink &rejects) override;
    std::vector<Error> warnings() const override;
    Connection &connection() override { return m_connection; }
    Result<void> commit() override;

private:
    struct Statement
    {
        QString what;
        QByteArray sql;
    };
    Result<void> touch(const TableName &table, bool onlyInserts);
    Result<void> make(const Statement &statement);
    /// In rounds: what needs something that comes later is tried again.
    Result<std::vector<Statement>> makeInRounds(std::vector<Statement> statements);
    Result<void> enableTriggers();
    Result<void> makeKeys();
    Result<void> makeIndexes(const std::vector<TableInfo> &tables);
    Result<void> continueSequences(const TableName &table);

    PgConnection &m_connection;
    PgSession &m_session;
    PgReferences m_references;
    bool m_isOpen = false;
    RowsDigest m_loaded;
    std::set<TableName> m_made;
    std::map<TableName, PgLateKey> m_lateKeys; ///< of tables made that have no rows yet
    std::set<TableName> m_touched;
    std::vector<ObjectInfo> m_ofTables; ///< made with their tables
    std::vector<Statement> m_later;
    std::vector<Error> m_warnings;
    std::vector<QByteArray> m_enabling; ///< puts back the triggers that were disabled
};

Result<void> PgSink::begin()
{
    if (m_session.isReadOnly())
        return Error{ErrorKind::Permission, QStringLiteral("the connection is read-only"), {}, {}};
    if (m_session.isInTransaction())
        return Error{
            ErrorKind::Conflict, QStringLiteral("the connection is in a transaction already"), {}, {}};
    RETURN_IF_ERROR(m_session.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"));
    m_isOpen = true;
    return m_session.run("SET LOCAL check_function_bodies=off; SET CONSTRAINTS ALL DEFERRED").isOk()
        ? Result<void>()
        : Result<void>(m_session.lastFailure().error);
}

Result<void> PgSink::make(const Statement &statement)
{
    if (statement.sql.isEmpty())
        return {};
    auto done = m_session.runOne(statement.sql);
    if (done)
        return {};
    Error error = std::move(done).error();
    if (error.kind != ErrorKind::Cancelled && error.kind != ErrorKind::Connection)
        error.message = QStringLiteral("cannot make %1: %2").arg(statement.what, error.message);
    return error;
}

Result<std::vector<PgSink::Statement>> PgSink::makeInRounds(std::vector<Statement> statements)
{
    for (;;) {
        std::vector<Statement> left;
        for (Statement &statement : statements) {
            RETURN_IF_ERROR(m_session.run("SAVEPOINT galley_object"));
            auto done = make(statement);
            if (!done && (!m_session.isAlive() || done.error().kind == ErrorKind::Cancelled))
                return std::move(done).error();
            RETURN_IF_ERROR(m_session.run(done ? "RELEASE SAVEPOINT galley_object"
                                               : "ROLLBACK TO SAVEPOINT galley_object; "
                                                 "RELEASE SAVEPOINT galley_object"));
            if (!done)
                left.push_back(std::move(statement));
        }
        if (left.empty() || left.size() == statements.size())
            return left;
        statements = std::move(left);
    }
}

Result<void> PgSink::createFirst(const Catalog &objects)
{
    std::vector<Statement> statements;
    for (const ObjectInfo &object : objects.objects) {
        if (object.stage != ObjectInfo::Stage::BeforeTables)
            continue;
        if (!object.table.name.isEmpty()) {
            m_ofTables.push_back(object);
            continue;
        }
        ASSIGN_OR_RETURN(QByteArray sql, pgObjectStatement(object));
        statements.push_back(
            {QStringLiteral("%1 %2").arg(object.kind, object.name.toString()), std::move(sql)});
    }
    ASSIGN_OR_RETURN(m_later, makeInRounds(std::move(statements)));
    for (const ObjectInfo &object : objects.objects) {
        if (object.stage == ObjectInfo::Stage::BeforeTables && object.table.name.isEmpty())
            RETURN_IF_ERROR(make({object.kind, pgObjectComment(object)}));
    }
    return {};
}

Result<void> PgSink::createTable(const TableInfo &table, const QString &sourceEngine)
{
    if (!sourceEngine.isEmpty() && sourceEngine != QLatin1String("postgres"))
        return Error{ErrorKind::Unsupported, QStringLiteral("a table of another engine"), {}, {}};
    const QString what = QStringLiteral("table %1").arg(table.shape.name.toString());
    RETURN_IF_ERROR(make({what, pgTableStatement(table, PgKeys::ButLateOnes)}));
    for (const ObjectInfo &object : m_ofTables) {
        if (object.table != table.shape.name)
            continue;
        ASSIGN_OR_RETURN(QByteArray sql, pgObjectStatement(object));
        RETURN_IF_ERROR(
            make({QStringLiteral("%1 %2").arg(object.kind, object.name.toString()), std::move(sql)}));
        RETURN_IF_ERROR(make({object.kind, pgObjectComment(object)}));
    }
    for (const QByteArray &comment : pgCommentStatements(table))
        RETURN_IF_ERROR(make({what, comment}));
    for (const Column &column : table.shape.columns) {
        if (column.identity != Identity::None && table.sequence > 0)
            RETURN_IF_ERROR(
                make({what,
                      "ALTER TABLE " + pgQuoted(table.shape.name) + " ALTER COLUMN " + pgQuoted(column.name)
                          + " RESTART WITH " + QByteArray::number(table.sequence + 1)}));
    }
    for (const ForeignKey &key : table.foreignKeys)
        m_references.addNew(table.shape.name, key);
    m_made.insert(table.shape.name);
    m_lateKeys[table.shape.name] = pgLateKey(table);
    m_connection.forgetTables();
    return {};
}

/// One by one: those that were disabled before stay so.
Result<void> PgSink::disableTriggers(const TableName &table)
{
    ASSIGN_OR_RETURN(const TableInfo info, m_connection.table(table));
    const std::optional<QByteArray> name = pgQuoted(info.shape.name);
    ASSIGN_OR_RETURN(
        const PgResult triggers,
        m_session.runOne("SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid=$1::regclass AND NOT "
                         "tgisinternal AND tgenabled<>'D' ORDER BY 1",
                         {&name, 1}));
    QStringList names;
    for (int i = 0; i < triggers.rowCount(); ++i) {
        const QByteArray trigger = " TRIGGER " + pgQuoted(triggers.text(i, 0));
        const QString state = triggers.text(i, 1);
        RETURN_IF_ERROR(m_session.run("ALTER TABLE " + *name + " DISABLE" + trigger));
        m_enabling.push_back("ALTER TABLE " + *name + " ENABLE"
                             + (state == QLatin1String("A")       ? " ALWAYS"
                                    : state == QLatin1String("R") ? " REPLICA"
                                                                  : "")
                             + trigger);
        names += triggers.text(i, 0);
    }
    if (!names.isEmpty())
        m_warnings.push_back({ErrorKind::Schema,
                              QStringLiteral("changes of %1 do not fire its triggers: %2")
                                  .arg(table.toString(), names.join(QStringLiteral(", "))),
                              QStringLiteral("What they would do is left undone."),
                              {}});
    return {};
}

Result<void> PgSink::enableTriggers()
{
    if (m_enabling.empty())
        return {};
    // A table with checks that still wait cannot be altered.
    RETURN_IF_ERROR(m_session.run("SET CONSTRAINTS ALL IMMEDIATE"));
    for (const QByteArray &sql : m_enabling)
        RETURN_IF_ERROR(m_session.run(sql));
    m_enabling.clear();
    return {};
}

/// What happens to an existing table beside the changes themselves.
Result<void> PgSink::touch(const TableName &table, bool onlyInserts)
{
    if (m_made.contains(table))
        return {};
    RETURN_IF_ERROR(m_references.suspend(table, onlyInserts));
    if (!m_touched.insert(table).second)
        return {};
    const std::optional<QByteArray> name = pgQuoted(table);
    ASSIGN_OR_RETURN(
        const PgResult triggers,
        m_session.runOne("SELECT tgname FROM pg_trigger WHERE tgrelid=$1::regclass AND NOT tgisinternal"
                         " AND tgenabled IN ('O','A') ORDER BY 1",
                         {&name, 1}));
    QStringList names;
    for (int i = 0; i < triggers.rowCount(); ++i)
        names += triggers.text(i, 0);
    if (!names.isEmpty())
        m_warnings.push_back({ErrorKind::Schema,
                              QStringLiteral("changes of %1 fire its triggers: %2")
                                  .arg(table.toString(), names.join(QStringLiteral(", "))),
                              QStringLiteral("What they change elsewhere is not in the change set."),
                              {}});
    return {};
}

Result<qint64> PgSink::load(const TableName &table, RowReader &rows, RejectSink &rejects)
{
    ASSIGN_OR_RETURN(const TableInfo info, m_connection.table(table));
    RETURN_IF_ERROR(touch(info.shape.name, true));
    ASSIGN_OR_RETURN(const PgLoad::Outcome outcome,
                     PgLoad::run(m_session, info, m_lateKeys[info.shape.name], rows, rejects));
    m_lateKeys.erase(info.shape.name);
    m_touched.insert(info.shape.name);
    m_loaded = outcome.digest;
    return outcome.stored;
}

Result<qint64> PgSink::change(const ChangeShape &shape, ChangeReader &changes, RejectSink &rejects,
                              std::vector<ChangeConflict> &conflicts)
{
    RETURN_IF_ERROR(makeKeys());
    ASSIGN_OR_RETURN(const TableInfo info, m_connection.table(shape.shape.name));
    RETURN_IF_ERROR(touch(info.shape.name, false));
    return PgChanges(m_session, info, shape, rejects, conflicts).run(changes);
}

/// Of those tables that got no rows; what is remembered of the others knows no key either.
Result<void> PgSink::makeKeys()
{
    m_connection.forgetTables();
    for (const auto &[table, key] : m_lateKeys)
        RETURN_IF_ERROR(make({QStringLiteral("the primary key of %1").arg(table.toString()), key.sql}));
    m_lateKeys.clear();
    return {};
}

Result<void> PgSink::makeIndexes(const std::vector<TableInfo> &tables)
{
    for (const TableInfo &table : tables) {
        for (const IndexInfo &index : table.indexes) {
            ASSIGN_OR_RETURN(QByteArray sql, pgIndexStatement(table, index));
            RETURN_IF_ERROR(make({QStringLiteral("index %1").arg(index.name), std::move(sql)}));
        }
    }
    return {};
}

Result<void> PgSink::createObjects(const Catalog &objects)
{
    RETURN_IF_ERROR(makeKeys());
    RETURN_IF_ERROR(makeIndexes(objects.tables));
    std::vector<Statement> statements = std::move(m_later);
    std::vector<Statement> after;
    for (const ViewInfo &view : objects.views) {
        const QString what = QStringLiteral("view %1").arg(view.name.toString());
        ASSIGN_OR_RETURN(QByteArray sql, pgViewStatement(view));
        statements.push_back({what, std::move(sql)});
        if (!view.comment.isEmpty())
            after.push_back({what,
                             QByteArray("COMMENT ON ") + (view.isMaterialized ? "MATERIALIZED " : "")
                                 + "VIEW " + pgQuoted(view.name) + " IS " + pgLiteral(view.comment)});
    }
    ASSIGN_OR_RETURN(const std::vector<Statement> left, makeInRounds(std::move(statements)));
    if (!left.empty())
        return make(left.front()); // once more, for its error
    for (const ObjectInfo &object : objects.objects) {
        if (object.stage != ObjectInfo::Stage::AfterTables)
            continue;
        ASSIGN_OR_RETURN(QByteArray sql, pgObjectStatement(object));
        after.push_back({QStringLiteral("%1 %2").arg(object.kind, object.name.toString()), std::move(sql)});
    }
    for (const TriggerInfo &trigger : objects.triggers) {
        ASSIGN_OR_RETURN(QByteArray sql, pgTriggerStatement(trigger));
        after.push_back({QStringLiteral("trigger %1").arg(trigger.name), std::move(sql)});
    }
    for (const Statement &statement : after)
        RETURN_IF_ERROR(make(statement));
    return {};
}

Result<void> PgSink::dropTable(const TableName &table)
{
    ASSIGN_OR_RETURN(const TableInfo info, m_connection.table(table));
    RETURN_IF_ERROR(m_session.run("DROP TABLE " + pgQuoted(info.shape.name)));
    m_connection.forgetTables();
    return {};
}

/// Emptied in place: the table keeps its rights, its policies and what refers to it.
Result<bool> PgSink::emptyTable(const TableName &table)
{
    ASSIGN_OR_RETURN(const TableInfo info, m_connection.table(table));
    RETURN_IF_ERROR(touch(info.shape.name, false));
    const QByteArray only = info.partitionKey.isEmpty() ? "ONLY " : "";
    RETURN_IF_ERROR(m_session.run("DELETE FROM " + only + pgQuoted(info.shape.name)));
    return true;
}

Result<void> PgSink::dropViews(const std::vector<ViewInfo> &views)
{
    for (auto view = views.rbegin(); view != views.rend(); ++view)
        RETURN_IF_ERROR(m_session.run(QByteArray("DROP ") + (view->isMaterialized ? "MATERIALIZED " : "")
                                      + "VIEW IF EXISTS " + pgQuoted(view->name)));
    return {};
}

Result<void> PgSink::dropObjects(const std::vector<ObjectInfo> &objects)
{
    static const QMap<QString, QByteArray> words = {
        {QStringLiteral("schema"), "SCHEMA"},       {QStringLiteral("enum"), "TYPE"},
        {QStringLiteral("composite"), "TYPE"},      {QStringLiteral("domain"), "DOMAIN"},
        {QStringLiteral("sequence"), "SEQUENCE"},   {QStringLiteral("extension"), "EXTENSION"},
        {QStringLiteral("collation"), "COLLATION"}, {QStringLiteral("range"), "TYPE"}};
    std::vector<Statement> statements;
    for (auto object = objects.rbegin(); object != objects.rend(); ++object) {
        QByteArray sql;
        if (words.contains(object->kind)) {
            const bool isBare =
                object->kind == QLatin1String("schema") || object->kind == QLatin1String("extension");
            sql = "DROP " + words.value(object->kind) + " IF EXISTS "
                + (isBare ? pgQuoted(object->name.name) : pgQuoted(object->name));
        } else if (object->kind == QLatin1String("function") || object->kind == QLatin1String("procedure")) {
            sql = "DROP ROUTINE IF EXISTS " + pgRoutineName(object->name);
        }
        statements.push_back({object->kind, sql});
    }
    ASSIGN_OR_RETURN(const auto left, makeInRounds(std::move(statements)));
    for (const Statement &statement : left)
        m_warnings.push_back(
            {ErrorKind::Reference,
             QStringLiteral("left in place, since something needs it: %1").arg(statement.what),
             {},
             {}});
    return {};
}

/// After rows with numbers of their own came in, the next number is one that nobody has. ALTER SEQUENCE,
/// unlike setval(), is taken back with the transaction.
Result<void> PgSink::continueSequences(const TableName &table)
{
    const std::optional<QByteArray> name = pgQuoted(table);
    ASSIGN_OR_RETURN(
        const PgResult owned,
        m_session.runOne(
            "SELECT a.attname, d.objid::regclass::text FROM pg_depend d JOIN pg_class s ON s.oid=d.objid"
            " AND s.relkind='S' JOIN pg_attribute a ON a.attrelid=d.refobjid AND a.attnum=d.refobjsubid"
            " JOIN pg_sequence q ON q.seqrelid=s.oid AND q.seqincrement>0"
            " WHERE d.classid='pg_class'::regclass AND d.refclassid='pg_class'::regclass"
            " AND d.refobjid=to_regclass($1) AND d.deptype IN ('a','i')",
            {&name, 1}));
    for (int i = 0; i < owned.rowCount(); ++i) {
        const QByteArray sequence = owned.text(i, 1).toUtf8();
        ASSIGN_OR_RETURN(
            const PgResult next,
            m_session.run("SELECT m.v::int8 + 1, m.v >= CASE WHEN s.is_called THEN s.last_value + 1"
                          " ELSE s.last_value END FROM (SELECT max("
                          + pgQuoted(owned.text(i, 0)) + ") AS v FROM " + *name + ") m, " + sequence + " s"));
        if (!next.flag(0, 1))
            continue;
        RETURN_IF_ERROR(m_session.run("SAVEPOINT galley_sequence"));
        const auto moved =
            m_session.run("ALTER SEQUENCE " + sequence + " RESTART WITH " + next.text(0, 0).toUtf8());
        if (!moved && !m_session.isAlive())
            return moved.error();
        RETURN_IF_ERROR(m_session.run(moved ? "RELEASE SAVEPOINT galley_sequence"
                                            : "ROLLBACK TO SAVEPOINT galley_sequence"));
        if (!moved)
            m_warnings.push_back(
                {ErrorKind::Permission,
                 QStringLiteral("the sequence %1 could not be set to continue after the rows of %2: %3")
                     .arg(owned.text(i, 1), table.toString(), moved.error().message),
                 QStringLiteral("Its owner can do it with setval()."),
                 {}});
    }
    return {};
}

Result<qint64> PgSink::checkReferences(RejectSink &rejects)
{
    ASSIGN_OR_RETURN(const qint64 dangling, m_references.check(rejects));
    if (dangling > 0)
        return dangling;
    for (const TableName &table : m_touched)
        RETURN_IF_ERROR(continueSequences(table));
    RETURN_IF_ERROR(enableTriggers());
    return 0;
}

std::vector<Error> PgSink::warnings() const
{
    std::vector<Error> all = m_references.warnings();
    all.insert(all.end(), m_warnings.begin(), m_warnings.end());
    return all;
}

Result<void> PgSink::commit()
{
    if (!m_isOpen || !m_session.isAlive())
        return Error{ErrorKind::Connection,
                     QStringLiteral("the transaction was lost before it was committed"),
                     QStringLiteral("Nothing was changed."),
                     {}};
    RETURN_IF_ERROR(enableTriggers());
    ASSIGN_OR_RETURN(const PgResult id, m_session.run("SELECT pg_current_xact_id_if_assigned()::text"));
    const QByteArray transaction = id.text(0, 0).toLatin1();
    const auto done = m_session.run("COMMIT");
    m_isOpen = false;
    if (done && qstrcmp(PQcmdStatus(done->get()), "COMMIT") == 0)
        return {};
    if (done)
        return Error{ErrorKind::Io, QStringLiteral("the server rolled the transaction back"), {}, {}};
    if (m_session.isAlive())
        return done.error();
    // The answer was lost, the transaction perhaps not: the server knows.
    return m_session.findOutcome(transaction);
}

} // namespace

Result<std::unique_ptr<ChangeSink>> makePgSink(PgConnection &connection)
{
    auto sink = std::make_unique<PgSink>(connection);
    RETURN_IF_ERROR(sink->begin());
    return std::unique_ptr<ChangeSink>(std::move(sink));
}

} // namespace galley
