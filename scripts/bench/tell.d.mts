export function tell(make: () => Promise<Uint8Array> | Uint8Array): Promise<void>;
