import { LRUCache } from 'lru-cache';
import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Memory } from './Memory';
import { readInstall } from './records/install';
import { readNumbers } from './records/numbers';
import { Remembered } from './Remembered';
import { createSettingsCache } from './settings/createSettingsCache';
import { Turns } from './Turns';

/** Milliseconds; so long two instances may disagree. */
const MINUTE = 60_000;

/** A fresh process remembers nothing. */
export function createMemory(environment: () => IEnvironmentRead): Memory {
  return {
    numbers: new Remembered(readNumbers, MINUTE),
    settings: createSettingsCache((id) => environment().getSettings().getValueById(id)),
    install: new Remembered(readInstall, MINUTE),
    appUser: new Remembered(async ({ read, app }) => {
      const user = await read.getUserReader().getAppUser(app.id);
      if (!user) {
        throw new Error('the app has no user');
      }
      return user;
    }, Number.POSITIVE_INFINITY),
    siteUrl: new Remembered(readSiteUrl, MINUTE),
    conversations: new LRUCache({ max: 5_000 }),
    seen: new LRUCache({ max: 20_000 }),
    turns: new Turns(),
    foreignEvents: new Map(),
    entriesAtWork: new Set(),
  };
}

async function readSiteUrl({ read }: Parameters<typeof readInstall>[0]): Promise<string> {
  const value: unknown = await read.getEnvironmentReader().getServerSettings().getValueById('Site_Url');
  return typeof value === 'string' ? value.replace(/\/+$/, '') : '';
}
