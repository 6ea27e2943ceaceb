import type { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { subcommandNames } from '../../../src/handlers/core/commandNames';
import { AppError } from '../../../src/handlers/core/errors/AppError';
import { readSandbox } from '../../../src/handlers/core/sandbox';
import { readLocale } from '../../../src/handlers/core/readLocale';
import { closestName, diagnosis, subcommands } from '../../../src/handlers/entry/commands/subcommands';
import { runCommand } from '../../../src/handlers/entry/commands/runCommand';
import { connectionOf } from '../../../src/handlers/numbers/connectionOf';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber } from '../../support/records';
import { notices, person } from '../../support/workspace';

describe('help', () => {
  test.each([
    ['conect', 'connect'],
    ['CONNECT', 'connect'],
    ['disconnect', 'connect'],
    ['number', 'numbers'],
    ['suport', 'support'],
    ['hepl', 'help'],
    ['docter', 'doctor'],
  ])('%s probably means %s', (typed, meant) => {
    expect(closestName(typed)).toBe(meant);
  });

  test.each(['', 'x', 'something else', 'a'.repeat(2_000), '__proto__'])('"%s" means nothing that we know', (typed) => {
    expect(closestName(typed)).toBeUndefined();
  });

  test('every name means itself', () => {
    for (const name of subcommandNames) expect(closestName(name)).toBe(name);
  });
});

describe('runCommand', () => {
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
});

describe('subcommands', () => {
  describe('subcommands', () => {
    test('only support and help are open to everybody', () => {
      const open = Object.entries(subcommands).filter(([, { who }]) => who === 'everybody');
      expect(open.map(([name]) => name).sort()).toEqual(['help', 'support']);
    });

    test('names are typed in small letters', () => {
      for (const name of Object.keys(subcommands)) expect(name).toBe(name.toLowerCase());
    });
  });

  describe('subcommandNames', () => {
    test('help lists exactly the sub-commands that are there, each with its sentence', () => {
      expect([...subcommandNames].sort()).toEqual(Object.keys(subcommands).sort());
      const texts = readLocale('en', 'commands');
      for (const name of subcommandNames) expect(texts[name]).toContain('{{command}}');
    });
  });
});

describe('support', () => {
  test('the diagnosis helps and gives nothing away', async () => {
    const { host } = fakeHost();
    const number = connectedNumber({ quality: 'GREEN', phoneNumberId: '100', welcomeMessage: 'our words' });
    await saveNumber(host, number);
    const { note } = await connectionOf(host, number);
    const details = `request to https://waba-v2.360dialog.io/messages failed, reason: read ECONNRESET`;
    note?.(new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:connectionBroke', params: { details } }));
    const text = await diagnosis(host);
    expect(text.split('\n')).toEqual([
      'app: 1.2.3',
      'id: app-id',
      `sandbox: ${readSandbox().name}`,
      'api_base_url: https://waba-v2.360dialog.io',
      'preferred_language: en',
      'numbers: 1',
      'quality of 0100: GREEN',
      'limit of 0100: unknown',
      'id of 0100: known',
      'templates of 0100: unread',
      expect.stringMatching(/^trouble at \d{4}-\d\d-\d\d \d\d:\d\d UTC: connectionBroke, read ECONNRESET$/),
    ]);
    for (const secret of [number.apiKey, number.webhookSecret, number.digits, 'our words', 'hash']) {
      expect(text).not.toContain(secret);
    }
  });
});
