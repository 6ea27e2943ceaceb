import {
  DEFAULT_OPT_IN_WORDS,
  DEFAULT_OPT_OUT_WORDS,
  readConsentWish,
  readConsentWords,
} from '../../../src/handlers/whatsapp/consentWords';

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
  ['стоп', 'out'],
  ['ايقاف', 'out'],
  ['रोकें', 'out'],
  ['Berhenti 🙏', 'out'],
  ['start', 'in'],
  ['Начать', 'in'],
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
