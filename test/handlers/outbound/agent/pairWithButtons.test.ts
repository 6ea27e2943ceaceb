import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { pairWithButtons } from '../../../../src/handlers/outbound/agent/pairWithButtons';
import { fakeHost } from '../../../support/fakeHost';
import { person } from '../../../support/person';

const sender = { ...person({ id: 'rasa' }), roles: ['bot'] };
const BUTTONS = [
  { type: 'actions', elements: [{ type: 'button', text: { text: 'Yes' }, value: 'yes', actionId: 'a', blockId: 'b' }] },
];
const message = (facts: object) =>
  ({ id: 'm', room: { id: 'room' }, sender, createdAt: new Date(0), ...facts }) as unknown as IMessage;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A bot; `say` tells whether what it says is handed on at once. */
function bot() {
  const { host } = fakeHost();
  const say = (facts: object): boolean => {
    const send = jest.fn(async () => undefined);
    void pairWithButtons(host, message(facts), send);
    const isAtOnce = send.mock.calls.length > 0;
    jest.runAllTimers();
    return isAtOnce;
  };
  return say;
}

test('a bot that sends texts alone is kept waiting ten times, and later only with what asks', () => {
  const say = bot();
  const waited = Array.from({ length: 12 }, () => say({ text: 'Hello' }));
  expect(waited).toEqual([...Array.from({ length: 10 }, () => false), true, true]);
  const questions = ['Bread or cake?', 'Bread or cake? 👇', 'Please choose:', 'خبز أم كعكة؟', '面包还是蛋糕？'];
  expect(questions.map((text) => say({ text }))).toEqual(questions.map(() => false));
  expect(say({ text: 'Did you see? The bread is ready.' })).toBe(true);
});

test('the first question of a bot after many plain texts is one message with its buttons', () => {
  const { host } = fakeHost();
  const send = jest.fn(async () => undefined);
  const say = (facts: object) => void pairWithButtons(host, message(facts), send);
  for (let count = 0; count < 15; count += 1) {
    say({ text: 'Hello' });
    jest.runAllTimers();
  }
  send.mockClear();
  say({ id: 'question', text: 'Bread or cake?' });
  say({ id: 'buttons', text: '', blocks: BUTTONS });
  jest.runAllTimers();
  expect(send.mock.calls).toEqual([
    [expect.objectContaining({ id: 'buttons' }), expect.objectContaining({ id: 'question' })],
  ]);
});

test('the texts of one that has sent buttons alone always wait for them', () => {
  const say = bot();
  for (let count = 0; count < 12; count += 1) say({ text: 'Hello' });
  expect(say({ text: '', blocks: BUTTONS })).toBe(false);
  const waited = Array.from({ length: 15 }, () => say({ text: 'Hello' }));
  expect(waited).not.toContain(true);
});
