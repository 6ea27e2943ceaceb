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
