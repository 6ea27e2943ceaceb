import type { IHttp, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Host, HostMaker } from '../../src/handlers/core/Host';
import { createMemory } from '../../src/handlers/entry/createMemory';
import { fakeHttp } from '../handlers/dialog360/support/connect';
import { MemoryPersistence } from './MemoryPersistence';

/** Stands for a part that a test must not use: touching it throws a sentence that says what was touched. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what it stands for
export function untouchable<T extends object>(name: string, known: object = {}): T {
  return new Proxy(known, {
    get: (target, property) => {
      if (property in target) return Reflect.get(target, property) as unknown;
      // A promise that is resolved with it asks for `then`.
      if (property === 'then' || typeof property === 'symbol') return undefined;
      throw new Error(`This test has no ${name}.${property}: give it one, or prove it on the runtime.`);
    },
  }) as T;
}

/** The options of a fake host beyond an empty store. */
interface HostParts {
  /** A store that another host made with it shares, as two instances of one workspace do. */
  store?: MemoryPersistence;
  /** Raw values of the app's settings, by id. */
  settings?: Record<string, unknown>;
  siteUrl?: string;
  /** 360dialog's answers, in order. */
  replies?: Parameters<typeof fakeHttp>;
  read?: Partial<IRead>;
  modify?: Partial<IModify>;
}

interface FakeHost {
  host: Host;
  store: MemoryPersistence;
  requests: ReturnType<typeof fakeHttp>['requests'];
  /** The log, one line per call. */
  log: string[];
  makeHost: HostMaker;
}

/**
 * A host over a store in memory, with settings and an HTTP that answers from a list. Everything else of the engine is
 * untouchable: what touches rooms, messages and people is proved on the real runtime.
 */
export function fakeHost(parts: HostParts = {}): FakeHost {
  const { store = new MemoryPersistence(), settings = {}, siteUrl = 'https://chat.example.org/', replies = [] } = parts;
  const { http, requests } = fakeHttp(...replies);
  const way = replies.length > 0 ? http : untouchable<IHttp>('http');
  const log: string[] = [];
  const write = (...items: unknown[]) => void log.push(items.map(String).join(' '));
  const environment = {
    getSettings: () => ({ getValueById: async (id: string) => settings[id] }),
    getServerSettings: () => ({ getValueById: async (id: string) => (id === 'Site_Url' ? siteUrl : undefined) }),
  };
  const read = untouchable<IRead>('read', {
    getPersistenceReader: () => store,
    getEnvironmentReader: () => environment,
    ...parts.read,
  });
  const host: Host = {
    app: { id: 'app-id', version: '1.2.3', support: 'https://help.example.org' },
    read,
    modify: untouchable<IModify>('modify', parts.modify),
    dialog360: way,
    http: way,
    persistence: store,
    logger: untouchable('logger', { debug: write, info: write, warn: write, error: write }),
    endpointPath: (path) => `/api/apps/private/app-id/hash/${path}`,
    memory: createMemory(() => untouchable('environment', environment)),
  };
  return { host, store, requests, log, makeHost: (accessors) => ({ ...host, ...accessors }) };
}
