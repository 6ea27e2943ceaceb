import { readWhatsappRoom } from '../../../src/handlers/omnichannel/readWhatsappRoom';
import { whatsappRoomFields } from '../../../src/handlers/omnichannel/whatsappRoomFields';
import { whatsappRoom } from '../../support/whatsappRoom';

test('what is put on a room is what it is known by', () => {
  const ours = { number: '1', customer: 'BR.2' };
  expect(readWhatsappRoom(whatsappRoom({ customFields: whatsappRoomFields(ours) }), 'app-id')).toEqual(ours);
});
