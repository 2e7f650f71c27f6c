/** What the attributes of charts mean; a test compares the names with the vocabulary. */

export const chartAttributes = {
  type: '`bar`: bars with their names and values. `radial`: places around a centre, as far from it as their values. `orbit`: art for a dark cover, drawn from the data, without words',
  alt: 'what it tells',
  unit: 'bar: unit below the scale',
  max: 'bar: where the scale ends at the least',
  step: 'bar: distance of the lines of the scale',
  center: 'radial: name of the centre',
  rings: 'radial: values of the rings, at most eight: `10 20 30`',
  'ring-unit': 'radial: unit of the rings',
  highlight: 'bar, radial: label of the datum that stands out',
} as const;

export const datumAttributes = {
  label: 'its name',
  value: 'plain number, not negative; empty: not stated',
  note: 'small line below the name (bar, radial)',
  tone: '1 steel, 2 light steel, 3 furnace red, 4 light furnace red',
  href: 'not drawn yet; put the link into the text beside the chart',
} as const;
