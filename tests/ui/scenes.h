// SPDX-License-Identifier: MIT
//
// What the pictures of the window show: edited exports of the sample database, a job that takes long, and
// small PNG files.
#pragma once

#include "workers/jobs/job.h"

class QImage;

namespace galley::test {

struct EditedFiles
{
    QString bundle; ///< the whole sample, edited in several tables, with a new one
    QString rejects; ///< customers as CSV, with rows that cannot be imported
    QString suppliers; ///< a CSV for a table that is not there
    QString damaged; ///< says that it is a database
};

/// Copies, edits and exports `sample` into `folder`; ends the program where that fails.
EditedFiles makeEditedFiles(const DatabaseRef &sample, const QString &folder);

/// Reports progress of 1.2 million rows until it is cancelled.
std::unique_ptr<Job> makeLongJob();

/// At most 256 colours, the rest to the nearest: a third of the size, and nobody sees it.
bool writeSmallPng(const QImage &image, const QString &path);

} // namespace galley::test
