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

/** Who acts: a signed-in user, or a visitor of the livechat widget. */
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
  /** The text after the command, including the leading space. */
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
  /** Absent for a failed one-time job, which never runs again. */
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

/** The real Apps-Engine with its sandbox, on top of this workspace. A process can have only one. */
export interface AppHost {
  readonly roundTrips: RoundTrips;

  list(): Promise<AppView[]>;
  /** Undefined for an app that is not installed. Most methods below then fail with `App not found`. */
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
  /** Sets the value of a setting and tells the app. Throws for an unknown setting. */
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
   * `POST /api/apps/ui.interaction/:appId`: takes the unchanged body and returns the handler's unchanged result;
   * undefined when the app has no such handler. Throws the handler's error, and 'Unknown action' for an unknown type.
   */
  interact(appId: string, by: Interactor, interaction: unknown): Promise<unknown>;

  commands(): CommandView[];
  /** Throws `WorkspaceError` for an unknown command, or what the app threw. */
  runCommand(run: CommandRun): Promise<void>;

  /** All buttons of enabled apps. As on the real server, the caller decides who sees which (`when`). */
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
  /** Runs a waiting job now, whatever its time, and resolves when it is finished. Throws for an unknown job. */
  runJob(jobId: string): Promise<void>;
  /** All persistence records of an app. */
  records(appId: string): AppRecord[];

  /**
   * Resolves when nothing has run for `quietMs` (50): no request, no call from a sandbox and no delivery of an event,
   * and when no app waits for a short timer, such as the hold before it sends a message.
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
  /** Header names in any case. */
  method: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  /** The parsed JSON or form body, or the raw text of any other type. */
  content: unknown;
  /** The signed-in user, if the request had credentials. */
  user?: UserDocument;
}

export interface EndpointAnswer {
  status: number;
  headers: Record<string, string>;
  /** An object is sent as JSON; a string or Buffer is sent unchanged. */
  content: unknown;
}

/**
 * An installed app in the form of the REST API. `status` has Rocket.Chat's values: `manually_enabled`,
 * `error_disabled`, …
 */
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
