import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The language that most customers of a country write; of countries with several none. */
const byCountry: Readonly<Record<string, string>> = {
  BR: 'pt',
  PT: 'pt',
  AO: 'pt',
  MZ: 'pt',
  DE: 'de',
  AT: 'de',
  ES: 'es',
  MX: 'es',
  AR: 'es',
  CO: 'es',
  CL: 'es',
  PE: 'es',
  EC: 'es',
  VE: 'es',
  UY: 'es',
  PY: 'es',
  BO: 'es',
  FR: 'fr',
  IT: 'it',
  NL: 'nl',
  TR: 'tr',
  ID: 'id',
  RU: 'ru',
  SA: 'ar',
  AE: 'ar',
  EG: 'ar',
  JO: 'ar',
  KW: 'ar',
  US: 'en',
  GB: 'en',
  AU: 'en',
  NZ: 'en',
  IE: 'en',
};

/**
 * The language in which a template is offered first: the customer's, by the country of their phone, else the workspace's,
 * else English, else the first one.
 *
 * @param languages as WhatsApp writes them, such as `pt_BR`
 */
export function preferredLanguage(
  languages: readonly string[],
  { phone, workspace }: { phone?: string; workspace: string },
): string {
  const country = phone === undefined ? undefined : parsePhoneNumberFromString(`+${phone}`)?.country;
  const wanted = [country && byCountry[country], workspace, 'en'];
  const exact = country && `${byCountry[country] ?? ''}_${country}`;
  const found = wanted.flatMap((tag) => {
    const base = tag?.split(/[-_]/)[0];
    const fitting = languages.filter((language) => base !== undefined && language.split('_')[0] === base);
    return [...fitting.filter((language) => language === exact || language === tag?.replace('-', '_')), ...fitting];
  });
  return found[0] ?? languages[0] ?? '';
}

/** The name of a language in the reader's own: `pt_BR` reads "Brazilian Portuguese". */
export function languageName(language: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(language.replaceAll('_', '-')) ?? language;
  } catch {
    return language;
  }
}
