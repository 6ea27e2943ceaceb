import { readErrorText } from '../../web/api/Api';
import { readServerEvents } from '../../web/api/followEvents';

describe('readErrorText', () => {
  test.each([
    [{ success: false, error: 'Not allowed' }, 'Not allowed'],
    [{ status: 'error', message: 'You must be logged in' }, 'You must be logged in'],
    [{ error: { message: '(#100) Invalid parameter', code: 100 } }, '(#100) Invalid parameter'],
    [{ success: false }, undefined],
    ['Bad Gateway', undefined],
  ])('%j says %j', (body, text) => {
    expect(readErrorText(body)).toBe(text);
  });
});

describe('readServerEvents', () => {
  const streamOf = (...chunks: Uint8Array[]) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        chunks.forEach((chunk) => controller.enqueue(chunk));
        controller.close();
      },
    });

  async function read(...chunks: Uint8Array[]) {
    const events = [];
    for await (const event of readServerEvents(streamOf(...chunks))) events.push(event);
    return events;
  }

  const bytes = (text: string) => new TextEncoder().encode(text);

  test('events are read however the stream is cut, also inside of a character', async () => {
    const whole = bytes(
      ': hello\n\nevent: message\ndata: {"a":"ü👋"}\n\nevent: room\r\ndata: {"b":2}\r\n\r\ndata: 3\n\n',
    );
    const expected = [
      { type: 'message', data: { a: 'ü👋' } },
      { type: 'room', data: { b: 2 } },
      { type: 'message', data: 3 },
    ];
    expect(await read(whole)).toEqual(expected);
    expect(await read(...Array.from(whole, (byte) => Uint8Array.of(byte)))).toEqual(expected);
  });

  test('what has not ended yet is no event', async () => {
    expect(await read(bytes('event: message\ndata: {"a":1}\n'))).toEqual([]);
  });
});
