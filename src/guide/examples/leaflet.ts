/** A whole template of the guide: one page on the land of a park. Every file by its name. */
export const leaflet = {
  'template.yaml': `kind: brochure
entry: leaflet.hbs
title: { en: Land at a glance, zh: 土地概览 }
languages: [en, zh]
`,
  'strings.en.yaml': `land: Land
claims: "{count} published values"
none: No area is published.
`,
  'strings.zh.yaml': `land: 土地
claims: "{count}个公布数据"
none: 未公布面积。
`,
  'leaflet.hbs': `<html lang="{{lang}}">
  <head>
    <title>{{text park.name}}</title>
    <link rel="stylesheet" href="../shared/fonts.css"/>
    <link rel="stylesheet" href="leaflet.css"/>
  </head>
  <body>
    <h1>{{text park.name}}</h1>
    {{#with figures.area_built}}
    <p class="big">{{value main}}</p>
    {{/with}}
    <h2>{{t "land"}}</h2>
    {{#each groups_by_id.land.figures}}
      {{> figure-line figure=this}}
    {{else}}
      <p>{{t "none"}}</p>
    {{/each}}
  </body>
</html>
`,
  'figure-line.hbs': `<p><b>{{text figure.label}}</b> {{value figure.main}} · {{date figure.main.as_of}}
  {{#if (gt (count figure.claims) 1)}}({{t "claims" count=(count figure.claims)}}){{/if}}</p>
`,
  'leaflet.css': `@page { size: A5; margin: 15mm }
body { font-family: "Source Sans 3", "Noto Sans SC" }
.big { font-size: 28pt; color: #17475e }
:lang(zh) { line-height: 1.7 }
`,
} as const;
