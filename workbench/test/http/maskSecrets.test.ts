import { maskSecrets } from '../../src/http/workbench/adminRoutes';

describe('secrets', () => {
  test('are hidden by their name, at every depth, and nothing else is', () => {
    const shown = maskSecrets({
      phoneNumber: '551155550100',
      apiKey: 'abc',
      webhook: [{ secret: 'def', headers: { Authorization: 'ghi' }, url: 'https://example.org' }],
      at: new Date(0),
      token: null,
    });
    expect(shown).toEqual({
      phoneNumber: '551155550100',
      apiKey: '••••••',
      webhook: [{ secret: '••••••', headers: { Authorization: '••••••' }, url: 'https://example.org' }],
      at: new Date(0),
      token: null,
    });
  });
});
