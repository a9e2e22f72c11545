// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlcreate.h"

#include "workers/engines/mysql/mysqlhandle.h"
#include "workers/engines/mysql/mysqlsettings.h"
#include "workers/engines/mysql/mysqltypes.h"

#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

/// A bare word in upper case, a quoted name, or one other character. Strings are left out.
struct Token
{
    bool isName = false;
    QByteArray text;
};

struct Scanned
{
    std::vector<Token> tokens;
    bool hasComment = false; ///< which can hold anything, and the server may run it
    bool hasVersioned = false; ///< "/*!100301 COMPRESSED*/": words alone, which are among the tokens
    bool isBroken = false;
};

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$'
        || c == '@' || static_cast<unsigned char>(c) >= 0x80;
}

/// Of `/*!100301 ` at the beginning, where nothing but words and brackets follow up to the comment's end:
/// whether a server runs it or not, quotes and other comments are where they seem to be. 0: it is none.
qsizetype versionedStart(std::string_view sql)
{
    static const QRegularExpression versioned(QStringLiteral("^/\\*M?!\\d{5,6} (?=[A-Za-z0-9_ (),=]*\\*/)"));
    const size_t end = sql.starts_with("/*") ? sql.find("*/") : std::string_view::npos;
    if (end == std::string_view::npos)
        return 0;
    return versioned.match(QString::fromLatin1(sql.data(), static_cast<qsizetype>(end) + 2)).capturedLength();
}

/// Behind the closing quote; npos where there is none.
size_t endOfQuoted(std::string_view sql, size_t at, bool hasEscapes)
{
    const char quote = sql[at];
    for (size_t i = at + 1; i < sql.size(); ++i) {
        if (sql[i] == '\\' && hasEscapes) {
            ++i;
        } else if (sql[i] == quote) {
            if (i + 1 >= sql.size() || sql[i + 1] != quote)
                return i + 1;
            ++i;
        }
    }
    return std::string_view::npos;
}

Scanned scan(const QByteArray &text, const MysqlReading &reading = {})
{
    const std::string_view sql(text.constData(), static_cast<size_t>(text.size()));
    Scanned scanned;
    for (size_t at = 0; at < sql.size();) {
        const char c = sql[at];
        if (c == '\'' || c == '"' || c == '`') {
            const bool isName = c == '`' || (c == '"' && reading.areDoubleQuotesNames);
            const size_t end = endOfQuoted(sql, at, !isName && !reading.areBackslashesPlain);
            if (end == std::string_view::npos) {
                scanned.isBroken = true;
                return scanned;
            }
            if (isName)
                scanned.tokens.push_back(
                    {true,
                     text.mid(static_cast<qsizetype>(at) + 1, static_cast<qsizetype>(end - at) - 2)
                         .replace(QByteArray(2, c), QByteArray(1, c))});
            at = end;
        } else if (isWordByte(c)) {
            size_t end = at;
            while (end < sql.size() && isWordByte(sql[end]))
                ++end;
            scanned.tokens.push_back(
                {false, text.mid(static_cast<qsizetype>(at), static_cast<qsizetype>(end - at)).toUpper()});
            at = end;
        } else if (const qsizetype start = versionedStart(sql.substr(at)); start > 0) {
            scanned.hasVersioned = true;
            at += static_cast<size_t>(start);
        } else if (scanned.hasVersioned && sql.substr(at).starts_with("*/")) {
            at += 2;
        } else {
            const std::string_view rest = sql.substr(at);
            scanned.hasComment =
                scanned.hasComment || c == '#' || rest.starts_with("/*") || rest.starts_with("--");
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
                scanned.tokens.push_back({false, QByteArray(1, c)});
            ++at;
        }
    }
    return scanned;
}

bool hasWord(const Scanned &scanned, std::initializer_list<const char *> words)
{
    return std::any_of(scanned.tokens.begin(), scanned.tokens.end(), [&](const Token &token) {
        return !token.isName
            && std::any_of(words.begin(), words.end(), [&](const char *word) { return token.text == word; });
    });
}

bool isOwnStatement(const TableInfo &table)
{
    const Scanned scanned = scan(table.sql.toUtf8());
    const auto &tokens = scanned.tokens;
    if (scanned.isBroken || scanned.hasComment || tokens.size() < 5 || tokens[0].text != "CREATE"
        || tokens[1].text != "TABLE" || !tokens[2].isName || tokens[2].text != table.shape.name.name.toUtf8()
        || tokens[3].text != "(")
        return false;
    if (hasWord(scanned,
                {"SELECT", "LOAD_FILE", "DIRECTORY", "CONNECTION", "UNION", "ENCRYPTION_KEY_ID", "WRAPPER"}))
        return false;
    for (size_t i = 0; i + 2 < tokens.size(); ++i) {
        if (!tokens[i].isName && tokens[i].text == "ENGINE" && tokens[i + 1].text == "="
            && tokens[i + 2].text != "INNODB")
            return false;
    }
    return true;
}

QByteArray quotedList(const QStringList &names)
{
    QByteArray list;
    for (const QString &name : names)
        list += (list.isEmpty() ? "" : ",") + mysqlQuoted(name);
    return list;
}

bool takesCollation(const Column &column)
{
    const MysqlKind kind = parseMysqlType(column.nativeType).kind;
    return kind == MysqlKind::Char || kind == MysqlKind::Text || kind == MysqlKind::Enum
        || kind == MysqlKind::Set;
}

Result<QByteArray> columnSql(const TableInfo &table, const Column &column, bool isNumbered)
{
    QByteArray sql = mysqlQuoted(column.name) + ' ' + column.nativeType.toUtf8();
    if (!column.collation.isEmpty() && takesCollation(column))
        sql += " CHARACTER SET " + mysqlCharset(column.collation).toUtf8() + " COLLATE "
            + column.collation.toUtf8();
    if (column.generated && column.generatedExpression.isEmpty())
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("column \"%1\" of table \"%2\" is computed, and how is not known")
                         .arg(column.name, table.shape.name.name),
                     QStringLiteral("Create the table yourself and import its rows."),
                     {}};
    if (column.generated)
        return sql + " GENERATED ALWAYS AS (" + column.generatedExpression.toUtf8() + ") STORED";
    sql += column.nullable ? " NULL" : " NOT NULL";
    if (isNumbered)
        sql += " AUTO_INCREMENT";
    else if (!column.defaultExpression.isEmpty())
        sql += " DEFAULT " + column.defaultExpression.toUtf8();
    if (!column.comment.isEmpty())
        sql += " COMMENT " + mysqlLiteral(column.comment);
    return sql;
}

/// Names as they stand, and expressions or prefixes (`name`(10)) as the catalog gives them.
QByteArray indexTerms(const TableInfo &table, const IndexInfo &index)
{
    QByteArray list;
    for (const QString &term : index.columns)
        list += (list.isEmpty() ? "" : ",")
            + (table.shape.indexOf(term) >= 0 ? mysqlQuoted(term) : term.toUtf8());
    return list;
}

/// The catalog marks them as partial: they are no indexes of whole values.
QByteArray specialKind(const TableInfo &table, const IndexInfo &index)
{
    const int column = table.shape.indexOf(index.columns.front());
    const bool isGeometry = column >= 0
        && parseMysqlType(table.shape.columns[static_cast<size_t>(column)].nativeType).kind
            == MysqlKind::Geometry;
    return isGeometry ? "SPATIAL KEY " : "FULLTEXT KEY ";
}

QByteArray foreignKeySql(const ForeignKey &key)
{
    QByteArray sql = key.name.isEmpty() ? QByteArray() : "CONSTRAINT " + mysqlQuoted(key.name) + ' ';
    sql += "FOREIGN KEY (" + quotedList(key.columns) + ") REFERENCES " + mysqlQuoted(key.target.name) + " ("
        + quotedList(key.targetColumns) + ')';
    if (!key.onDelete.isEmpty() && key.onDelete != QLatin1String("NO ACTION"))
        sql += " ON DELETE " + key.onDelete.toUtf8();
    if (!key.onUpdate.isEmpty() && key.onUpdate != QLatin1String("NO ACTION"))
        sql += " ON UPDATE " + key.onUpdate.toUtf8();
    return sql;
}

Result<QByteArray> statement(const TableInfo &table, bool isTemporary)
{
    QByteArray body;
    const auto add = [&](const QByteArray &part) { body += (body.isEmpty() ? "\n  " : ",\n  ") + part; };
    int numbered = -1;
    for (size_t i = 0; i < table.shape.columns.size(); ++i) {
        const bool isNumbered = table.shape.columns[i].identity != Identity::None
            || (table.hasAutoincrement && table.shape.key == std::vector<int>{static_cast<int>(i)});
        numbered = isNumbered ? static_cast<int>(i) : numbered;
        ASSIGN_OR_RETURN(const QByteArray sql, columnSql(table, table.shape.columns[i], isNumbered));
        add(sql);
    }
    if (table.hasPrimaryKey && !table.shape.key.empty()) {
        QStringList names;
        for (const int column : table.shape.key)
            names.append(table.shape.columns[static_cast<size_t>(column)].name);
        add("PRIMARY KEY (" + quotedList(names) + ')');
    }
    for (const IndexInfo &index : table.indexes) {
        if (index.isPrimaryKey || index.columns.isEmpty() || (index.isPartial && isTemporary))
            continue;
        const QByteArray kind = index.isPartial ? specialKind(table, index)
            : index.isUnique                    ? QByteArray("UNIQUE KEY ")
                                                : QByteArray("KEY ");
        add(kind + (index.name.isEmpty() ? QByteArray() : mysqlQuoted(index.name) + ' ') + '('
            + indexTerms(table, index) + ')');
    }
    for (const CheckConstraint &check : table.checks)
        add((check.name.isEmpty() ? QByteArray() : "CONSTRAINT " + mysqlQuoted(check.name) + ' ') + "CHECK ("
            + check.expression.toUtf8() + ')');
    for (const ForeignKey &key : table.foreignKeys) {
        if (!isTemporary)
            add(foreignKeySql(key));
    }
    QByteArray sql = QByteArray(isTemporary ? "CREATE TEMPORARY TABLE " : "CREATE TABLE ")
        + mysqlQuoted(table.shape.name.name) + " (" + body
        + "\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin";
    if (numbered >= 0 && table.sequence > 0)
        sql += " AUTO_INCREMENT=" + QByteArray::number(table.sequence + 1);
    if (!table.comment.isEmpty())
        sql += " COMMENT=" + mysqlLiteral(table.comment);
    return sql;
}

Error unsafe(const QString &kind, const QString &name)
{
    return {ErrorKind::UnsafeStatement,
            QStringLiteral("the statement for %1 \"%2\" is not the one statement that makes it")
                .arg(kind.toLower(), name),
            QStringLiteral("Look at it in the source; leave the object out, or create it yourself."),
            {}};
}

} // namespace

bool isMysqlStatementTaken(const TableInfo &table)
{
    return isOwnStatement(table);
}

Result<QByteArray> mysqlTableStatement(const TableInfo &table)
{
    return statement(table, false);
}

Result<QByteArray> mysqlCreateTable(const TableInfo &table)
{
    return isOwnStatement(table) ? Result<QByteArray>(table.sql.toUtf8()) : statement(table, false);
}

Result<QByteArray> mysqlCreateTemporaryTable(const TableInfo &table)
{
    if (!isOwnStatement(table))
        return statement(table, true);
    // SHOW CREATE TABLE writes each part on a line of its own.
    QStringList kept;
    const QStringList lines = table.sql.split(QLatin1Char('\n'));
    bool isBody = true;
    for (const QString &line : lines) {
        static const QRegularExpression foreign(
            QStringLiteral("^\\s*CONSTRAINT `(?:[^`]|``)*` FOREIGN KEY "));
        static const QRegularExpression special(QStringLiteral("^\\s*(?:FULLTEXT|SPATIAL) KEY "));
        if (isBody && (foreign.match(line).hasMatch() || special.match(line).hasMatch()))
            continue;
        if (!isBody)
            break; // partitions
        isBody = !line.startsWith(QLatin1Char(')'));
        if (!isBody && kept.last().endsWith(QLatin1Char(',')))
            kept.last().chop(1);
        kept += line;
    }
    QString sql = kept.join(QLatin1Char('\n'));
    return sql.replace(0, 13, QStringLiteral("CREATE TEMPORARY TABLE ")).toUtf8();
}

Result<void> checkMysqlStatement(const QString &sql, const QString &kind, const QString &name,
                                 const QString &settings)
{
    const Scanned scanned = scan(sql.toUtf8(), mysqlReading(settings));
    const auto &tokens = scanned.tokens;
    if (scanned.isBroken || tokens.empty() || tokens[0].text != "CREATE"
        || hasWord(scanned, {"LOAD_FILE", "OUTFILE", "DUMPFILE", "INFILE", "SONAME"}))
        return unsafe(kind, name);
    const QStringList words = kind.split(QLatin1Char(' '));
    // Up to the kind there are few words: CREATE ALGORITHM = UNDEFINED SQL SECURITY INVOKER VIEW `name`.
    for (size_t i = 1; i + 1 < tokens.size() && i < 12; ++i) {
        if (tokens[i].isName || (tokens[i].text == "DEFINER" && tokens[i + 1].text == "="))
            break;
        size_t at = i;
        for (const QString &word : words) // PACKAGE BODY
            at += at < tokens.size() && !tokens[at].isName && tokens[at].text == word.toUtf8()
                ? 1
                : tokens.size();
        if (at >= tokens.size())
            continue;
        const bool isIt = tokens[at].isName && tokens[at].text == name.toUtf8();
        return isIt ? Result<void>() : Result<void>(unsafe(kind, name));
    }
    return unsafe(kind, name);
}

bool isOneMysqlExpression(const QString &sql)
{
    const Scanned scanned = scan(sql.toUtf8());
    int depth = 0;
    for (const Token &token : scanned.tokens) {
        if (token.isName)
            continue;
        depth += token.text == "(" ? 1 : token.text == ")" ? -1 : 0;
        if (depth < 0 || token.text == ";")
            return false;
    }
    return depth == 0 && !scanned.isBroken && !scanned.hasComment && !scanned.hasVersioned
        && !scanned.tokens.empty();
}

bool isMysqlQuery(const QString &sql)
{
    const Scanned scanned = scan(sql.toUtf8());
    for (const Token &token : scanned.tokens) {
        if (!token.isName && token.text == "(")
            continue;
        return !scanned.isBroken && !token.isName
            && (token.text == "SELECT" || token.text == "WITH" || token.text == "VALUES")
            && !hasWord(scanned, {"OUTFILE", "DUMPFILE", "LOAD_FILE"});
    }
    return false;
}

QString withoutMysqlDefiner(const QString &sql)
{
    static const QRegularExpression definer(
        QStringLiteral("^(CREATE (?:OR REPLACE )?(?:ALGORITHM=\\w+ "
                       ")?)DEFINER=([`\"])(?:(?!\\2).|\\2\\2)*\\2(?:@\\2(?:(?!\\2).|\\2\\2)*\\2)? "));
    QString copy = sql;
    return copy.replace(definer, QStringLiteral("\\1"));
}

} // namespace galley
