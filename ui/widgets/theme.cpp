// SPDX-License-Identifier: MIT
#include "ui/widgets/theme.h"

#include "ui/widgets/focusring.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

#include <array>

namespace galley {

namespace {

/// One design, two grounds.
struct Tokens
{
    QColor window, base, alternate, panel, line, text, muted, faint, disabled;
    QColor brand, onBrand, warning, danger, success, button, selection;
};

const Tokens &tokens(bool dark)
{
    static const Tokens light{QColor(0xf6f7f9), QColor(0xffffff), QColor(0xf8f9fb), QColor(0xeef0f4),
                              QColor(0xd9dde4), QColor(0x1b2330), QColor(0x566173), QColor(0x626d7e),
                              QColor(0xa3abb8), QColor(0x1d5fb8), QColor(0xffffff), QColor(0x8a5a00),
                              QColor(0xb3261e), QColor(0x1a7340), QColor(0xffffff), QColor(0xd5e5fb)};
    static const Tokens night{QColor(0x1b1f26), QColor(0x15181e), QColor(0x191d24), QColor(0x22272f),
                              QColor(0x343b46), QColor(0xe4e8ee), QColor(0xa4aebc), QColor(0x8c97a7),
                              QColor(0x5d6674), QColor(0x6aa9ff), QColor(0x0d1726), QColor(0xe9b44c),
                              QColor(0xff8a80), QColor(0x6fd39a), QColor(0x2a303a), QColor(0x24405f)};
    return dark ? night : light;
}

QPalette paletteFor(bool dark)
{
    const Tokens &t = tokens(dark);
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.base);
    palette.setColor(QPalette::AlternateBase, t.alternate);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.faint);
    palette.setColor(QPalette::Button, t.button);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.danger);
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.brand);
    palette.setColor(QPalette::LinkVisited, t.brand);
    palette.setColor(QPalette::ToolTipBase, t.panel);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Light, t.base);
    palette.setColor(QPalette::Midlight, t.panel);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.line.darker(115));
    palette.setColor(QPalette::Shadow, t.line.darker(140));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.window);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, t.selection);
    return palette;
}

/// What no palette role reaches: hairlines, roomier rows, tabs, buttons with one primary among them.
const char kStyleSheet[] = R"(
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @brand; }
QToolBar { background: @window; border: none; border-bottom: 1px solid @line; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: @line; width: 1px; margin: 6px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 9px; color: @text; }
QToolButton:hover { background: @panel; }
QToolButton:pressed, QToolButton:checked { background: @selection; }
QToolButton:focus { border-color: @brand; }
QToolButton:disabled { color: @disabled; }
QMenuBar { background: @window; border-bottom: 1px solid @line; padding: 2px 6px; }
QMenuBar::item { padding: 5px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @panel; }
QMenu { background: @base; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 5px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QStatusBar { background: @window; border-top: 1px solid @line; color: @muted; }
QStatusBar::item { border: none; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: @panel; padding: 7px 12px; border-bottom: 1px solid @line; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: @panel; qproperty-drawBase: 0; }
QTabBar#switch { background: transparent; }
QTabBar#switch::tab { background: @base; color: @muted; border: 1px solid @field; padding: 6px 14px; }
QTabBar#switch::tab:first { border-top-left-radius: 6px; border-bottom-left-radius: 6px; border-right: none; }
QTabBar#switch::tab:last { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QTabBar#switch::tab:selected { background: @selection; color: @text; }
QTabBar#switch::tab:focus { color: @brand; }
QTabBar::tab { background: transparent; color: @muted; padding: 8px 14px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { background: @window; color: @text; border-bottom: 2px solid @brand; }
QTabBar::tab:hover:!selected { color: @text; background: @hover; }
QTabBar::close-button { image: url(:/icons/cross-@mode.svg); width: 14px; height: 14px; margin: 2px; border-radius: 4px; }
QTabBar::close-button:hover { background: @line; }
QTabBar::tab:focus { color: @brand; }
QTreeView, QTableView, QListView { background: @base; alternate-background-color: @alternate; border: none; outline: none; gridline-color: @grid; selection-background-color: @selection; selection-color: @text; }
QTreeView::item { padding: 4px 2px; border: none; }
QListView::item { padding: 5px 6px; border: none; }
QTableView::item { padding: 0 6px; border: none; }
QTableView::item:selected { background: @selection; color: @text; }
QListWidget#steps { background: @panel; padding: 12px 8px; }
QListWidget#steps::item { padding: 8px 10px; border-radius: 6px; border: none; color: @text; }
QListWidget#steps::item:selected { background: @selection; color: @text; }
QListWidget#steps::item:disabled { color: @disabled; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTreeView::item:hover, QListView::item:hover { background: @hover; }
QTreeView::item:selected, QListView::item:selected { background: @selection; color: @text; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-right: 1px solid @line; border-bottom: 1px solid @line; padding: 5px 8px; }
QTableCornerButton::section { background: @panel; border: none; border-right: 1px solid @line; border-bottom: 1px solid @line; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox { background: @base; border: 1px solid @field; border-radius: 6px; padding: 5px 8px; selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus { border: 1px solid @brand; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { background: @window; color: @disabled; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/arrow-@mode.svg); width: 12px; height: 12px; }
QPushButton { background: @button; border: 1px solid @field; border-radius: 6px; padding: 6px 14px; color: @text; }
QPushButton:hover { background: @panel; }
QPushButton:pressed { background: @selection; }
QPushButton:focus { border-color: @brand; }
QPushButton:disabled { color: @disabled; border-color: @line; background: @window; }
QPushButton:default, QPushButton[primary="true"] { background: @brand; border-color: @brand; color: @onBrand; }
QPushButton[primary="true"] { font-weight: 600; }
QPushButton:default:hover, QPushButton[primary="true"]:hover { background: @brandHover; }
QPushButton:default:disabled, QPushButton[primary="true"]:disabled { background: @panel; border-color: @line; color: @disabled; }
QPushButton[danger="true"] { color: @danger; }
QPushButton[flat="true"] { border: 1px solid transparent; background: transparent; }
QPushButton[flat="true"]:hover { background: @hover; }
QPushButton[flat="true"]:focus { border-color: @brand; }
QProgressBar { background: @panel; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; color: transparent; }
QProgressBar::chunk { background: @brand; border-radius: 3px; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @thumb; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 5px; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator, QTreeView::indicator { width: 14px; height: 14px; border: 1px solid @faint; border-radius: 4px; background: @base; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked { background: @brand; border-color: @brand; image: url(:/icons/tick-@mode.svg); }
QCheckBox::indicator:focus, QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @brand; }
QCheckBox:focus, QRadioButton:focus { color: @brand; }
QCheckBox::indicator:disabled { border-color: @line; background: @window; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @faint; border-radius: 8px; background: @base; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @brand; border-radius: 8px; }
QGroupBox { border: 1px solid @line; border-radius: 8px; margin-top: 18px; padding: 10px; }
QGroupBox::title { subcontrol-origin: margin; left: 4px; color: @muted; }
QLabel[muted="true"] { color: @muted; }
QLabel[tone="danger"] { color: @danger; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="success"] { color: @success; }
QFrame[panel="true"] { background: @panel; border: none; }
QFrame[bar="true"] { background: @panel; border: none; border-bottom: 1px solid @line; border-left: 4px solid @brand; }
QFrame[bar="true"][tone="danger"] { background: @dangerGround; border-left-color: @danger; }
QFrame[bar="true"][tone="warning"] { background: @warningGround; border-left-color: @warning; }
QFrame[bar="true"][tone="success"] { background: @successGround; border-left-color: @success; }
QFrame#dropCard { background: @base; border: 2px dashed @field; border-radius: 12px; }
QPushButton[listed="true"] { text-align: left; padding: 6px 8px; }
QFrame[card="true"] { background: @base; border: 1px solid @line; border-radius: 10px; }
)";

QColor mixed(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
                            float(a.greenF() * (1 - share) + b.greenF() * share),
                            float(a.blueF() * (1 - share) + b.blueF() * share));
}

QString styleSheetFor(bool dark)
{
    const Tokens &t = tokens(dark);
    // Longer names first: `@brand` is the beginning of `@brandHover`.
    const std::array<std::pair<const char *, QColor>, 24> names{{
        {"@brandHover", mixed(t.brand, t.text, 0.18)},
        {"@onBrand", t.onBrand},
        {"@selection", t.selection},
        {"@alternate", t.alternate},
        {"@disabled", t.disabled},
        {"@dangerGround", mixed(t.base, t.danger, 0.10)},
        {"@warningGround", mixed(t.base, t.warning, 0.12)},
        {"@successGround", mixed(t.base, t.success, 0.10)},
        {"@warning", t.warning},
        {"@success", t.success},
        {"@danger", t.danger},
        {"@window", t.window},
        {"@button", t.button},
        {"@brand", t.brand},
        {"@hover", mixed(t.window, t.text, dark ? 0.07 : 0.05)},
        {"@panel", t.panel},
        {"@muted", t.muted},
        {"@faint", t.faint},
        {"@field", mixed(t.line, t.text, 0.12)},
        {"@thumb", mixed(t.line, t.text, 0.15)},
        {"@grid", mixed(t.line, t.base, 0.45)},
        {"@text", t.text},
        {"@line", t.line},
        {"@base", t.base},
    }};
    QString sheet = QString::fromLatin1(kStyleSheet);
    for (const auto &[name, color] : names)
        sheet.replace(QLatin1String(name), color.name());
    sheet.replace(QLatin1String("@mode"), dark ? QStringLiteral("dark") : QStringLiteral("light"));
    return sheet;
}

/// Asked once, before our own palette hides the desktop's.
bool isSystemDark()
{
    static const bool dark = [] {
        const auto isDark = [](const QPalette &p) {
            return p.color(QPalette::Window).lightness() < p.color(QPalette::WindowText).lightness();
        };
        return isDark(QGuiApplication::palette())
            || qEnvironmentVariable("GTK_THEME").endsWith(QLatin1String("dark"), Qt::CaseInsensitive);
    }();
    return dark;
}

struct ToneColors
{
    QRgb text, row, cell, solid;
};

ToneColors toneColors(ChangeTone tone, bool dark)
{
    switch (tone) {
    case ChangeTone::Inserted:
        return dark ? ToneColors{0x7fd8a4, 0x17281f, 0x1f4a33, 0x3fa36b}
                    : ToneColors{0x14663a, 0xe9f7ef, 0xbfe8cf, 0x2e9e5e};
    case ChangeTone::Updated:
        return dark ? ToneColors{0xf0c36a, 0x292418, 0x57430f, 0xd39a2c}
                    : ToneColors{0x7a4f00, 0xfdf6e3, 0xfbe1a1, 0xd08f10};
    case ChangeTone::Deleted:
        return dark ? ToneColors{0xff9d94, 0x2d1c1d, 0x5e2526, 0xd65d55}
                    : ToneColors{0xa3231c, 0xfdeeec, 0xf8cdc8, 0xd0453b};
    case ChangeTone::Rejected:
        return dark ? ToneColors{0xd4a8ff, 0x251d31, 0x46305f, 0x9a6bd1}
                    : ToneColors{0x6b2fa0, 0xf6effc, 0xe2cdf5, 0x8d4fc4};
    case ChangeTone::Unchanged:
        break;
    }
    const Tokens &t = tokens(dark);
    return {t.muted.rgb(), t.base.rgb(), t.panel.rgb(), t.line.rgb()};
}

} // namespace

QString appearanceName(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    case Appearance::System:
        break;
    }
    return QStringLiteral("system");
}

Appearance appearanceFromName(QStringView name)
{
    if (name == QLatin1String("light"))
        return Appearance::Light;
    return name == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

void applyTheme(QApplication &app, Appearance appearance)
{
    const bool systemDark = isSystemDark();
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && systemDark);
    if (app.style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0
        && app.styleSheet().isEmpty())
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteFor(dark));
    app.setStyleSheet(styleSheetFor(dark));
    FocusRing::install(app);
}

bool isDarkTheme()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

ChangeTone toneOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Insert:
        return ChangeTone::Inserted;
    case ChangeKind::Update:
        return ChangeTone::Updated;
    case ChangeKind::Delete:
        break;
    }
    return ChangeTone::Deleted;
}

QColor changeColor(ChangeTone tone, ColorRole role)
{
    const ToneColors colors = toneColors(tone, isDarkTheme());
    switch (role) {
    case ColorRole::Text:
        return QColor(colors.text);
    case ColorRole::Row:
        return QColor(colors.row);
    case ColorRole::Cell:
        return QColor(colors.cell);
    case ColorRole::Solid:
        break;
    }
    return QColor(colors.solid);
}

QColor changeColor(ChangeKind kind, ColorRole role)
{
    return changeColor(toneOf(kind), role);
}

QString changeSign(ChangeTone tone)
{
    switch (tone) {
    case ChangeTone::Inserted:
        return QStringLiteral("+");
    case ChangeTone::Updated:
        return QStringLiteral("~");
    case ChangeTone::Deleted:
        return QString(QChar(0x2212));
    case ChangeTone::Rejected:
        return QStringLiteral("!");
    case ChangeTone::Unchanged:
        break;
    }
    return {};
}

QColor accentColor(Accent accent)
{
    const Tokens &t = tokens(isDarkTheme());
    switch (accent) {
    case Accent::Brand:
        return t.brand;
    case Accent::Muted:
        return t.muted;
    case Accent::Faint:
        return t.faint;
    case Accent::Line:
        return t.line;
    case Accent::Panel:
        return t.panel;
    case Accent::Warning:
        return t.warning;
    case Accent::Danger:
        return t.danger;
    case Accent::Success:
        break;
    }
    return t.success;
}

QFont monospaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF() * 0.95);
    return font;
}

QFont headingFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 1.45);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace galley
