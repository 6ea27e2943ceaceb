/** The simulator's time: the wall clock plus what was travelled. Milliseconds since the epoch. */
export interface SimulatorClock {
  now(): number;
  /** Seconds as WhatsApp writes them in webhooks. */
  seconds(): string;
  /** Moves forward; the journey is remembered over restarts. */
  shift(ms: number): void;
}
