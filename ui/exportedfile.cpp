// SPDX-License-Identifier: MIT
#include "ui/exportedfile.h"

#include "workers/jobs/comparerun.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSemaphore>
#include <QUrl>

#include <atomic>

namespace galley {

namespace {

const auto kFiles = QStringLiteral("text/uri-list");
constexpr int kWaitMs = 2000; // whoever asks is a desktop that waits, too

/// A table may be called anything, a file may not.
QString fileNameOf(QString name)
{
    static const QRegularExpression kBad(QStringLiteral("[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]"));
    name.replace(kBad, QStringLiteral("_"));
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    name.truncate(80);
    return name.isEmpty() ? QStringLiteral("table") : name;
}

} // namespace

struct ExportedFile::State
{
    QSemaphore done;
    std::atomic_bool isOk = false;

    /// Tells from its own thread, so that it can be waited for.
    class Telling final : public Job
    {
    public:
        Telling(std::unique_ptr<Job> job, std::shared_ptr<State> state)
            : m_job(std::move(job))
            , m_state(std::move(state))
        {
        }
        QString title() const override { return m_job->title(); }
        Result<JobReport> run(JobContext &context) override
        {
            Result<JobReport> result = m_job->run(context);
            m_state->isOk = result.isOk();
            m_state->done.release();
            return result;
        }

    private:
        std::unique_ptr<Job> m_job;
        std::shared_ptr<State> m_state;
    };
};

ExportedFile::ExportedFile(ExportPlan plan, SecretSource &secrets)
    : m_folder(scratchFolder() + QStringLiteral("/dragged-XXXXXX"))
    , m_plan(std::move(plan))
    , m_secrets(secrets)
    , m_state(std::make_shared<State>())
{
    const bool isSingle = m_plan.tables.size() == 1;
    const QString name = isSingle
        ? m_plan.tables.front() + QStringLiteral(".csv")
        : QFileInfo(m_plan.source.displayName()).completeBaseName() + QStringLiteral(".zip");
    if (isSingle)
        m_plan.bundle.clear();
    m_plan.destination = m_folder.filePath(fileNameOf(name));
}

ExportedFile::~ExportedFile() = default;

void ExportedFile::begin()
{
    if (m_runner != nullptr || !m_folder.isValid())
        return;
    m_runner = std::make_unique<JobRunner>(std::make_unique<State::Telling>(makeExportJob(m_plan), m_state));
    m_runner->setSecrets(&m_secrets);
    m_runner->start();
}

QString ExportedFile::path(int waitMs)
{
    begin();
    if (!m_state->done.tryAcquire(1, waitMs))
        return {};
    m_state->done.release();
    return m_state->isOk ? m_plan.destination : QString();
}

bool ExportedData::hasFormat(const QString &mimeType) const
{
    return formats().contains(mimeType);
}

QStringList ExportedData::formats() const
{
    return QMimeData::formats() + QStringList{kFiles};
}

QVariant ExportedData::retrieveData(const QString &mimeType, QMetaType type) const
{
    if (mimeType != kFiles)
        return QMimeData::retrieveData(mimeType, type);
    const QString path = m_file->path(kWaitMs);
    if (path.isEmpty())
        return {};
    const QUrl url = QUrl::fromLocalFile(path);
    if (type.id() == QMetaType::QByteArray)
        return url.toEncoded() + "\r\n";
    return QVariantList{url};
}

} // namespace galley
