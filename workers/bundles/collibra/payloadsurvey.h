// SPDX-License-Identifier: MIT
//
// What one pass over a payload finds out: its tables, their columns, and where their rows stand.
#pragma once

#include "workers/bundles/bundle.h"
#include "workers/bundles/collibra/payloadrules.h"
#include "workers/bundles/textruns.h"

namespace galley {

struct PayloadTable
{
    TableName name; ///< as the statements have it
    QStringList columns; ///< of all its statements, as they come up
    std::vector<TextRun> runs; ///< entries of other tables may stand between
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 changed = 0; ///< values that the rules change
};

struct PayloadSurvey
{
    QString path;
    FileStamp stamp;
    qint64 leadingBytes = 0; ///< see openPackedText()
    QByteArray sha256; ///< of the file
    PayloadRules rules;
    std::vector<PayloadTable> tables; ///< in the order of the file
    std::vector<Error> warnings;
};

/// Checks every entry. Errors: Cancelled, those of PayloadScanner and PayloadParser, and of the file.
Result<std::shared_ptr<const PayloadSurvey>> surveyPayload(const QString &path, const PayloadRules &rules,
                                                           const std::stop_token &stop);

/// Errors: Duplicate (two tables that have one name after the rules).
Result<std::unique_ptr<BundleReader>> openPayload(std::shared_ptr<const PayloadSurvey> survey);

} // namespace galley
