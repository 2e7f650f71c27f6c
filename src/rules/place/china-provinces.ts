/** The provinces of China: the first two digits of division codes (GB/T 2260) and the words that names begin with. */
import type { Bilingual } from '../../model/publication.ts';

export interface Province {
  readonly code: string;
  /** The name without "Province", "Autonomous Region" and the like. */
  readonly name: Bilingual;
}

const rows = `11 Beijing 北京|12 Tianjin 天津|13 Hebei 河北|14 Shanxi 山西|15 Inner Mongolia 内蒙古
21 Liaoning 辽宁|22 Jilin 吉林|23 Heilongjiang 黑龙江
31 Shanghai 上海|32 Jiangsu 江苏|33 Zhejiang 浙江|34 Anhui 安徽|35 Fujian 福建|36 Jiangxi 江西|37 Shandong 山东
41 Henan 河南|42 Hubei 湖北|43 Hunan 湖南|44 Guangdong 广东|45 Guangxi 广西|46 Hainan 海南
50 Chongqing 重庆|51 Sichuan 四川|52 Guizhou 贵州|53 Yunnan 云南|54 Tibet 西藏
61 Shaanxi 陕西|62 Gansu 甘肃|63 Qinghai 青海|64 Ningxia 宁夏|65 Xinjiang 新疆
71 Taiwan 台湾|81 Hong Kong 香港|82 Macao 澳门`;

export const provinces: readonly Province[] = rows.split(/[|\n]/).map((row) => {
  const [, code = '', en = '', zh = ''] = /^(\d\d) (.+) (\p{Script=Han}+)$/u.exec(row) ?? [];
  return { code, name: { en, zh } };
});

export function isChina({ en, zh }: Bilingual): boolean {
  return /^(中国|中华人民共和国)$/.test(zh) || /^(the )?(people[’']s republic of )?china$/i.test(en);
}

/** The province that a name means: 内蒙古自治区, “Inner Mongolia Autonomous Region”. */
export function provinceOf({ en, zh }: Bilingual): Province | undefined {
  const folded = en.toLowerCase();
  return provinces.find(
    ({ name }) =>
      zh.startsWith(name.zh) ||
      folded === name.en.toLowerCase() ||
      folded.startsWith(`${name.en.toLowerCase()} `),
  );
}
