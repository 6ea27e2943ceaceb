import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Dialog360Http } from '../dialog360/Connection';
import type { Log } from './hideSecrets';
import type { Memory } from './Memory';

/** All that a handler may use of Rocket.Chat, and what this process remembers. Made anew for every call into the app. */
export interface Host {
  /** `support` is the address where people ask for help, as the package states it. */
  app: { id: string; version: string; support: string };
  read: IRead;
  modify: IModify;
  http: IHttp;
  /** The way to 360dialog, which keeps the API key from other hosts. */
  dialog360: Dialog360Http;
  persistence: IPersistence;
  logger: Log;
  /** The path of one of our endpoints below the workspace's address, private hash included; '' while it is not known. */
  endpointPath(path: string): string;
  memory: Memory;
}
