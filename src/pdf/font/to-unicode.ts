/** ToUnicode maps (ISO 32000-1, 9.10.3): codes of two bytes to UTF-16BE. */

/** At most this many entries per `beginbfchar` block (Adobe Technical Note 5014). */
const PER_BLOCK = 100;

/** `meanings` by code. */
export function toUnicodeMap(meanings: ReadonlyMap<number, string>): Uint8Array {
  const lines = [...meanings]
    .sort(([a], [b]) => a - b)
    .map(
      ([code, meaning]) =>
        `<${hex(code)}><${Array.from({ length: meaning.length }, (_, i) => hex(meaning.charCodeAt(i))).join('')}>`,
    );
  const blocks: string[] = [];
  for (let start = 0; start < lines.length; start += PER_BLOCK) {
    const block = lines.slice(start, start + PER_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return new TextEncoder().encode(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`);
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
