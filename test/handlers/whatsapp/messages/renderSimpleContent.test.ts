import { describeContent, humaniseName, nameKind } from '../../../../src/handlers/whatsapp/messages/nameKind';
import { renderContent } from '../../../../src/handlers/whatsapp/messages/renderContent';
import {
  fullTitle,
  renderButton,
  renderCallPermission,
  renderOption,
  renderSystem,
  renderText,
  renderUnsupported,
} from '../../../../src/handlers/whatsapp/messages/renderSimpleContent';
import { readContent } from '../../../../src/handlers/whatsapp/webhook/readContent';
import { contentOf } from '../webhook/support/readFixture';
import { english, renderFixture } from './support/renderFixture';

describe('renderSimpleContent', () => {
  test('a text keeps its marks, and what is plain stays plain', () => {
    expect(renderText({ type: 'text', body: '*bold*, 5*3*2, # not a heading' }, english)).toEqual({
      text: '*bold*, 5\\*3\\*2, # not a heading',
    });
    expect(renderText({ type: 'text', body: '*bold*\n# not a heading' }, english).text).toBe(
      '*bold*\n\\# not a heading',
    );
  });

  test.each([' \n ', '\u2800\u3164', '\u200b', ''])('a text that nothing is seen of says so: %j', (body) => {
    expect(renderText({ type: 'text', body }, english).text).toBe('Empty message');
  });

  describe('a file', () => {
    test.each([
      [
        'image',
        {
          text: 'The *broken* part',
          media: {
            kind: 'image',
            id: '1003383421387256',
            caption: 'The *broken* part',
            url: expect.stringContaining('https://lookaside'),
          },
        },
      ],
      [
        'image-without-caption',
        { text: '', media: { kind: 'image', mimeType: 'image/jpeg', sha256: expect.any(String) } },
      ],
      ['video', { text: '', media: { kind: 'video' } }],
      ['audio', { media: { kind: 'audio' } }],
      ['voice', { media: { kind: 'voice' } }],
      ['voice-old', { media: { kind: 'voice' } }],
      ['document', { text: 'Please pay', media: { kind: 'document', filename: 'Invoice 7.pdf' } }],
      ['sticker', { text: '', media: { kind: 'sticker' } }],
    ])('of %s has its caption for a text', (name, rendered) => {
      expect(renderFixture(name)).toMatchObject(rendered);
    });
  });

  test.each([
    ['Stop promotions', 'Stop promotions'],
    ['*Not* bold', '\\*Not\\* bold'],
    ['# no heading', '\\# no heading'],
  ])('the quick reply "%s" is its words and nothing else', (text, shown) => {
    expect(renderButton({ type: 'button', text }, english)).toEqual({ text: shown });
  });

  test.each([
    ['reply-button', 'Yes, please'],
    ['reply-button-cut', "I'm looking to invest in a new phone"],
  ])('the option of %s is its full title and nothing else', (name, text) => {
    expect(renderFixture(name)).toEqual({ text });
  });

  test('what stood below the title of a row is attached, so that a bot reads the title alone', () => {
    expect(renderFixture('reply-list')).toEqual({ text: 'Express', attachments: [{ text: 'Next day' }] });
  });

  test('a description that the title says already is not said again', () => {
    const option = {
      type: 'option',
      title: 'Next day…',
      id: 'Next day, before noon',
      description: 'before noon',
    } as const;
    expect(renderOption(option, english)).toEqual({ text: 'Next day, before noon' });
  });

  describe('the full title of an option', () => {
    test.each([
      [
        'stands in the id, when the title was cut',
        "I'm looking to in...",
        "I'm looking to invest",
        "I'm looking to invest",
      ],
      [
        'stands in the id, when the title was cut with one sign',
        'Call me back at…',
        'Call me back at noon',
        'Call me back at noon',
      ],
      ['is the title, when the id is another text', 'More...', 'option_7', 'More...'],
      ['is the title, when it was not cut', 'Yes', 'Yes, please', 'Yes'],
      ['is the title, when there is no id', 'More...', undefined, 'More...'],
      ['is the title, when it is nothing but dots', '...', '... and so on', '...'],
    ])('%s', (_what, title, id, full) => {
      expect(fullTitle(title, id)).toBe(full);
    });
  });

  test('the answer says whether, and until when, the customer may be called', () => {
    expect(renderFixture('call-permission').text).toBe(
      '📞 The customer allows you to call them until October 16, 2025.',
    );
    expect(renderFixture('call-permission-permanent').text).toBe(
      '📞 The customer allows you to call them at any time.',
    );
    expect(renderFixture('call-permission-automatic').text).toBe(
      '📞 The customer called, so you may call them back until October 16, 2025.',
    );
    expect(renderFixture('call-permission-refused').text).toBe('📞 The customer does not want to be called.');
    expect(renderCallPermission({ type: 'call-permission', isGranted: true }, english).text).toBe(
      '📞 The customer allows you to call them.',
    );
  });

  test.each([
    ['its words', 'Chat *moved*', 'ℹ️ Chat \\*moved\\*'],
    ['that there is one', undefined, 'ℹ️ WhatsApp reports a change in this chat.'],
  ])('a note of WhatsApp says %s', (_what, body, text) => {
    expect(renderSystem({ type: 'system', body }, english)).toEqual({ text });
  });

  test.each([
    ['unsupported', '⚠️ The customer sent something that WhatsApp does not pass on to businesses.'],
    ['unsupported-poll', '⚠️ WhatsApp does not pass this on to businesses: Poll'],
    [
      'unsupported-held-back',
      '⚠️ WhatsApp holds this message back here. It can be read in the WhatsApp Business app on the phone of this number.',
    ],
    [
      'unsupported-with-text',
      '⚠️ The customer sent something that WhatsApp does not pass on to businesses.\nbut *readable*',
    ],
    ['unknown-type', '⚠️ WhatsApp does not pass this on to businesses: Hologram call'],
    ['image-without-id', '⚠️ WhatsApp delivered this without its content: Photo'],
  ])('%s leaves one readable line', (name, text) => {
    expect(renderFixture(name)).toEqual({ text });
  });

  test.each([
    ['a text', 'text', 'Empty message'],
    ['a photo', 'image', '⚠️ WhatsApp delivered this without its content: Photo'],
    ['a place', 'location', '⚠️ WhatsApp delivered this without its content: Location'],
    [
      'an answer to buttons',
      'interactive',
      '⚠️ WhatsApp delivered this without its content: Answer to a form or a request',
    ],
    ['a reaction', 'reaction', '⚠️ WhatsApp delivered this without its content: Reaction'],
    ['a deletion', 'revoke', '🚫 _The customer deleted an earlier message._'],
    ['a poll, which WhatsApp never passes on', 'poll', '⚠️ WhatsApp does not pass this on to businesses: Poll'],
  ])('%s whose part is missing, null or of a wrong type says what came', (_what, type, text) => {
    for (const part of [undefined, null, true, {}, [{}]]) {
      expect(renderContent(readContent({ type, [type]: part }), english).text).toBe(text);
    }
  });

  test('what WhatsApp gives an error for has not come without its content', () => {
    const content = readContent({ type: 'image', errors: [{ code: 131051 }] });
    expect(renderContent(content, english).text).toBe('⚠️ WhatsApp does not pass this on to businesses: Photo');
  });

  test('a file that WhatsApp itself could not fetch is to be asked for again', () => {
    expect(renderUnsupported({ type: 'unsupported', errors: [{ code: 131052 }] }, english)).toEqual({
      text: '⚠️ A file from the customer could not be fetched from WhatsApp. Ask the customer to send it again.',
    });
  });
});

describe('nameKind', () => {
  test.each([
    ['poll_creation', 'Poll'],
    ['video_note', 'Video message'],
    ['hsm', 'Template message'],
    ['revoke', 'Deletion of an earlier message'],
    ['hologram_call', 'Hologram call'],
    ['constructor', 'Constructor'],
    ['*x*', '\\*x\\*'],
  ])('WhatsApp’s kind %s is called "%s"', (kind, name) => {
    expect(nameKind(kind, english)).toBe(name);
  });

  test.each([
    ['image', 'Photo'],
    ['voice', 'Voice message'],
    ['audio', 'Audio file'],
    ['document', 'Document'],
    ['sticker', 'Sticker'],
    ['location', 'Location'],
    ['order', 'Order'],
    ['flow', 'Answer to a form or a request'],
    ['reply-button', 'Tap on a button'],
    ['text', 'Text'],
  ])('the content of %s is called "%s"', (name, words) => {
    expect(describeContent(contentOf(name), english)).toBe(words);
  });

  test.each([
    ['comment_text', 'Comment text'],
    ['firstName', 'First name'],
    ['screen_0_First_Name_0', 'First name'],
    ['zip-code', 'Zip code'],
    ['orderID', 'Order ID'],
    ['nome_do_bebê', 'Nome do bebê'],
    ['名前', '名前'],
    ['_', '_'],
  ])('the field %s is called "%s"', (name, words) => {
    expect(humaniseName(name)).toBe(words);
  });
});
