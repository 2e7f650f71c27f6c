/** Finds what is left in a text of wrong encodings, of copying out of PDF files, and of composing characters in parts. */
import type { Bilingual } from '../../model/publication.ts';

/** A piece of a text that was hardly meant, in UTF-16 offsets, and what is wrong with it. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly message: Bilingual;
}

/** All slips of a text in their order, each place told once; linear in its length. */
export function slipsIn(text: string): readonly Slip[] {
  const found = [...mojibake(text), ...residuesIn(text), ...lookalikes(text), ...decomposed(text)];
  let told = 0;
  // What is misread holds control characters of its own: the sort is stable, so the longer reading comes first.
  return found
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < told) return false;
      told = end;
      return true;
    });
}

/** The characters that Windows-1252 has in place of the bytes 80 to 9F. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/**
 * Bytes of UTF-8 read as Windows-1252 or as Latin-1 with its control characters: a lead byte of two, three or four and what follows it. Leads of other
 * two-byte characters than Latin ones (ç, ß before a quotation mark) are left alone.
 */
const misread = new RegExp(
  `(?:[ÂÃÄÅ][${western}\u0080-¿]|[à-ï][${western}\u0080-¿]{2}|ð[${western}\u0080-¿]{3})+`,
  'gu',
);

/** Marks that stand after a letter in honest texts. */
const ordinaryMarks = /^[‘’“”–—…•«»]+$/u;

function mojibake(text: string): readonly Slip[] {
  return [...text.matchAll(misread)].flatMap(({ 0: written, index }): readonly Slip[] => {
    const meant = decodeAgain(written);
    if (meant === undefined || ordinaryMarks.test(written.slice(1))) return [];
    const message = {
      en: `\`${written}\` is probably \`${meant}\`, read in a wrong encoding`,
      zh: `“${written}”疑为“${meant}”，编码有误`,
    };
    return [{ start: index, end: index + written.length, message }];
  });
}

/** The text whose UTF-8 bytes look like this; undefined when they are no UTF-8. */
function decodeAgain(written: string): string | undefined {
  const bytes = Uint8Array.from(written, (character) => {
    const at = western.indexOf(character);
    return at >= 0 ? 0x80 + at : character.charCodeAt(0);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

interface Residue {
  readonly pattern: RegExp;
  readonly en: string;
  readonly zh: string;
}

/** What certain slips leave behind, whatever was there before. */
const residues: readonly Residue[] = [
  {
    // The replacement character, and twice the same read as GBK.
    pattern: /(?:锟斤拷)+|\uFFFD+/gu,
    en: 'stands for characters that were lost in a wrong encoding',
    zh: '是编码错误后的残留字符',
  },
  { pattern: /烫烫烫+|屯屯屯+/gu, en: 'is memory that nobody filled', zh: '是未初始化的内存内容' },
  {
    // The marks ，：；（）！？ 。、《》 “”‘’— and the first byte of what follows them.
    pattern:
      /锛[屼屽屾岀岃岄氫氬氭氱氳氶堜堝堟堢堣堥変夊夋夌夎夐涗涘涙涚涜涢佷佸佹佺佽侀熶熷熸熺熻熼]|銆[備傚傛傜傝傞佷佸佹佺佽侀婁婂婃婄婅婇嬩嬪嬫嬬嬭嬮]|鈥[滀滃滄滅滆滈濅濆濇濈濊濋欎欏欐欑欒欓斾斿旀旂旇旈]/gu,
    en: 'comes from a punctuation mark in UTF-8 that was read as GBK',
    zh: '是按GBK误读的UTF-8标点',
  },
  {
    pattern: /[\uE000-\uF8FF]+/gu,
    en: 'is in the area for private use: no font of ours has it',
    zh: '位于私用区，字体中没有该字',
  },
  {
    // NEL (U+0085) is a line end to YAML.
    pattern: /[\u0080-\u0084\u0086-\u009F]+/gu,
    en: 'is a control character of the 1980s and prints as nothing',
    zh: '是C1控制字符，无法显示',
  },
];

function residuesIn(text: string): readonly Slip[] {
  return residues.flatMap(({ pattern, en, zh }) =>
    [...text.matchAll(pattern)].map(({ 0: written, index }) => {
      const shown = /^[\p{Cc}\p{Co}]/u.test(written) ? codeOf(written) : written;
      const message = { en: `\`${shown}\` ${en}`, zh: `“${shown}”${zh}` };
      return { start: index, end: index + written.length, message };
    }),
  );
}

function codeOf(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Radicals of dictionaries, which PDF files give for the characters that they look like. */
function lookalikes(text: string): readonly Slip[] {
  return [...text.matchAll(/[\u2E80-\u2EF3\u2F00-\u2FD5]/gu)].map(({ 0: written, index }) => {
    const meant = written.normalize('NFKC');
    const isKnown = meant !== written;
    const message = {
      en: isKnown
        ? `\`${written}\` is not \`${meant}\`, which it looks like`
        : `\`${written}\` is a radical and no character`,
      zh: isKnown ? `“${written}”是部首字形，不是“${meant}”` : `“${written}”是部首，不是汉字`,
    };
    return { start: index, end: index + written.length, message };
  });
}

/** A letter with the marks that follow it, or one character that has a usual twin. */
function decomposed(text: string): readonly Slip[] {
  if (text.normalize('NFC') === text) return [];
  return [...text.matchAll(/\P{M}\p{M}*/gu)].flatMap(({ 0: written, index }): readonly Slip[] => {
    const usual = written.normalize('NFC');
    if (usual === written) return [];
    const message = {
      en: `\`${written}\` is written in another way than usual (Unicode NFC)`,
      zh: `“${written}”未采用规范编码形式（Unicode NFC）`,
    };
    return [{ start: index, end: index + written.length, message }];
  });
}
