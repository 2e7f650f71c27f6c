#!/bin/sh
# Records where Chromium breaks and places the words of cases.html, for compare with our own lines.
# Needs chromium and pdftotext; run from anywhere: sh src/layout/text/golden/record.sh > chromium.txt
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
work=$(mktemp -d)
sed "s|FONTS|file://$root/node_modules/@expo-google-fonts|" "$here/cases.html" > "$work/cases.html"
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --font-render-hinting=none --user-data-dir="$work/profile" --no-pdf-header-footer \
  --print-to-pdf="$work/cases.pdf" "$work/cases.html" >/dev/null 2>&1
pdftotext -bbox "$work/cases.pdf" "$work/cases.xml"
sed -n 's/.*xMin="\([0-9.]*\)" yMin="\([0-9.]*\)" xMax="\([0-9.]*\)" yMax="[0-9.]*">\(.*\)<\/word>/\1 \2 \3 \4/p' "$work/cases.xml"
rm -rf "$work"
