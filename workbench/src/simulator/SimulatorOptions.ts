/** How to start a simulator; see {@link startSimulator}. */
export interface SimulatorOptions {
  /** Port to listen on; 0 takes a free one. */
  port: number;
  /** Interface to listen on; loopback by default. */
  host?: string;
  /** File of its durable store. Without it (or with `memory`) everything is forgotten at `stop`. */
  dataFile?: string;
  memory?: boolean;
  /** Wall clock in milliseconds since the epoch; the control API's time travel is added on top. */
  now?: () => number;
}
