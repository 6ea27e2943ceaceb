import {
  actions,
  asWritten,
  button,
  inOrder,
  plainText,
  section,
  selectInput,
  textInput,
} from '../../src/blocks/elements';
import { parse } from '@rocket.chat/message-parser';
import type { Translate } from '../../src/handlers/core/translator';
import { createTranslator } from '../../src/handlers/core/translator';
import { drawing } from '../support/interactions';
import { expectWellDrawn } from '../support/screens';

describe('actions', () => {
  test('a row of buttons keeps their order', () => {
    const row = ['account-yes', 'account-no'] as const;
    const block = actions(
      drawing,
      'answers',
      row.map((actionId) => button(drawing, { blockId: 'answers', actionId, text: actionId })),
    );
    expectWellDrawn([block]);
    expect(block).toMatchObject({
      type: 'actions',
      elements: [{ actionId: 'account-yes' }, { actionId: 'account-no' }],
    });
  });
});

describe('button', () => {
  test('a button carries its ids, its value and its style', () => {
    const facts = {
      blockId: 'card',
      actionId: 'edit-number',
      text: 'Edit',
      value: '{"number":"1"}',
      style: 'primary',
    } as const;
    expect(button(drawing, facts)).toEqual({
      ...facts,
      type: 'button',
      appId: 'app-id',
      text: { type: 'plain_text', text: 'Edit' },
    });
  });

  test('a plain button has neither value nor style, not even absent ones', () => {
    const plain = button(drawing, { blockId: 'card', actionId: 'edit-number', text: 'Edit' });
    expect(Object.keys(plain).sort()).toEqual(['actionId', 'appId', 'blockId', 'text', 'type']);
  });
});

describe('plainText', () => {
  test('a plain text is shown as it is', () => {
    expect(plainText('*a* :b:')).toEqual({ type: 'plain_text', text: '*a* :b:' });
  });
});

describe('inOrder', () => {
  const arabic = createTranslator('ar');
  const english = createTranslator('en');
  const apart = '\u2067';

  test.each<[what: string, t: Translate, text: string, shown: string]>([
    ['a sentence', arabic, 'بعد 5 دقائق', `${apart}بعد 5 دقائق`],
    ['a sentence that begins with a name', arabic, 'WhatsApp بطيء', `${apart}WhatsApp بطيء`],
    ['an emoji stays one', arabic, ':warning: **لم تُسلَّم:** x', `:warning: ${apart}**لم تُسلَّم:** x`],
    ['lists and quotes stay such', arabic, '- نعم!\n> لا!\n1. لا!', `- ${apart}نعم!\n> ${apart}لا!\n1. ${apart}لا!`],
    ['words in Arabic letters alone', arabic, 'إعادة الإرسال', 'إعادة الإرسال'],
    ['lines in Latin letters stay', arabic, '*order_update*\nالفئة', '*order_update*\nالفئة'],
    ['an Arabic quote in an English sentence stays', english, 'Not delivered: “مرحبا”', 'Not delivered: “مرحبا”'],
    ['an Arabic line among English ones', english, '**“مرحبا #4711”**\nRead', `${apart}**“مرحبا #4711”**\nRead`],
    ['English', english, 'Read, 10:30', 'Read, 10:30'],
  ])('%s', (_what, t, text, shown) => {
    expect(inOrder({ t }, text)).toBe(shown);
  });

  test.each<[what: string, t: Translate, text: string, shown: string]>([
    ['a Portuguese line with an Arabic value', arabic, 'Olá, ليلى!\nليلى, olá', `\u2066Olá, ليلى!\n${apart}ليلى, olá`],
    ['what stands behind an emoji', arabic, ':link: Ver · ليلى', ':link: \u2066Ver · ليلى'],
    ['all of it on a page that is not Arabic', english, 'Olá, ليلى!', 'Olá, ليلى!'],
  ])('a text that is not the app’s keeps its own direction: %s', (_what, t, text, shown) => {
    expect(inOrder({ t }, asWritten({ t }, text))).toBe(shown);
  });

  test('an address at the end of a line stays as it is', () => {
    const text = inOrder({ t: arabic }, 'انظر https://docs.rocket.chat/a');
    expect(JSON.stringify(parse(text))).toContain('"src":{"type":"PLAIN_TEXT","value":"https://docs.rocket.chat/a"}');
  });
});

describe('section', () => {
  test('a section is a paragraph in Markdown', () => {
    expect(section(drawing, 'intro', '**Hello**')).toEqual({
      type: 'section',
      appId: 'app-id',
      blockId: 'intro',
      text: { type: 'mrkdwn', text: '**Hello**' },
    });
  });
});

describe('selectInput', () => {
  const facts = {
    id: 'departmentId',
    label: 'Department',
    placeholder: 'Choose',
    choices: [
      { value: 'none', text: 'None' },
      { value: 'd1', text: 'Sales' },
    ],
  };

  describe('a field with one choice', () => {
    test('lists its choices and shows the chosen one', () => {
      const field = selectInput(drawing, { ...facts, value: 'd1', hint: 'Why' });
      expectWellDrawn([field]);
      expect(field.element).toMatchObject({
        type: 'static_select',
        options: [{ value: 'none' }, { value: 'd1', text: { type: 'plain_text', text: 'Sales' } }],
        initialOption: { value: 'd1' },
        initialValue: 'd1',
      });
    });

    test.each([undefined, 'a department that is gone'])('chooses nothing for %s', (value) => {
      const field = selectInput(drawing, { ...facts, value });
      expectWellDrawn([field]);
      expect(Object.keys(field.element)).not.toContain('initialValue');
    });
  });
});

describe('a field for text', () => {
  test('has a label and nothing that was not asked for', () => {
    const field = textInput(drawing, { id: 'apiKey', label: 'Key', value: '', placeholder: '' });
    expectWellDrawn([field]);
    expect(field).toEqual({
      type: 'input',
      appId: 'app-id',
      blockId: 'apiKey',
      label: { type: 'plain_text', text: 'Key' },
      element: { type: 'plain_text_input', appId: 'app-id', blockId: 'apiKey', actionId: 'apiKey' },
    });
  });

  test('keeps what was typed, with a hint below and room for lines', () => {
    const facts = { id: 'text', label: 'Text', hint: 'Why', placeholder: 'What', value: 'typed', multiline: true };
    const field = textInput(drawing, facts);
    expectWellDrawn([field]);
    expect(field).toMatchObject({
      hint: { type: 'plain_text', text: 'Why' },
      element: { placeholder: { type: 'plain_text', text: 'What' }, initialValue: 'typed', multiline: true },
    });
  });
});
