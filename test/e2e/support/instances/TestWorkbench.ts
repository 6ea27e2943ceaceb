import type { ServerVersion } from '../../../../workbench/src/server/serverTraits';
import { HttpClient } from '../clients/HttpClient';
import { passTime } from './durableStore';
import { SimulatorClient } from '../clients/SimulatorClient';
import { TestClient } from '../clients/TestClient';
import type { WireRoundTrips } from '../clients/WireDocuments';
import { WorkbenchProcess } from './WorkbenchProcess';
import type { Exit, ReadyLine } from './WorkbenchProcess';

/** Somebody else over the same store, such as a second instance. */
export interface Follower {
  /** Time was travelled. */
  travelled(): Promise<void>;
  /** The server tells its instances of a setting of an app that was changed at another one (`AppServerListener`). */
  settingChanged(id: string, value: unknown): Promise<void>;
}

/** A workbench of a test's own: the real command line in a process of its own, on free ports. */
export class TestWorkbench {
  readonly #args: string[];
  readonly #dataDir: string | undefined;
  readonly #cleanUp: () => Promise<void>;
  readonly #clients = new Map<string, Promise<TestClient>>();
  readonly #followers = new Set<Follower>();
  #process: WorkbenchProcess;
  #ready: ReadyLine;

  /** Use `startTestWorkbench`. */
  constructor(
    process: WorkbenchProcess,
    ready: ReadyLine,
    args: string[],
    dataDir: string | undefined,
    cleanUp: () => Promise<void>,
  ) {
    this.#process = process;
    this.#ready = ready;
    this.#args = args;
    this.#dataDir = dataDir;
    this.#cleanUp = cleanUp;
  }

  get ready(): ReadyLine {
    return this.#ready;
  }

  /** The Rocket.Chat release that it imitates. */
  get server(): ServerVersion {
    return this.#ready.server;
  }

  get url(): string {
    return this.#ready.url;
  }

  get appId(): string {
    return this.#ready.appId;
  }

  /** Address of one of the app's private endpoints. */
  privateUrl(path: string): string {
    return `${this.url}/api/apps/private/${this.appId}/${this.#ready.privateHash}/${path}`;
  }

  /** Number and key that the simulator has from the start. */
  get demo(): ReadyLine['demo'] {
    return this.#ready.demo;
  }

  /** The id of the running process. */
  get pid(): number {
    return this.#process.pid;
  }

  /** The folder in which everything is kept. @throws Error when it is in memory: start it `durable` */
  get dataDir(): string {
    if (this.#dataDir === undefined) throw new Error('This workbench keeps everything in memory');
    return this.#dataDir;
  }

  /** Everything the process printed, for a failing test to show. */
  get output(): string {
    return this.#process.stdout + this.#process.stderr;
  }

  get sim(): SimulatorClient {
    return new SimulatorClient(this.#ready.simulatorUrl);
  }

  /** The simulated 360dialog's own API, with the key of the demo number. */
  get dialog360(): HttpClient {
    return new HttpClient(this.#ready.simulatorUrl, { 'D360-API-KEY': this.demo.apiKey });
  }

  /** Nobody's client. */
  get http(): HttpClient {
    return new HttpClient(this.url);
  }

  /** The client of a user, signed in at the first call and the same one from then on. */
  as(username: string): Promise<TestClient> {
    const client = this.#clients.get(username) ?? this.signIn(username);
    this.#clients.set(username, client);
    return client;
  }

  /** Another client of a user, as in a second window. */
  async signIn(username: string): Promise<TestClient> {
    const { data } = await this.http.post<{ data: { userId: string; authToken: string } }>('/api/v1/login', {
      user: username,
      password: username,
    });
    const headers = { 'X-User-Id': data.userId, 'X-Auth-Token': data.authToken };
    return TestClient.open(username, data.userId, new HttpClient(this.url, headers), this.appId);
  }

  /** Requests to the app and what they cost, oldest first; with a text, those whose label has it. */
  async roundTrips(label = ''): Promise<WireRoundTrips[]> {
    const { http } = await this.as('admin');
    const { requests } = await http.get<{ requests: WireRoundTrips[] }>('/api/workbench/roundtrips');
    return requests.filter((request) => request.label.includes(label));
  }

  async clearRoundTrips(): Promise<void> {
    await (await this.as('admin')).http.delete('/api/workbench/roundtrips');
  }

  /** The records of the app. Secrets are masked. */
  async records(): Promise<
    { id: string; associations: { model: string; id: string }[]; data: Record<string, unknown> }[]
  > {
    return (await this.as('admin')).http.get('/api/workbench/app/records');
  }

  /** The app's log, newest first, with its entries as text. */
  async logs(): Promise<{ _id: string; method: string; entries: { severity: string; args: unknown[] }[] }[]> {
    const { http } = await this.as('admin');
    return (await http.get<{ logs: [] }>(`/api/apps/${this.appId}/logs`, { count: 0 })).logs;
  }

  /** The app's settings, by id. */
  async settings(): Promise<Record<string, unknown>> {
    const { http } = await this.as('admin');
    const { settings } = await http.get<{ settings: Record<string, { value?: unknown; packageValue: unknown }> }>(
      `/api/apps/${this.appId}/settings`,
    );
    return Object.fromEntries(Object.entries(settings).map(([id, each]) => [id, each.value ?? each.packageValue]));
  }

  /** Sets app settings. Other instances are told. */
  async setSettings(values: Record<string, unknown>): Promise<void> {
    const settings = Object.entries(values).map(([id, value]) => ({ id, value }));
    await (await this.as('admin')).http.post(`/api/apps/${this.appId}/settings`, { settings });
    for (const follower of this.#followers) {
      for (const { id, value } of settings) await follower.settingChanged(id, value);
    }
  }

  /** Sets a setting of the workspace (`Livechat_accept_chats_with_no_agents`, `Site_Url`, …). */
  async setServerSetting(id: string, value: string | number | boolean): Promise<void> {
    await (await this.as('admin')).http.post('/api/workbench/settings', { id, value });
  }

  /** Resolves when nothing has run for a moment: no request, no call of the app, no event on its way. */
  async idle(): Promise<void> {
    await (await this.as('admin')).http.get('/api/workbench/idle');
  }

  /**
   * Travels forward in time, with everything: what falls due on the way happens at its own time, and is done when this
   * resolves. Other instances follow.
   */
  async travel(minutes: number): Promise<void> {
    const advanceMs = Math.round(minutes * 60_000);
    await (await this.as('admin')).http.post('/api/workbench/clock', { advanceMs });
    for (const follower of this.#followers) await follower.travelled();
  }

  /** Somebody who shares the store is told of what happens here. @returns ends that */
  follow(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** Ends it at once, as a power cut does. */
  async kill(): Promise<void> {
    this.#forgetClients();
    await this.#process.end('SIGKILL');
  }

  /**
   * Starts it again on the same data and the same ports, ending it politely first when it runs.
   *
   * @param later minutes that pass while it is down
   */
  async restart({ later = 0 }: { later?: number } = {}): Promise<void> {
    this.#forgetClients();
    await this.#process.end('SIGTERM');
    if (later > 0) passTime(this.dataDir, later);
    this.#process = new WorkbenchProcess(this.#args, this.#process.program);
    this.#ready = await this.#process.ready();
  }

  /** Ends it politely and removes its data. */
  async stop(): Promise<Exit> {
    this.#forgetClients();
    const exit = await this.#process.end('SIGTERM');
    await this.#cleanUp();
    return exit;
  }

  #forgetClients(): void {
    for (const client of this.#clients.values()) void client.then((open) => open.stop());
    this.#clients.clear();
  }
}
