import type { AppView } from './engine/AppView';
import type { ServerTraits } from './server/serverTraits';

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
