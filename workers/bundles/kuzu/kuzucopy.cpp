// SPDX-License-Identifier: MIT
//
// copy.cypher.
#include "workers/bundles/kuzu/kuzuscripts.h"

namespace galley {

namespace {

class CopyReader
{
public:
    explicit CopyReader(CypherScript &script)
        : m_script(script)
    {
    }

    Result<std::vector<KuzuCopy>> run()
    {
        std::vector<KuzuCopy> copies;
        while (!m_script.isAtEnd()) {
            if (m_script.takeSymbol(';'))
                continue;
            ASSIGN_OR_RETURN(KuzuCopy copy, readCopy());
            copies.push_back(std::move(copy));
        }
        return copies;
    }

private:
    Error unsafe(const QString &what, const CypherToken &at) const
    {
        return {ErrorKind::UnsafeStatement, what,
                QStringLiteral("Nothing was run. Do not trust this export."), m_script.placeOf(at)};
    }

    Result<KuzuCopy> readCopy()
    {
        const CypherToken first = m_script.token();
        if (!m_script.takeWord("COPY"))
            return unsafe(QStringLiteral("the statement that begins with \"%1\" is no COPY of an export")
                              .arg(first.text.left(40)),
                          first);
        KuzuCopy copy;
        copy.place = m_script.placeOf(first);
        ASSIGN_OR_RETURN(copy.table, m_script.expectName(QStringLiteral("the name of a table")));
        if (m_script.takeSymbol('('))
            RETURN_IF_ERROR(readColumns(copy));
        RETURN_IF_ERROR(m_script.expectWord("FROM"));
        RETURN_IF_ERROR(readFile(copy));
        if (m_script.takeSymbol('('))
            RETURN_IF_ERROR(readOptions(copy));
        if (!m_script.isAtEnd())
            RETURN_IF_ERROR(m_script.expectSymbol(';'));
        return copy;
    }
    Result<void> readColumns(KuzuCopy &copy)
    {
        copy.hasColumns = true;
        while (!m_script.takeSymbol(')')) {
            ASSIGN_OR_RETURN(const QString name, m_script.expectName(QStringLiteral("a column")));
            copy.columns += name;
            if (!m_script.token().isSymbol(')'))
                RETURN_IF_ERROR(m_script.expectSymbol(','));
        }
        return {};
    }
    Result<void> readFile(KuzuCopy &copy)
    {
        if (m_script.token().isSymbol('('))
            return unsafe(QStringLiteral("COPY of \"%1\" runs a query").arg(copy.table.left(60)),
                          m_script.token());
        const bool isList = m_script.takeSymbol('[');
        const CypherToken token = m_script.token();
        ASSIGN_OR_RETURN(copy.file, m_script.expectText(QStringLiteral("the name of a file in quotes")));
        if (isList)
            RETURN_IF_ERROR(m_script.expectSymbol(']'));
        static const QString kOdd = QStringLiteral("/\\:*?[]{}~|");
        const bool isOdd = std::any_of(copy.file.begin(), copy.file.end(),
                                       [](QChar c) { return kOdd.contains(c) || c.unicode() < 0x20; });
        if (isOdd || copy.file.isEmpty() || copy.file.startsWith(QLatin1Char('.')))
            return Error{
                ErrorKind::UnsafePath,
                QStringLiteral("COPY of \"%1\" reads \"%2\", which is not the name of a file in the folder")
                    .arg(copy.table.left(60), copy.file.left(60)),
                QStringLiteral("Nothing was read. Put the file beside copy.cypher and name it there."),
                m_script.placeOf(token)};
        return {};
    }

    /// `name=value` in any order; Kùzu 0.11 writes some names twice (`delim=delim='|'`).
    Result<void> readOptions(KuzuCopy &copy)
    {
        while (!m_script.takeSymbol(')')) {
            const CypherToken token = m_script.token();
            ASSIGN_OR_RETURN(const QString name, m_script.expectName(QStringLiteral("an option")));
            RETURN_IF_ERROR(m_script.expectSymbol('='));
            if (m_script.token().isWord(name.toLatin1().constData())) {
                m_script.take();
                RETURN_IF_ERROR(m_script.expectSymbol('='));
            }
            RETURN_IF_ERROR(readValue(copy, name.toLower(), token));
            if (!m_script.token().isSymbol(')'))
                RETURN_IF_ERROR(m_script.expectSymbol(','));
        }
        return {};
    }
    Result<void> readValue(KuzuCopy &copy, const QString &name, const CypherToken &at)
    {
        if (m_script.takeSymbol('[')) { // null_strings, which IMPORT DATABASE drops
            while (!m_script.isAtEnd() && !m_script.takeSymbol(']'))
                m_script.take();
            return {};
        }
        const CypherToken value = m_script.take();
        if (name == QLatin1String("header"))
            copy.hasHeader = value.isWord("true");
        else if (name == QLatin1String("from"))
            copy.from = value.text;
        else if (name == QLatin1String("to"))
            copy.to = value.text;
        else if (name == QLatin1String("delim") || name == QLatin1String("delimiter"))
            return setCharacter(copy.delimiter, value, at);
        else if (name == QLatin1String("quote"))
            return setCharacter(copy.quote, value, at);
        else if (name == QLatin1String("escape"))
            return setCharacter(copy.escape, value, at);
        return {};
    }
    Result<void> setCharacter(char &character, const CypherToken &value, const CypherToken &at)
    {
        const QByteArray text = value.text == QLatin1String("\\t") ? QByteArray("\t") : value.text.toLatin1();
        if (text.size() != 1 || static_cast<unsigned char>(text[0]) >= 0x80 || text[0] == '\n'
            || text[0] == '\r')
            return Error{ErrorKind::Unsupported,
                         QStringLiteral("%1 is not one plain character").arg(at.text),
                         {},
                         m_script.placeOf(value)};
        character = text[0];
        return {};
    }

    CypherScript &m_script;
};

} // namespace

Result<std::vector<KuzuCopy>> readKuzuCopies(const QByteArray &text, const Place &place)
{
    ASSIGN_OR_RETURN(CypherScript script, CypherScript::read(text, place));
    return CopyReader(script).run();
}

} // namespace galley
