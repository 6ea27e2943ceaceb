import type { IConfigurationExtend } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import type { IApi } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { endpoints } from '../../src/handlers/entry/endpoints/endpoints';
import { actionButtons } from '../../src/handlers/entry/interactions/actionButtons';
import { jobs } from '../../src/handlers/entry/jobs/jobs';
import { register } from '../../src/handlers/entry/register';
import { settingDefinitions } from '../../src/handlers/core/settings/settings';
import { fakeHost } from '../support/fakeHost';

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
    ['refuses later', { outboundCommunication: { registerPhoneProvider: () => Promise.reject(new Error('licence')) } }],
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
