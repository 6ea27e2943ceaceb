import { answeredOption, offerOf } from '../../../src/handlers/whatsapp/quickReplies';
import type { QuickReply } from '../../../src/handlers/whatsapp/quickReplies';

const rules = { allowLists: true, listLabel: 'Show Options', prompt: 'Please choose:' };
const replies = (...titles: string[]): QuickReply[] => titles.map((title) => ({ title }));
const many = (count: number) => replies(...Array.from({ length: count }, (_, index) => `Option ${index + 1}`));

test('up to three short ones are buttons', () => {
  expect(offerOf('Coffee?', replies('Yes', 'No', 'Later'), rules)).toMatchObject({
    texts: [],
    interactive: {
      type: 'button',
      body: { text: 'Coffee?' },
      action: {
        buttons: [
          { type: 'reply', reply: { id: 'Yes', title: 'Yes' } },
          { type: 'reply', reply: { id: 'No', title: 'No' } },
          { type: 'reply', reply: { id: 'Later', title: 'Later' } },
        ],
      },
    },
    isNumbered: false,
  });
});

test('a title over the limit of a button moves the whole to a list, with the full text below it', () => {
  const offer = offerOf(
    'Why?',
    replies("I'm looking to invest in bread", "I'm looking to insure a bakery", 'Something else entirely!'),
    rules,
  );
  expect(offer.interactive).toEqual({
    type: 'list',
    body: { text: 'Why?' },
    action: {
      button: 'Show Options',
      sections: [
        {
          rows: [
            {
              id: "I'm looking to invest in bread",
              title: "I'm looking to in...",
              description: "I'm looking to invest in bread",
            },
            {
              id: "I'm looking to insure a bakery",
              title: "I'm looking to ... 2",
              description: "I'm looking to insure a bakery",
            },
            { id: 'Something else entirely!', title: 'Something else entirely!' },
          ],
        },
      ],
    },
  });
});

test('with lists off titles are cut, by code points', () => {
  const long = '👩‍🍳 Bread and cake for all of us';
  const { interactive, options } = offerOf('What?', replies(long, 'Nothing'), { ...rules, allowLists: false });
  expect(interactive).toMatchObject({ type: 'button' });
  expect([...(options[0]?.label ?? '')]).toHaveLength(20);
  expect(options[0]?.label).toBe(`${[...long].slice(0, 17).join('')}...`);
  expect(options[0]?.title).toBe(long);
});

test.each([
  [4, true, 'list'],
  [10, true, 'list'],
  [11, true, undefined],
  [4, false, undefined],
])('%i of them, lists allowed %s: %s', (count, allowLists, type) => {
  const offer = offerOf('Which?', many(count), { ...rules, allowLists });
  expect(offer.interactive?.type).toBe(type);
  if (type === undefined) {
    expect(offer.texts).toEqual([['Which?', ...many(count).map(({ title }, at) => `${at + 1}. ${title}`)].join('\n')]);
    expect(offer.isNumbered).toBe(true);
  }
});

test('equal titles and ids stay apart', () => {
  const { options } = offerOf('Which?', replies('Yes', 'Yes', 'x'.repeat(300), 'x'.repeat(301)), rules);
  expect(new Set(options.map(({ id }) => id)).size).toBe(4);
  expect(new Set(options.map(({ label }) => label)).size).toBe(4);
  for (const { id, label } of options) {
    expect([...id].length).toBeLessThanOrEqual(200);
    expect([...label].length).toBeLessThanOrEqual(24);
  }
});

test('a question over 1,024 goes before the buttons, and an empty one is said for it', () => {
  const long = 'word '.repeat(300);
  expect(offerOf(long, replies('Yes'), rules)).toMatchObject({
    texts: [long],
    interactive: { body: { text: 'Please choose:' } },
  });
  expect(offerOf('', replies('Yes'), rules)).toMatchObject({
    texts: [],
    interactive: { body: { text: 'Please choose:' } },
  });
});

test('one link alone is a button; beside answers, or several of them, they are lines', () => {
  const link = { title: 'Our shop', url: 'https://shop.example/a' };
  expect(offerOf('Look:', [link], rules)).toMatchObject({
    interactive: { type: 'cta_url', action: { parameters: { display_text: 'Our shop', url: link.url } } },
    options: [],
  });
  expect(offerOf('Look:', [link, { title: 'Yes' }], rules)).toMatchObject({
    interactive: { type: 'button', body: { text: 'Look:\nOur shop: https://shop.example/a' } },
  });
  expect(offerOf('Look:', [link, { ...link, title: 'Map' }], rules)).toEqual({
    texts: ['Look:\nOur shop: https://shop.example/a\nMap: https://shop.example/a'],
    options: [],
    isNumbered: false,
  });
});

test.each([
  ['2', 'Option 2'],
  [' 11. ', 'Option 11'],
  ['3)', 'Option 3'],
  ['option 4', 'Option 4'],
  ['12', undefined],
  ['0', undefined],
  ['2 please', undefined],
])('%j answers %j', (text, title) => {
  const { options } = offerOf('Which?', many(11), rules);
  expect(answeredOption(text, options)?.title).toBe(title);
});
