import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessageFile } from '@rocket.chat/apps-engine/definition/messages';
import { weights } from '../../../src/handlers/media/weights';
import { loadUpload } from '../../../src/handlers/outbound/loadUpload';
import { fakeHost } from '../../support/fakeHost';

const file: IMessageFile = { _id: 'file-id', name: 'plan.pdf', type: 'application/pdf' };

function uploads(size: number | string) {
  const getById = jest.fn(async () => ({ size }));
  const getBufferById = jest.fn(async () => Buffer.from('bytes'));
  const { host } = fakeHost({
    read: { getUploadReader: () => ({ getById, getBufferById }) } as unknown as Partial<IRead>,
  });
  return { host, getById, getBufferById };
}

test('a file whose message tells its size is loaded at once', async () => {
  const { host, getById } = uploads(1);
  const sized: IMessageFile & { size: number } = { ...file, size: weights.mostIntoApp };
  expect((await loadUpload(host, sized)).toString()).toBe('bytes');
  expect(getById).not.toHaveBeenCalled();
});

test.each([5, '5'])('of another the size is asked for: %j', async (size) => {
  const { host, getById } = uploads(size);
  expect((await loadUpload(host, file)).toString()).toBe('bytes');
  expect(getById).toHaveBeenCalledWith('file-id');
});

test('one that is too large is refused without being loaded, whoever tells its size', async () => {
  const size = weights.mostIntoAppByIpc + 1024 * 1024;
  const { host, getBufferById } = uploads(String(size));
  const refusal = {
    key: 'errors:fileTooHeavy',
    params: { size: '101 MB', limit: expect.stringMatching(/^(24|100) MB$/) },
  };
  await expect(loadUpload(host, file)).rejects.toMatchObject(refusal);
  await expect(loadUpload(host, { ...file, size } as IMessageFile)).rejects.toMatchObject(refusal);
  expect(getBufferById).not.toHaveBeenCalled();
});
