/** A finished brochure of the guide: page furniture, generated content, a grid, a table and a chart. */
export const firstBrochure = `<html lang="en">
  <head>
    <title>North Park</title>
    <style>
      @font-face { font-family: "Source Sans 3"; font-weight: 400;
        src: url("npm:@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf") }
      @font-face { font-family: "Source Sans 3"; font-weight: 700;
        src: url("npm:@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf") }
      @page {
        size: A5; margin: 18mm 15mm;
        @bottom-left { content: string(section); font-size: 8pt }
        @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt }
      }
      @page :first { @bottom-left { content: none } @bottom-right { content: none } }
      :root { --steel: #17475e }
      body { margin: 0; font: 10pt/1.45 "Source Sans 3" }
      h1, h2 { color: var(--steel) }
      h2 { break-before: page; string-set: section content() }
      .contents a::after { content: ", page " target-counter(attr(href), page) }
      .tiles { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm }
      .tiles p { background: #f2f4f4; padding: 4mm; margin: 0 }
      table { border-collapse: collapse; width: 100% }
      th, td { border-bottom: .4pt solid #d4d8db; padding: 1mm 3mm 1mm 0 }
      .n { text-align: right; font-variant-numeric: tabular-nums }
      chart { display: block; width: 118mm }
    </style>
  </head>
  <body>
    <h1>North Park</h1>
    <p class="contents"><a href="#land">Land</a></p>
    <div class="tiles"><p>8 km² built</p><p>50,000 jobs</p></div>
    <h2 id="land">Land</h2>
    <table>
      <thead><tr><th>Area</th><th class="n">km²</th></tr></thead>
      <tbody><tr><td>Planned</td><td class="n">27.96</td></tr><tr><td>Built</td><td class="n">8</td></tr></tbody>
    </table>
    <chart type="bar" unit="km²" alt="Bars of the areas of the table above.">
      <datum label="Planned" value="27.96"/>
      <datum label="Built" value="8" tone="3" note="since 2011"/>
    </chart>
  </body>
</html>
`;
