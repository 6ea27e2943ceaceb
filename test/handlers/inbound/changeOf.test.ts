import { changeOf } from '../../../src/handlers/inbound/changeOf';
import { ofCustomer } from '../../support/conversationTask';
import { english } from '../whatsapp/messages/support/renderFixture';

const base = { ...ofCustomer, wamid: 'wamid.change', target: 'wamid.target' };

test('an edit says what the message says now and what it said before', () => {
  const change = changeOf({ ...base, kind: 'edit', content: { type: 'text', body: 'at nine' } }, english);
  expect(change('at eight')).toMatch(/^at nine\n.*\n> at eight$/);
  expect(change('')).toContain('at nine');
});

test('a deletion says that there was one and what the message said', () => {
  const change = changeOf({ ...base, kind: 'revoke' }, english);
  expect(change('at eight')).toMatch(/deleted.*\n> at eight$/i);
});
