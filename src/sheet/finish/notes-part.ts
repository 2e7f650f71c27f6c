/** Gives the drawings of notes ids of their own: exceljs begins at the same number on every sheet. */

/** Shape ids of one drawing: `block` × 1024 and on. */
export function renumberShapes(vml: string, block: number): string {
  return vml
    .replace(/(<o:idmap [^>]*data=")[0-9]+"/g, `$1${block}"`)
    .replace(/_x0000_s([0-9]+)"/g, (_, id: string) => `_x0000_s${block * 1024 + (Number(id) % 1024)}"`);
}
