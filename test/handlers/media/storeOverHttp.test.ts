import { Blob } from 'buffer';
import { storeOverHttp } from '../../../src/handlers/media/storeOverHttp';
import { uploadFile } from '../../../src/handlers/media/uploadFile';
import type { UploadOutcome } from '../../../src/handlers/media/UploadOutcome';
import { fakeHost } from '../../support/fakeHost';
import { failureOf } from '../dialog360/support/connect';
import { mediaRoom, roomParts } from './support/mediaRoom';

jest.mock('../../../src/handlers/media/uploadFile', () => ({ uploadFile: jest.fn() }));
jest.mock('../../../src/handlers/pause', () => ({ pause: jest.fn(async () => pauses.shift()?.()) }));

/** What happens while the app waits. */
const pauses: (() => void)[] = [];
const visitor = { token: 'visitor-token', username: 'ana', name: 'Ana' };
const file = { name: 'a.pdf', blob: new Blob(['%PDF']) };
const message = { by: 'customer', text: '', file: { _id: 'f', name: 'a.pdf', type: '' } } as const;

/** Stores a file; `meanwhile` is what the server does with it, whatever it answers. */
function store(outcome: UploadOutcome, meanwhile: (add: () => void) => void = () => undefined, isOpen = true) {
  const parts = roomParts();
  parts.add({ ...message });
  jest.mocked(uploadFile).mockImplementation(async () => {
    meanwhile(() => parts.add({ ...message }));
    return outcome;
  });
  const { getRoomReader } = parts.read as { getRoomReader: () => object };
  const getById = async () => ({ type: 'l', isOpen });
  const read = { ...parts.read, getRoomReader: () => ({ ...getRoomReader(), getById }) } as never;
  return storeOverHttp(fakeHost({ ...parts, read }).host, { room: mediaRoom(), visitor }, file, 'https://x');
}

test('the answer tells the message', async () => {
  const posted = { kind: 'posted', file: { messageId: 'm1', storedAt: 1 } } as const;
  await expect(store(posted)).resolves.toEqual(posted);
});

describe('where nobody knows what became of it', () => {
  const open = { kind: 'uncertain', why: 'reset' } as const;

  test('its message is found, and not the one of another file of that name', async () => {
    await expect(store(open, (add) => add())).resolves.toMatchObject({
      kind: 'posted',
      file: { messageId: 'message-2' },
    });
  });

  test('its message is found where it comes a little later', async () => {
    await expect(store(open, (add) => void pauses.push(add))).resolves.toMatchObject({ kind: 'posted' });
  });

  test('it was not taken where no message is there', async () => {
    await expect(store(open)).resolves.toEqual({ kind: 'not-taken', why: 'reset' });
  });

  test('nothing else is tried while the server may still be at it', async () => {
    expect(await failureOf(store({ ...open, underWay: true }))).toMatchObject({
      key: 'media:notStored',
      params: { details: 'reset' },
    });
  });

  test('a closed room is told', async () => {
    await expect(store(open, undefined, false)).resolves.toEqual({ kind: 'room-closed' });
  });
});
