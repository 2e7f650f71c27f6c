/** Paths in other coordinates. */
import { isIdentity } from '../matrix.ts';
import type { Matrix, PathCommand } from '../shapes.ts';

/** The path with every point moved by the matrix. */
export function mapped(commands: readonly PathCommand[], matrix: Matrix): readonly PathCommand[] {
  if (isIdentity(matrix)) return commands;
  const [a, b, c, d, e, f] = matrix;
  const move = (x: number, y: number) => ({ x: a * x + c * y + e, y: b * x + d * y + f });
  return commands.map((command) => {
    if (command.op === 'Z') return command;
    const end = move(command.x, command.y);
    if (command.op !== 'C') return { op: command.op, ...end };
    const [first, second] = [move(command.x1, command.y1), move(command.x2, command.y2)];
    return { op: 'C', x1: first.x, y1: first.y, x2: second.x, y2: second.y, ...end };
  });
}
