import type { IConfigurationExtend, IEnvironmentRead, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApi } from '@rocket.chat/apps-engine/definition/api';
import { ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { readSandbox, whereSupported } from '../../../src/handlers/core/sandbox';
import { settingDefinitions } from '../../../src/handlers/core/settings/settings';
import { createMemory } from '../../../src/handlers/entry/createMemory';
import { endpoints } from '../../../src/handlers/entry/endpoints/endpoints';
import { actionButtons } from '../../../src/handlers/entry/interactions/pressButton';
import { jobs } from '../../../src/handlers/entry/jobs/jobs';
import { register } from '../../../src/handlers/entry/register';
import { fakeHost } from '../../support/fakeHost';

describe('sandbox', () => {
  /** The globals of the sandbox for one look. */
  function sandboxWith(globals: { process?: object; navigator?: object }) {
    const names = ['process', 'navigator'] as const;
    const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
    for (const name of names) Object.defineProperty(globalThis, name, { value: globals[name], configurable: true });
    try {
      return readSandbox();
    } finally {
      names.forEach((name, i) => {
        const descriptor = before[i];
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
      });
    }
  }

  test.each([
    [
      '8.3 and older',
      { navigator: { userAgent: 'Deno/1.43.5' } },
      { kind: 'deno', name: 'Deno 1.43.5', wire: 'msgpack' },
    ],
    ['nothing to be told by', {}, { kind: 'deno', name: 'Deno', wire: 'msgpack' }],
    [
      '8.4',
      { process: { versions: { node: '20.11.1', deno: '2.3.1' } }, navigator: { userAgent: 'Deno/2.3.1' } },
      { kind: 'deno', name: 'Deno 2.3.1', wire: 'msgpack' },
    ],
    ['8.8', { process: { versions: { node: '22.22.3' } } }, { kind: 'node', name: 'Node 22.22.3', wire: 'msgpack' }],
    [
      '9.0',
      { process: { versions: { node: '22.22.3' }, send: () => true } },
      { kind: 'node', name: 'Node 22.22.3', wire: 'ipc' },
    ],
  ])('the sandbox of %s', (_server, globals, sandbox) => {
    expect(sandboxWith(globals)).toEqual(sandbox);
  });
});

describe('whereSupported', () => {
  /** A proxy's way to say no, as in Deno, and a class's, as in Node: a rejection, and a throw at the call. */
  const ways: [string, (error: Error) => () => Promise<never>][] = [
    ['rejects', (error) => () => Promise.reject(error)],
    [
      'throws at the call',
      (error) => () => {
        throw error;
      },
    ],
  ];

  describe.each(ways)('a call that %s', (_way, fail) => {
    test.each([
      'Invalid accessor method "resolveVisitor"',
      'creator.resolveVisitor is not a function',
      'Method not implemented.',
      'Method not found',
      'error-action-not-allowed: license required',
    ])('is lacking when it says "%s", and is made once', async (message) => {
      const { host } = fakeHost();
      const call = jest.fn(fail(new Error(message)));
      expect(await whereSupported(host, 'resolveVisitor', call, 'without')).toBe('without');
      expect(await whereSupported(host, 'resolveVisitor', call, 'without')).toBe('without');
      expect(call).toHaveBeenCalledTimes(1);
    });

    test.each([
      'MongoNetworkTimeoutError: connection timed out',
      'Request "x" for method "y" timed out after 30000ms',
      'error-invalid-contact',
    ])('has failed when it says "%s", and is made again', async (message) => {
      const { host } = fakeHost();
      const call = jest.fn(fail(new Error(message)));
      await expect(whereSupported(host, 'resolveVisitor', call, undefined)).rejects.toThrow(message);
      await expect(whereSupported(host, 'resolveVisitor', call, undefined)).rejects.toThrow(message);
      expect(call).toHaveBeenCalledTimes(2);
    });
  });

  test('a call that the server has gives what it gives, undefined too', async () => {
    const { host } = fakeHost();
    expect(await whereSupported(host, 'one', async () => 1, 'without')).toBe(1);
    expect(await whereSupported(host, 'none', async () => undefined, 'without')).toBeUndefined();
  });
});

describe('register', () => {
  /** What a configuration was told, in order; the command is refused when an error is given. */
  function configuration(refusal?: Error, parts: object = {}) {
    const told: [what: string, thing: unknown][] = [];
    const take = (what: string) => async (thing: unknown) => void told.push([what, thing]);
    const provideSlashCommand = async (thing: unknown) => {
      if (refusal) throw refusal;
      told.push(['command', thing]);
    };
    const extend = {
      settings: { provideSetting: take('setting') },
      slashCommands: { provideSlashCommand },
      api: { provideApi: take('api') },
      scheduler: { registerProcessors: take('jobs') },
      ui: { registerButton: take('button') },
      outboundCommunication: { registerPhoneProvider: take('provider') },
      ...parts,
    } as unknown as IConfigurationExtend;
    return { told, extend };
  }

  const app = { getLogger: () => ({ debug: () => undefined }), getID: () => 'app-id' } as unknown as IApp;
  const { host } = fakeHost();

  describe('Rocket.Chat is told', () => {
    test('of everything in the tables, of the command last', async () => {
      const { told, extend } = configuration();
      await register(app, extend, () => host);
      const things = (what: string) => told.filter(([each]) => each === what).map(([, thing]) => thing);
      expect(things('setting')).toEqual([...settingDefinitions]);
      const apis = things('api') as IApi[];
      const provided = apis.flatMap((api) => api.endpoints.map(({ path }) => [path, String(api.visibility)]));
      expect(new Map(provided.map(([path, visibility]) => [path, visibility]))).toEqual(
        new Map(
          endpoints.map(({ path, visibility }) => [
            path,
            String(ApiVisibility[visibility === 'private' ? 'PRIVATE' : 'PUBLIC']),
          ]),
        ),
      );
      expect((things('jobs')[0] as { id: string }[]).map(({ id }) => id)).toEqual(jobs.map(({ id }) => id));
      expect(things('button')).toEqual(Object.values(actionButtons).map(({ button }) => button));
      expect(things('provider')).toMatchObject([{ appId: 'app-id', type: 'phone' }]);
      expect(told.at(-1)?.[0]).toBe('command');
      expect(things('command')).toMatchObject([{ command: 'whatsapp-360d-cloud', providesPreview: false }]);
    });

    test('of the rest also where the command is there already, as after being disabled', async () => {
      const { told, extend } = configuration(new Error('The command "x" already exists in the system.'));
      await register(app, extend, () => host);
      expect(told.map(([what]) => what)).toContain('jobs');
    });

    test.each<[string, object]>([
      ['has no such accessor', { outboundCommunication: undefined }],
      ['has the accessor without the method', { outboundCommunication: {} }],
      [
        'refuses at the call',
        {
          outboundCommunication: {
            registerPhoneProvider: () => {
              throw new Error('missing permission');
            },
          },
        },
      ],
      [
        'refuses later',
        { outboundCommunication: { registerPhoneProvider: () => Promise.reject(new Error('licence')) } },
      ],
    ])('of the rest also where the engine for Outbound Messages %s', async (_how, parts) => {
      const { told, extend } = configuration(undefined, parts);
      await register(app, extend, () => host);
      expect(told.map(([what]) => what)).toContain('command');
    });

    test('of nothing in silence when it refuses the command for another reason', async () => {
      const { extend } = configuration(new Error('no permission'));
      await expect(register(app, extend, () => host)).rejects.toThrow('no permission');
    });
  });
});

describe('createMemory', () => {
  const settings = (getValueById: (id: string) => Promise<unknown>) =>
    createMemory(() => ({ getSettings: () => ({ getValueById }) }) as unknown as IEnvironmentRead).settings;

  describe('what a fresh process remembers', () => {
    test('are defaults while the app’s settings are not there yet', async () => {
      const missing = settings(() => Promise.reject(new Error('Setting "api_base_url" does not exist.')));
      expect(await missing.get('apiBaseUrl')).toBe('https://waba-v2.360dialog.io');
    });

    test('is not a default when the settings cannot be read', async () => {
      const broken = settings(() => Promise.reject(new Error('no database')));
      await expect(broken.get('apiBaseUrl')).rejects.toThrow('no database');
    });

    test('is the app’s own user, asked for once', async () => {
      const getAppUser = jest.fn(async () => ({ id: 'bot-id' }));
      const { host } = fakeHost({ read: { getUserReader: () => ({ getAppUser }) } as unknown as Partial<IRead> });
      expect((await host.memory.appUser.get(host)).id).toBe('bot-id');
      await host.memory.appUser.get(host);
      expect(getAppUser.mock.calls).toEqual([['app-id']]);
    });

    test('is no user that is not there', async () => {
      const getUserReader = () => ({ getAppUser: async () => undefined });
      const { host } = fakeHost({ read: { getUserReader } as unknown as Partial<IRead> });
      await expect(host.memory.appUser.get(host)).rejects.toThrow('the app has no user');
    });
  });
});
