/** A finished workbook of the guide, without data tables. */
export const firstWorkbook = `<workbook title="Prices">
  <sheet id="prices" name="Prices">
    <row><cell style="section">Land</cell><cell style="section">CNY per m²</cell></row>
    <row><cell style="label">Plot A</cell><cell id="a" style="value" type="number" value="384"/></row>
    <row><cell style="label">Plot B</cell><cell id="b" style="value" type="number" value="402.5"/></row>
    <row><cell style="label">Mean</cell><cell style="value" type="number" formula="average(a, b)"/></row>
  </sheet>
</workbook>
`;
