import { inputsOf } from '../../../src/flows/sendTemplate/formInputs';
import { preferredLanguage } from '../../../src/flows/sendTemplate/lookup';
import { suggestFor } from '../../../src/flows/sendTemplate/suggestions';
import { readDefinition } from '../../../src/handlers/whatsapp/templateDefinition';
import { sayKeys } from '../../support/sayKeys';

const known = { customer: 'Ana', agent: 'Paul', department: 'Sales', number: '+55 11', last: { 'body.1': 'before' } };

test.each([
  ['Hi {{1}}, welcome', '1', 'customer'],
  ['Olá {{1}}!', '1', 'customer'],
  ['مرحباً {{1}}، أهلاً', '1', 'customer'],
  ['Your code is {{1}}', '1', 'last'],
  ['Dear {{customer_name}}', 'customer_name', 'customer'],
  ['You talk to {{agent_name}}', 'agent_name', 'agent'],
  ['Ask {{department}}', 'department', 'department'],
  ['Your order {{product_name}}', 'product_name', undefined],
])('“%s” suggests for %s: %s', (text, variable, source) => {
  const definition = readDefinition({ components: [{ type: 'BODY', text }] });
  const [input] = inputsOf({ name: 'n', language: 'en', definition }, sayKeys);
  if (!input) throw new Error('there is no input');
  expect(input.field.input).toMatchObject({ variable });
  expect(suggestFor(input, definition, known).first?.source).toBe(source);
});

test.each([
  [['en', 'pt_BR', 'pt_PT'], '5511987654321', 'en', 'pt_BR'],
  [['en', 'pt_PT'], '5511987654321', 'en', 'pt_PT'],
  [['en', 'de'], '5511987654321', 'de', 'de'],
  [['fr', 'en_US'], undefined, 'tr', 'en_US'],
  [['fr'], '4915112345678', 'tr', 'fr'],
  [[], undefined, 'tr', ''],
])('of %j a customer with %s in a workspace in %s is offered %s first', (languages, phone, workspace, first) => {
  expect(preferredLanguage(languages, { phone, workspace })).toBe(first);
});
