import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { createCommand } from '../../../src/handlers/entry/commands/createCommand';
import { runCommand } from '../../../src/handlers/entry/commands/runCommand';
import type { CallAccessors } from '../../../src/handlers/core/Host';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/entry/commands/runCommand', () => ({ runCommand: jest.fn(async () => undefined) }));

test('the command is one, and is run with the log of this very call', async () => {
  const { host } = fakeHost();
  const made: CallAccessors[] = [];
  const makeHost = (accessors: CallAccessors) => {
    made.push(accessors);
    return host;
  };
  const command = createCommand({ getLogger: () => 'log of the registration' } as unknown as IApp, makeHost);
  expect(command).toMatchObject({ command: 'whatsapp-360d-cloud', providesPreview: false });
  // The engine puts another app in its place for every call.
  command.app = { getLogger: () => 'log of the call' } as unknown as IApp;
  const context = {} as unknown as SlashCommandContext;
  await command.executor(context, host.read, host.modify, host.http, host.persistence);
  expect(runCommand).toHaveBeenCalledWith(host, context);
  expect(made).toEqual([expect.objectContaining({ logger: 'log of the call' })]);
});
