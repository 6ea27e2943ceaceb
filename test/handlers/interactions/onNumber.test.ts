import { onNumber } from '../../../src/handlers/interactions/onNumber';
import { saveNumber } from '../../../src/handlers/records/numbers';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { notices } from '../../support/notices';
import { person } from '../../support/person';
import { press } from '../../support/press';
import { whatsappRoom } from '../../support/whatsappRoom';

async function pressed(number: string | undefined, user = person()) {
  const { said, modify, read } = notices();
  const { host } = fakeHost({ modify, read });
  await saveNumber(host, connectedNumber());
  const handle = jest.fn(async () => ({ success: true }));
  await onNumber(handle)(press(host, { value: { number }, scene: { user, room: whatsappRoom() } }));
  return { said: said.map(({ text }) => text), handle };
}

describe('a button on the card of a number', () => {
  test('acts on that number', async () => {
    const { handle } = await pressed('551155550100');
    expect(handle).toHaveBeenCalledWith(expect.anything(), connectedNumber());
  });

  test.each(['4930901820', '', undefined])('says that a number is gone: %s', async (number) => {
    const { handle, said } = await pressed(number);
    expect(handle).not.toHaveBeenCalled();
    expect(said).toEqual([expect.stringContaining('errors:numberGone')]);
  });

  test('does nothing for others than administrators', async () => {
    const { handle, said } = await pressed('551155550100', person({ roles: ['livechat-agent'] }));
    expect(handle).not.toHaveBeenCalled();
    expect(said).toEqual(['errors:notAllowed']);
  });
});
