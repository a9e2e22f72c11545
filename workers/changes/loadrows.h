// SPDX-License-Identifier: MIT
//
// The rows of a load, read again from their source: reader of the file, bundle member or database, mapped and
// converted to the target's columns.
#pragma once

#include "workers/changes/convertingreader.h"

namespace galley {

/// `table` of kind Load or Create. The reader's shape is that of the columns to be set, in the order of
/// table.change.shape.columns with isSet; rows that cannot be converted go to `rejects`, which must outlive
/// the reader. The reader's end has checked that the source is what the preview saw.
/// Errors: NotFound, Conflict (the file was changed since the preview), those of the readers.
/// `notes` (may be null) is complete at the end. `secrets`: for a source that is a database, and for
/// `target`, the database that the rows go to, which knows the forms of its values.
Result<std::unique_ptr<RowReader>> openLoad(const ChangeSetTable &table, RejectSink &rejects,
                                            std::shared_ptr<ConversionNotes> notes = {},
                                            SecretSource *secrets = nullptr, const std::stop_token &stop = {},
                                            const DatabaseRef &target = {});

} // namespace galley
