import { canonicalWaId, spellingsOf } from '../../src/simulator/customers/findByPhone';
import { createUserId, createWamid } from '../../src/simulator/customers/createIds';

describe('ids as WhatsApp makes them', () => {
  it.each([
    ['out', 0x11, 18],
    ['in', 0x12, 22],
  ] as const)('lays out a wamid of a message that goes %s', (direction, mark, characters) => {
    const bytes = Buffer.from(createWamid('5511955550111', direction).slice('wamid.'.length), 'base64');
    expect([...bytes.subarray(0, 3)]).toEqual([0x1c, 0x18, 13]);
    expect(bytes.subarray(3, 16).toString()).toBe('5511955550111');
    expect([...bytes.subarray(16, 22)]).toEqual([0x15, 0x02, 0x00, mark, 0x18, characters]);
    expect(bytes.subarray(22, 22 + characters).toString()).toMatch(/^[0-9A-F]+$/);
    expect(bytes.at(-1)).toBe(0);
  });

  it('begins a business-scoped id with the country', () => {
    expect(createUserId('491713920012')).toMatch(/^DE\.\d{16}$/);
    expect(createUserId(undefined)).toMatch(/^US\.\d{16}$/);
  });

  it.each([
    ['5511955550111', '5511955550111'],
    ['5531955550122', '553155550122'],
    ['525555550144', '5215555550144'],
    ['541155550133', '5491155550133'],
    ['491713920012', '491713920012'],
  ])('registers %s as %s', (typed, waId) => {
    expect(canonicalWaId(typed)).toBe(waId);
  });

  it.each([
    ['553155550122', '5531955550122'],
    ['5215555550144', '525555550144'],
    ['5491155550133', '541155550133'],
  ])('knows that %s and %s are one person', (one, other) => {
    expect(spellingsOf(one)).toContain(other);
    expect(spellingsOf(other)).toContain(one);
  });
});
