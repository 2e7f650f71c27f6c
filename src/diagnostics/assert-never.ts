/** Makes a `switch` over a closed union exhaustive: a new member becomes a type error here. */
export function assertNever(value: never): never {
  throw new Error(`Parkpress met a case it does not know: ${JSON.stringify(value)}`);
}
