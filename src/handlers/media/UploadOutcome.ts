import type { Problem } from '../errors/Problem';
import type { PostedFile } from './PostedFile';

/** What became of a file that was uploaded over HTTP. */
export type UploadOutcome =
  | { kind: 'posted'; file: PostedFile }
  /** The workspace does not take such a file, on no way. */
  | { kind: 'refused'; problem: Problem }
  /** It was not stored. `why` is technical and English. */
  | { kind: 'not-taken'; why: string }
  /** It may have been stored, or, where it may be `underWay`, may still be. */
  | { kind: 'uncertain'; why: string; underWay?: boolean };
