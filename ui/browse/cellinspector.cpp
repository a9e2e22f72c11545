// SPDX-License-Identifier: MIT
#include "ui/browse/cellinspector.h"

#include "models/rowsmodel.h"
#include "models/wording.h"
#include "ui/browse/griddelegate.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace galley {

namespace {

constexpr qsizetype kMostDumped = 16 * 1024;
constexpr int kPictureSize = 128;

/// `000010  48 65 6c 6c 6f 00 ff 0a  Hello...`
QString hexDump(const QByteArray &bytes, int bytesALine)
{
    QString dump;
    for (qsizetype at = 0; at < std::min(bytes.size(), kMostDumped); at += bytesALine) {
        const QByteArray line = bytes.mid(at, bytesALine);
        QString signs;
        for (const char c : line)
            signs += c >= 0x20 && c < 0x7f ? QLatin1Char(c) : QLatin1Char('.');
        dump += QStringLiteral("%1  %2  %3\n")
                    .arg(at, 6, 16, QLatin1Char('0'))
                    .arg(QString::fromLatin1(line.toHex(' ')), -(bytesALine * 3 - 1))
                    .arg(signs);
    }
    if (bytes.size() > kMostDumped)
        dump += QChar(0x2026);
    return dump;
}

QString kindName(CellKind kind)
{
    switch (kind) {
    case CellKind::Null:
        return QStringLiteral("NULL");
    case CellKind::Integer:
        return CellInspector::tr("integer");
    case CellKind::Real:
        return CellInspector::tr("real");
    case CellKind::Text:
        return CellInspector::tr("text");
    case CellKind::Bytes:
        break;
    }
    return CellInspector::tr("bytes");
}

} // namespace

CellInspector::CellInspector(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel)
    , m_facts(new QLabel)
    , m_picture(new QLabel)
    , m_text(new QPlainTextEdit)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceLarge - 4, kSpaceLarge - 4, kSpaceLarge - 4, kSpaceLarge - 4);
    layout->setSpacing(kSpace);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_name->setTextFormat(Qt::PlainText);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setProperty("muted", true);
    m_facts->setWordWrap(true);
    m_picture->setAlignment(Qt::AlignLeft);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Value of the selected cell"));
    m_text->setTabChangesFocus(true);
    layout->addWidget(m_name);
    layout->addWidget(m_facts);
    layout->addWidget(m_picture);
    layout->addWidget(m_text, 1);
    show({});
}

void CellInspector::show(const QModelIndex &index)
{
    m_picture->hide();
    m_text->setFont(font());
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    const QVariant kind = index.data(RowsModel::CellKindRole);
    if (!kind.isValid()) {
        m_name->setText(tr("No cell selected"));
        m_facts->clear();
        m_text->clear();
        return;
    }
    const auto cellKind = static_cast<CellKind>(kind.toInt());
    m_name->setText(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    QStringList facts{tr("Row %L1").arg(index.row() + 1), kindName(cellKind)};
    if (cellKind == CellKind::Text) {
        const auto text = index.data(RowsModel::FullTextRole).toString();
        facts += text.isEmpty() ? tr("empty") : counted(text.size(), tr("1 character"), tr("%1 characters"));
    }
    if (cellKind == CellKind::Bytes)
        facts += sizeText(index.data(RowsModel::SizeRole).toLongLong());
    if (index.data(RowsModel::IsCutRole).toBool())
        facts += tr("only the beginning of %1 is shown")
                     .arg(sizeText(index.data(RowsModel::SizeRole).toLongLong()));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    if (cellKind == CellKind::Bytes)
        showBytes(index.data(RowsModel::BytesRole).toByteArray());
    else
        m_text->setPlainText(index.data(RowsModel::FullTextRole).toString());
}

void CellInspector::showBytes(const QByteArray &bytes)
{
    m_text->setFont(monospaceFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    const int signs =
        m_text->viewport()->width() / QFontMetrics(monospaceFont()).horizontalAdvance(QLatin1Char('0'));
    m_text->setPlainText(hexDump(bytes, signs >= 75 ? 16 : signs >= 43 ? 8 : 4));
    const QImage picture = pictureFormat(bytes).isEmpty() ? QImage() : pictureOf(bytes).image;
    if (picture.isNull())
        return;
    const bool isSmall = picture.width() * 2 <= kPictureSize;
    m_picture->setPixmap(
        QPixmap::fromImage(picture.scaled(kPictureSize, kPictureSize, Qt::KeepAspectRatio,
                                          isSmall ? Qt::FastTransformation : Qt::SmoothTransformation)));
    m_picture->setAccessibleName(
        tr("The bytes as a picture, %1 by %2").arg(picture.width()).arg(picture.height()));
    m_picture->show();
}

} // namespace galley
