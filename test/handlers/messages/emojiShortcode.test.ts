import { emojiShortcode } from '../../../src/handlers/messages/emojiShortcode';

describe('the name of an emoji', () => {
  test.each([
    ['😄', ':smile:'],
    ['👍', ':thumbsup:'],
    ['👍🏽', ':thumbsup_tone3:'],
    ['❤️', ':heart:'],
    ['❤', ':heart:'],
    ['🏳️‍🌈', ':rainbow_flag:'],
    ['🏳‍🌈', ':rainbow_flag:'],
    ['1️⃣', ':one:'],
    ['🇧🇷', ':flag_br:'],
    ['👨‍👩‍👧', ':family_mwg:'],
  ])('of %s is %s', (emoji, name) => {
    expect(emojiShortcode(emoji)).toBe(name);
  });

  test.each(['', 'a', '👍👍', '\uFE0F', '\ud83d'])('is none for %j', (emoji) => {
    expect(emojiShortcode(emoji)).toBeUndefined();
  });
});
