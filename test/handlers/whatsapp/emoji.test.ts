import {
  DEFAULT_OPT_IN_WORDS,
  DEFAULT_OPT_OUT_WORDS,
  readConsentWish,
  readConsentWords,
} from '../../../src/handlers/whatsapp/consentWords';
import { emojiOfShortcode, shortcodeOfEmoji } from '../../../src/handlers/whatsapp/emoji';

describe('emoji', () => {
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
});

describe('consentWords', () => {
  const lists = {
    outWords: readConsentWords(DEFAULT_OPT_OUT_WORDS),
    inWords: readConsentWords(DEFAULT_OPT_IN_WORDS),
  };

  test.each([
    ['en', 'Unsubscribe'],
    ['pt-BR', 'Parar'],
    ['es', 'Baja'],
    ['de', 'Abmelden'],
    ['fr', 'Arrêter'],
    ['it', 'Disiscrivimi'],
    ['nl', 'Afmelden'],
    ['tr', 'Dur'],
    ['ru', 'Отписаться'],
    ['ar', 'إلغاء الاشتراك'],
    ['hi', 'बंद करें'],
    ['id', 'Berhenti'],
  ])('in the language %s the word %j wants no messages', (_language, word) => {
    expect(readConsentWish(word, lists)).toBe('out');
    expect(readConsentWish(`${word} ${word} 1`, lists)).toBeUndefined();
  });

  test.each([
    ['STOP', 'out'],
    [' stop. ', 'out'],
    ['«Stop!»', 'out'],
    ['Arret', 'out'],
    ['arrêt', 'out'],
    ['opt   out', 'out'],
    ['Abonelikten çık', 'out'],
    ['ABONELİKTEN ÇIK', 'out'],
    ['mesaj istemiyorum', 'out'],
    ['стоп', 'out'],
    ['Отпишите меня!', 'out'],
    ['ايقاف', 'out'],
    ['اوقف', 'out'],
    ['रोकें', 'out'],
    ['बंद करो', 'out'],
    ['band karo', 'out'],
    ['Unreg', 'out'],
    ['Berhenti 🙏', 'out'],
    ['Stop promotions', 'out'],
    ['Parar promoções', 'out'],
    ['Detener promociones', 'out'],
    ['Interrompi promozioni', 'out'],
    ['Se desabonner', 'out'],
    ['Cancellami!', 'out'],
    ['Me réabonner', 'in'],
    ['Iscrivimi', 'in'],
    ['Darme de alta', 'in'],
    ['Austragen', 'out'],
    ['Werbung stoppen', 'out'],
    ['Promoties stoppen', 'out'],
    ['प्रमोशन बंद करें', 'out'],
    ['ايقاف العروض الترويجية', 'out'],
    ['Остановить рекламу', 'out'],
    ['start', 'in'],
    ['Başla', 'in'],
    ['Начать', 'in'],
    ['Berlangganan', 'in'],
    ['शुरू करो', 'in'],
    ['Please stop', undefined],
    ['Stop the delivery', undefined],
    ['when does the bus stop?', undefined],
    ['रोक', undefined],
    ['!!', undefined],
    ['', undefined],
  ])('%j says %j', (text, wish) => {
    expect(readConsentWish(text, lists)).toBe(wish);
  });

  test('the lists are the settings of the admin; START always brings messages back', () => {
    const own = { outWords: readConsentWords('Genug; chega،  كفى\nBasta'), inWords: readConsentWords('') };
    expect(['genug', 'Chega!', 'كفى', 'basta', 'STOP', 'Start'].map((text) => readConsentWish(text, own))).toEqual([
      'out',
      'out',
      'out',
      'out',
      undefined,
      'in',
    ]);
  });

  test('no word means both', () => {
    expect(lists.outWords.filter((word) => lists.inWords.includes(word))).toEqual([]);
  });

  test('a very long text is looked at no further than any word is long', () => {
    expect(readConsentWish(`${'.'.repeat(200_000)}STOP`, lists)).toBeUndefined();
  });
});
