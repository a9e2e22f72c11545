// SPDX-License-Identifier: MIT
#include "workers/engines/comments/commentsconnection.h"
#include "workers/engines/comments/commentsengine.h"

namespace galley {

namespace {

using Key = CommentsConnection::Key;

Error onlyChanges(const char *what)
{
    return {ErrorKind::Unsupported,
            QStringLiteral("%1 among comments").arg(QLatin1String(what)),
            QStringLiteral("Comments can be changed and cleared; tables and columns are made elsewhere."),
            {}};
}

QString textOf(const Key &key)
{
    QString text = QString::fromStdString(key[comments::Schema]) + QLatin1Char('.')
        + QString::fromStdString(key[comments::Table]);
    if (!key[comments::Column].empty())
        text += QLatin1Char('.') + QString::fromStdString(key[comments::Column]);
    return text;
}

std::string commentIn(std::span<const Cell> row)
{
    const Cell &cell = row[comments::Comment];
    return cell.isNull() ? std::string() : std::string(cell.view());
}

class CommentsSink final : public ChangeSink
{
public:
    CommentsSink(std::unique_ptr<ChangeSink> inside, bool isPretending)
        : m_inside(std::move(inside))
        , m_connection(m_inside->connection())
        , m_isPretending(isPretending)
    {
    }

    Result<void> createTable(const TableInfo & /*table*/, const QString & /*sourceEngine*/) override
    {
        return onlyChanges("a table cannot be made");
    }
    Result<qint64> load(const TableName & /*table*/, RowReader & /*rows*/, RejectSink & /*rejects*/) override
    {
        return onlyChanges("rows cannot be added");
    }
    RowsDigest loaded() const override { return {}; }
    Result<qint64> change(const ChangeShape &shape, ChangeReader &changes, RejectSink &rejects,
                          std::vector<ChangeConflict> &conflicts) override;
    Result<void> createObjects(const Catalog & /*objects*/) override { return {}; }
    Result<void> dropTable(const TableName & /*table*/) override
    {
        return onlyChanges("a table cannot be dropped");
    }
    Result<void> dropViews(const std::vector<ViewInfo> & /*views*/) override { return {}; }
    Result<qint64> checkReferences(RejectSink & /*rejects*/) override { return 0; }
    std::vector<Error> warnings() const override
    {
        std::vector<Error> all = m_inside->warnings();
        if (m_isPretending)
            all.push_back({ErrorKind::Unsupported,
                           QStringLiteral("comments were checked, but not rehearsed: on this server the "
                                          "statement for them commits by itself"),
                           QStringLiteral("If one of them fails later, those before it are taken back."),
                           {}});
        return all;
    }
    Connection &connection() override { return m_connection; }
    Result<void> commit() override { return m_inside->commit(); }

private:
    Result<bool> changeOne(const RowChange &change, std::map<Key, CommentsConnection::Entry> &now,
                           RejectSink &rejects, std::vector<ChangeConflict> &conflicts);
    Result<void> write(const CommentsConnection::Entry &entry, const std::string &comment);

    std::unique_ptr<ChangeSink> m_inside;
    CommentsConnection m_connection;
    bool m_isPretending;
};

/// As a neutral description: the engine makes its own statement of it.
Result<void> CommentsSink::write(const CommentsConnection::Entry &entry, const std::string &comment)
{
    ObjectInfo object;
    object.kind = QStringLiteral("comment");
    object.table = entry.table;
    object.name.name = entry.column;
    object.stage = ObjectInfo::Stage::AfterTables;
    object.comment = QString::fromStdString(comment);
    Catalog objects;
    objects.objects.push_back(std::move(object));
    return m_inside->createObjects(objects);
}

Result<bool> CommentsSink::changeOne(const RowChange &change, std::map<Key, CommentsConnection::Entry> &now,
                                     RejectSink &rejects, std::vector<ChangeConflict> &conflicts)
{
    const std::span<const Cell> row = change.kind == ChangeKind::Delete ? change.before : change.after;
    const Key key = commentsKey(row);
    const auto found = now.find(key);
    const auto refuse = [&](ErrorKind kind, const QString &reason) {
        Reject reject;
        reject.table = {{}, comments::kTable};
        reject.where.line = change.line;
        reject.kind = kind;
        reject.reason = reason;
        rejects.reject(std::move(reject));
        return false;
    };
    if (change.kind == ChangeKind::Insert && found == now.end())
        return refuse(ErrorKind::Reference,
                      QStringLiteral("the database has no table or column %1").arg(textOf(key)));
    if (change.kind == ChangeKind::Delete)
        return refuse(ErrorKind::Unsupported,
                      QStringLiteral("%1 is still there: its comment can be cleared, not its row taken away")
                          .arg(textOf(key)));
    const bool isAsBefore = found != now.end() && change.kind == ChangeKind::Update
        && found->second.comment == commentIn(change.before);
    if (!isAsBefore) {
        const QString what = found == now.end()
            ? QStringLiteral("it is not there any more")
            : QStringLiteral("the comment was changed since the preview: it is now '%1'")
                  .arg(QString::fromStdString(found->second.comment).left(60));
        conflicts.push_back({{{}, comments::kTable}, change.number, textOf(key), what});
        return false;
    }
    const std::string comment = commentIn(change.after);
    if (const Result<void> written = write(found->second, comment); !written) {
        if (written.error().kind != ErrorKind::Value)
            return written.error();
        return refuse(ErrorKind::Value, written.error().message); // nothing was run
    }
    found->second.comment = comment;
    if (m_isPretending)
        m_connection.pretend(key, comment);
    return true;
}

Result<qint64> CommentsSink::change(const ChangeShape &shape, ChangeReader &changes, RejectSink &rejects,
                                    std::vector<ChangeConflict> &conflicts)
{
    if (shape.shape.columnNames() != comments::shape().columnNames())
        return Error{ErrorKind::Schema, QStringLiteral("this is no table of comments"), {}, {}};
    ASSIGN_OR_RETURN(auto now, m_connection.entries());
    qint64 made = 0;
    RowChange change;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasOne, changes.next(change));
        if (!hasOne)
            return made;
        ASSIGN_OR_RETURN(const bool isMade, changeOne(change, now, rejects, conflicts));
        made += isMade ? 1 : 0;
    }
}

} // namespace

std::unique_ptr<ChangeSink> makeCommentsSink(std::unique_ptr<ChangeSink> inside, bool isPretending)
{
    return std::make_unique<CommentsSink>(std::move(inside), isPretending);
}

} // namespace galley
