/** A workbook template of the guide: free rows, a table bound to data, formulas. */
export const register = `<workbook title="{{text park.name}}" lang="{{lang}}">
  <style id="big" extends="title" color="accent"/>
  <sheet id="summary" name="Summary" freeze="none" print-titles="none">
    <column width="36"/><column width="16"/>
    <row height="30"><cell style="big" span="2">{{text park.name}}</cell></row>
    <row><cell style="label">Facts</cell>
      <cell style="value" type="integer" formula="counta(facts.label)"/></row>
    <row><cell style="label">Facts with a number</cell>
      <cell style="value" type="integer" id="numbers" formula="count(facts.value)"/></row>
    <row><cell style="label">Share</cell>
      <cell style="value" type="percent" formula="numbers / counta(facts.label)" format="percent0"/></row>
    <row><cell style="link" link="#facts">All facts</cell></row>
  </sheet>
  <sheet id="facts" name="Facts">
    <table id="facts" of="facts">
      <col id="label" heading="Figure" max-width="40"/>
      <col id="value" heading="Value" type="number"/>
      <col id="unit" heading="Unit"/>
      <col id="as_of" heading="As of"/>
      <col id="known" heading="Number?" formula="if([value] = &quot;&quot;, &quot;no&quot;, &quot;yes&quot;)"/>
    </table>
  </sheet>
</workbook>
`;
