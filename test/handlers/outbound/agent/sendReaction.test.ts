import { wantedReaction } from '../../../../src/handlers/outbound/agent/sendReaction';

describe('wantedReaction', () => {
  const by = (...usernames: string[]) => ({ usernames });
  const added = (reaction: string) => ({ reaction, isReacted: true });
  const removed = (reaction: string) => ({ reaction, isReacted: false });

  test.each([
    ['what was added', { ':heart:': by('a'), ':thumbsup:': by('a') }, added(':heart:'), '❤️'],
    [
      'what was added besides the customer, whose own is the app’s',
      { ':heart:': by('bot', 'a') },
      added(':heart:'),
      '❤️',
    ],
    ['nothing when the last one was taken away', undefined, removed(':heart:'), ''],
    ['nothing where only the customer’s own is left', { ':heart:': by('bot') }, removed(':heart:'), ''],
    ['what still stands there', { ':heart:': by('a'), ':thumbsup:': by('b') }, removed(':tada:'), '👍'],
    ['nothing of what was taken away again meanwhile', {}, added(':heart:'), ''],
    [
      'what a phone knows of what still stands there',
      { ':heart:': by('a'), ':parrot_x:': by('b') },
      removed(':x:'),
      '❤️',
    ],
    ['nobody knows what a phone should show', { ':parrot_x:': by('a') }, added(':parrot_x:'), undefined],
    ['nothing of a shape that nobody knows', [1, 2], removed(':heart:'), ''],
  ])('the customer sees %s', (_case, reactions, change, emoji) => {
    expect(wantedReaction(reactions, 'bot', change)).toBe(emoji);
  });
});
