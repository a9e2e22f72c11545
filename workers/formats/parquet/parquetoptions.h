// SPDX-License-Identifier: MIT
//
// The settings of writing Parquet.
#pragma once

#include "workers/base/option.h"
#include "workers/formats/parquet/cellfit.h"
#include "workers/formats/parquet/chunkwriter.h"

namespace galley::parquet {

constexpr qint64 kDefaultGroupRows = 64 * 1024;

struct EncoderOptions
{
    ChunkOptions chunk;
    Typing typing = Typing::Declared;
    TimeUnit unit = TimeUnit::Micro;
    qint64 groupRows = kDefaultGroupRows;
    bool isTagged = false;
};

std::vector<OptionSpec> parquetOptions();
/// Errors: Usage.
Result<EncoderOptions> encoderOptionsFrom(const OptionValues &values);

} // namespace galley::parquet
