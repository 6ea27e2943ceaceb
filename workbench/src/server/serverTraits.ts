/** The Rocket.Chat releases that the workbench can imitate. */
export const SERVER_VERSIONS = ['7.8', '8.2', '8.4', '8.8', '9.0'] as const;

export type ServerVersion = (typeof SERVER_VERSIONS)[number];

/** The release that a workbench imitates by default: the current one. */
export const DEFAULT_SERVER: ServerVersion = '9.0';

/** The sandbox of apps. */
export const SANDBOXES = ['deno', 'node'] as const;

export type Sandbox = (typeof SANDBOXES)[number];

/** The engines that the workbench runs, which npm has with host and sandbox, and their package names here. */
export const ENGINES_HERE = { '1.53.1': 'apps-engine-1-53', '1.62.0': '@rocket.chat/apps-engine' } as const;

export type EngineHere = keyof typeof ENGINES_HERE;

/** The behaviour of a Rocket.Chat release that an app can observe. */
export interface ServerTraits {
  version: ServerVersion;
  /** The Apps-Engine that the release ships. */
  engine: string;
  /** The Apps-Engine that the workbench runs for it: its own if npm has that with host and sandbox, else the newest. */
  engineHere: EngineHere;
  /** The runtime that executes apps. */
  sandbox: Sandbox;
  /**
   * The version of the runtime that the release ships. The workbench itself runs apps in npm's Deno and in its own
   * Node.
   */
  runtime: string;
  /** Whether an app has a global `process`, which Deno 1.43.5 lacks. */
  hasProcess: boolean;
  /** How host and sandbox exchange calls: msgpack over stdio, or Node's IPC channel with structured clone. */
  transport: 'msgpack' | 'ipc';
  /** `message.files` reaches apps, and lists thumbnails beside the file (PR 38099). */
  filesReachApps: boolean;
  /** A unique index allows one open livechat room per visitor token; a second one fails with E11000 (PR 39087). */
  oneOpenRoomPerToken: boolean;
  /** The livechat creator offers `resolveVisitor`, and visitors can carry external ids. */
  resolvesVisitors: boolean;
  /** Reactions can be set with `getMessageUpdater`. */
  reactsByUpdater: boolean;
  /** The server has the endpoints of Outbound Messages (7.9 to 7.10), and the client its dialog (7.11). */
  outboundMessages: boolean;
}

const V78: ServerTraits = {
  version: '7.8',
  engine: '1.53',
  engineHere: '1.53.1',
  sandbox: 'deno',
  runtime: 'Deno 1.43.5',
  hasProcess: false,
  transport: 'msgpack',
  filesReachApps: false,
  oneOpenRoomPerToken: false,
  resolvesVisitors: false,
  reactsByUpdater: false,
  outboundMessages: false,
};
const V82: ServerTraits = {
  ...V78,
  version: '8.2',
  engine: '1.60',
  engineHere: '1.62.0',
  filesReachApps: true,
  outboundMessages: true,
};
const V84: ServerTraits = {
  ...V82,
  version: '8.4',
  engine: '1.62',
  runtime: 'Deno 2.3.1',
  hasProcess: true,
  oneOpenRoomPerToken: true,
  resolvesVisitors: true,
  reactsByUpdater: true,
};
const V88: ServerTraits = { ...V84, version: '8.8', engine: '1.66', sandbox: 'node', runtime: 'Node 22' };
const V90: ServerTraits = { ...V88, version: '9.0', engine: '1.68', transport: 'ipc' };

/** One row per release; each starts from the release before it and names what changed. */
export const SERVER_TRAITS: Record<ServerVersion, ServerTraits> = {
  '7.8': V78,
  '8.2': V82,
  '8.4': V84,
  '8.8': V88,
  '9.0': V90,
};

/**
 * The traits of a release with another sandbox than its own. Host and sandbox then use msgpack, and the engine is the
 * newest, whose runtime was tried in both.
 */
export function traitsOf(version: ServerVersion = DEFAULT_SERVER, sandbox?: Sandbox): ServerTraits {
  const traits = SERVER_TRAITS[version];
  const isOther = sandbox !== undefined && sandbox !== traits.sandbox;
  if (!isOther) return traits;
  const runtime = sandbox === 'deno' ? 'Deno 2.3.1' : 'Node 22';
  return { ...traits, engineHere: '1.62.0', sandbox, runtime, hasProcess: true, transport: 'msgpack' };
}

export function isServerVersion(text: string): text is ServerVersion {
  return SERVER_VERSIONS.some((version) => version === text);
}
