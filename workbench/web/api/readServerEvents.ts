import type { ServerEvent } from './ServerEvent';

const parse = (text: string): unknown => JSON.parse(text);

const readEvent = (block: string): ServerEvent | undefined => {
  let type = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) {
      type = line.slice(6).trim();
    } else if (line.startsWith('data:')) {
      data.push(line.slice(5).trimStart());
    }
  }
  return data.length > 0 ? { type, data: parse(data.join('\n')) } : undefined;
};

/** Reads server-sent events from a stream, one after the other, until it ends. Comments are passed over. */
export async function* readServerEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let waiting = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    waiting += decoder.decode(value, { stream: true }).replaceAll('\r', '');
    let end = waiting.indexOf('\n\n');
    while (end >= 0) {
      const event = readEvent(waiting.slice(0, end));
      waiting = waiting.slice(end + 2);
      if (event) {
        yield event;
      }
      end = waiting.indexOf('\n\n');
    }
  }
}
