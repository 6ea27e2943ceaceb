import type { AppView } from './engine/AppHost';
import type { Sandbox, ServerTraits, ServerVersion } from './server/serverTraits';

/** A running workbench. */
export interface Workbench {
  /** Base URLs without a trailing slash. */
  url: string;
  simulatorUrl: string;
  app: AppView;
  /** The Rocket.Chat release that is imitated. */
  server: ServerTraits;
  demo: { apiKey: string; phoneNumber: string };
  /** Usernames of the people who can sign in; the password is the username. */
  usernames: string[];
  /** Resolves when the page can be served; rejects when it cannot be built. */
  pageBuilt: Promise<void>;
  /** Ends requests, the sandbox and the simulator, and closes what is stored. */
  stop(): Promise<void>;
}

/** How to start a workbench. Ports: 0 takes a free one. */
export interface WorkbenchOptions {
  port: number;
  simulatorPort: number;
  /** The folder that stores everything. Without it, everything is in memory and lost at the end. */
  dataFolder?: string;
  /** A package to try instead of this repository's own. */
  zip?: string;
  /** Serve the page (default), or the interfaces alone. */
  page?: boolean;
  /** The Rocket.Chat release to imitate; the current one by default. */
  server?: ServerVersion;
  /** The sandbox of apps, if it is not the release's own. */
  sandbox?: Sandbox;
  /** Blocks apps' own `fetch`, so that only Rocket.Chat reaches the network, as behind a proxy. */
  isOffline?: boolean;
  /** The port for a debugger of the app's sandbox. */
  inspectPort?: number;
}
