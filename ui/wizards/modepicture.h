// SPDX-License-Identifier: MIT
//
// Modes of an import in a list: name, one sentence, and a tiny picture of what becomes of the rows.
//
// Threads: UI thread.
#pragma once

#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"
#include "workers/changes/changeset.h"

namespace galley {

/// What becomes of the row that is only in the table, of the one that is in both, and of the one that is only
/// in the file.
struct ModeEffect
{
    ChangeTone onlyInTable = ChangeTone::Unchanged;
    ChangeTone inBoth = ChangeTone::Unchanged;
    ChangeTone onlyInFile = ChangeTone::Inserted;
    bool isLeftOut = false; ///< the row of the file goes nowhere
    bool isNewTable = false;
};

/// Without a mode: new tables are made, in others rows are inserted or updated.
ModeEffect modeEffect(std::optional<ImportMode> mode);
void paintModePicture(QPainter &painter, const QRect &rect, const ModeEffect &effect);

class ModeDelegate : public TwoLineDelegate
{
    Q_OBJECT

public:
    using TwoLineDelegate::TwoLineDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace galley
