const MB = 1024 * 1024;

/**
 * Sizes of files, in bytes, from which they are treated in another way. The engine reads what an app sends in pieces of
 * 64 kB and puts each behind a copy of all before it (Apps-Engine 1.62, the decoder of its sandbox's messages), so that
 * the time grows with the square of the size, and nobody else gets on meanwhile: 16 MB take it half a second, 32 MB two
 * to three, 64 MB fifteen, and at 100 MB it takes the app for dead.
 *
 * Servers that speak with the app over Node's IPC channel (9.0) have no such decoder: bytes go through as they are.
 */
export const weights = {
  /** From here on files come one after another, past the engine where the workspace can be reached. */
  heavy: 8 * MB,
  /** The most that the engine is given where it cannot. */
  mostByEngine: 32 * MB,
  /** The most that the app takes from the engine, which reads slower on its side: at 32 MB a busy machine ends the app. */
  mostIntoApp: 24 * MB,
  /** The same over Node's IPC channel: WhatsApp takes no larger file. */
  mostIntoAppByIpc: 100 * MB,
} as const;
