import * as v from 'valibot';
import { readList } from '../documents/readList';
import type { AppTexts } from './WorkspaceState';

const Languages = v.object({
  id: v.string(),
  languages: v.record(
    v.string(),
    v.record(v.string(), v.union([v.string(), v.pipe(v.unknown(), v.transform(String))])),
  ),
});

/** The texts that apps bring for the client itself: app → language → key → text. */
export function readAppTexts(body: unknown): AppTexts {
  return Object.fromEntries(readList(Languages, body, 'apps').map(({ id, languages }) => [id, languages]));
}
