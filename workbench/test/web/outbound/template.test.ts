import type { OfferedTemplate } from '../../../web/outbound/documents';
import { outboundBody, previewOf, templateFields } from '../../../web/outbound/template';

// As the client's own `utils/template.ts` and `outbound-message.ts` do it, oddities included.

const template = (...components: OfferedTemplate['components']): OfferedTemplate => ({
  id: 'order.en',
  name: 'order',
  language: 'en',
  components,
});
const header = (format?: string, text?: string) => ({ type: 'header', format, text }) as const;
const body = (text: string) => ({ type: 'body', text }) as const;

test.each<[string, OfferedTemplate, string[]]>([
  ['each placeholder once, in order of appearance', template(body('{{2}} {{1}} {{2}}')), ['{{2}}', '{{1}}']],
  ['named ones as they stand', template(body('Hi {{name}}')), ['{{name}}']],
  ['a file for a header that is not of text', template(header('image'), body('x')), ['']],
  ['a file for a format in capitals', template(header('TEXT', 'Hi {{1}}'), body('x')), ['']],
  ['text for a header without a format', template(header(undefined, 'Hi {{1}}'), body('x')), ['{{1}}']],
])('fields: %s', (_what, given, placeholders) => {
  expect(templateFields(given).map(({ placeholder }) => placeholder)).toEqual(placeholders);
});

test.each<[string, string, string[], string]>([
  ['by number', 'Hi {{1}}, {{2}}', ['Ana', 'noon'], 'Hi Ana, noon'],
  ['by number, not by where they were typed', '{{2}} for {{1}}', ['typed first'], '{{2}} for typed first'],
  ['not where nothing was typed', 'Hi {{1}}', [''], 'Hi {{1}}'],
  ['not by name', 'Hi {{name}}', ['Ana'], 'Hi {{name}}'],
])('the preview fills in %s', (_what, text, typed, shown) => {
  expect(previewOf(template(body(text)), 'body', { body: typed })).toBe(shown);
});

test('every part is sent, one without placeholders with an empty list, a file with its format', () => {
  const given = template(header('document'), body('Hi {{name}}'), { type: 'footer', text: 'Bye' });
  const message = { to: '+49 170', templateProviderPhoneNumber: '+49 30', departmentId: 'd', agentId: '' };
  expect(
    outboundBody({ template: given, values: { header: ['https://e.com/a.pdf'], body: ['Ana'] }, ...message }),
  ).toEqual({
    type: 'template',
    ...message,
    template: {
      name: 'order',
      language: { code: 'en' },
      components: [
        { type: 'header', parameters: [{ type: 'media', link: 'https://e.com/a.pdf', format: 'document' }] },
        { type: 'body', parameters: [{ type: 'text', text: 'Ana' }] },
        { type: 'footer', parameters: [] },
      ],
    },
  });
});
