/**
 * Milliseconds that each call may take. The host ends a whole request into the app after 30 s, so what a person waits
 * for stays well below; files travel in the background, where only the host's own patience counts.
 */
export const timeouts = {
  read: 10_000,
  configure: 15_000,
  send: 20_000,
  templates: 20_000,
  media: 120_000,
} as const;
