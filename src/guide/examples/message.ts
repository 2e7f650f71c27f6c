/** What is printed when the heading of the leaflet asks for `park.nmae`. */
export const misspelling = ['{{text park.name}}</h1>', '{{text park.nmae}}</h1>'] as const;

export const message = `error[T011]: unknown name \`nmae\` in \`park\`
  --> templates/leaflet/leaflet.hbs:8:21
   |
 6 |   </head>
 7 |   <body>
 8 |     <h1>{{text park.nmae}}</h1>
   |                     ^^^^
 9 |     {{#with figures.area_built}}
10 |     <p class="big">{{value main}}</p>
   |
  = help: Did you mean \`name\`?
`;
