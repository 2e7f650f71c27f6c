/** A row of figures that share a line, and a page laid out by named areas. */
export const boxes = {
  css: `.figures { display: flex; flex-wrap: wrap; gap: 4mm }
.figures > p { flex: 1 1 40mm; padding: 3mm; border-top: 1pt solid }
.profile { display: grid; gap: 4mm; grid-template: "map facts" auto "map notes" 1fr / 60mm 1fr }
.map { grid-area: map } .facts { grid-area: facts } .notes { grid-area: notes }`,
  html: `<div class="figures"><p>8 km² developed</p><p>12 companies</p><p>2 motorways</p></div>
<div class="profile"><p class="map">Map</p><p class="facts">Facts</p><p class="notes">Notes</p></div>`,
} as const;
