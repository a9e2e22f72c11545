// SPDX-License-Identifier: MIT
#include "tests/ui/scenes.h"

#include "workers/jobs/plans.h"

#include <QFile>
#include <QHash>
#include <QImage>
#include <QImageWriter>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <algorithm>
#include <limits>

namespace galley::test {

namespace {

/// What a colleague did to the copy.
const char *const kEdits[] = {
    "UPDATE customers SET email = 'george.hughes@example.net' WHERE id = 5",
    "UPDATE customers SET phone = NULL, note = 'Prefers e-mail.' WHERE id = 7",
    "UPDATE customers SET city = 'Köln', phone = '+49 221 470041' WHERE id = 9",
    "UPDATE customers SET name = 'Zofia Dąbrowska-Nowak' WHERE id = 14",
    "UPDATE customers SET country = 'Ireland', city = 'Dublin' WHERE id IN (6, 40, 77)",
    "UPDATE customers SET email = replace(email, 'example.org', 'example.eu') WHERE id % 57 = 3",
    "DELETE FROM order_items WHERE order_id IN (SELECT id FROM orders WHERE customer_id IN (12, 31, 222, "
    "590))",
    "DELETE FROM orders WHERE customer_id IN (12, 31, 222, 590)",
    "DELETE FROM customers WHERE id IN (12, 31, 222, 590)",
    "INSERT INTO customers VALUES (801, 'Ελένη Παπαδοπούλου', 'eleni@example.gr', '+30 6912345', 'Αθήνα', "
    "'Greece', '1991-04-02', '2023-12-01 09:30:00', NULL)",
    "INSERT INTO customers VALUES (802, 'Søren Østergård', 'soren@example.dk', NULL, 'Århus', 'Denmark', "
    "NULL, "
    "'2023-12-02 17:05:00', '')",
    "UPDATE products SET price = round(price * 1.05, 2) WHERE category_id = 3",
    "UPDATE products SET discontinued = 1 WHERE id IN (4, 90)",
    "UPDATE products SET price = 39.9, description = 'Teapot from the Classic range.' || char(10) || 'Made "
    "to "
    "last, easy to clean, and repaired free of charge for five years. The lid stays on while pouring, the "
    "handle stays cool, and the strainer is stainless steel.' WHERE id = 1",
    "UPDATE products SET description = replace(description, 'easy', 'very easy') WHERE id = 2",
    "UPDATE orders SET status = 'shipped', shipped = '2023-12-04' WHERE status = 'paid' AND id > 2600",
    "CREATE TABLE suppliers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, since DATE, rating "
    "DECIMAL(3, 1))",
    "INSERT INTO suppliers VALUES (1, 'Müller & Söhne', 'Germany', '2009-02-11', 4.5), (2, 'Atelier Éclat', "
    "'France', '2014-09-30', 4.8), (3, 'Čajovna Praha', 'Czechia', '2018-01-15', NULL), (4, 'Nordic Steel', "
    "'Sweden', '2011-06-01', 3.9), (5, 'Cerâmica do Porto', 'Portugal', '2020-03-20', 4.2), (6, 'Οίκος "
    "Τσαγιού', "
    "'Greece', '2021-11-05', 4.7)",
};

void run(std::unique_ptr<Job> job)
{
    JobContext context;
    if (const Result<JobReport> result = job->run(context); !result)
        qFatal("%s", qPrintable(result.error().toString()));
}

void edit(const QString &path)
{
    {
        QSqlDatabase copy = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("scenes"));
        copy.setDatabaseName(path);
        if (!copy.open())
            qFatal("cannot open %s", qPrintable(path));
        QSqlQuery query(copy);
        for (const char *const sql : kEdits) {
            if (!query.exec(QString::fromUtf8(sql)))
                qFatal("%s: %s", sql, qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("scenes"));
}

void exportTo(const DatabaseRef &from, const QString &table, const QString &path)
{
    ExportPlan plan;
    plan.source = from;
    plan.destination = path;
    if (!table.isEmpty()) {
        plan.tables = QStringList{table};
        plan.bundle.clear();
    }
    run(makeExportJob(plan));
}

void append(const QString &path, const char *lines)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(lines) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

class LongJob final : public Job
{
public:
    QString title() const override
    {
        return QStringLiteral("Preview orders-2023.csv into sample-shop.sqlite");
    }
    JobUse use() const override
    {
        return {{}, {{QStringLiteral("sqlite"), QStringLiteral("sample-shop.sqlite"), {}}}, {}};
    }
    Result<JobReport> run(JobContext &context) override
    {
        JobProgress progress;
        progress.phase = QStringLiteral("Comparing");
        progress.tableCount = 4;
        progress.rowsTotal = 1'204'000;
        context.announceTables({QStringLiteral("categories"), QStringLiteral("customers"),
                                QStringLiteral("orders"), QStringLiteral("order_items")});
        context.log(QStringLiteral("CSV, UTF-8, comma, header"));
        for (const auto &[name, rows] : {std::pair("categories", 12), std::pair("customers", 45'200)}) {
            progress.table = QString::fromLatin1(name);
            progress.rows += rows;
            progress.isTableDone = true;
            context.report(progress);
        }
        progress.isTableDone = false;
        progress.table = QStringLiteral("orders");
        for (int batch = 0;; ++batch) {
            RETURN_IF_ERROR(context.checkCancelled());
            const int wave = 1 + (batch / 9) % 4;
            progress.rows += progress.rows < 452'000 ? 4000 + 1700 * wave : 0;
            context.report(progress);
            QThread::msleep(30);
        }
    }
};

int distance(QRgb a, QRgb b)
{
    const int red = qRed(a) - qRed(b);
    const int green = qGreen(a) - qGreen(b);
    const int blue = qBlue(a) - qBlue(b);
    return red * red + 2 * green * green + blue * blue;
}

/// The most frequent colours, and the rare ones that are like none of them.
QList<QRgb> commonColors(const QImage &image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            ++counts[line[x]];
    }
    QList<QRgb> sorted = counts.keys();
    std::sort(sorted.begin(), sorted.end(),
              [&](QRgb a, QRgb b) { return std::pair(counts[b], a) < std::pair(counts[a], b); });
    QList<QRgb> colors = sorted.mid(0, 190);
    for (const QRgb color : std::as_const(sorted)) {
        const bool isNew = std::all_of(colors.cbegin(), colors.cend(),
                                       [color](QRgb known) { return distance(known, color) > 600; });
        if (isNew && colors.size() < 256)
            colors += color;
    }
    return colors;
}

uchar nearest(const QList<QRgb> &colors, QRgb color)
{
    int best = std::numeric_limits<int>::max();
    qsizetype found = 0;
    for (qsizetype i = 0; i < colors.size(); ++i) {
        const int far = distance(colors[i], color);
        if (far < best) {
            best = far;
            found = i;
        }
    }
    return static_cast<uchar>(found);
}

} // namespace

EditedFiles makeEditedFiles(const DatabaseRef &sample, const QString &folder)
{
    const DatabaseRef copy{QStringLiteral("sqlite"), folder + QStringLiteral("/shop-copy.sqlite"), {}};
    if (!QFile::copy(sample.location, copy.location))
        qFatal("cannot copy %s", qPrintable(sample.location));
    EditedFiles files{folder + QStringLiteral("/shop-edited.zip"), folder + QStringLiteral("/customers.csv"),
                      folder + QStringLiteral("/suppliers.csv"), folder + QStringLiteral("/old-shop.sqlite")};
    edit(copy.location);
    exportTo(copy, {}, files.bundle);
    exportTo(copy, QStringLiteral("customers"), files.rejects);
    exportTo(copy, QStringLiteral("suppliers"), files.suppliers);
    append(files.rejects,
           "803,Anna Bianchi,anna@example.it,,Torino,Italy,1990-02-30,2023-12-05 10:00:00,\n"
           "804,,nobody@example.it,,Milano,Italy,,2023-12-05 10:20:00,\n"
           "abc,Paul Martin,paul@example.fr,,Lyon,France,,2023-12-05 11:00:00,\n"
           "5,George Hughes,gh@example.net,,London,United Kingdom,,2023-12-05 11:10:00,\n"
           "805,Nils Holm,nils@example.se,,Umeå,Sweden,,yesterday,\n");
    append(files.damaged, "SQLite format 3");
    QFile damaged(files.damaged);
    if (!damaged.open(QIODevice::Append) || damaged.write(QByteArray(5000, '\x07')) < 0)
        qFatal("cannot write %s", qPrintable(files.damaged));
    QFile::remove(copy.location);
    return files;
}

std::unique_ptr<Job> makeLongJob()
{
    return std::make_unique<LongJob>();
}

bool writeSmallPng(const QImage &image, const QString &path)
{
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    const QList<QRgb> colors = commonColors(source);
    QHash<QRgb, uchar> known;
    QImage small(source.size(), QImage::Format_Indexed8);
    small.setColorTable(colors);
    for (int y = 0; y < source.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(source.constScanLine(y));
        uchar *out = small.scanLine(y);
        for (int x = 0; x < source.width(); ++x) {
            auto at = known.constFind(line[x]);
            if (at == known.constEnd())
                at = known.insert(line[x], nearest(colors, line[x]));
            out[x] = *at;
        }
    }
    QImageWriter writer(path, "png");
    writer.setCompression(100);
    return writer.write(small);
}

} // namespace galley::test
