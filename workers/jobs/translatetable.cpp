// SPDX-License-Identifier: MIT
#include "workers/jobs/translatetable.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

const QLatin1String kSqlite("sqlite");
const QLatin1String kMysql("mysql");
const QLatin1String kPostgres("postgres");

class Translator
{
public:
    Translator(const TableInfo &source, const Engine &engine, std::vector<Error> &warnings)
        : m_source(source)
        , m_engine(engine)
        , m_warnings(warnings)
    {
    }
    Result<TableInfo> run();

private:
    void warn(const QString &message,
              const QString &hint = QStringLiteral("Add it yourself after the import."))
    {
        m_warnings.push_back({ErrorKind::Unsupported,
                              QStringLiteral("table %1: %2").arg(m_source.shape.name.name, message),
                              hint,
                              {}});
    }
    TableShape shapeWithIndexedKey() const;
    bool isPlain(const IndexInfo &index) const;
    bool isNumberedBySqlite() const;
    void setIdentity(TableInfo &table);
    void setColumns(TableInfo &table);
    void setIndexes(TableInfo &table);
    void setForeignKeys(TableInfo &table);

    const TableInfo &m_source;
    const Engine &m_engine;
    std::vector<Error> &m_warnings;
};

bool Translator::isPlain(const IndexInfo &index) const
{
    const bool isOfColumns =
        std::all_of(index.columns.begin(), index.columns.end(),
                    [this](const QString &name) { return m_source.shape.indexOf(name) >= 0; });
    return isOfColumns && !index.isPartial;
}

/// An engine may have to declare columns otherwise where an index stands on them (MariaDB: with a length).
TableShape Translator::shapeWithIndexedKey() const
{
    TableShape shape = m_source.shape;
    const auto add = [&](const QStringList &names) {
        for (const QString &name : names) {
            const int column = shape.indexOf(name);
            if (column >= 0 && std::find(shape.key.begin(), shape.key.end(), column) == shape.key.end())
                shape.key.push_back(column);
        }
    };
    for (const IndexInfo &index : m_source.indexes) {
        if (isPlain(index))
            add(index.columns);
    }
    for (const ForeignKey &key : m_source.foreignKeys)
        add(key.columns);
    return shape;
}

/// `INTEGER PRIMARY KEY` is the rowid.
bool Translator::isNumberedBySqlite() const
{
    const TableShape &shape = m_source.shape;
    return shape.engine == kSqlite && m_source.hasPrimaryKey && !m_source.isWithoutRowid
        && shape.key.size() == 1
        && shape.columns[static_cast<size_t>(shape.key.front())].nativeType.compare(QLatin1String("INTEGER"),
                                                                                    Qt::CaseInsensitive)
        == 0;
}

void Translator::setIdentity(TableInfo &table)
{
    int numbered = isNumberedBySqlite() ? m_source.shape.key.front() : -1;
    for (size_t i = 0; i < m_source.shape.columns.size(); ++i) {
        const Column &column = m_source.shape.columns[i];
        if (column.identity != Identity::None
            || column.defaultExpression.startsWith(QLatin1String("nextval(")))
            numbered = static_cast<int>(i);
    }
    for (Column &column : table.shape.columns)
        column.identity = Identity::None;
    table.hasAutoincrement = false;
    if (numbered < 0)
        return;
    Column &column = table.shape.columns[static_cast<size_t>(numbered)];
    const bool isKey = table.hasPrimaryKey && table.shape.key == std::vector<int>{numbered};
    const bool isInteger = column.type == LogicalType::Integer || column.type == LogicalType::Unsigned;
    if (!isInteger || (!isKey && m_engine.id() != kPostgres)) {
        warn(QStringLiteral("column %1 is not numbered by itself").arg(column.name));
        return;
    }
    column.defaultExpression.clear();
    table.sequence = m_source.sequence;
    if (m_engine.id() == kSqlite) {
        column.nativeType = QStringLiteral("INTEGER"); // the only type that SQLite numbers
        column.type = LogicalType::Integer;
        table.hasAutoincrement = true;
        return;
    }
    column.identity = Identity::ByDefault;
    table.hasAutoincrement = m_engine.id() == kMysql;
}

void Translator::setColumns(TableInfo &table)
{
    for (size_t i = 0; i < table.shape.columns.size(); ++i) {
        const Column &from = m_source.shape.columns[i];
        Column &to = table.shape.columns[i];
        to.comment = from.comment;
        if (m_source.shape.engine == kSqlite && from.nativeType.isEmpty())
            warn(QStringLiteral("column %1 has no type in the source: its numbers become texts")
                     .arg(from.name),
                 QString());
        if (from.type == LogicalType::DateTimeTz && to.type == LogicalType::DateTime)
            warn(QStringLiteral("column %1 has no time zone any more: its moments are in UTC").arg(from.name),
                 QString());
        to.generatedExpression.clear();
        if (from.generated)
            warn(QStringLiteral("column %1 is not computed any more: it keeps the values that it had")
                     .arg(from.name));
        const bool isNumbered = from.defaultExpression.startsWith(QLatin1String("nextval("));
        if (from.generated || isNumbered || from.defaultExpression.isEmpty())
            continue;
        const auto value = translateDefault(from, m_source.shape.engine, to, m_engine.id());
        to.defaultExpression = value.value_or(QString());
        if (!value)
            warn(QStringLiteral("the default of column %1 is not carried: %2")
                     .arg(from.name, from.defaultExpression.left(80)));
    }
    for (const CheckConstraint &check : m_source.checks) {
        const bool isJson = check.expression.startsWith(QLatin1String("json_valid("));
        if (!isJson)
            warn(QStringLiteral("the check %1 is not carried").arg(check.expression.left(80)));
    }
}

void Translator::setIndexes(TableInfo &table)
{
    for (const IndexInfo &index : m_source.indexes) {
        if (index.isPrimaryKey)
            continue;
        if (!isPlain(index) || index.sql.contains(QLatin1String(" EXCLUDE USING "))) {
            warn(QStringLiteral("the index %1 is not carried").arg(index.name));
            continue;
        }
        IndexInfo made;
        made.name = index.name;
        made.columns = index.columns;
        made.isUnique = index.isUnique;
        if (index.isAutomatic && index.name.startsWith(QLatin1String("sqlite_autoindex")))
            made.name = QStringLiteral("unique_") + index.columns.join(QLatin1Char('_')).left(50);
        // There a name belongs to its table only (MariaDB, OrientDB's classes that inherit an index).
        const bool isNameOfTable = m_source.shape.engine == kMysql
            || (m_source.shape.engine.isEmpty() && !index.name.startsWith(m_source.shape.name.name));
        if (isNameOfTable)
            made.name = m_source.shape.name.name + QLatin1Char('_') + index.name;
        QStringList names;
        for (const QString &name : made.columns)
            names += m_engine.quoted(name);
        made.sql = QStringLiteral("CREATE %1INDEX %2 ON %3 (%4)")
                       .arg(made.isUnique ? QStringLiteral("UNIQUE ") : QString(), m_engine.quoted(made.name),
                            m_engine.quoted(table.shape.name.name), names.join(QLatin1String(", ")));
        table.indexes.push_back(std::move(made));
    }
}

void Translator::setForeignKeys(TableInfo &table)
{
    for (const ForeignKey &key : m_source.foreignKeys) {
        ForeignKey made;
        made.name = key.name;
        made.columns = key.columns;
        made.target = {table.shape.name.schema, key.target.name};
        made.targetColumns = key.targetColumns;
        made.onUpdate = key.onUpdate;
        made.onDelete = key.onDelete;
        made.isDeferrable = key.isDeferrable && m_engine.id() != kMysql;
        for (QString *action : {&made.onUpdate, &made.onDelete}) {
            if (m_engine.id() != kMysql || *action != QLatin1String("SET DEFAULT"))
                continue;
            warn(QStringLiteral("the foreign key to %1 has NO ACTION instead of SET DEFAULT")
                     .arg(key.target.name));
            action->clear();
        }
        table.foreignKeys.push_back(std::move(made));
    }
}

Result<TableInfo> Translator::run()
{
    ASSIGN_OR_RETURN(TableInfo table, m_engine.tableFor(shapeWithIndexedKey()));
    table.shape.key = m_source.shape.key;
    table.hasPrimaryKey = m_source.hasPrimaryKey;
    for (size_t i = 0; i < table.shape.columns.size(); ++i) {
        const auto &key = table.shape.key;
        const bool isKey = std::find(key.begin(), key.end(), static_cast<int>(i)) != key.end();
        table.shape.columns[i].nullable =
            m_source.shape.columns[i].nullable && !(isKey && table.hasPrimaryKey);
    }
    table.comment = m_source.comment;
    if (!m_source.partitionKey.isEmpty())
        warn(QStringLiteral("it has partitions in the source, and becomes one table"));
    setColumns(table);
    setIdentity(table);
    setIndexes(table);
    setForeignKeys(table);
    const bool hasDefault =
        std::any_of(table.shape.columns.begin(), table.shape.columns.end(),
                    [](const Column &column) { return !column.defaultExpression.isEmpty(); });
    // What tableFor() wrote holds columns and key only.
    if (m_engine.id() != kSqlite || hasDefault || table.hasAutoincrement || !m_source.indexes.empty()
        || !table.foreignKeys.empty())
        table.sql.clear();
    return table;
}

/// The text of an SQL string; nothing where `sql` is more than one.
std::optional<QString> textOf(QString sql, const QString &engine)
{
    static const QRegularExpression cast(QStringLiteral("^('(?:[^']|'')*')::[a-z0-9 ()\\[\\]\"]+$"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (engine == kPostgres) {
        if (const auto match = cast.match(sql); match.hasMatch())
            sql = match.captured(1);
    }
    if (sql.size() < 2 || !sql.startsWith(QLatin1Char('\'')) || !sql.endsWith(QLatin1Char('\'')))
        return {};
    QString text;
    for (qsizetype i = 1; i < sql.size() - 1; ++i) {
        QChar c = sql[i];
        const bool isEscape = c == QLatin1Char('\'') || (c == QLatin1Char('\\') && engine == kMysql);
        if (isEscape) {
            if (++i >= sql.size() - 1 || (c == QLatin1Char('\'') && sql[i] != c))
                return {};
            if (c == QLatin1Char('\\') && sql[i].isLetterOrNumber())
                return {};
            c = sql[i];
        }
        text += c;
    }
    return text;
}

} // namespace

std::optional<QString> translateDefault(const Column &source, const QString &sourceEngine,
                                        const Column &target, const QString &engine)
{
    QString value = source.defaultExpression.trimmed();
    while (value.startsWith(QLatin1Char('(')) && value.endsWith(QLatin1Char(')'))
           && value.indexOf(QLatin1Char(')')) == value.size() - 1)
        value = value.mid(1, value.size() - 2).trimmed();
    static const QRegularExpression number(QStringLiteral("^-?\\d+(\\.\\d+)?$"));
    static const QRegularExpression now(QStringLiteral("^(current_timestamp(\\(\\d?\\))?|now\\(\\))$"),
                                        QRegularExpression::CaseInsensitiveOption);
    const QString lower = value.toLower();
    if (lower == QLatin1String("null"))
        return QString();
    const bool isTrue = lower == QLatin1String("true");
    const bool isBoolean = target.type == LogicalType::Boolean && engine == kPostgres;
    if (isTrue || lower == QLatin1String("false"))
        return isBoolean ? lower : QString::number(isTrue ? 1 : 0);
    if (number.match(value).hasMatch())
        return isBoolean ? (value == QLatin1String("0") ? QStringLiteral("false") : QStringLiteral("true"))
                         : value;
    const bool isTime = target.type == LogicalType::DateTime || target.type == LogicalType::DateTimeTz;
    if (isTime && now.match(value).hasMatch())
        return engine == kMysql && target.nativeType.contains(QLatin1Char('('))
            ? QStringLiteral("current_timestamp(6)")
            : QStringLiteral("CURRENT_TIMESTAMP");
    auto text = textOf(value, sourceEngine);
    if (!text)
        return {};
    if (engine == kMysql)
        text->replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    return QLatin1Char('\'') + text->replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

Result<TableInfo> translateTable(const TableInfo &source, const Engine &engine, std::vector<Error> &warnings)
{
    return Translator(source, engine, warnings).run();
}

std::vector<Error> namesNotCarried(const std::vector<ViewInfo> &views,
                                   const std::vector<TriggerInfo> &triggers,
                                   const std::vector<ObjectInfo> &objects)
{
    QMap<QString, QStringList> names;
    for (const ViewInfo &view : views)
        names[view.isMaterialized ? QStringLiteral("materialized view") : QStringLiteral("view")] +=
            view.name.name;
    for (const TriggerInfo &trigger : triggers)
        names[QStringLiteral("trigger")] += trigger.name;
    for (const ObjectInfo &object : objects) {
        const bool isOfTable = !object.table.name.isEmpty() || object.kind.endsWith(QLatin1String(" value"));
        if (!isOfTable && object.kind != QLatin1String("schema"))
            names[object.kind] += object.name.name;
    }
    std::vector<Error> warnings;
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        warnings.push_back(Error{ErrorKind::Unsupported,
                                 QStringLiteral("not carried to another kind of database: %1 %2")
                                     .arg(it.key(), it.value().join(QStringLiteral(", "))),
                                 QStringLiteral("Make it by hand where it is needed."),
                                 {}});
    return warnings;
}

} // namespace galley
