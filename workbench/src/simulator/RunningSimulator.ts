import type { Router } from 'express';

/** A listening 360dialog simulator. */
export interface RunningSimulator {
  /** Base URL of the simulated 360dialog API, without a trailing slash, e.g. `http://127.0.0.1:4010`. */
  url: string;
  port: number;
  /** The control API (`/state`, `/customers`, …, without the `/control` prefix), to be mounted elsewhere too. */
  controlRouter: Router;
  /** A number with its key that exists from the first start on. `phoneNumber` is digits only. */
  demo: { apiKey: string; phoneNumber: string };
  /** Stops timers and the listener, ends open streams and closes the store. */
  stop(): Promise<void>;
}
