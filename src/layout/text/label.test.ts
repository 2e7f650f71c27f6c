import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createTextEngine } from './engine.ts';
import { boldPath, elementWith, hanPath, testFonts } from './testing.ts';

const label = {
  x: 50,
  y: 20,
  text: '包头 km',
  fontFamily: ['Latin', 'Han'],
  fontSize: 10,
  fontWeight: 700,
  color: { r: 0, g: 0, b: 0, alpha: 1 },
};

test('a label is one line of runs with fallback, placed by its anchor', () => {
  const engine = createTextEngine({ fonts: testFonts(), report: () => {} });
  const element = elementWith({ textTransform: 'uppercase', textAlign: 'right' }, 'zh', 'svg');
  const start = engine.shapeLabel({ ...label, anchor: 'start' }, element);
  expect(start).toMatchObject({ x: 50, baseline: 20 });
  expect(start.runs.map((run) => [run.face.key, run.text, run.size])).toEqual([
    [hanPath, '包头', 10],
    [boldPath, ' km', 10],
  ]);
  const width = start.runs.reduce((sum, run) => sum + run.width, 0);
  expect(engine.shapeLabel({ ...label, anchor: 'middle' }, element).x).toBeCloseTo(50 - width / 2);
  expect(engine.shapeLabel({ ...label, anchor: 'end' }, element).x).toBeCloseTo(50 - width);
  expect(engine.faces().map(({ key }) => key)).toEqual([boldPath, hanPath]);
});

test('a missing glyph in a label is reported at the drawing', () => {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const engine = createTextEngine({ fonts: testFonts(report), report });
  engine.shapeLabel({ ...label, text: '🚄', anchor: 'start' }, elementWith());
  expect(diagnostics.map(({ code }) => code)).toEqual(['F006']);
});
