import type { Clock } from '../clock/Clock';

/** How to start a simulator; see {@link startSimulator}. */
export interface SimulatorOptions {
  /** Port to listen on; 0 takes a free one. */
  port: number;
  /** Interface to listen on; loopback by default. */
  host?: string;
  /** File of its durable store. Without it (or with `memory`) everything is forgotten at `stop`. */
  dataFile?: string;
  memory?: boolean;
  /** The clock that it shares with others; one of its own by default. */
  clock?: Clock;
  /** For a clock of its own: the wall clock in milliseconds since the epoch, to which the journey is added. */
  now?: () => number;
}
