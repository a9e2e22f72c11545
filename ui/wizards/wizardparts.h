// SPDX-License-Identifier: MIT
//
// What the pages of both wizards are made of.
//
// Threads: UI thread.
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

class QDialog;
class QLabel;
class QPlainTextEdit;
class QTableView;
class QTableWidgetItem;
class QVBoxLayout;

namespace galley {

/// A layout without margins (the dialog has them).
QVBoxLayout *pageLayout(QWidget *page);
/// Secondary text that wraps; plain text.
QLabel *noteLabel(QWidget *parent, const QString &text);
/// What is wrong at the field above it, and what to do; hidden until there is something.
QLabel *problemLabel(QWidget *parent);
/// Of a label: "danger", or "" for none.
void setTone(QLabel *label, const QString &tone);
QLabel *sectionLabel(QWidget *parent, const QString &text);
/// Rows of one height, no grid noise, keyboard without traps.
void prepareTable(QTableView *table);
QTableWidgetItem *numberItem(const QString &text);
/// At least that size, and what its texts need with large letters and long words.
void giveRoom(QDialog &dialog, const QSize &least);
QWidget *scrolled(QWidget *content, QWidget *parent);

/// A name and a sentence below it.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int DetailRole = Qt::UserRole + 100;
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A command to be read and copied.
class CommandLine : public QWidget
{
    Q_OBJECT

public:
    enum class Saving : quint8
    {
        Offered, ///< a button for it below the one that copies
        Hidden
    };
    explicit CommandLine(QWidget *parent = nullptr)
        : CommandLine(Saving::Offered, parent)
    {
    }
    CommandLine(Saving saving, QWidget *parent);
    void setCommand(const QString &command);
    QString command() const;

Q_SIGNALS:
    void saveRequested(); ///< as a job, to be run again

private:
    QPlainTextEdit *m_text;
};

} // namespace galley
