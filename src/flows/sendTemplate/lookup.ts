import type { Host } from '../../handlers/Host';
import type { ConnectedNumber } from '../../handlers/records/numbers';
import { findTemplateLanguages, type CachedTemplate } from '../../handlers/records/templates';

/** What this call has read already: a step and its screen need the same. */
const readByCall = new WeakMap<Host, Map<string, Promise<CachedTemplate[]>>>();

/** A template in all its languages, read at most once in one call into the app. */
export async function languagesOf(host: Host, number: string, name: string): Promise<CachedTemplate[]> {
  const read = readByCall.get(host) ?? new Map<string, Promise<CachedTemplate[]>>();
  readByCall.set(host, read);
  const key = `${number} ${name}`;
  const found = read.get(key) ?? findTemplateLanguages(host, number, name);
  read.set(key, found);
  return found;
}

/** The next look at templates in this call reads them again. */
export function forgetRead(host: Host): void {
  readByCall.delete(host);
}

/** One template; undefined where it is not known any more. */
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
