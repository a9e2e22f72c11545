// SPDX-License-Identifier: MIT
#include "workers/jobs/sampledatabase.h"

#include "workers/base/io.h"
#include "workers/jobs/samplerows.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <sqlite3.h>

#include <memory>

namespace galley {

namespace {

constexpr int kCustomers = 800;
constexpr int kOrders = 3000;
constexpr qint64 kMinutesADay = 24 * 60;

const char kTables[] = R"(
PRAGMA page_size = 4096;
PRAGMA application_id = 0;
BEGIN;
CREATE TABLE categories (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    parent_id INTEGER REFERENCES categories (id)
);
CREATE TABLE products (
    id INTEGER PRIMARY KEY,
    sku TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    category_id INTEGER NOT NULL REFERENCES categories (id),
    price DECIMAL(10, 2) NOT NULL CHECK (price >= 0),
    weight_kg REAL,
    in_stock INTEGER NOT NULL DEFAULT 0,
    discontinued BOOLEAN NOT NULL DEFAULT 0,
    added DATE NOT NULL,
    description TEXT,
    picture BLOB
);
CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    phone TEXT,
    city TEXT NOT NULL,
    country TEXT NOT NULL,
    birthday DATE,
    joined DATETIME NOT NULL,
    note TEXT
);
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    ordered DATETIME NOT NULL,
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'paid', 'shipped', 'returned')),
    shipped DATE,
    shipping DECIMAL(8, 2) NOT NULL DEFAULT 0
);
CREATE TABLE order_items (
    order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    product_id INTEGER NOT NULL REFERENCES products (id),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_price DECIMAL(10, 2) NOT NULL,
    PRIMARY KEY (order_id, line)
) WITHOUT ROWID;
CREATE TABLE stock_changes (
    product_id INTEGER NOT NULL REFERENCES products (id),
    before INTEGER NOT NULL,
    after INTEGER NOT NULL
);
)";

const char kObjects[] = R"(
CREATE INDEX customers_by_country ON customers (country, city);
CREATE INDEX orders_by_customer ON orders (customer_id, ordered);
CREATE INDEX order_items_by_product ON order_items (product_id);
CREATE INDEX products_on_sale ON products (category_id, price) WHERE discontinued = 0;
CREATE VIEW order_totals AS
    SELECT o.id, c.name AS customer, o.ordered, o.status, count(*) AS items,
           round(sum(i.quantity * i.unit_price), 2) AS goods, o.shipping
    FROM orders o
    JOIN customers c ON c.id = o.customer_id
    JOIN order_items i ON i.order_id = o.id
    GROUP BY o.id;
CREATE VIEW best_sellers AS
    SELECT p.id, p.name, sum(i.quantity) AS sold, round(sum(i.quantity * i.unit_price), 2) AS revenue
    FROM products p JOIN order_items i ON i.product_id = p.id
    GROUP BY p.id ORDER BY sold DESC, p.id;
CREATE TRIGGER products_stock_changed AFTER UPDATE OF in_stock ON products
WHEN old.in_stock <> new.in_stock
BEGIN
    INSERT INTO stock_changes (product_id, before, after) VALUES (new.id, old.in_stock, new.in_stock);
END;
COMMIT;
)";

/// What a column of a new row gets. Text and bytes are copied by SQLite.
class Inserter
{
public:
    Inserter(sqlite3 *db, const char *sql)
    {
        m_code = sqlite3_prepare_v2(db, sql, -1, &m_statement, nullptr);
    }
    ~Inserter() { sqlite3_finalize(m_statement); }
    Inserter(const Inserter &) = delete;
    Inserter &operator=(const Inserter &) = delete;

    Inserter &integer(qint64 value) { return took(sqlite3_bind_int64(m_statement, ++m_at, value)); }
    Inserter &real(double value) { return took(sqlite3_bind_double(m_statement, ++m_at, value)); }
    Inserter &null() { return took(sqlite3_bind_null(m_statement, ++m_at)); }
    Inserter &text(const QString &value)
    {
        const QByteArray utf8 = value.toUtf8();
        return took(sqlite3_bind_text(m_statement, ++m_at, utf8.constData(), static_cast<int>(utf8.size()),
                                      SQLITE_TRANSIENT));
    }
    Inserter &textOrNull(const QString &value) { return value.isEmpty() ? null() : text(value); }
    Inserter &bytes(const QByteArray &value)
    {
        return took(sqlite3_bind_blob(m_statement, ++m_at, value.constData(), static_cast<int>(value.size()),
                                      SQLITE_TRANSIENT));
    }
    void row()
    {
        if (m_code == SQLITE_OK && sqlite3_step(m_statement) != SQLITE_DONE)
            m_code = SQLITE_ERROR;
        sqlite3_reset(m_statement);
        m_at = 0;
    }
    bool isOk() const { return m_code == SQLITE_OK; }

private:
    Inserter &took(int code)
    {
        if (m_code == SQLITE_OK)
            m_code = code;
        return *this;
    }

    sqlite3_stmt *m_statement = nullptr;
    int m_code = SQLITE_OK;
    int m_at = 0;
};

bool addProducts(sqlite3 *db, SampleRandom &random, const std::vector<SampleProduct> &products)
{
    Inserter category(db, "INSERT INTO categories VALUES (?, ?, ?)");
    int id = 0;
    for (const SampleCategory &each : sampleCategories()) {
        category.integer(++id).text(each.name);
        (each.parent == 0 ? category.null() : category.integer(each.parent)).row();
    }
    Inserter product(db, "INSERT INTO products VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    id = 0;
    for (const SampleProduct &each : products) {
        ++id;
        product.integer(id)
            .text(QStringLiteral("%1-%2").arg(each.category, 2, 10, QLatin1Char('0')).arg(1000 + id * 7))
            .text(each.name)
            .integer(each.category)
            .real(each.cents / 100.0);
        (random.chance(8) ? product.null() : product.real(each.weightKg))
            .integer(random.below(240))
            .integer(random.chance(9) ? 1 : 0)
            .text(sampleDate(random.below(700) * kMinutesADay))
            .textOrNull(each.description);
        (random.chance(15) ? product.null() : product.bytes(samplePicture(static_cast<quint64>(id)))).row();
    }
    return category.isOk() && product.isOk();
}

bool addCustomers(sqlite3 *db, SampleRandom &random)
{
    Inserter customer(db, "INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (int id = 1; id <= kCustomers; ++id) {
        const SamplePerson person = samplePerson(random, id);
        customer.integer(id).text(person.name).text(person.email);
        (random.chance(30)
             ? customer.null()
             : customer.text(
                 QStringLiteral("+%1 %2").arg(1 + random.below(98)).arg(100000 + random.below(899999))))
            .text(person.city)
            .text(person.country);
        // Birthdays lie before the shop's first day.
        (random.chance(20) ? customer.null()
                           : customer.text(sampleDate(-(6600 + random.below(17000)) * kMinutesADay)))
            .text(sampleDateTime(id * 900 + random.below(800)));
        if (random.chance(6))
            customer.text(QStringLiteral("Called twice.\nWants \"gift wrap\", please, and a card: 🎁"));
        else if (random.chance(5))
            customer.text(QString());
        else
            customer.null();
        customer.row();
    }
    return customer.isOk();
}

bool addOrders(sqlite3 *db, SampleRandom &random, const std::vector<SampleProduct> &products)
{
    Inserter order(db, "INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?)");
    Inserter item(db, "INSERT INTO order_items VALUES (?, ?, ?, ?, ?)");
    qint64 minutes = 30 * kMinutesADay;
    for (int id = 1; id <= kOrders; ++id) {
        minutes += 40 + random.below(800);
        const int fate = random.below(100);
        const bool isShipped = fate < 82;
        const char *status = fate < 78 ? "shipped" : fate < 82 ? "returned" : fate < 92 ? "paid" : "open";
        order.integer(id)
            .integer(1 + random.below(kCustomers))
            .text(sampleDateTime(minutes))
            .text(QLatin1String(status));
        (isShipped ? order.text(sampleDate(minutes + kMinutesADay * (1 + random.below(5)))) : order.null())
            .real(random.chance(35) ? 0 : 4.95)
            .row();
        const int lines = 1 + random.below(4);
        for (int line = 1; line <= lines; ++line) {
            const int any = random.below(static_cast<int>(products.size()));
            // The last product is new: nobody has ordered it, so it can be deleted.
            const int product = any + 1 == static_cast<int>(products.size()) ? 0 : any;
            item.integer(id).integer(line).integer(product + 1).integer(1 + random.below(4));
            item.real(products[static_cast<size_t>(product)].cents / 100.0).row();
        }
    }
    return order.isOk() && item.isOk();
}

bool fill(sqlite3 *db)
{
    SampleRandom random(20220101);
    const std::vector<SampleProduct> products = sampleProducts(random);
    return sqlite3_exec(db, kTables, nullptr, nullptr, nullptr) == SQLITE_OK
        && addProducts(db, random, products) && addCustomers(db, random) && addOrders(db, random, products)
        && sqlite3_exec(db, kObjects, nullptr, nullptr, nullptr) == SQLITE_OK;
}

Error cannotCreate(const QString &path, const QString &why)
{
    return {ErrorKind::CannotCreate,
            QStringLiteral("cannot create the sample database: %1").arg(why),
            QStringLiteral("Choose another name or folder."),
            {path, {}, 0, 0}};
}

Result<void> replaceBySample(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return cannotCreate(path, QStringLiteral("it is no file"));
    // SQLite would roll the old file's journal into the new one.
    for (const char *suffix : {"-journal", "-wal"}) {
        if (QFileInfo(path + QLatin1String(suffix)).size() > 0)
            return cannotCreate(path, QStringLiteral("the file there is in use, or was not closed properly"));
    }
    const QString fresh = path + QStringLiteral(".new");
    QFile::remove(fresh);
    RETURN_IF_ERROR(makeSampleDatabase(fresh));
    if (std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) == 0)
        return {};
    QFile::remove(fresh);
    return cannotCreate(path, QStringLiteral("it could not be given its name"));
}

class SampleJob final : public Job
{
public:
    SampleJob(QString path, IfExists ifExists)
        : m_path(std::move(path))
        , m_ifExists(ifExists)
    {
    }
    QString title() const override { return QStringLiteral("Make the sample database"); }
    Result<JobReport> run(JobContext &) override
    {
        JobReport report;
        report.verb = QStringLiteral("sample");
        const bool exists = QFileInfo::exists(m_path);
        if (exists && m_ifExists == IfExists::Replace)
            RETURN_IF_ERROR(replaceBySample(m_path));
        else if (!exists || m_ifExists == IfExists::Refuse)
            RETURN_IF_ERROR(makeSampleDatabase(m_path));
        report.files = QStringList{m_path};
        return report;
    }

private:
    QString m_path;
    IfExists m_ifExists;
};

} // namespace

Result<void> makeSampleDatabase(const QString &path)
{
    if (QFileInfo::exists(path))
        return cannotCreate(path, QStringLiteral("the file exists already"));
    if (!QFileInfo(QFileInfo(path).absolutePath()).isDir())
        return cannotCreate(path, QStringLiteral("the folder does not exist"));
    const QString part = path + QStringLiteral(".part");
    QFile::remove(part);
    sqlite3 *db = nullptr;
    QString why;
    if (sqlite3_open_v2(QFile::encodeName(part).constData(), &db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW, nullptr)
            != SQLITE_OK
        || !fill(db))
        why = QString::fromUtf8(sqlite3_errmsg(db));
    sqlite3_close(db);
    if (why.isEmpty() && !QFile::rename(part, path))
        why = QStringLiteral("it could not be given its name");
    if (why.isEmpty())
        return {};
    QFile::remove(part);
    return cannotCreate(path, why);
}

std::unique_ptr<Job> makeSampleJob(const QString &path, IfExists ifExists)
{
    return std::make_unique<SampleJob>(path, ifExists);
}

} // namespace galley
