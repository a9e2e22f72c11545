// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientreader.h"

#include "workers/bundles/orientdb/orientrows.h"
#include "workers/bundles/writtenfile.h"

namespace galley {

namespace {

class OrientReader final : public BundleReader
{
public:
    OrientReader(std::shared_ptr<const OrientSurvey> survey, const OrientReadOptions &options,
                 OrientListing listing)
        : m_survey(std::move(survey))
        , m_options(options)
        , m_listing(std::move(listing))
    {
    }
    const BundleListing &listing() const override { return m_listing.listing; }

    Result<std::unique_ptr<RowReader>> openTable(size_t index, RejectSink *rejects) override
    {
        OrientRowsRequest request;
        request.survey = m_survey;
        request.options = m_options;
        request.table = m_listing.tables.at(index);
        request.columns = m_listing.columns.at(index);
        request.shape = m_listing.listing.tables.at(index).table.shape;
        request.rejects = rejects;
        return openOrientRows(std::move(request));
    }

    Result<void> verify(VerifyDepth depth, const ByteProgress &progress, std::stop_token stop) override
    {
        RETURN_IF_ERROR(checkUnchangedFile(m_survey->path, m_survey->sha256, progress, stop));
        for (size_t i = 0; depth == VerifyDepth::Rows && i < m_listing.tables.size(); ++i)
            RETURN_IF_ERROR(verifyRows(i, stop));
        return {};
    }

private:
    static Error cancelled() { return {ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}}; }
    Result<void> verifyRows(size_t index, const std::stop_token &stop)
    {
        ASSIGN_OR_RETURN(const auto rows, openTable(index, nullptr));
        RowBatch batch;
        for (bool hasRows = true; hasRows;) {
            if (stop.stop_requested())
                return cancelled();
            ASSIGN_OR_RETURN(hasRows, rows->read(batch));
        }
        return {};
    }

    std::shared_ptr<const OrientSurvey> m_survey;
    OrientReadOptions m_options;
    OrientListing m_listing;
};

} // namespace

Result<std::unique_ptr<BundleReader>> openOrientBundle(std::shared_ptr<const OrientSurvey> survey,
                                                       const OrientReadOptions &options)
{
    ASSIGN_OR_RETURN(OrientListing listing, listOrient(*survey, options));
    return std::unique_ptr<BundleReader>(
        std::make_unique<OrientReader>(std::move(survey), options, std::move(listing)));
}

} // namespace galley
