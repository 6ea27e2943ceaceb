import { withAgentName } from '../../../src/handlers/outbound/withAgentName';
import { person } from '../../support/person';

const maria = person({ name: 'Maria Souza', username: 'maria' });
const bot = person({ name: 'Bot', username: 'bot', type: 'bot' as never });

test.each([
  ['none', maria, 'Hello'],
  ['name', maria, '[Maria Souza] - Hello'],
  ['username', maria, '[maria] - Hello'],
  ['name', bot, 'Hello'],
  ['username', person({ username: '', name: '' }), 'Hello'],
] as const)('with the setting %s', (shown, sender, text) => {
  expect(withAgentName('Hello', sender, shown)).toBe(text);
});

test('a bot that is an ordinary user with the role of a bot has no name either', () => {
  const helper = person({ name: 'Helper', username: 'helper', roles: ['bot'] });
  expect(withAgentName('Hello', helper, 'name')).toBe('Hello');
});

test.each(['> quoted', '- first', '* first', '1. first', '```code```'])(
  'before %s it has a line of its own',
  (text) => {
    expect(withAgentName(text, maria, 'name')).toBe(`[Maria Souza]\n${text}`);
  },
);
