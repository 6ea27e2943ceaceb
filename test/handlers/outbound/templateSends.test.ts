import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication';
import { createRefusal } from '../../../src/handlers/dialog360/readFailure';
import type { Connection } from '../../../src/handlers/dialog360/Connection';
import {
  columnFor,
  MOST_PASTED,
  MOST_ROWS,
  phoneColumnOf,
  readCsv,
  readPasted,
} from '../../../src/handlers/outbound/bulk/recipientList';
import { forgetBadFiles, mediaIdsOf } from '../../../src/handlers/outbound/pieces/bringFile';
import { readOutbound } from '../../../src/handlers/outbound/provider/sendFromProvider';
import { bringHeaderFiles, ofConversation } from '../../../src/handlers/outbound/templates/bringHeaderFiles';
import { readDefinition } from '../../../src/handlers/whatsapp/templateDefinition';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/workspace';
import { fakeHttp } from '../dialog360/support/connect';

describe('recipientList', () => {
  const cells = (text: string) => {
    const read = readPasted(text);
    return read.ok ? read.value.rows.map(({ line, cells: [cell] }) => `${line}: ${cell}`) : read.error.key;
  };

  describe('pasted phones', () => {
    test.each([
      ['one in a line', '+55 11 95555-0801\n5511955550802', ['1: +55 11 95555-0801', '2: 5511955550802']],
      ['commas, semicolons and tabs', 'a, b;c\td', ['1: a', '1: b', '1: c', '1: d']],
      ['separators of other scripts', 'a، b；c', ['1: a', '1: b', '1: c']],
      ['empty places', '\n a ,,\n;\n', ['2: a']],
      ['nothing', ' \n,;', 'bulk:listMissing'],
      ['too many', 'a,'.repeat(MOST_PASTED + 1), 'bulk:tooMany'],
    ])('%s', (_what, text, expected) => {
      expect(cells(text)).toEqual(expected);
    });
  });

  const PHONE = '+55 11 95555-0801';

  const table = (text: string | Buffer) => {
    const read = readCsv(Buffer.from(text));
    return read.ok ? { columns: read.value.columns, rows: read.value.rows.map((row) => row.cells) } : read.error;
  };

  describe('a CSV file', () => {
    test.each([
      ['commas', `Phone,Name\n${PHONE},Ana`],
      ['semicolons', `Phone;Name\n${PHONE};Ana`],
      ['tabs', `Phone\tName\n${PHONE}\tAna`],
      ['the line by which Excel names its separator', `sep=|\nPhone|Name\n${PHONE}|Ana`],
      ['a byte-order mark and lines of Windows', `\ufeffPhone,Name\r\n${PHONE},Ana\r\n`],
      ['quotation marks and blanks', `"Phone" , "Name"\n"${PHONE}" , "Ana"`],
      ['rows without anything in them', `Phone,Name\n\n,\n${PHONE},Ana\n;`.replace('\n;', '\n')],
      ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`Phone,Name\n${PHONE},Ana`, 'utf16le')])],
    ])('with %s', (_what, text) => {
      expect(table(text)).toEqual({ columns: ['Phone', 'Name'], rows: [[PHONE, 'Ana']] });
    });

    test.each([
      [
        'a separator and a line break in quotation marks',
        `Phone;Name\n${PHONE};"Souza; Ana\nMaria"`,
        'Souza; Ana\nMaria',
      ],
      ['quotation marks in quotation marks', `Phone,Name\n${PHONE},"Ana ""Nana"" Souza"`, 'Ana "Nana" Souza'],
      ['the code page of older spreadsheets', Buffer.from(`Phone,Name\n${PHONE},Jos\xe9 \x80`, 'latin1'), 'José €'],
    ])('with %s', (_what, text, name) => {
      expect(table(text)).toMatchObject({ rows: [[PHONE, name]] });
    });

    test.each([
      ['columns of the same name', `Name,Phone,Name\nA,${PHONE},B`, ['Name', 'Phone', 'Name (2)']],
      ['columns without a name', `,Phone\nA,${PHONE},B`, ['A', 'Phone', 'C']],
      ['no header', `Ana,${PHONE}`, ['A', 'B']],
    ])('with %s', (_what, text, columns) => {
      expect(table(text)).toMatchObject({ columns });
    });

    test.each([
      ['nobody', 'Phone,Name\n', { key: 'bulk:fileEmpty' }],
      ['nothing', '', { key: 'bulk:fileEmpty' }],
      ['an open quotation mark', `Phone,Name\n"${PHONE},Ana\n`, { key: 'bulk:fileUnreadable' }],
      ['too many people', `Phone\n${`${PHONE}\n`.repeat(MOST_ROWS + 1)}`, { key: 'bulk:tooManyRows' }],
    ])('with %s is refused', (_what, text, error) => {
      expect(table(text)).toMatchObject(error);
    });

    test('tells each row by its line in the file', () => {
      const read = readCsv(Buffer.from(`Phone,Name\n${PHONE},"A\nB"\n\n${PHONE},C`));
      expect(read.ok && read.value.rows.map(({ line }) => line)).toEqual([3, 5]);
    });

    test('holds as many people as are allowed', () => {
      expect(table(`Phone\n${`${PHONE}\n`.repeat(MOST_ROWS)}`)).toMatchObject({ columns: ['Phone'] });
    });
  });

  describe('columns', () => {
    const list = (text: string) => {
      const read = readCsv(Buffer.from(text));
      if (!read.ok) throw new Error(read.error.key);
      return read.value;
    };

    test('the one that holds phones is found by what is in it', () => {
      expect(phoneColumnOf(list(`Name,Contact\nAna,${PHONE}\nBen,none\nIda,+49 30 901820`))).toBe('Contact');
    });

    test('none is taken where most have no phone', () => {
      expect(phoneColumnOf(list(`Name,Contact\nAna,${PHONE}\nBen,none\nIda,none`))).toBeUndefined();
    });

    test.each([
      ['customer_name', 'Customer Name'],
      ['1', '{{1}}'],
      ['order', undefined],
    ])('the variable %s is filled in by %s', (variable, column) => {
      expect(columnFor(variable, ['Phone', 'Customer Name', '{{1}}'])).toBe(column);
    });
  });
});

describe('readOutbound', () => {
  type Components = NonNullable<IOutboundMessage['template']['components']>;

  const texts = (...all: string[]) => all.map((text) => ({ type: 'text', text }) as const);
  const body = (...all: string[]): Components => [{ type: 'body', parameters: texts(...all) }];
  const text = (words: string) => ({ kind: 'text', text: words });

  // As the client sends them: `template.ts` and `outbound-message.ts`.
  test.each<[string, object[], Components, object]>([
    [
      'numbered ones in the order in which the dialog shows them',
      [{ type: 'BODY', text: '{{2}} before {{1}}, and {{2}} again' }],
      body('second', 'first'),
      { 'body.2': text('second'), 'body.1': text('first') },
    ],
    [
      'named ones, of which it tells no names',
      [{ type: 'BODY', text: 'Hi {{name}}, {{ order }}' }],
      body('Ana', '42'),
      { 'body.name': text('Ana'), 'body.order': text('42') },
    ],
    ['those that are not given', [{ type: 'BODY', text: 'Hi {{1}}' }], [], { 'body.1': text('') }],
    [
      'empty lists of parts without placeholders',
      [
        { type: 'HEADER', format: 'TEXT', text: 'Hello' },
        { type: 'BODY', text: 'x' },
        { type: 'FOOTER', text: 'y' },
      ],
      [
        { type: 'header', parameters: [] },
        { type: 'footer', parameters: [] },
      ],
      {},
    ],
    [
      'the file of a header under its general name',
      [
        { type: 'HEADER', format: 'DOCUMENT' },
        { type: 'BODY', text: 'x' },
      ],
      [{ type: 'header', parameters: [{ type: 'media', link: 'https://example.com/a.pdf', format: 'document' }] }],
      { header: { kind: 'media', source: { link: 'https://example.com/a.pdf' }, filename: undefined } },
    ],
    [
      'the file of a header that was asked for as a text',
      [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'x' },
      ],
      [{ type: 'header', parameters: texts(' https://example.com/a.png ') }],
      { header: { kind: 'media', source: { link: 'https://example.com/a.png' }, filename: undefined } },
    ],
    [
      'no file where nothing was typed',
      [{ type: 'HEADER', format: 'IMAGE' }],
      [{ type: 'header', parameters: texts(' ') }],
      {},
    ],
    [
      'and under its own',
      [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'x' },
      ],
      [{ type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.com/a.png' } }] }],
      { header: { kind: 'media', source: { link: 'https://example.com/a.png' }, filename: undefined } },
    ],
    [
      'money by its words',
      [{ type: 'BODY', text: '{{1}}' }],
      [
        {
          type: 'body',
          parameters: [{ type: 'currency', currency: { fallbackValue: '12 €', code: 'EUR', amount1000: 12_000 } }],
        },
      ],
      { 'body.1': text('12 €') },
    ],
  ])('the values of the dialog are read: %s', (_what, components, sent, values) => {
    expect(readOutbound(sent, readDefinition({ components }))).toEqual(values);
  });
});

describe('bringHeaderFiles', () => {
  const PDF = Buffer.from('%PDF-1.4 or so');
  const recipient = { number: '551155550100', customer: '5511955550111', waId: '5511955550111' };
  const values = { header: { kind: 'media', source: { upload: 'upload-id' } } } as const;
  const define = (format: string) =>
    readDefinition({
      components: [
        { type: 'HEADER', format },
        { type: 'BODY', text: 'x' },
      ],
    });

  /** Brings the header's file, which lies in this room. */
  async function bring(room: object, format = 'DOCUMENT') {
    const upload = { id: 'upload-id', name: 'plan.pdf', type: 'application/pdf', size: PDF.length, room };
    const reader = { getById: async () => upload, getBufferById: async () => PDF };
    const { host } = fakeHost({ read: { getUploadReader: () => reader } as unknown as Partial<IRead> });
    const { http, requests } = fakeHttp({ json: { id: '4711' } }, { json: { id: '4712' } });
    const connection: Connection = { http, baseUrl: 'https://waba.example', apiKey: 'KEY', note: () => undefined };
    const allowed = ofConversation(recipient, host.app.id);
    const files = { number: recipient.number, allowed, definition: define(format), values };
    const brought = await bringHeaderFiles(host, connection, files);
    return { brought, again: () => bringHeaderFiles(host, connection, files), requests, host };
  }

  test('a file of the customer’s conversation is brought to Meta, once', async () => {
    const { brought, again, requests } = await bring(whatsappRoom());
    expect(brought).toEqual({ header: { kind: 'media', source: { id: '4711' }, filename: 'plan.pdf' } });
    expect(await again()).toEqual(brought);
    expect(requests).toHaveLength(1);
  });

  test.each([
    [131053, '4712'],
    [131026, '4711'],
  ])('after a failure with the code %i the same file goes by the id %s', async (code, id) => {
    const { host, again } = await bring(whatsappRoom());
    await forgetBadFiles(host, mediaIdsOf(template('4711')), createRefusal({ code }));
    expect(await again()).toMatchObject({ header: { source: { id } } });
  });

  /** A message with this file in its header. */
  const template = (id: string) => ({
    type: 'template',
    template: { components: [{ type: 'header', parameters: [{ type: 'document', document: { id } }] }] },
  });

  test.each([
    [
      'another customer’s conversation',
      whatsappRoom({ customFields: { whatsapp: { number: '551155550100', customer: '1' } } }),
    ],
    ['another number’s', whatsappRoom({ customFields: { whatsapp: { number: '4930', customer: '5511955550111' } } })],
    ['a channel', { id: 'GENERAL', type: 'c' }],
  ])('a file of %s does not go, whatever a client names', async (_where, room) => {
    await expect(bring(room)).rejects.toMatchObject({ key: 'errors:notInConversation' });
  });

  test('a document is no picture', async () => {
    await expect(bring(whatsappRoom(), 'IMAGE')).rejects.toMatchObject({ key: 'errors:fileNotTaken' });
  });
});
