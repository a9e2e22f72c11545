// SPDX-License-Identifier: MIT
//
// A file of exported tables in a temporary folder, made when somebody wants it.
//
// Threads: UI thread.
#pragma once

#include "workers/jobs/jobrunner.h"
#include "workers/jobs/plans.h"

#include <QMimeData>
#include <QTemporaryDir>

namespace galley {

class ExportedFile
{
public:
    /// `plan` without a destination: one table becomes a CSV file, several a zip.
    ExportedFile(ExportPlan plan, SecretSource &secrets);
    ~ExportedFile();

    void begin(); ///< unless it was begun
    /// Its path; "" where it is not ready after that time, or cannot be made.
    QString path(int waitMs);

private:
    struct State;

    QTemporaryDir m_folder;
    ExportPlan m_plan;
    SecretSource &m_secrets;
    std::shared_ptr<State> m_state;
    std::unique_ptr<JobRunner> m_runner;
};

/// Names of tables, and their file for programs that take files.
class ExportedData : public QMimeData
{
    Q_OBJECT

public:
    explicit ExportedData(std::shared_ptr<ExportedFile> file)
        : m_file(std::move(file))
    {
    }
    bool hasFormat(const QString &mimeType) const override;
    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString &mimeType, QMetaType type) const override;

private:
    std::shared_ptr<ExportedFile> m_file;
};

} // namespace galley
