/** What a build tells while it runs. Printers only consume these; nothing else prints. */

export type BuildEvent =
  /** The plan stands: how many files there are in all, and how many of them have to be made. */
  | { readonly kind: 'planned'; readonly targets: number; readonly stale: number }
  /** Why a file is made again. */
  | { readonly kind: 'stale'; readonly path: string; readonly reason: string }
  | { readonly kind: 'made'; readonly path: string; readonly bytes: number; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly path: string }
  | { readonly kind: 'removed'; readonly path: string };

export type Listener = (event: BuildEvent) => void;
