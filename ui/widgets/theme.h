// SPDX-License-Identifier: MIT
//
// How Galley looks: palettes, the meaning of colours, spacing and icons. Views ask here and keep no colour of
// their own, so that light and dark stay one design.
//
// Threads: the UI thread.
#pragma once

#include "workers/engines/engine.h"

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;
class QFont;

namespace galley {

enum class Appearance : quint8
{
    System, ///< as the desktop looked when the program started
    Light,
    Dark
};

QString appearanceName(Appearance appearance); ///< "system", "light", "dark"
Appearance appearanceFromName(QStringView name); ///< System for an unknown name

/// Fusion with Galley's palette and style sheet. May be called again to switch.
void applyTheme(QApplication &app, Appearance appearance);
bool isDarkTheme();

/// What a colour tells about a row or a cell of a preview.
enum class ChangeTone : quint8
{
    Unchanged,
    Inserted,
    Updated,
    Deleted,
    Rejected
};

enum class ColorRole : quint8
{
    Text, ///< readable (4.5:1) on the window, on a table's ground and on Row
    Row, ///< ground of a whole row: faint
    Cell, ///< ground of a changed cell: stronger; ordinary text stays readable on it
    Solid ///< bars, minimap, signs
};

QColor changeColor(ChangeTone tone, ColorRole role);
QColor changeColor(ChangeKind kind, ColorRole role);
/// `+`, `~` with a dot, `−`, `!` or "": a sign beside the colour, for those who do not see it.
QString changeSign(ChangeTone tone);
ChangeTone toneOf(ChangeKind kind);

/// Colours that are no change.
enum class Accent : quint8
{
    Brand, ///< selection, links, primary buttons
    Muted, ///< secondary text
    Faint, ///< NULL and other absences
    Line, ///< hairlines between areas
    Panel, ///< ground of side areas and headers
    Warning,
    Danger,
    Success
};
QColor accentColor(Accent accent);

/// An icon of resources/icons in the current palette's colours, at any size; follows a change of theme.
/// An unknown name gives an empty icon.
QIcon icon(const QString &name);
/// In that colour alone: signs of success and failure.
QIcon icon(const QString &name, Accent accent);
QIcon appIcon();

QFont monospaceFont();
QFont headingFont(); ///< of a page
QFont smallFont();

constexpr int kSpaceSmall = 4;
constexpr int kSpace = 8;
constexpr int kSpaceLarge = 16;
constexpr int kIconSize = 18;

} // namespace galley
