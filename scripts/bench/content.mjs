/** The document that all engines set: bilingual text and a table with 90 rows, as plain data; `times` makes it longer. */

const english = [
  'A park is measured three times: by the land inside its boundary, by the land that roads and pipes already serve, and by the land that buildings stand on.',
  'Figures from different years cannot be added, and a figure without a year cannot be compared with anything at all.',
  'Water, power, steam and gas are laid before the first workshop is let, so that a tenant pays for connections and not for trenches.',
  'Freight leaves by road on the day it is packed; by rail it waits for a full train, which is cheaper for everything that is heavy and not urgent.',
  'A zone for equipment has large halls with cranes, deep foundations and wide doors; a zone for materials has furnaces, tanks and long distances between them.',
  'Whoever reads a plan after ten years wants to know who measured, when, and with what map in hand.',
];

const chinese = [
  '园区的面积有三种算法：红线以内的土地、道路和管线已经通到的土地，以及建筑物实际占用的土地。',
  '不同年份的数字不能相加；没有年份的数字，则无法与任何数字比较。',
  '在第一座厂房出租之前，水、电、蒸汽和燃气的管线都已铺好，企业只需支付接入的费用。',
  '货物由公路运出，当天装车当天发走；由铁路运出，则要等到整列装满，适合沉重而不急用的货物。',
  '装备制造区需要高大的厂房、行车、深基础和宽阔的大门；材料区则需要炉窑、储罐和足够的安全距离。',
  '十年以后翻看规划的人，总想知道是谁在什么时候、拿着哪一张图量出来的。',
];

const uses = ['Industry 工业', 'Storage 仓储', 'Roads 道路', 'Green 绿地', 'Housing 居住', 'Services 服务'];

/** Sentences from `start` on, one language to a paragraph. */
function paragraph(sentences, start, count, joint) {
  return Array.from({ length: count }, (_, i) => sentences[(start + i) % sentences.length]).join(joint);
}

function section(number) {
  const paragraphs = Array.from({ length: 32 }, (_, i) =>
    i % 2 === 0 ? paragraph(english, number + i, 3, ' ') : paragraph(chinese, number + i, 3, ''),
  );
  return { heading: `Part ${number} 第${number}部分`, paragraphs, rows: tableOf(90, number) };
}

/** The cells of a table with `length` rows. */
export function tableOf(length, number = 1) {
  return Array.from({ length }, (_, i) => [
    `${number}.${i + 1}`,
    uses[(i + number) % uses.length],
    `${((i * 37 + number * 11) % 900) + 100}`,
    `${((i * 53 + number * 7) % 97) / 10}`,
    i % 3 === 0 ? 'surveyed 实测' : 'planned 规划',
  ]);
}

export const columns = ['No. 编号', 'Use 用途', 'Area, ha 面积', 'Share, % 比例', 'Basis 依据'];

/** `times` sections of about six pages each. */
export function contentOf(times) {
  return Array.from({ length: times }, (_, i) => section(i + 1));
}
