import type { Problem } from '../errors/Problem';

/**
 * Rocket.Chat's own reasons not to take a file, by the names or, where the engine hands over nothing else, the texts of
 * its errors (FileUpload.validateFileUpload of the server, and its livechat/upload).
 */
const refusals: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/error-file-upload-disabled|file upload is disabled/i, 'media:workspaceOff'],
  [/error-file-too-large|error-size-not-allowed|exceeds allowed size/i, 'media:workspaceTooLarge'],
  [/error-invalid-file-type|error-type-not-allowed|file type is not accepted/i, 'media:workspaceType'],
];

/** Why the workspace does not take a file, where that is final; undefined for every other failure. */
export function readUploadRefusal(error: unknown): Problem | undefined {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  const key = refusals.find(([pattern]) => pattern.test(text))?.[1];
  return key === undefined ? undefined : { key };
}
