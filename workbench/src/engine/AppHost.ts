import type { IApiEndpointMetadata } from '@rocket.chat/apps-engine/definition/api/IApiEndpointMetadata';
import type { IAppInfo } from '@rocket.chat/apps-engine/definition/metadata/IAppInfo';
import type { ProviderMetadata } from '@rocket.chat/apps-engine/definition/outboundCommunication/IOutboundCommsProvider';
import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication/IOutboundMessage';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/ISetting';
import type { IUIActionButton } from '@rocket.chat/apps-engine/definition/ui/IUIActionButtonDescriptor';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging/ILoggerStorageEntry';
import type { RoomDocument } from '../workspace/documents/RoomDocument';
import type { UserDocument } from '../workspace/documents/UserDocument';
import type { VisitorDocument } from '../workspace/documents/VisitorDocument';
import type { RoundTrips } from './RoundTrips';

/** The person who clicks: a signed-in user, or a visitor of the livechat widget. */
export type Interactor = { user: UserDocument } | { visitor: VisitorDocument };

export interface CommandView {
  command: string;
  params: string;
  /** An i18n key of the app; see `AppHost.translate`. */
  description: string;
  appId: string;
  clientOnly: false;
  providesPreview: boolean;
}

export interface CommandRun {
  command: string;
  /** As typed after the command, leading space and all. */
  params: string;
  room: RoomDocument;
  user: UserDocument;
  tmid?: string;
  triggerId?: string;
}

export interface JobView {
  id: string;
  processorId: string;
  appId: string;
  kind: 'once' | 'recurring';
  /** Absent for a one-time job that failed: it never runs again. */
  nextRunAt?: Date;
  lastRunAt?: Date;
  lastError?: string;
  data: unknown;
}

export interface AppRecord {
  id: string;
  associations: { model: string; id: string }[];
  data: unknown;
}

/** The real Apps-Engine with its sandbox, over this workspace. One a process. */
export interface AppHost {
  readonly roundTrips: RoundTrips;

  list(): Promise<AppView[]>;
  /** Undefined for an app that is not installed; so are most methods below refused with `App not found`. */
  get(appId: string): Promise<AppView | undefined>;

  /** Installs a package and enables it. Throws with the engine's reason when the package is broken or the app fails. */
  install(zip: Buffer, by: UserDocument): Promise<AppView>;
  /** Replaces an installed app by another package of the same id. */
  update(zip: Buffer, by: UserDocument): Promise<AppView>;
  enable(appId: string): Promise<AppView>;
  disable(appId: string): Promise<AppView>;
  /** Removes the app with its settings, records, jobs and user. */
  uninstall(appId: string, by: UserDocument): Promise<void>;

  settings(appId: string): Promise<Record<string, ISetting>>;
  /** Sets one setting's value; the app hears of it. Throws for an unknown setting. */
  updateSetting(appId: string, settingId: string, value: unknown): Promise<ISetting>;

  /** Newest first. */
  logs(
    appId: string,
    page?: { count?: number; offset?: number },
  ): Promise<{ logs: ILoggerStorageEntry[]; total: number }>;
  icon(appId: string): Promise<{ type: string; bytes: Buffer } | undefined>;
  /** The app's label for an i18n key, in this language, else in English, else the key. */
  translate(appId: string, key: string, language?: string): string;

  /** Undefined when there is no such endpoint or method (404 of the server); a failing handler gives status 500. */
  callEndpoint(call: EndpointCall): Promise<EndpointAnswer | undefined>;

  /**
   * `POST /api/apps/ui.interaction/:appId`: takes the body as it came. The answer is the handler's result, unchanged;
   * undefined when the app has no such handler. Throws what the handler threw; 'Unknown action' for an unknown type.
   */
  interact(appId: string, by: Interactor, interaction: unknown): Promise<unknown>;

  commands(): CommandView[];
  /** Throws `WorkspaceError` for an unknown command, or what the app threw. */
  runCommand(run: CommandRun): Promise<void>;

  /** All buttons of enabled apps; who may see which (`when`) is for the caller, as on the real server. */
  actionButtons(): Promise<IUIActionButton[]>;

  outboundProviders(type?: 'phone' | 'email'): {
    providerId: string;
    providerName: string;
    providerType: 'phone' | 'email';
    supportsTemplates: boolean;
  }[];
  outboundMetadata(providerId: string): Promise<ProviderMetadata | undefined>;
  sendOutbound(providerId: string, message: IOutboundMessage): Promise<void>;

  jobs(appId?: string): JobView[];
  /** Runs a waiting job now, whatever its time; resolves when it has run. Throws for an unknown job. */
  runJob(jobId: string): Promise<void>;
  /** All persistence records of an app. */
  records(appId: string): AppRecord[];

  /**
   * Resolves when nothing has run for `quietMs` (50): no request, no call from a sandbox, no delivery of an event; and no
   * app waits for a moment to go on by itself, as with what it holds back before it sends it.
   */
  idle(quietMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** A request to an app's endpoint as HTTP received it. */
export interface EndpointCall {
  appId: string;
  visibility: 'public' | 'private';
  /** The hash of the address; private only. */
  hash?: string;
  /** The path below the app's base path, without a leading slash: `incoming`, `get-sidebar-icon`. */
  path: string;
  /** Any case. */
  method: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  /** The parsed JSON or form body, or the raw text of other types. */
  content: unknown;
  /** The signed-in user, if the request had credentials. */
  user?: UserDocument;
}

export interface EndpointAnswer {
  status: number;
  headers: Record<string, string>;
  /** Object: JSON; string or Buffer: as it is. */
  content: unknown;
}

/** An installed app as REST shows it. `status` in Rocket.Chat's words: `manually_enabled`, `error_disabled`, … */
export type AppView = IAppInfo & {
  status: string;
  enabled: boolean;
  /** The hash in addresses of private endpoints. */
  privateHash: string;
  apis: IApiEndpointMetadata[];
  languages: Record<string, object>;
  permissionsGranted: { name: string }[];
  installedAt: Date;
};
