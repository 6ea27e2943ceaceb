import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { isBareRoom, readWhatsappRoom, whatsappRoomFields } from '../../../src/handlers/omnichannel/whatsappRoom';
import { overTheWire } from '../../support/overTheWire';
import { whatsappRoom } from '../../support/whatsappRoom';

const ours = { number: '551155550100', customer: '5511955550111' };

describe('a room of ours', () => {
  test('is known by what was put on it', () => {
    expect(readWhatsappRoom(whatsappRoom({ customFields: whatsappRoomFields(ours) }), 'app-id')).toEqual(ours);
  });

  test.each([
    ['phone', { phone: [{ phoneNumber: '+55 11 95555 0111' }], username: 'maria' }],
    ['name', { username: '5511955550111' }],
  ])('is known by its address and its visitor’s %s where nothing that we put on it was kept', (_what, visitor) => {
    const source = { type: 'app', id: 'app-id', label: '+551155550100', destination: '+551155550100' };
    const room = whatsappRoom({ source, visitor, customFields: undefined });
    expect(readWhatsappRoom(overTheWire(room), 'app-id')).toEqual(ours);
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
    ['that is bare', whatsappRoom({ source: { type: 'app', id: 'app-id' }, customFields: undefined })],
    [
      'that names no app and says nothing',
      whatsappRoom({ source: { type: 'app', label: '+1' }, customFields: undefined }),
    ],
    ['with half of it', whatsappRoom({ source: { type: 'app' }, customFields: { whatsapp: { number: '1' } } })],
    ['that is a channel', { id: 'r', type: 'c' } as unknown as IRoom],
    ['that is none', undefined],
  ])('is left alone: %s', (_what, room) => {
    expect(readWhatsappRoom(room, 'app-id')).toBeUndefined();
  });
});

describe('isBareRoom', () => {
  test.each([
    ['made by Rocket.Chat for us', { customFields: undefined }, true],
    ['made by us', {}, false],
    ['of another app', { source: { type: 'app', id: 'other' }, customFields: undefined }, false],
    ['of another channel', { source: { type: 'widget' }, customFields: undefined }, false],
    ['without a source', { source: undefined, customFields: undefined }, false],
  ])('a room %s tells whose it is, or not', (_what, facts, bare) => {
    expect(isBareRoom(whatsappRoom(facts), 'app-id')).toBe(bare);
    expect(isBareRoom(undefined, 'app-id')).toBe(false);
  });
});

describe('whatsappRoomFields', () => {
  test('what is put on a room is what it is known by', () => {
    const ours = { number: '1', customer: 'BR.2' };
    expect(readWhatsappRoom(whatsappRoom({ customFields: whatsappRoomFields(ours) }), 'app-id')).toEqual(ours);
  });
});
