import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

/** A room that the app made for a customer, as the engine hands it over. */
export function whatsappRoom(facts: object = {}): IRoom {
  return {
    id: 'room-id',
    type: 'l',
    isOpen: true,
    source: { type: 'app', id: 'app-id', label: '+551155550100' },
    customFields: { whatsapp: { number: '551155550100', customer: '5511955550111' } },
    ...facts,
  } as unknown as IRoom;
}
