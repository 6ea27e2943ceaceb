import type { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { runCommand } from '../../../src/handlers/entry/commands/runCommand';
import { subcommands } from '../../../src/handlers/entry/commands/subcommands';
import { fakeHost } from '../../support/fakeHost';
import { notices } from '../../support/notices';
import { person } from '../../support/person';

const typed = (words: string, user = person()) =>
  ({
    getArguments: () => words.split(' '),
    getSender: () => user,
    getRoom: () => ({ id: 'r1' }),
    getTriggerId: () => undefined,
  }) as unknown as SlashCommandContext;

const agent = person({ id: 'agent-id', roles: ['livechat-agent'] });
const run = async (words: string, user = person()) => {
  const { said, modify, read } = notices();
  await runCommand(fakeHost({ modify, read }).host, typed(words, user));
  return said;
};

describe('what is typed behind the slash', () => {
  test.each(['', ' ', 'help', 'HELP', ' help  me '])('"%s" is answered with the list', async (words) => {
    expect(await run(words, agent)).toEqual([
      { to: 'agent-id', room: 'r1', text: expect.stringContaining('shortcuts') },
    ]);
  });

  test('unknown words are answered with the closest match', async () => {
    expect(await run('suport', agent)).toEqual([
      expect.objectContaining({ text: expect.stringMatching(/suport.*whatsapp-360d-cloud support/) }),
    ]);
    expect(await run('constructor', agent)).toEqual([
      expect.objectContaining({ text: expect.stringContaining('constructor') }),
    ]);
  });

  test.each(Object.keys(subcommands).filter((name) => subcommands[name]?.who === 'admin'))(
    '%s is not done for an agent, who reads why',
    async (name) => {
      expect(await run(name, agent)).toEqual([
        { to: 'agent-id', room: 'r1', text: expect.stringContaining('administrators') },
      ]);
    },
  );
});
