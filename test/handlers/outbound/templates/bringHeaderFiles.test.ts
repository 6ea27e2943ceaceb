import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Connection } from '../../../../src/handlers/dialog360/Connection';
import { createRefusal } from '../../../../src/handlers/core/errors/createRefusal';
import { forgetBadFiles, mediaIdsOf } from '../../../../src/handlers/outbound/pieces/bringFile';
import { bringHeaderFiles } from '../../../../src/handlers/outbound/templates/bringHeaderFiles';
import { readDefinition } from '../../../../src/handlers/whatsapp/templateDefinition';
import { fakeHost } from '../../../support/fakeHost';
import { whatsappRoom } from '../../../support/whatsappRoom';
import { fakeHttp } from '../../dialog360/support/connect';

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
  const files = { recipient, definition: define(format), values };
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
