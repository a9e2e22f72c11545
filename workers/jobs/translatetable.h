// SPDX-License-Identifier: MIT
//
// A table of one engine as another one makes it: what the types leave open (keys, indexes, foreign keys,
// defaults, comments, numbers that are given by themselves), by stated rules (docs/mariadb.md).
#pragma once

#include "workers/engines/engine.h"

namespace galley {

/// `source` for `engine`, which is another one than the source's. What cannot be carried is named in
/// `warnings`. Errors: those of Engine::tableFor().
Result<TableInfo> translateTable(const TableInfo &source, const Engine &engine, std::vector<Error> &warnings);

/// A default value that means the same for every engine, in SQL of `engine`: NULL, numbers, texts, true and
/// false, the current time. Nothing where it is another expression.
std::optional<QString> translateDefault(const Column &source, const QString &sourceEngine,
                                        const Column &target, const QString &engine);

/// Warnings for views, triggers, routines and other objects, which only an engine of the same kind can make.
std::vector<Error> namesNotCarried(const std::vector<ViewInfo> &views,
                                   const std::vector<TriggerInfo> &triggers,
                                   const std::vector<ObjectInfo> &objects);

} // namespace galley
