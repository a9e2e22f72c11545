#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""translations.py ROOT LUPDATE: every text of the window is in every translation, and says the same things.

Fails where lupdate finds texts that the .ts files lack (or no longer needs some that they have), where one is not
translated, and where placeholders, mnemonics, forms of the plural, ellipses or outer blanks do not agree.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

LANGUAGES = {"de": 2, "es": 2, "zh_CN": 1}  # forms of the plural


def messages(path):
    """(context, source, comment) -> message"""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = message
    return found


def placeholders(text):
    return sorted(set(re.findall(r"%L?(?:\d+|n)", text)))


def mnemonics(text):
    return len(re.findall(r"&(?!&)\S", text.replace("&&", "")))


def faults_of_text(language, source, text):
    if not text.strip():
        yield "is not translated"
        return
    if placeholders(source) != placeholders(text):
        yield "has other placeholders: " + repr(text)
    if mnemonics(source) != mnemonics(text):
        yield "has another number of mnemonics: " + repr(text)
    if language == "zh_CN" and mnemonics(text) and not re.search(r"\(&[A-Z]\)", text):
        yield "has its mnemonic not behind it, as (&X): " + repr(text)
    if (source.endswith("…")) != text.endswith("…"):
        yield "ends otherwise: " + repr(text)
    if source.count("\n") != text.count("\n"):
        yield "has another number of lines: " + repr(text)
    for strip in (str.lstrip, str.rstrip):
        if len(source) - len(strip(source)) != len(text) - len(strip(text)):
            yield "has other blanks around it: " + repr(text)


def faults_of_file(root, language, forms, lupdate):
    path = root / "resources" / "translations" / f"galley_{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / path.name
        shutil.copy(path, fresh)
        subprocess.run([lupdate, "-silent", "-I", ".", "ui", "models", "app", "-locations", "none", "-no-obsolete",
                        "-ts", str(fresh)], cwd=root, check=True, capture_output=True)
        needed = messages(fresh)
    there = messages(path)
    for key in needed.keys() - there.keys():
        yield f"{key[0]}: {key[1]!r} is not in the file: run packaging/translations.sh"
    for key in there.keys() - needed.keys():
        yield f"{key[0]}: {key[1]!r} is no longer used: run packaging/translations.sh"
    for key in there.keys() & needed.keys():
        translation = there[key].find("translation")
        texts = [translation.text or ""]
        if there[key].get("numerus"):
            texts = [form.text or "" for form in translation.iter("numerusform")]
            if len(texts) != forms:
                yield f"{key[0]}: {key[1]!r} has {len(texts)} forms of the plural, not {forms}"
        if translation.get("type") == "unfinished":
            yield f"{key[0]}: {key[1]!r} is marked as unfinished"
        for text in texts:
            for fault in faults_of_text(language, key[1], text):
                yield f"{key[0]}: {key[1]!r} {fault}"


def main():
    root, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]
    count = 0
    for language, forms in LANGUAGES.items():
        for fault in sorted(faults_of_file(root, language, forms, lupdate)):
            print(f"{language}: {fault}")
            count += 1
    print(f"{count} faults in {len(LANGUAGES)} translations")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
