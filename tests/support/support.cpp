// SPDX-License-Identifier: MIT
#include "tests/support/support.h"

#include "workers/base/numbers.h"

#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <array>

namespace galley::test {

QString samplePath(const QString &path)
{
    const QString full = QStringLiteral(GALLEY_SOURCE_DIR "/../shared/samples/") + path;
    return QFileInfo::exists(full) ? QFileInfo(full).canonicalFilePath() : QString();
}

QString nodeModules(const QString &package)
{
    QString folder = qEnvironmentVariable("GALLEY_TEST_MODULES");
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
            + QStringLiteral("/galley-tests");
    folder += QStringLiteral("/node_modules");
    const bool isThere =
        QFileInfo::exists(folder + QLatin1Char('/') + package + QStringLiteral("/package.json"));
    return isThere && !QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty() ? folder : QString();
}

QByteArray plain(const Cell &cell)
{
    std::array<char, kNumberRoom> room{};
    switch (cell.kind()) {
    case CellKind::Null:
        return "NULL";
    case CellKind::Integer:
        return QByteArray::number(cell.asInteger());
    case CellKind::Real:
        return {room.data(), writeReal(room.data(), cell.asReal()) - room.data()};
    case CellKind::Text:
        return {cell.view().data(), static_cast<qsizetype>(cell.view().size())};
    case CellKind::Bytes:
        return QByteArray(cell.view().data(), static_cast<qsizetype>(cell.view().size())).toHex();
    }
    return {};
}

QByteArray show(const Cell &cell)
{
    if (cell.kind() == CellKind::Text)
        return '\'' + plain(cell) + '\'';
    return cell.kind() == CellKind::Bytes ? "x'" + plain(cell) + '\'' : plain(cell);
}

QByteArray show(const RowBatch &rows)
{
    QByteArray out;
    for (qsizetype i = 0; i < rows.rowCount(); ++i) {
        bool isFirst = true;
        for (const Cell &cell : rows.row(i)) {
            if (!isFirst)
                out += '|';
            out += show(cell);
            isFirst = false;
        }
        out += '\n';
    }
    return out;
}

QByteArray readAllRows(RowReader &reader)
{
    QByteArray out;
    RowBatch batch;
    for (;;) {
        const Result<bool> more = reader.read(batch);
        if (!more)
            return out + "error: " + more.error().toString().toUtf8();
        if (!*more)
            return out;
        out += show(batch);
    }
}

RunResult runGalley(const QStringList &arguments, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GALLEY_HOME"), folder + QStringLiteral("/home"));
    environment.remove(QStringLiteral("DISPLAY"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(GALLEY_BINARY), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace galley::test
