import { readTemplateRequest } from '../../../src/handlers/whatsapp/templateRequest';

const body = {
  phoneNumbers: ['+5511987654321', 551155550100],
  connectedWhatsAppNo: '551155550199',
  targetAgent: 'ana',
  targetDepartment: ' Sales ',
  template: { namespace: 'x', name: 'boarding', language: { code: 'en', policy: 'deterministic' } },
  unknown: true,
};

test('a request of the published contract is read, what it does not name is ignored', () => {
  expect(readTemplateRequest(body)).toEqual({
    ok: true,
    request: {
      phoneNumbers: ['+5511987654321', '551155550100'],
      connectedWhatsAppNo: '551155550199',
      targetAgent: 'ana',
      targetDepartment: 'Sales',
      template: { name: 'boarding', language: 'en', components: [] },
      isDetailed: false,
    },
  });
});

test.each<[what: string, request: unknown, error: string]>([
  ['no object', [], 'Error! Missing "phoneNumbers" field within the request'],
  ['a text', 'hi', 'Error! The request body must be a JSON object'],
  ['no numbers', { ...body, phoneNumbers: [] }, 'Error! Missing "phoneNumbers" field within the request'],
  [
    'too many numbers',
    { ...body, phoneNumbers: Array.from({ length: 251 }, String) },
    'Too many phone numbers! Please make sure that phoneNumbers are <= 250',
  ],
  ['no sender', { ...body, connectedWhatsAppNo: ' ' }, 'Error! Missing "connectedWhatsAppNo" field within the request'],
  ['no template', { ...body, template: null }, 'Error! Missing "template" field within the request'],
  ['no name', { ...body, template: { language: 'en' } }, 'Error! Missing "template.name" field within the request'],
  ['no language', { ...body, template: { name: 'a' } }, 'Error! Missing "template.language" field within the request'],
  [
    'an agent that is no text',
    { ...body, targetAgent: 7 },
    'Error! "targetAgent" and "targetDepartment" must be texts',
  ],
])('%s is refused in the words of the contract', (_what, request, error) => {
  expect(readTemplateRequest(request)).toEqual({ ok: false, error });
});
