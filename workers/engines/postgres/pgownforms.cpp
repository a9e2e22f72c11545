// SPDX-License-Identifier: MIT
#include "workers/engines/ownforms.h"

#include "workers/base/shown.h"
#include "workers/engines/postgres/pgsession.h"
#include "workers/engines/postgres/pgtypes.h"

#include <QRegularExpression>

namespace galley {

namespace {

/// "" where it cannot be asked for.
QByteArray castType(const Column &column)
{
    const PgClass kind = pgClassOf(column);
    if (kind != PgClass::Ordered && kind != PgClass::Unordered)
        return {};
    static const QRegularExpression plain(
        QStringLiteral("^(?:[a-z][a-z0-9_ ]*|(?:(?:[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\")\\.)?"
                       "(?:[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\"))(?:\\[\\])*$"));
    const QByteArray name = pgTypeWithoutLength(column.nativeType);
    const bool isKnown = name.startsWith("pg_catalog.") || plain.match(QString::fromUtf8(name)).hasMatch();
    return isKnown ? name : QByteArray();
}

void appendElement(QByteArray &array, std::string_view text)
{
    array += array.size() > 1 ? ",\"" : "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            array += '\\';
        array += c;
    }
    array += '"';
}

class PgOwnForms final : public OwnForms
{
public:
    struct Slot
    {
        size_t column = 0;
        QByteArray type;
        bool isOff = false; ///< the type is not there (yet)
    };
    PgOwnForms(std::unique_ptr<PgSession> session, std::vector<Slot> slots, size_t columns)
        : m_session(std::move(session))
        , m_slots(std::move(slots))
        , m_changed(columns)
    {
    }
    Result<void> settle(RowBatch &rows) override
    {
        for (Slot &slot : m_slots) {
            std::vector<Cell *> cells;
            for (qsizetype i = 0; i < rows.rowCount(); ++i) {
                Cell &cell = rows.row(i)[slot.column];
                if (cell.kind() == CellKind::Text)
                    cells.push_back(&cell);
            }
            RETURN_IF_ERROR(settle(slot, cells, rows.arena()));
        }
        return {};
    }
    const std::vector<Changed> &changed() const override { return m_changed; }

private:
    /// All at once; where one of them is no value of the type, in halves.
    Result<void> settle(Slot &slot, std::span<Cell *const> cells, Arena &arena)
    {
        if (cells.empty() || slot.isOff)
            return {};
        QByteArray array = "{";
        for (const Cell *cell : cells)
            appendElement(array, cell->view());
        const std::optional<QByteArray> texts = array + '}';
        const auto told =
            m_session->runOne("SELECT (v::" + slot.type
                                  + ")::text FROM unnest($1::text[]) WITH ORDINALITY AS t(v, n) ORDER BY n",
                              {&texts, 1});
        if (!told) {
            if (!m_session->isAlive())
                return told.error();
            slot.isOff = told.error().kind == ErrorKind::Schema || told.error().kind == ErrorKind::Permission;
            if (slot.isOff || cells.size() == 1)
                return {};
            RETURN_IF_ERROR(settle(slot, cells.first(cells.size() / 2), arena));
            return settle(slot, cells.subspan(cells.size() / 2), arena);
        }
        for (size_t i = 0; i < cells.size() && static_cast<int>(i) < told->rowCount(); ++i) {
            const std::string_view own = told->view(static_cast<int>(i), 0);
            if (told->isNull(static_cast<int>(i), 0) || own == cells[i]->view())
                continue;
            const Cell before = *cells[i];
            *cells[i] = Cell::text(arena.store(own));
            Changed &changed = m_changed[slot.column];
            if (changed.count++ == 0)
                changed.first =
                    QStringLiteral("%1 is stored as %2").arg(shownCell(before), shownCell(*cells[i]));
        }
        return {};
    }

    std::unique_ptr<PgSession> m_session;
    std::vector<Slot> m_slots;
    std::vector<Changed> m_changed;
};

} // namespace

Result<std::unique_ptr<OwnForms>> openOwnForms(const DatabaseRef &target, SecretSource *secrets,
                                               const TableShape &shape)
{
    std::vector<PgOwnForms::Slot> slots;
    for (size_t i = 0; i < shape.columns.size(); ++i) {
        const QByteArray type = castType(shape.columns[i]);
        if (!type.isEmpty())
            slots.push_back({i, type, false});
    }
    if (target.engine != QLatin1String("postgres") || slots.empty())
        return std::unique_ptr<OwnForms>();
    OpenRequest request;
    request.database = target;
    request.secrets = secrets;
    ASSIGN_OR_RETURN(auto session, PgSession::connect(request));
    return std::unique_ptr<OwnForms>(
        std::make_unique<PgOwnForms>(std::move(session), std::move(slots), shape.columns.size()));
}

} // namespace galley
