/** The rows that all writers of workbooks write: four texts, four numbers, a date; the product of two numbers is computed. */

const sectors =
  'Heavy vehicles,New energy,Railways,Rare earths,Casting,Forging,Bearings,Hydraulics,Tools,Robots'.split(
    ',',
  );
export const headings = 'Name,Sector,Address,Remark,Quantity,Price,Area,Share,Since,Amount'.split(',');
/** Formats of the last six columns. */
export const formats = ['#,##0.0', '#,##0.00', '#,##0', '0.0%', 'yyyy-mm-dd', '#,##0.00'];

const days = Array.from({ length: 5000 }, (_, day) =>
  new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10),
);

/** Row `i` from 0, numbers as the decimals that they are. */
export function rowOf(i) {
  return {
    name: `Enterprise ${i}`,
    sector: sectors[i % 10],
    address: `${i % 997} Industry Road, Qingshan District`,
    remark: `lot ${(i * 7) % 100003}-${i % 13} & yard`,
    quantity: (((i * 37) % 9973) / 10).toFixed(1),
    price: (((i * 7919) % 99991) / 100).toFixed(2),
    area: String((i * 31) % 45007),
    share: (((i * 17) % 1000) / 1000).toFixed(3),
    since: days[i % 5000],
  };
}
