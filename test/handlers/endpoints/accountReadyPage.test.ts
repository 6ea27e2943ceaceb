import { accountReadyPage } from '../../../src/handlers/entry/endpoints/accountReadyPage';
import { createTranslator } from '../../../src/handlers/core/translation/createTranslator';
import { languages } from '../../../src/locales/languages';
import { sayKeys } from '../../support/sayKeys';

describe('the page after the sign-up', () => {
  test('says what happened and what to do, in the language and direction that were asked for', () => {
    const page = accountReadyPage({ t: sayKeys, language: 'ar', rtl: true });
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<title>setup:pageTitle</title>');
    expect(page).toContain('<h1>setup:pageTitle</h1>');
    expect(page).toContain('<p>setup:pageText</p>');
    expect(accountReadyPage({ t: sayKeys, language: 'de', rtl: false })).toContain('<html lang="de" dir="ltr">');
  });

  test('runs nothing and fetches nothing', () => {
    const page = accountReadyPage({ t: sayKeys, language: 'en', rtl: false });
    expect(page).not.toMatch(/<script|src=|href=|\bon\w+=|@import|url\(/);
  });

  test.each(languages.map(({ tag }) => tag))('is good HTML in %s: its sentences hold no marks of their own', (tag) => {
    const t = createTranslator(tag);
    for (const key of ['setup:pageTitle', 'setup:pageText']) expect(t(key)).not.toMatch(/[<>]|&(?!\w+;)/);
  });
});
