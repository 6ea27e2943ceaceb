import { emojiOfShortcode } from '../../../src/handlers/markup/emojiOfShortcode';
import { emojiShortcode } from '../../../src/handlers/messages/emojiShortcode';

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
    const code = emojiShortcode(emoji)?.replaceAll(':', '') ?? '';
    expect(emojiOfShortcode(code)?.normalize()).toBe(emoji);
  });
});
