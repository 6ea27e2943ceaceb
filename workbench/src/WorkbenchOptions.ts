import type { Sandbox, ServerVersion } from './server/serverTraits';

/** How to start a workbench. Ports: 0 takes a free one. */
export interface WorkbenchOptions {
  port: number;
  simulatorPort: number;
  /** Where everything is kept; without it in memory, forgotten at the end. */
  dataFolder?: string;
  /** A package to try instead of this repository's own. */
  zip?: string;
  /** Serve the page (default), or the interfaces alone. */
  page?: boolean;
  /** The Rocket.Chat release to imitate; the current one by default. */
  server?: ServerVersion;
  /** What apps run in, where it is not to be what the release has. */
  sandbox?: Sandbox;
  /** Apps' own `fetch` reaches nobody: only Rocket.Chat gets out, as in a network with a proxy. */
  isOffline?: boolean;
  /** Where a debugger can look into the app's sandbox. */
  inspectPort?: number;
}
