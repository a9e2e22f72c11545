// SPDX-License-Identifier: MIT
#include "tests/support/manifest.h"

#include "tests/support/support.h"

#include <QFile>

namespace galley::test {

namespace {

/// A parser of its own: the tests must not trust the one they test.
QList<QStringList> parseCsv(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
                cell += c;
                ++i;
            } else if (c == u'"') {
                isQuoted = false;
            } else {
                cell += c;
            }
        } else if (c == u'"') {
            isQuoted = true;
        } else if (c == u',' || c == u'\n') {
            row += cell;
            cell.clear();
            if (c == u'\n') {
                rows += row;
                row.clear();
            }
        } else if (c != u'\r') {
            cell += c;
        }
    }
    return rows;
}

} // namespace

std::vector<HostileCase> hostileCases(const QString &format)
{
    std::vector<HostileCase> cases;
    QFile file(samplePath(QStringLiteral("hostile/manifest.csv")));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return cases;
    const QString folder = samplePath(QStringLiteral("hostile")) + QLatin1Char('/');
    const QList<QStringList> rows = parseCsv(QString::fromUtf8(file.readAll()));
    for (const QStringList &row : rows.mid(1)) {
        if (row.size() < 9 || (!format.isEmpty() && row[1] != format))
            continue;
        cases.push_back({row[0], folder + row[0], row[1], row[4],
                         row[5].split(QLatin1Char('|'), Qt::SkipEmptyParts),
                         row[6].split(QLatin1Char(';'), Qt::SkipEmptyParts),
                         row[7].isEmpty() ? -1 : row[7].toInt(), row[8]});
    }
    return cases;
}

} // namespace galley::test
