import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication';
import { readOutbound } from '../../../../src/handlers/outbound/provider/readOutbound';
import { readDefinition } from '../../../../src/handlers/whatsapp/templateDefinition';

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
