import { lru } from 'tiny-lru';
import { placeInTime, TimesInRoom } from '../../../src/handlers/inbound/messages/placeInTime';

describe('placeInTime', () => {
  const at = 1_700_000_000_000;

  /** The times that messages get, one after the other. */
  function place(...times: number[]): number[] {
    const last = lru<number>(10);
    return times.map((time) => placeInTime(last, 'customer', time));
  }

  describe('the time of a message in its room', () => {
    test('is WhatsApp’s own', () => {
      expect(place(at, at + 1_000, at + 5_000)).toEqual([at, at + 1_000, at + 5_000]);
    });

    test('keeps the order in which messages of one second came', () => {
      expect(place(at, at, at, at + 1_000)).toEqual([at, at + 1, at + 2, at + 1_000]);
    });

    test('stays within its second', () => {
      const many = place(...Array.from({ length: 1_500 }, () => at));
      expect(Math.max(...many)).toBe(at + 999);
      expect(many).toEqual([...many].sort((a, b) => a - b));
    });

    test('of a late message is its own: it stands where the customer wrote it', () => {
      expect(place(at, at - 5_000)).toEqual([at, at - 5_000]);
    });

    test('does not depend on other conversations', () => {
      const last = lru<number>(10);
      expect([placeInTime(last, 'a', at), placeInTime(last, 'b', at)]).toEqual([at, at]);
    });
  });
});

describe('TimesInRoom', () => {
  const T = 1_700_000_000_000;

  /** Where messages of these seconds stand, in the order of their coming. */
  function placeBehind(times: TimesInRoom, ...seconds: number[]): number[] {
    return seconds.map((second) => times.place('a', T + second * 1_000));
  }

  /** The given seconds in the order in which they are read. */
  function readInRoom(seconds: readonly number[], places: readonly number[]): (number | undefined)[] {
    return places
      .map((place, index) => ({ place, second: seconds[index] }))
      .sort((a, b) => a.place - b.place)
      .map(({ second }) => second);
  }

  test('what was written after a file stands right behind it, in the order of writing, whatever the order of coming', () => {
    const times = new TimesInRoom();
    times.note('a', T, T + 40_000);
    const coming = [20, 10, 30, 10.001, 5];
    const places = placeBehind(times, ...coming);
    expect(readInRoom(coming, places)).toEqual([5, 10, 10.001, 20, 30]);
    expect(Math.min(...places)).toBeGreaterThan(T + 40_000);
    expect(Math.max(...places)).toBeLessThan(T + 41_000);
  });

  test('many messages of one second keep the order in which they came', () => {
    const times = new TimesInRoom();
    times.note('a', T, T + 40_000);
    const places = placeBehind(times, ...Array.from({ length: 50 }, (_, index) => 20 + index / 1_000));
    expect(new Set(places).size).toBe(50);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('a caption stands behind its file, though something was written between them and came before', () => {
    const times = new TimesInRoom();
    const [between = 0] = placeBehind(times, 5);
    times.note('a', T, T + 40_000);
    expect(between).toBe(T + 5_000);
    expect(times.caption('a', T, T + 40_000)).toBe(T + 40_001);
  });

  test('the captions of an album stand right behind their pictures, however quickly these are stored', () => {
    const times = new TimesInRoom();
    const places = [0, 1, 2].flatMap((picture) => {
      const placedAt = T + picture;
      const storedAt = T + 20_000 + picture * 2;
      times.note('a', T, storedAt);
      return [storedAt, times.caption('a', placedAt, storedAt)];
    });
    expect(places).toEqual([0, 1, 2, 3, 4, 5].map((each) => T + 20_000 + each));
  });

  test('a file waits for what stands in the future, and for nothing else', () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(T);
    const times = new TimesInRoom();
    expect(times.ahead('a')).toBe(0);
    const storedAt = T + 400;
    times.note('a', storedAt - 10_000, storedAt);
    const place = times.place('a', storedAt - 2_000);
    expect(T + times.ahead('a')).toBeGreaterThan(place);
    expect(times.ahead('b')).toBe(0);
    clock.mockRestore();
  });

  test('what was written long after it, before it, or in another conversation keeps its own time', () => {
    const times = new TimesInRoom();
    times.note('a', T, T + 40_000);
    expect(placeBehind(times, 42, 50, -1)).toEqual([T + 42_000, T + 50_000, T - 1_000]);
    expect(times.place('b', T + 20_000)).toBe(T + 20_000);
  });

  test('a late message pushes nobody behind what was written later and stands already', () => {
    const times = new TimesInRoom();
    const late = (written: number, now: number) => {
      const placedAt = times.after('a', T + now * 1_000);
      times.note('a', T + written * 1_000, placedAt);
      return placedAt;
    };
    const first = late(0, 100);
    const [in95 = 0] = placeBehind(times, 95);
    const second = late(10, 103);
    const [in90 = 0, in96 = 0] = placeBehind(times, 90, 96);
    expect([first, in90, in95, second, in96]).toEqual([first, in90, in95, second, in96].sort((a, b) => a - b));
  });

  test('many late messages stand as they came, and none of them in the future', () => {
    const times = new TimesInRoom();
    const places = Array.from({ length: 200 }, (_, index) => {
      const now = T + 100_000 + index;
      const placedAt = times.after('a', now);
      times.note('a', T + index * 1_000, placedAt);
      return placedAt - now;
    });
    expect(Math.max(...places)).toBe(0);
  });

  test('what an earlier process has put there is gone by as well', () => {
    const times = new TimesInRoom();
    // It knows the conversation already, by what came to it first.
    times.place('a', T + 200_000);
    const late = { at: T, storedAt: T + 100_000 };
    const behindIt = { at: T + 95_000, storedAt: T + 100_300 };
    times.recall('a', [late, behindIt, { at: T + 200_000, storedAt: T + 200_000 }]);
    expect(times.isRecalled('a')).toBe(true);
    const [in90 = 0, in97 = 0] = placeBehind(times, 90, 97);
    expect(in90).toBeGreaterThan(T + 100_000);
    expect(in90).toBeLessThan(T + 100_300);
    expect(in97).toBeGreaterThan(T + 100_300);
    expect(in97).toBeLessThan(T + 200_000);
  });

  test('a late message from a day before stands above what is written after the messages that came in time', () => {
    const times = new TimesInRoom();
    times.recall('a', [{ at: T, storedAt: T }, { storedAt: T + 40_000 }]);
    const [in20 = 0] = placeBehind(times, 20);
    expect(in20).toBeGreaterThan(T + 40_000);
  });
});
