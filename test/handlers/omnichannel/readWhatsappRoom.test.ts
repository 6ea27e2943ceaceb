import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { readWhatsappRoom } from '../../../src/handlers/omnichannel/readWhatsappRoom';
import { whatsappRoomFields } from '../../../src/handlers/omnichannel/whatsappRoomFields';
import { overTheWire } from '../../support/overTheWire';
import { whatsappRoom } from '../../support/whatsappRoom';

const ours = { number: '551155550100', customer: '5511955550111' };

describe('a room of ours', () => {
  test('is known by what was put on it', () => {
    expect(readWhatsappRoom(whatsappRoom({ customFields: whatsappRoomFields(ours) }), 'app-id')).toEqual(ours);
  });

  test.each([
    ['closed', { isOpen: false }],
    ['of an app that is not named', { source: { type: 'app', label: '+551155550100' } }],
    ['with fields of others', { customFields: { whatsapp: ours, crm: { id: 7 } } }],
    ['whose absent facts became null', { isOpen: undefined, servedBy: undefined, department: undefined }],
  ])('is known also when it is %s', (_what, facts) => {
    expect(readWhatsappRoom(overTheWire(whatsappRoom(facts)), 'app-id')).toEqual(ours);
  });
});

describe('a room of others', () => {
  test.each([
    ['of another app', whatsappRoom({ source: { type: 'app', id: 'other' } })],
    ['of the widget', whatsappRoom({ source: { type: 'widget' } })],
    ['without a source', whatsappRoom({ source: undefined })],
    ['that is bare', whatsappRoom({ customFields: undefined })],
    ['with half of it', whatsappRoom({ customFields: { whatsapp: { number: '1' } } })],
    ['that is a channel', { id: 'r', type: 'c' } as unknown as IRoom],
    ['that is none', undefined],
  ])('is left alone: %s', (_what, room) => {
    expect(readWhatsappRoom(room, 'app-id')).toBeUndefined();
  });
});
