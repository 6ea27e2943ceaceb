import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Host } from '../../handlers/core/Host';
import type { ConnectedNumber } from '../../handlers/numbers/numbers';
import type { CachedTemplate } from '../../handlers/numbers/templates/templates';
import { findTemplateLanguages } from '../../handlers/numbers/templates/templates';

/** Caches what this call has read, because a step and its screen need the same records. */
const readByCall = new WeakMap<Host, Map<string, Promise<CachedTemplate[]>>>();

/** A template in all its languages, read at most once in one call into the app. */
export async function languagesOf(host: Host, number: string, name: string): Promise<CachedTemplate[]> {
  const read = readIn(host);
  const key = `${number} ${name}`;
  const found = read.get(key) ?? findTemplateLanguages(host, number, name);
  read.set(key, found);
  return found;
}

/** Makes the next lookup in this call read the templates again. */
export function forgetRead(host: Host): void {
  readByCall.delete(host);
}

/** Makes this call use a template that an earlier step read. */
export function useKept(host: Host, number: string, template: CachedTemplate): void {
  readIn(host).set(`${number} ${template.name}`, Promise.resolve([template]));
}

function readIn(host: Host): Map<string, Promise<CachedTemplate[]>> {
  const read = readByCall.get(host) ?? new Map<string, Promise<CachedTemplate[]>>();
  readByCall.set(host, read);
  return read;
}

/** One template; undefined when it is no longer known. */
export async function templateOf(
  host: Host,
  { number, template }: { number?: string; template?: { name: string; language: string } },
): Promise<CachedTemplate | undefined> {
  if (number === undefined || !template) {
    return undefined;
  }
  return (await languagesOf(host, number, template.name)).find(({ language }) => language === template.language);
}

/** A connected number by its digits; another instance may have connected or disconnected it a minute ago. */
export async function numberOf(host: Host, digits: string | undefined): Promise<ConnectedNumber | undefined> {
  return (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
}

/** The language that most customers of a country write; countries with several languages are not listed. */
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
