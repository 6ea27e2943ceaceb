/** Marks that turn the order of what stands beside them around: right to left, left to right, embeddings and isolates. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A name that somebody chose, without signs that make it, or what stands behind it, read as something else. */
export function cleanName(name: string): string;
export function cleanName(name: string | undefined): string | undefined;
export function cleanName(name: string | undefined): string | undefined {
  return name?.replace(BIDI_CONTROLS, '').trim() || undefined;
}
