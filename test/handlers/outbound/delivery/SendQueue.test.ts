import fc from 'fast-check';
import { SendQueue } from '../../../../src/handlers/outbound/delivery/SendQueue';

const ana = { number: '1', customer: '2' };
const HOLD = 300;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the queue of what goes to a customer', () => {
  test('keeps the order of writing, whatever order it hears of it within the hold, one at a time, each once', async () => {
    const heard = fc.array(
      fc.record({
        customer: fc.constantFrom('2', '3'),
        writtenAt: fc.nat(50),
        ms: fc.nat(40),
        fails: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(heard, async (messages) => {
        const queue = new SendQueue(HOLD);
        const sent: { customer: string; writtenAt: number; index: number }[] = [];
        const sending = new Set<string>();
        const outcomes = Promise.allSettled(
          messages.map(({ customer, writtenAt, ms, fails }, index) =>
            queue.take({ number: '1', customer }, writtenAt, async () => {
              expect(sending.has(customer)).toBe(false);
              sending.add(customer);
              sent.push({ customer, writtenAt, index });
              await new Promise((resolve) => setTimeout(resolve, ms));
              sending.delete(customer);
              if (fails) throw new Error('it could not be sent');
              return index;
            }),
          ),
        );
        await jest.runAllTimersAsync();
        expect((await outcomes).map(({ status }) => status)).toEqual(
          messages.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
        );
        for (const customer of ['2', '3']) {
          const expected = messages
            .map((message, index) => ({ customer: message.customer, writtenAt: message.writtenAt, index }))
            .filter((message) => message.customer === customer)
            .sort((a, b) => a.writtenAt - b.writtenAt);
          expect(sent.filter((message) => message.customer === customer)).toEqual(expected);
        }
      }),
    );
  });

  test('sends nothing before the hold is over, and then what was written first', async () => {
    const queue = new SendQueue(HOLD);
    const sent: string[] = [];
    void queue.take(ana, 2, async () => void sent.push('second'));
    await jest.advanceTimersByTimeAsync(HOLD - 1);
    void queue.take(ana, 1, async () => void sent.push('first'));
    await jest.advanceTimersByTimeAsync(HOLD - 1);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['first', 'second']);
  });

  test('sends late what it hears of late', async () => {
    const queue = new SendQueue(HOLD);
    const sent: string[] = [];
    void queue.take(ana, 2, async () => void sent.push('second'));
    await jest.advanceTimersByTimeAsync(HOLD);
    void queue.take(ana, 1, async () => void sent.push('first'));
    await jest.advanceTimersByTimeAsync(HOLD);
    expect(sent).toEqual(['second', 'first']);
  });

  test('does not let one customer wait for another', async () => {
    const queue = new SendQueue(HOLD);
    const sent: string[] = [];
    void queue.take(ana, 1, () => new Promise(() => undefined));
    void queue.take({ number: '1', customer: '3' }, 2, async () => void sent.push('other customer'));
    void queue.take({ number: '12', customer: '' }, 3, async () => void sent.push('other number'));
    await jest.advanceTimersByTimeAsync(HOLD);
    expect(sent).toEqual(['other customer', 'other number']);
  });

  test('is forgotten when it is empty', async () => {
    const queue = new SendQueue(HOLD);
    const queues: unknown = Reflect.get(queue, 'queues');
    void queue.take(ana, 1, async () => undefined);
    expect(queues).toHaveProperty('size', 1);
    await jest.advanceTimersByTimeAsync(HOLD);
    expect(queues).toHaveProperty('size', 0);
  });
});
