import { endingOf, typeOfName } from '../whatsapp/mimeTypes';
import { stemOfFile } from './stemOfFile';
import type { Naming } from './stemOfFile';

/**
 * The whole name of a file. Its ending decides what Rocket.Chat and people's computers take the file for, so one that
 * stands for a type that may not pass, or for none, gets the ending of the file's own type behind it.
 */
export function nameFile(naming: Naming, type: string, accepts: (type: string) => boolean): string {
  const stem = stemOfFile(naming);
  const named = typeOfName(stem);
  const ending = endingOf(type);
  return (named !== '' && accepts(named)) || ending === undefined ? stem : `${stem}.${ending}`;
}
