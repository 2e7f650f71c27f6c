/** Follows inline boxes over the lines of a paragraph: where each begins and ends on every line. */
import type { Edge } from './prepared.ts';
import type { Scope } from './scope.ts';

/** The part of an inline box on one line: its border box from `x` to `end`, px. */
export interface BoxSpan {
  readonly scope: Scope;
  readonly x: number;
  readonly end: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Called in the order of the text; every `pass…` takes the pen over the edges and gives it back. */
export interface BoxTrack {
  /** Goes to the edges of a cluster, backwards too: lines beside floats are tried more than once. */
  readonly seek: (cluster: number) => void;
  readonly beginLine: (x: number) => void;
  readonly hasEdgesBefore: (cluster: number) => boolean;
  readonly hasEdgesAfter: (cluster: number) => boolean;
  readonly passBefore: (cluster: number, pen: number) => number;
  readonly passAfter: (cluster: number, pen: number) => number;
  /** The boxes of the line, outer ones first. `end` is the cluster after the line. */
  readonly endLine: (end: number, pen: number) => readonly BoxSpan[];
}

interface Draft {
  scope: Scope;
  x: number;
  end: number;
  isFirst: boolean;
  isLast: boolean;
}

/** Most paragraphs have no inline boxes. */
const noBoxes: BoxTrack = {
  seek: () => {},
  beginLine: () => {},
  hasEdgesBefore: () => false,
  hasEdgesAfter: () => false,
  passBefore: (_cluster, pen) => pen,
  passAfter: (_cluster, pen) => pen,
  endLine: () => [],
};

/** `edges` in the order of the text. */
export function createBoxTrack(edges: readonly Edge[]): BoxTrack {
  if (edges.length === 0) return noBoxes;
  let next = 0;
  let open: Draft[] = [];
  let line: Draft[] = [];
  let reached = 0;
  const pass = (edge: Edge, pen: number): number => {
    const { scope } = edge;
    if (edge.kind === 'open') {
      const box = {
        scope,
        x: pen + edge.margin,
        end: pen,
        isFirst: true,
        isLast: false,
      };
      open.push(box);
      line.push(box);
    } else {
      const box = open.pop();
      if (box !== undefined) {
        box.end = pen + edge.width - edge.margin;
        box.isLast = true;
      }
    }
    return pen + edge.width;
  };
  const passWhile = (belongs: (edge: Edge) => boolean, pen: number): number => {
    let moved = pen;
    while (next < edges.length && belongs(edges[next]!)) moved = pass(edges[next++]!, moved);
    return moved;
  };
  return {
    seek: (cluster) => {
      if (cluster === reached) return;
      open = [];
      for (next = 0; next < edges.length && edges[next]!.owner < cluster; next++) pass(edges[next]!, 0);
      reached = cluster;
    },
    beginLine: (x) => {
      open = open.map(({ scope }) => ({ scope, x, end: x, isFirst: false, isLast: false }));
      line = [...open];
    },
    hasEdgesBefore: (cluster) =>
      next < edges.length && edges[next]!.owner === cluster && edges[next]!.isBefore,
    hasEdgesAfter: (cluster) => next < edges.length && edges[next]!.owner === cluster,
    passBefore: (cluster, pen) => passWhile((edge) => edge.owner === cluster && edge.isBefore, pen),
    passAfter: (cluster, pen) => passWhile((edge) => edge.owner === cluster && !edge.isBefore, pen),
    endLine: (end, pen) => {
      const last = passWhile((edge) => edge.owner < end, pen);
      reached = end;
      for (const box of open) box.end = last;
      return line;
    },
  };
}
