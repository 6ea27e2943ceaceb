import type { Clock } from '../clock/Clock';
import type { AppHost } from '../engine/AppHost';
import type { RunningSimulator } from '../simulator/startSimulator';
import type { Workspace } from '../workspace/Workspace';

/** What the endpoints work with. */
export interface HttpContext {
  workspace: Workspace;
  apps: AppHost;
  simulator: RunningSimulator;
  clock: Clock;
  /** Our own version, and where people reach us (no trailing slash). */
  version: string;
  url: string;
  /** The id of the app under trial. */
  appId: string;
  /** Builds, installs and reads again the package under trial; see `POST /api/workbench/app/:action`. */
  readPackage: () => Promise<Buffer>;
}
