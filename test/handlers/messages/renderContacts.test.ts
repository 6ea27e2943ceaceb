import { renderFixture } from './support/renderFixture';

describe('shared contacts', () => {
  test('are cards with links to call them', () => {
    expect(renderFixture('contacts').text.split('\n')).toEqual([
      '👤 Jo \\*Star\\* Doe',
      '🏢 Doe & Co, CEO',
      '📞 [+49 30 123456](tel:+4930123456) (work) · WhatsApp',
      '📞 call me',
      '✉️ jo_d@example.com (home)',
      '🔗 https://example.com',
      '🔗 javascript:alert(1)',
      '🏠 Hauptstr. 1, 10115 Berlin, Germany',
      '🎂 1990-01-02',
      '',
      '👤 No Phone',
    ]);
  });

  test.each([
    [
      'that they were asked for',
      'contacts-requested',
      '📇 _The customer shared their phone number._\n👤 Ann Lee\n📞 [+4915112345678](tel:+4915112345678)',
    ],
    ['that there are none', 'contacts-empty', '👤 An empty contact'],
  ])('say %s', (_what, name, text) => {
    expect(renderFixture(name).text).toBe(text);
  });
});
