// SPDX-License-Identifier: MIT
//
// The selected cell's old and new text in full: side by side with what differs marked, as one text with what
// is removed and added, as JSON laid out, as pictures. NULL, empty text, bytes and "no such row" are told
// apart in words, marks are never by colour alone.
//
// Threads: UI thread.
#pragma once

#include "models/changesloader.h"
#include "models/textdiff.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;

namespace galley {

class ValuePane : public QWidget
{
    Q_OBJECT

public:
    explicit ValuePane(QWidget *parent = nullptr);

    void clear();
    /// `page`: one row, uncut. `isGiven`: the source sets the column.
    void show(const Column &column, const ChangesPage &page, int field, bool isGiven);
    /// Of the cell that is shown, whole: bytes that begin like a picture.
    void showPictures(const QByteArray &before, const QByteArray &after);
    /// One of the values that are shown begins like a picture.
    bool wantsPictures() const { return m_hasPicture; }
    /// Loads have no *now*: its half is hidden.
    void setLoad(bool isLoad);
    void showLoaded(const Column &column, const QString &text);

private:
    enum class Form
    {
        Sides,
        Inline,
        Json,
        Picture
    };
    struct Side
    {
        QWidget *half = nullptr;
        QLabel *kind = nullptr;
        QPlainTextEdit *text = nullptr;
        QLabel *picture = nullptr;
        QString kindText = {};
        QString value = {};
        bool isBytes = false;
    };

    Side makeSide(const QString &title);
    void setSide(Side &side, const Cell *cell, const QString &absence, bool isCut);
    void setTitle(const Column &column, const QString &difference);
    void offerForms();
    void showForm();
    void showInline(const std::vector<DiffPiece> &pieces);
    void showSides(bool isJson);
    void showPicture(Side &side, const QByteArray &bytes);
    Form form() const;

    QLabel *m_column;
    QTabBar *m_forms;
    QStackedWidget *m_faces;
    QPlainTextEdit *m_inline;
    Side m_now;
    Side m_after;
    bool m_hasPicture = false;
    bool m_isUpdate = false;
    Form m_wanted = Form::Sides; ///< what the reader chose last
};

} // namespace galley
