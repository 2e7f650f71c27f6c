/**
 * What characters a glyph shows, whatever a PDF calls them: a font may draw several characters with one glyph, and
 * engines do not agree on which of them to name.
 */

/** Pairs of a radical and the character that Noto Sans SC draws with the same glyph; normalization keeps them apart. */
const radicals =
  '⺂乛⺃乚⺅亻⺉刂⺋㔾⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺭礻⺯糹⺰纟⺱罓⺳㓁⺹耂⺺肀⺾艹⻂衤⻅见⻆角⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const plain: ReadonlyMap<string, string> = new Map(
  [...`${radicals}⋯…•·‧·・·‒–`.matchAll(/(.)(.)/gu)].map(([, from, to]) => [from!, to!]),
);

const ligaturesAndRadicals = /[\ufb00-\ufb06\u2f00-\u2fdf\uf900-\ufaff]/gu;

/** Ligatures and radicals as what they stand for, hyphens and middle dots as one each, no-break spaces as spaces. */
export function canonicalText(text: string): string {
  return text
    .replace(ligaturesAndRadicals, (character) => character.normalize('NFKC'))
    .replace(/./gu, (character) => plain.get(character) ?? character)
    .replace(/[\u2010\u2011\u00ad]/g, '-')
    .replace(/\s/g, ' ')
    .replace(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '');
}
