import { Clock } from '../../src/clock/Clock';
import type { AppHost } from '../../src/engine/AppHost';
import { startAppHost } from '../../src/engine/startAppHost';
import { type ServerVersion, traitsOf } from '../../src/server/serverTraits';
import type { Store } from '../../src/store/Store';
import { openStore } from '../../src/store/Store';
import { openWorkspace } from '../../src/workspace/openWorkspace';
import type { Workspace } from '../../src/workspace/Workspace';
import type { UserDocument } from '../../src/workspace/documents/UserDocument';
import { probeApp, PROBE_ID } from './probeApp';

export const SITE_URL = 'http://localhost:3999';

/** A value that an app was given or gives back. Tests look at it field by field. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- its shape is the app's matter
export type AppValue = any;

export interface NotedEvent {
  event: string;
  payload?: AppValue;
  datesAreDates?: boolean;
  [field: string]: AppValue;
}

/** A workspace with the probe app installed. */
export class ProbeHost {
  private constructor(
    readonly store: Store,
    readonly workspace: Workspace,
    readonly host: AppHost,
    readonly clock: Clock,
  ) {}

  static async start(
    place: { file: string } | { memory: true } = { memory: true },
    server?: ServerVersion,
  ): Promise<ProbeHost> {
    const store = openStore(place);
    const workspace = openWorkspace({ store, siteUrl: SITE_URL, traits: traitsOf(server) });
    const clock = new Clock();
    const host = await startAppHost({ store, workspace, clock });
    const probe = new ProbeHost(store, workspace, host, clock);
    if (!(await host.get(PROBE_ID))) await host.install(probeApp(), probe.user('admin'));
    await host.idle();
    await probe.events();
    return probe;
  }

  user(username: string): UserDocument {
    return this.workspace.users.findByUsername(username)!;
  }

  /** Runs code in the app's sandbox: with `read`, `modify`, `http`, `persistence`, `association(id)`, `input`, `logger`. */
  async run(code: string, input?: unknown): Promise<AppValue> {
    const answer = await this.host.callEndpoint({
      appId: PROBE_ID,
      visibility: 'public',
      path: 'run',
      method: 'POST',
      headers: {},
      query: {},
      content: { code, input },
    });
    const { result, error } = answer!.content as { result?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return result;
  }

  /** The events that reached the app since the last call. */
  async events(...names: string[]): Promise<NotedEvent[]> {
    await this.host.idle();
    const answer = await this.host.callEndpoint({
      appId: PROBE_ID,
      visibility: 'public',
      path: 'events',
      method: 'GET',
      headers: {},
      query: {},
      content: undefined,
    });
    const events = answer!.content as NotedEvent[];
    return names.length > 0 ? events.filter(({ event }) => names.includes(event)) : events;
  }

  async stop(): Promise<void> {
    await this.host.stop();
    this.store.close();
  }
}
