/**
 * Park files for measuring: as long and as rich as a real one, all different, and without anything for a rule to find.
 * They say nothing of any park: names are numbers, and amounts are those of one real park, scaled.
 */

/** The files below `data/parks/`, by name. The same number gives the same files. */
export function benchParks(count: number): ReadonlyMap<string, string> {
  return new Map(
    Array.from({ length: count }, (_, index) => [`${idOf(index)}.yaml`, benchPark(index)] as const),
  );
}

function idOf(index: number): string {
  return `park-${String(index).padStart(4, '0')}`;
}

/** Everything that grows with a park grows by the same factor, from 1 to 2, so that densities stay as they are. */
function benchPark(index: number): string {
  const number = String(index).padStart(4, '0');
  const factor = 1 + (index % 100) / 100;
  const decimal = (base: number) => (base * factor).toFixed(2);
  const whole = (base: number) => String(Math.round(base * factor));
  return `id: ${idOf(index)}
edition: { name: "2026", date: "2026-11-23" }
name: { en: Measured Park ${number}, zh: 测量园区${number} }
short: { en: Park ${number}, zh: 园区${number} }
tagline:
  en: Written to be measured, number ${number} of a row
  zh: 用于测量，序号${number}
lead:
  en: A park that stands in no place, with the sections and figures of a real one, so that reading it takes as long.
  zh: 虚拟园区，章节和数字与真实园区相当，读取所需时间也相当。
situation:
  en: It lies beside the other parks of its row, on no road, and is described in as many words as parks are.
  zh: 与同列其他园区相邻，不在任何道路旁，文字篇幅与真实园区相同。
place:
  country: { en: China, zh: 中国 }
  province: { en: Inner Mongolia Autonomous Region, zh: 内蒙古自治区 }
  city: { en: Baotou, zh: 包头市 }
cover: [founded, output_value]
glance: [output_value, tax_revenue, output_value_growth]

industries:
  - { name: { en: Heavy vehicles, zh: 重型车辆 }, source: CD-2017-12-11 }
  - { name: { en: New energy, zh: 新能源 }, source: CD-2017-12-11 }
  - { name: { en: Railways, zh: 铁路 }, source: CD-2017-12-11 }
sub_parks:
  - { name: { en: First part of ${number}, zh: ${number}第一园 }, source: CD-2017-12-11 }
  - { name: { en: Second part of ${number}, zh: ${number}第二园 }, source: CD-2017-12-11 }
  - { name: { en: Third part of ${number}, zh: ${number}第三园 }, source: CD-2017-12-11 }
infrastructure:
  - { name: { en: Sewage treatment plant, zh: 污水处理厂 }, status: completed, source: CD-2017-12-11, as_of: "2017-12" }
  - { name: { en: Transformer substation, zh: 变电站 }, status: completed, voltage: 110 kV, source: CD-2017-12-11, as_of: "2017-12" }
access:
  - { name: { en: Baotou Railway Station, zh: 包头火车站 }, kind: rail, mode: { en: car, zh: 汽车 }, time: 20 min, verbatim: "20-minutes", source: CD-2017-12-11, as_of: "2017-12" }
  - { name: { en: G110 Highway, zh: G110公路 }, kind: road, words: { en: near, zh: 邻近 }, source: CD-2017-12-11, as_of: "2017-12" }
honours:
  - { name: { en: National New Industrialization Demonstration Base, zh: 国家新型工业化产业示范基地 }, source: CD-2017-12-11, as_of: "2017-12" }
honour_bodies:
  - { name: { en: Ministry of Industry and Information Technology, zh: 工业和信息化部 }, source: CD-2017-12-11 }
timeline:
  - { claim: founded/seed, text: { en: Founded, zh: 园区成立 } }
  - { claim: output_value/y2021, text: { en: Output value of the year, zh: 当年产值 } }

figures:
  founded:
    claims:
      - { id: seed, value: "2006", verbatim: "2006", as_of: "2006", status: actual, source: CD-2017-12-11 }
  approval_provincial:
    claims:
      - { value: "2011-04", verbatim: "2011.04", as_of: "2011-04", status: actual, source: CAT-2018 }
  nbs_code:
    claims:
      - { value: "15020440${number}", as_of: "2023-06-30", status: official, source: NBS-2023 }
  catalogue_code:
    claims:
      - { value: S15${number}, verbatim: S15${number}, as_of: "2018", status: official, source: CAT-2018 }
  sub_parks:
    claims:
      - { value: 3, verbatim: "three", as_of: "2017-12", status: actual, source: CD-2017-12-11 }
  area_approved:
    claims:
      - { value: ${decimal(2796)} ha, verbatim: "${decimal(2796)}", as_of: "2018", status: approved, source: CAT-2018 }
  area_built:
    claims:
      - { value: ${decimal(8)} km2, verbatim: "${decimal(8)} sq km", as_of: "2017-12", status: actual, source: CD-2017-12-11 }
  enterprises_settled:
    claims:
      - { id: seed, value: ${whole(166)}, verbatim: "${whole(166)}", as_of: "2017-12", status: actual, source: CD-2017-12-11 }
  output_value:
    claims:
      - { id: y2020, value: ${decimal(60.2)} billion CNY, as_of: "2020", status: actual, source: CD-2022-07-08 }
      - { id: y2021, value: ${decimal(79.14)} billion CNY, as_of: "2021", status: actual, source: CD-2022-07-08 }
  output_value_growth:
    claims:
      - { value: 31.46 %, as_of: "2021", status: actual, source: CD-2022-07-08 }
  tax_revenue:
    claims:
      - { value: ${decimal(1.8)} billion CNY, as_of: "2021", status: actual, source: CD-2022-07-08 }
  key_projects:
    claims:
      - { value: ${whole(36)}, verbatim: "${whole(36)}", as_of: "2016", status: actual, source: CD-2017-12-11 }
  key_project_value_each:
    claims:
      - { value: 100 million CNY, bound: at-least, verbatim: "100 million yuan", as_of: "2016", status: claimed, source: CD-2017-12-11 }
  key_project_total_investment:
    claims:
      - { value: ${decimal(16.58)} billion CNY, verbatim: "${decimal(16.58)} billion yuan", as_of: "2016", status: claimed, source: CD-2017-12-11 }
  substation_voltage:
    claims:
      - { value: 110 kV, verbatim: "110 kilovolt", as_of: "2017-12", status: completed, source: CD-2017-12-11 }

counts: { sub_parks: sub_parks }
products:
  - { count: key_projects, each: key_project_value_each, total: key_project_total_investment }
conflicts:
  - id: founding
    figures: [founded, approval_provincial]
    title: { en: Founding and approval, zh: 成立与批准 }
    text:
      en: The founding in 2006 and the approval by the regional government in April 2011 are two events.
      zh: 2006年成立与2011年4月获自治区批准是两件事。
  - id: area
    figures: [area_approved, area_built]
    title: { en: Two areas on two bases, zh: 两种口径的面积 }
    text:
      en: The approved area stands in the catalogue; the built area is what was built by the end of 2017. Neither is simply the size of the park.
      zh: 核准面积见于目录，建成面积为截至2017年底的建成区，二者均不能简单地称为园区面积。
`;
}
