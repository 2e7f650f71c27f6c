export const headings: readonly string[];
export const formats: readonly string[];
export function rowOf(i: number): Readonly<Record<string, string>>;
