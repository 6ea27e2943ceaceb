import { putMediaIntoRoom } from '../../../src/handlers/inbound/media/putMediaIntoRoom';
import { findFailedDownloads } from '../../../src/handlers/inbound/media/failedDownloads';
import { fakeHost } from '../../support/fakeHost';
import { arrivalOf, mediaRoom, roomParts } from './support/mediaRoom';
import { mediaReplies } from './support/mediaReplies';

const bytes = Buffer.from('%PDF-1.4');
const limited = { status: 400, json: { error: 'You have exceeded the endpoint rate limit.' } };

test('the file comes first, then what belongs to it, although WhatsApp’s time is earlier', async () => {
  const parts = roomParts();
  const { host } = fakeHost({ ...parts, replies: mediaReplies(bytes) });
  const landing = await putMediaIntoRoom(host, arrivalOf({ text: 'Please sign' }));
  expect(landing).toEqual({ roomId: 'room-1', messageId: 'message-1', captionId: 'message-2' });
  expect(parts.shown()).toEqual(['customer: a.pdf', 'customer: Please sign']);
});

test('a file with nothing to say leaves one message', async () => {
  const parts = roomParts();
  const { host } = fakeHost({ ...parts, replies: mediaReplies(bytes) });
  await putMediaIntoRoom(host, arrivalOf());
  expect(parts.shown()).toEqual(['customer: a.pdf']);
});

test('attachments come along also without a text', async () => {
  const parts = roomParts();
  const { host } = fakeHost({ ...parts, replies: mediaReplies(bytes) });
  await putMediaIntoRoom(host, arrivalOf({ attachments: [{ text: 'an ad' }] }));
  expect(parts.lines[1]).toMatchObject({ by: 'customer', attachments: [{ text: 'an ad' }] });
});

test('a file that may not pass leaves one line of the customer, with what they wrote and when', async () => {
  const parts = roomParts();
  const { host } = fakeHost({ ...parts, settings: { file_uploads_enabled: false } });
  const at = Date.now() - 60_000;
  const landing = await putMediaIntoRoom(host, arrivalOf({ text: 'Please sign', placedAt: at }));
  expect(landing.messageId).toBe('message-1');
  expect(parts.lines).toMatchObject([{ by: 'customer', createdAt: new Date(at) }]);
  expect(parts.lines[0]?.text).toMatch(/“a.pdf”.*Files are switched off in the app's settings\.\nPlease sign$/);
  await expect(findFailedDownloads(host, 'wamid.1')).resolves.toEqual([]);
});

test('a file that could not be fetched leaves a card, its record, and what the customer wrote', async () => {
  const parts = roomParts();
  const { host } = fakeHost({ ...parts, replies: [limited] });
  const arrival = arrivalOf({ text: 'Please sign' });
  const landing = await putMediaIntoRoom(host, arrival);
  expect(landing.messageId).toBe('message-2');
  expect(parts.lines).toMatchObject([
    { by: 'app', createdAt: new Date(arrival.at), blocks: [{ type: 'section' }, { type: 'actions' }] },
    { by: 'customer', text: 'Please sign' },
  ]);
  await expect(findFailedDownloads(host, 'wamid.1')).resolves.toMatchObject([
    { wamid: 'wamid.1', media: { id: '42' } },
  ]);
});

test('a line of the customer stands for the message where they wrote nothing', async () => {
  const parts = roomParts();
  const { host } = fakeHost({ ...parts, replies: [limited] });
  await expect(putMediaIntoRoom(host, arrivalOf())).resolves.toMatchObject({ messageId: 'message-2' });
});

test('a file that a crash left in the room is not fetched again; what belongs to it follows', async () => {
  const parts = roomParts();
  const first = fakeHost({ ...parts, replies: mediaReplies(bytes) });
  await putMediaIntoRoom(first.host, arrivalOf());
  const { host } = fakeHost(parts);
  const landing = await putMediaIntoRoom(host, arrivalOf({ text: 'Please sign', resumed: true }));
  expect(landing.messageId).toBe('message-1');
  expect(parts.shown()).toEqual(['customer: a.pdf', 'customer: Please sign']);
});

test.each(['a.pdf', undefined])('it is found when the next attempt is late, named %s', async (filename) => {
  const media = { id: '42', kind: 'document' as const, mimeType: 'application/pdf', filename };
  const at = Date.now() - 600_000;
  const parts = roomParts();
  const first = fakeHost({ ...parts, replies: mediaReplies(bytes) });
  await putMediaIntoRoom(first.host, arrivalOf({ media, at, placedAt: at }));
  // Stored then, found ten minutes later.
  parts.lines[0]!.createdAt = new Date(at + 1_000);
  const { host } = fakeHost(parts);
  const placedAt = Date.now();
  await putMediaIntoRoom(host, arrivalOf({ media, at, placedAt, text: 'Please sign', resumed: true }));
  expect(parts.lines).toMatchObject([{ file: {} }, { text: 'Please sign', createdAt: new Date(placedAt) }]);
});

describe('a file that stands in time, resumed late', () => {
  const at = Date.now() - 600_000;
  const writtenAt = { text: 'Late: this is from then' };
  const resume = (parts: ReturnType<typeof roomParts>, text: string) => {
    const arrival = arrivalOf({ at, placedAt: Date.now(), writtenAt, text, resumed: true });
    return putMediaIntoRoom(fakeHost(parts).host, arrival);
  };
  const withFile = () => {
    const parts = roomParts();
    parts.add({ by: 'customer', file: { _id: 'f', name: 'a.pdf', type: '' }, createdAt: new Date(at + 1_000) });
    parts.add({ by: 'app', text: 'One moment', createdAt: new Date(at + 60_000) });
    return parts;
  };

  test('has its caption once, though two crashes came and others wrote between', async () => {
    const parts = withFile();
    const { captionId } = await resume(parts, 'Please sign');
    await expect(resume(parts, 'Please sign')).resolves.toMatchObject({ messageId: 'message-1', captionId });
    expect(parts.shown()).toEqual(['customer: a.pdf', 'app: One moment', 'customer: Please sign']);
  });

  test('says of itself nothing of being late', async () => {
    const parts = withFile();
    await resume(parts, '');
    expect(parts.shown()).toEqual(['customer: a.pdf', 'app: One moment']);
  });
});

test('a room that was closed meanwhile: the file comes into the one that is open now', async () => {
  const parts = roomParts({ open: [mediaRoom('room-2')] });
  const { host } = fakeHost({ ...parts, replies: [...mediaReplies(bytes), ...mediaReplies(bytes)] });
  const landing = await putMediaIntoRoom(host, arrivalOf({ text: 'Please sign' }));
  expect(landing).toEqual({ roomId: 'room-2', messageId: 'message-1', captionId: 'message-2' });
  expect(parts.shown()).toEqual(['customer: a.pdf', 'customer: Please sign']);
});
