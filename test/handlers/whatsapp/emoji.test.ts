import { emojiOfShortcode, shortcodeOfEmoji } from '../../../src/handlers/whatsapp/emoji';

describe('the emoji of a short code', () => {
  test.each([
    ['smile', '😄'],
    ['thumbsup', '👍'],
    ['+1', '👍'],
    ['heart', '❤️'],
    ['thumbsup_tone3', '👍🏽'],
    ['flag_br', '🇧🇷'],
    ['car', '🚗'],
    ['iphone', '📱'],
    ['heart_eyes', '😍'],
    ['tshirt', '👕'],
    ['brazil', '🇧🇷'],
    ['flag-br', '🇧🇷'],
    ['running_woman', '🏃‍♀️'],
    ['man-shrugging', '🤷‍♂️'],
  ])('of %s is %s', (code, emoji) => {
    expect(emojiOfShortcode(code)).toBe(emoji);
  });

  test.each(['party_parrot', '30', 'constructor', ''])('is none for %s', (code) => {
    expect(emojiOfShortcode(code)).toBeUndefined();
  });

  test.each(['😀', '❤️', '👍🏽', '👨‍👩‍👧', '🏳️‍🌈', '🇩🇪'])('is the one that a reaction %s is named by', (emoji) => {
    const code = shortcodeOfEmoji(emoji)?.replaceAll(':', '') ?? '';
    expect(emojiOfShortcode(code)?.normalize()).toBe(emoji);
  });
});

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
    expect(shortcodeOfEmoji(emoji)).toBe(name);
  });

  test.each(['', 'a', '👍👍', '\uFE0F', '\ud83d'])('is none for %j', (emoji) => {
    expect(shortcodeOfEmoji(emoji)).toBeUndefined();
  });
});
