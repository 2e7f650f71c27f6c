/** Opens a workbook that came from outside, within limits, and refuses what could do harm. */
import { strFromU8, unzipSync } from 'fflate';
import { childrenOf, type Element, parseXml } from '../sheet/package/xml.ts';

/** Parts of the package by name; only XML is kept. */
export type ReturnedParts = ReadonlyMap<string, string>;

const MAX_FILE = 64 * 1024 * 1024;
const MAX_PARTS = 2_000;
const MAX_UNPACKED = 256 * 1024 * 1024;
/** XML shrinks to a tenth or so; what shrinks to a thousandth was made to burst. */
const MAX_RATIO = 250;
/** Below this size no ratio does harm. */
const SMALL = 1024 * 1024;

/** The parts, or a sentence that says why the file is not taken. */
export function openReturned(bytes: Uint8Array): ReturnedParts | string {
  if (bytes.length > MAX_FILE)
    return `the file has ${Math.ceil(bytes.length / 1e6)} MB; at most ${MAX_FILE / 1048576} MiB are read`;
  if (isCompoundFile(bytes)) return 'the file is protected by a password, or saved in the format of Excel 97';
  const unpacked = unpack(bytes);
  if (typeof unpacked === 'string') return unpacked;
  return refusalOf(unpacked) ?? unpacked;
}

/** [MS-CFB] 2.2: encrypted packages and old workbooks begin alike. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

function unpack(bytes: Uint8Array): ReturnedParts | string {
  let total = 0;
  let count = 0;
  let why: string | undefined;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        total += originalSize;
        count += 1;
        if (count > MAX_PARTS) why = `the package has more than ${MAX_PARTS} parts`;
        else if (total > MAX_UNPACKED) why = `the package unpacks to more than ${MAX_UNPACKED / 1048576} MiB`;
        else if (originalSize > SMALL && originalSize > size * MAX_RATIO)
          why = `its part ${name.slice(0, 60)} unpacks to ${Math.round(originalSize / Math.max(1, size))} times its size`;
        if (why !== undefined) throw new RangeError(why);
        return isXml(name) || /vbaProject/i.test(name);
      },
    });
    return new Map(Object.entries(files).map(([name, part]) => [name, strFromU8(part)]));
  } catch {
    return why ?? 'the file is no .xlsx package, or it is damaged';
  }
}

function isXml(name: string): boolean {
  return /\.(xml|rels)$/i.test(name);
}

function refusalOf(parts: ReturnedParts): string | undefined {
  const names = [...parts.keys()];
  if (
    names.some((name) => /vbaProject/i.test(name)) ||
    /macroEnabled/i.test(parts.get('[Content_Types].xml') ?? '')
  )
    return 'the workbook holds macros';
  if (names.some((name) => /(^|\/)externalLinks\//i.test(name)))
    return 'the workbook has links to other files';
  for (const name of names.filter((each) => each.endsWith('.rels'))) {
    const root = parseXml(parts.get(name)!);
    const outside = root && childrenOf(root).find(leadsOut);
    if (outside) return `the workbook reaches outside (${name}: ${kindOf(outside)})`;
  }
  if (names.some((name) => /<!DOCTYPE/i.test(parts.get(name)!.slice(0, 2000))))
    return 'a part of the workbook has a document type';
  return undefined;
}

/** Hyperlinks wait for a click; everything else is fetched by opening. */
function leadsOut(relationship: Element): boolean {
  return relationship.attributes.TargetMode === 'External' && kindOf(relationship) !== 'hyperlink';
}

function kindOf({ attributes }: Element): string {
  const type = attributes.Type ?? '';
  return type.slice(type.lastIndexOf('/') + 1);
}
