// SPDX-License-Identifier: MIT
#include "ui/preview/valuepane.h"

#include "models/celltext.h"
#include "models/decimals.h"
#include "models/jsonpretty.h"
#include "ui/preview/valuemarks.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace galley {

namespace {

constexpr int kPictureHeight = 160;

QPlainTextEdit *makeText(QWidget *parent, const QString &name)
{
    auto *text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(name);
    text->setFont(monospaceFont());
    text->setMinimumHeight(40);
    // Layout of ends of lines that no screen shows costs seconds for long texts.
    text->setUndoRedoEnabled(false);
    return text;
}

/// "" where these are no two numbers.
QString differenceOf(const Column &column, const Cell &before, const Cell &after)
{
    const bool areTexts = before.kind() == CellKind::Text || after.kind() == CellKind::Text;
    if (areTexts && column.type != LogicalType::Decimal && column.type != LogicalType::Integer
        && column.type != LogicalType::Unsigned && column.type != LogicalType::Real)
        return {};
    const std::optional<Decimal> a = decimalOf(before);
    const std::optional<Decimal> b = decimalOf(after);
    const auto difference = a && b ? decimalDifference(*a, *b) : std::nullopt;
    return difference ? QString::fromStdString(*difference) : QString();
}

} // namespace

ValuePane::ValuePane(QWidget *parent)
    : QWidget(parent)
    , m_column(new QLabel(this))
    , m_forms(new QTabBar(this))
    , m_faces(new QStackedWidget(this))
    , m_inline(makeText(this, tr("What is removed and added")))
{
    m_column->setTextFormat(Qt::PlainText);
    m_column->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_column->font();
    bold.setWeight(QFont::DemiBold);
    m_column->setFont(bold);
    m_forms->setAccessibleName(tr("How the value is shown"));
    m_forms->setDrawBase(false);
    m_forms->setExpanding(false);
    m_forms->setFont(smallFont());
    for (const QString &name : {tr("Side by side"), tr("Differences"), tr("JSON"), tr("Picture")})
        m_forms->addTab(name);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kSpace, kSpaceSmall, kSpace, 0);
    head->addWidget(m_column, 1);
    head->addWidget(m_forms);
    auto *both = new QWidget(m_faces);
    auto *sides = new QHBoxLayout(both);
    sides->setContentsMargins(kSpace, 0, kSpace, kSpace);
    sides->setSpacing(kSpace);
    m_now = makeSide(tr("Value now"));
    m_after = makeSide(tr("Value after"));
    sides->addWidget(m_now.half, 1);
    sides->addWidget(m_after.half, 1);
    auto *one = new QWidget(m_faces);
    auto *oneLayout = new QVBoxLayout(one);
    oneLayout->setContentsMargins(kSpace, 0, kSpace, kSpace);
    oneLayout->addWidget(m_inline);
    m_faces->addWidget(both);
    m_faces->addWidget(one);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(kSpaceSmall);
    whole->addLayout(head);
    whole->addWidget(m_faces, 1);
    connect(m_forms, &QTabBar::currentChanged, this, [this] {
        m_wanted = form();
        showForm();
    });
    clear();
}

void ValuePane::setLoad(bool isLoad)
{
    m_now.half->setHidden(isLoad);
}

ValuePane::Side ValuePane::makeSide(const QString &title)
{
    Side side;
    side.half = new QWidget(m_faces);
    side.kind = new QLabel(side.half);
    side.kind->setTextFormat(Qt::PlainText);
    side.kind->setProperty("muted", true);
    side.text = makeText(side.half, title);
    side.picture = new QLabel(side.half);
    side.picture->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    side.picture->setMinimumHeight(40);
    side.picture->hide();
    auto *column = new QVBoxLayout(side.half);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(side.kind);
    column->addWidget(side.text, 1);
    column->addWidget(side.picture, 1);
    return side;
}

void ValuePane::clear()
{
    m_column->setText(tr("Select a cell to see its value in full"));
    for (Side *const side : {&m_now, &m_after}) {
        side->kindText.clear();
        side->value.clear();
        side->isBytes = false;
        side->picture->clear();
        side->text->setPlaceholderText({});
    }
    m_isUpdate = false;
    m_hasPicture = false;
    offerForms();
    m_now.kind->setText(tr("Now"));
    m_after.kind->setText(tr("After"));
}

void ValuePane::setTitle(const Column &column, const QString &difference)
{
    const QString type = column.nativeType.isEmpty() ? logicalTypeName(column.type) : column.nativeType;
    QString title = QStringLiteral("%1  ·  %2").arg(escapeControls(column.name), escapeControls(type));
    if (!difference.isEmpty())
        title += QStringLiteral("  ·  ") + tr("difference %1").arg(difference);
    m_column->setText(title);
}

void ValuePane::setSide(Side &side, const Cell *cell, const QString &absence, bool isCut)
{
    QString kind = cell ? cellKindText(*cell) : absence;
    if (isCut)
        kind += tr(" (the beginning; the value is longer)");
    side.value = cell ? cellFull(*cell) : QString();
    side.kindText = kind;
    side.isBytes = cell && cell->kind() == CellKind::Bytes;
    side.picture->clear();
    if (side.isBytes) {
        const std::string_view front = cell->view().substr(0, 32);
        m_hasPicture = m_hasPicture
            || !pictureFormat(QByteArray(front.data(), static_cast<qsizetype>(front.size()))).isEmpty();
    }
}

void ValuePane::show(const Column &column, const ChangesPage &page, int field, bool isGiven)
{
    if (page.rows.empty())
        return clear();
    const ChangeKind kind = page.rows.front().kind;
    const auto at = static_cast<size_t>(field);
    const Cell before = page.before.row(0)[at];
    const Cell after = page.after.row(0)[at];
    m_isUpdate = kind == ChangeKind::Update && !(before == after);
    m_hasPicture = false;
    setTitle(column, m_isUpdate ? differenceOf(column, before, after) : QString());
    const auto isLong = [&](const Cell &cell) {
        return page.isCut && (cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes)
            && cell.view().size() >= 200'000;
    };
    setSide(m_now, kind == ChangeKind::Insert ? nullptr : &before, tr("no such row"), isLong(before));
    const bool hasAfter = kind != ChangeKind::Delete && (kind == ChangeKind::Update || isGiven);
    setSide(m_after, hasAfter ? &after : nullptr,
            kind == ChangeKind::Delete ? tr("the row is deleted") : tr("the column's default"),
            isLong(after));
    offerForms();
}

void ValuePane::showLoaded(const Column &column, const QString &text)
{
    clear();
    setTitle(column, {});
    setSide(m_now, nullptr, tr("no such row"), false);
    m_after.value = text;
    offerForms();
    m_after.kind->setText(tr("After"));
}

/// Only what makes sense for the value; what the reader chose last where that does.
void ValuePane::offerForms()
{
    const bool areTexts = !m_now.isBytes && !m_after.isBytes;
    const bool isJson = areTexts && (looksLikeJson(m_now.value) || looksLikeJson(m_after.value));
    const QSignalBlocker blocker(m_forms);
    m_forms->setTabVisible(static_cast<int>(Form::Inline), m_isUpdate && areTexts);
    m_forms->setTabVisible(static_cast<int>(Form::Json), isJson);
    m_forms->setTabVisible(static_cast<int>(Form::Picture), m_hasPicture);
    m_forms->setVisible((m_isUpdate && areTexts) || isJson || m_hasPicture);
    const int wanted = static_cast<int>(m_wanted);
    m_forms->setCurrentIndex(m_forms->isTabVisible(wanted) ? wanted : 0);
    showForm();
}

ValuePane::Form ValuePane::form() const
{
    return static_cast<Form>(std::max(0, m_forms->currentIndex()));
}

void ValuePane::showForm()
{
    const bool isPicture = form() == Form::Picture;
    for (const Side &side : {m_now, m_after}) {
        side.text->setHidden(isPicture);
        side.picture->setVisible(isPicture);
    }
    m_faces->setCurrentIndex(form() == Form::Inline ? 1 : 0);
    if (form() == Form::Inline)
        showInline(textDiff(m_now.value, m_after.value));
    else if (!isPicture)
        showSides(form() == Form::Json);
}

void ValuePane::showInline(const std::vector<DiffPiece> &pieces)
{
    markInline(*m_inline, pieces);
}

void ValuePane::showSides(bool isJson)
{
    std::array<QString, 2> texts;
    const std::array<Side *, 2> sides{&m_now, &m_after};
    for (size_t i = 0; i < sides.size(); ++i) {
        Side &side = *sides[i];
        texts[i] = side.value;
        QString kind = side.kindText;
        if (isJson && !side.value.isEmpty()) {
            const PrettyJson json = prettyJson(side.value);
            if (json.problem.isEmpty())
                texts[i] = json.text;
            else
                kind += QStringLiteral(" · ") + json.problem;
        }
        side.kind->setText((i == 0 ? tr("Now: %1") : tr("After: %1")).arg(kind));
        side.text->setPlainText(texts[i]);
        side.text->setPlaceholderText(texts[i].isEmpty() ? kind : QString());
        side.text->setLineWrapMode(side.isBytes || isJson ? QPlainTextEdit::NoWrap
                                                          : QPlainTextEdit::WidgetWidth);
    }
    const bool isMarked = m_isUpdate && !texts[0].isEmpty() && !texts[1].isEmpty();
    markSides(*m_now.text, *m_after.text, isMarked ? textDiff(texts[0], texts[1]) : std::vector<DiffPiece>());
}

void ValuePane::showPictures(const QByteArray &before, const QByteArray &after)
{
    showPicture(m_now, before);
    showPicture(m_after, after);
}

void ValuePane::showPicture(Side &side, const QByteArray &bytes)
{
    if (pictureFormat(bytes).isEmpty()) {
        side.picture->setText(side.isBytes ? tr("No picture, or too large to be shown") : side.kindText);
        return;
    }
    const Picture picture = pictureOf(bytes);
    side.picture->setAccessibleName(picture.about);
    side.picture->setToolTip(picture.about);
    if (picture.image.isNull()) {
        side.picture->setText(picture.about);
        return;
    }
    const int height = std::max(kPictureHeight, side.half->height() - side.kind->height());
    const QSize room(std::max(64, side.half->width()), height);
    const QImage &image = picture.image;
    const bool isLarge = image.width() > room.width() || image.height() > room.height();
    side.picture->setPixmap(QPixmap::fromImage(
        isLarge ? image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image));
    side.kind->setText((&side == &m_now ? tr("Now: %1") : tr("After: %1"))
                           .arg(side.kindText + QStringLiteral(" · ") + picture.about));
}

} // namespace galley
